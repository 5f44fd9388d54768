"""The workflows that publish a site: read strictly, and their steps run in a clone of the repository of a site."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import venv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from leadkit.model.load import load
from leadkit.resources import programs, templates
from leadkit.site.folder import WORKFLOWS
from leadkit.site.publishing import publish
from leadkit.site.wanted import Wanted
from tests.sampling import takes_long

ROOT = Path(__file__).parents[3]
SCHEMAS = {"github": "vendor.github-workflows", "gitlab": "vendor.gitlab-ci"}
WORDS = {"github": ["bash", "-e", "-c"], "gitlab": ["bash", "-eo", "pipefail", "-c"]}
"""How each host runs a step."""
each_host = pytest.mark.parametrize("host", WORKFLOWS)


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python with nothing in it, as the hosts give one: a folder of commands."""
    folder = tmp_path_factory.mktemp("python")
    venv.create(folder, with_pip=True)
    return folder / "bin"


@pytest.fixture
def out(tmp_path: Path, host: str) -> Path:
    """The site of Albany as a repository of its own."""
    made = publish({"albany-ny": load(programs() / "albany-ny")}, tmp_path / "out", Wanted(workflow=host))
    assert not made.failed, made.findings
    identity = ("-c", "user.name=Site", "-c", "user.email=site@example.org")
    for arguments in (("init", "--quiet"), ("add", "."), (*identity, "commit", "--quiet", "--message", "Site")):
        subprocess.run(["git", *arguments], cwd=tmp_path / "out", check=True)
    return tmp_path / "out"


def _told(host: str) -> Any:
    return yaml.load((templates() / "site" / "workflows" / f"{host}.yml").read_text("utf-8"), yaml.BaseLoader)


def _commands(host: str) -> Iterator[str]:
    if host == "gitlab":
        yield from _told(host)["pages"]["script"]
        return
    for step in _told(host)["jobs"]["build"]["steps"]:
        if "run" in step:
            yield step["run"]


@pytest.mark.gate("python:check_jsonschema")
@each_host
def test_a_workflow_is_one_that_its_host_takes(host: str) -> None:
    file = templates() / "site" / "workflows" / f"{host}.yml"
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", SCHEMAS[host], str(file)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_only_the_job_that_runs_no_command_may_publish() -> None:
    told = _told("github")
    build, publishing = told["jobs"]["build"], told["jobs"]["publish"]
    assert told["permissions"] == {}
    assert build["permissions"] == {"contents": "read"}
    assert publishing["permissions"] == {"pages": "write", "id-token": "write"}
    assert [[*step] for step in publishing["steps"]] == [["id", "uses"]]
    assert told["concurrency"] == {"group": "pages", "cancel-in-progress": "false"}


def test_an_action_has_one_version_everywhere() -> None:
    files = [*templates().rglob("*.yml"), ROOT / "action.yml", *(ROOT / "docs").rglob("*.md")]
    used = {one for file in files for one in re.findall(r"actions/[a-z-]+@\S+", file.read_text(encoding="utf-8"))}
    assert len(used) == len({one.partition("@")[0] for one in used}) > 4, sorted(used)


@takes_long
@pytest.mark.gate("git", "bash", "python:mkdocs", "python:pagefind")
@each_host
def test_the_steps_build_the_site_from_a_clone(host: str, out: Path, python: Path, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", str(out), str(clone)], check=True)
    assert (clone / WORKFLOWS[host]).read_bytes() == (templates() / "site" / "workflows" / f"{host}.yml").read_bytes()
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    environment |= {"PATH": f"{python}:/usr/bin:/bin", "CI": "true"}
    for command in _commands(host):
        done = subprocess.run([*WORDS[host], command], cwd=clone, env=environment, capture_output=True, check=False)
        assert done.returncode == 0, (command, done.stdout, done.stderr)
    pages = sorted((out / "site").rglob("*.html"))
    assert pages
    for page in pages:
        assert (clone / "public" / page.relative_to(out / "site")).read_bytes() == page.read_bytes()
    assert (clone / "public" / "pagefind" / "pagefind.js").is_file()
