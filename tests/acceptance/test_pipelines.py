"""Leadkit in other people's pipelines: the hook of pre-commit, and the composite action of GitHub."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from leadkit.resources import programs
from tests.sampling import takes_long

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: dict[str, dict[str, Any]] = {step["name"]: step for step in ACTION["runs"]["steps"] if "name" in step}
BASH = pytest.mark.gate("bash")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A repository with two small bases in it, one of which has a warning."""
    for name, line in {"our county": "# yaml-language-server: $schema=gone.json\n", "small": ""}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "all.yaml").write_text(f"{line}base: yes\nschema_version: 1\n", encoding="utf-8")
    return tmp_path


def _environment() -> dict[str, str]:
    return os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}


def _step(name: str, checkout: Path, **inputs: str) -> tuple[int, str]:
    """Run a step as GitHub does: the inputs by the environment, the script by bash."""
    given = {key: str(told.get("default", "")) for key, told in ACTION["inputs"].items()} | inputs
    step = STEPS[name]
    environment = _environment()
    for variable, expression in step["env"].items():
        assert expression.startswith("${{ inputs."), expression
        environment[variable] = given[expression.removeprefix("${{ inputs.").removesuffix(" }}")]
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    done = subprocess.run(command, cwd=checkout, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


@BASH
def test_the_action_checks_each_program(checkout: Path) -> None:
    code, printed = _step("Check", checkout, programs="our county\n\nsmall\n")
    assert code == 0, printed
    assert "title=LK292" in printed
    assert "in 2 files." in _step("Check", checkout, programs="our county\n\nsmall\n", format="text")[1]
    assert _step("Check", checkout, programs="our county", strict="true")[0] == 1
    assert _step("Check", checkout, programs="our county", format="json")[1].startswith("{")


@BASH
def test_the_action_fails_where_a_program_has_errors(checkout: Path) -> None:
    (checkout / "small" / "all.yaml").write_text("base: yes\nagencys: {}\n", encoding="utf-8")
    code, printed = _step("Check", checkout, programs="our county\nsmall")
    assert (code, "title=LK207" in printed) == (1, True)


@BASH
def test_what_a_workflow_passes_is_never_run(checkout: Path) -> None:
    for hostile in ("$(touch ran)`touch ran`", '"; touch ran; "'):
        _step("Check", checkout, programs=hostile, strict=hostile)
        _step("Check", checkout, format=hostile)
        _step("Build", checkout, programs=hostile, out=hostile)
    assert not (checkout / "ran").exists()


@BASH
@takes_long
def test_the_action_builds(checkout: Path) -> None:
    shutil.copytree(programs() / "albany-ny", checkout / "a county")
    code, printed = _step("Build", checkout, programs="a county", out="made")
    assert code == 0, printed
    assert (checkout / "made" / "a county" / "mou.pdf").is_file()


@pytest.mark.gate("python:check_jsonschema")
def test_the_action_is_one_that_github_takes() -> None:
    command = [
        sys.executable,
        "-m",
        "check_jsonschema",
        "--builtin-schema",
        "vendor.github-actions",
        str(ROOT / "action.yml"),
    ]
    done = subprocess.run(command, env=_environment(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_hook_runs_and_takes_no_names_of_files(checkout: Path) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert (hook["language"], hook["pass_filenames"]) == ("python", False)
    command = [str(Path(sys.executable).with_name(shlex.split(hook["entry"])[0])), *shlex.split(hook["entry"])[1:]]
    done = subprocess.run([*command, "our county"], cwd=checkout, capture_output=True, text=True, check=False)
    assert (done.returncode, "LK292 warning" in done.stdout) == (0, True)
