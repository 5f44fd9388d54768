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


@pytest.fixture
def python(tmp_path: Path) -> Path:
    """A Python with nothing in it, as the hosts give one: a folder of commands."""
    venv.create(tmp_path / "python", with_pip=True)
    return tmp_path / "python" / "bin"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """The site of Albany as a repository of its own."""
    made = publish({"albany-ny": load(programs() / "albany-ny")}, tmp_path / "out", Wanted(workflow="github"))
    assert not made.failed, made.findings
    identity = ("-c", "user.name=Site", "-c", "user.email=site@example.org")
    for arguments in (("init", "--quiet"), ("add", "."), (*identity, "commit", "--quiet", "--message", "Site")):
        subprocess.run(["git", *arguments], cwd=tmp_path / "out", check=True)
    return tmp_path / "out"


def _told(host: str) -> Any:
    return yaml.load((templates() / "site" / "workflows" / f"{host}.yml").read_text("utf-8"), yaml.BaseLoader)


def _commands() -> Iterator[str]:
    for step in _told("github")["jobs"]["build"]["steps"]:
        if "run" in step:
            yield step["run"]


@pytest.mark.gate("python:check_jsonschema")
@pytest.mark.parametrize("host", WORKFLOWS)
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
    assert told["concurrency"] == {"group": "pages-${{ github.ref }}", "cancel-in-progress": "false"}


def test_both_hosts_run_the_same_commands_and_publish_the_same_folder() -> None:
    github, gitlab = _told("github")["jobs"]["build"]["steps"][-1], _told("gitlab")["pages"]
    assert gitlab["script"] == [*_commands()]
    assert gitlab["artifacts"]["paths"] == [github["with"]["path"]] == ["public"]


def test_an_action_has_one_version_everywhere() -> None:
    files = [*templates().rglob("*.yml"), ROOT / "action.yml", *(ROOT / "docs").rglob("*.md")]
    used = {one for file in files for one in re.findall(r"actions/[a-z-]+@\S+", file.read_text(encoding="utf-8"))}
    assert len(used) == len({one.partition("@")[0] for one in used}) > 4, sorted(used)


@takes_long
@pytest.mark.gate("git", "bash", "python:mkdocs", "python:pagefind")
def test_the_steps_build_the_site_from_a_clone(out: Path, python: Path, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", str(out), str(clone)], check=True)
    file = templates() / "site" / "workflows" / "github.yml"
    assert (clone / WORKFLOWS["github"]).read_bytes() == file.read_bytes()
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    environment |= {"PATH": f"{python}:/usr/bin:/bin", "CI": "true"}
    for command in _commands():  # GitHub gives each to a shell of its own, which ends at the first failure
        done = subprocess.run(
            ["bash", "-e", "-c", command], cwd=clone, env=environment, capture_output=True, check=False
        )
        assert done.returncode == 0, (command, done.stdout, done.stderr)
    pages = sorted((out / "site").rglob("*.html"))
    assert pages
    for page in pages:
        assert (clone / "public" / page.relative_to(out / "site")).read_bytes() == page.read_bytes()
    assert (clone / "public" / "pagefind" / "pagefind.js").is_file()
