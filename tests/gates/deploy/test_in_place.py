"""The service's code is held to its own rules, by the tools that it names for that."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.gates.deploy.services import ran

Service = Callable[[str], Path]


@pytest.mark.gate("python:ruff")
@pytest.mark.parametrize("command", [("check", "--no-cache", "."), ("format", "--no-cache", "--check", ".")], ids=str)
def test_ruff_finds_nothing_in_a_service(command: tuple[str, ...], service: Service) -> None:
    done = ran(service("example-county"), "-m", "ruff", *command)
    assert done.returncode == 0, done.stdout


@pytest.mark.gate("python:mypy_django_plugin")
def test_mypy_finds_nothing_in_a_service(service: Service, tmp_path: Path) -> None:
    done = ran(service("example-county"), "-m", "mypy", "--cache-dir", str(tmp_path))
    assert done.returncode == 0, done.stdout


@pytest.mark.gate("python:django")
def test_the_migrations_make_what_the_models_say(service: Service) -> None:
    done = ran(service("example-county"), "manage.py", "makemigrations", "--check", "--dry-run")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.gate("shellcheck")
def test_shellcheck_finds_nothing_in_what_runs_as_root(service: Service) -> None:
    scripts = [str(file) for file in service("example-county").rglob("*.sh") if ".venv" not in file.parts]
    assert scripts
    done = subprocess.run(["shellcheck", *scripts], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.gate("shellcheck")
def test_shellcheck_finds_nothing_in_the_commands_of_the_runbook(service: Service, tmp_path: Path) -> None:
    place = service("example-county")
    for page in [place / "README.md", *sorted((place / "runbook").glob("*.md"))]:
        blocks = re.findall(r"^```sh\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
        (tmp_path / f"{page.stem}.sh").write_text("#!/bin/sh\n" + "".join(blocks), encoding="utf-8")
    scripts = [str(file) for file in sorted(tmp_path.glob("*.sh"))]
    done = subprocess.run(["shellcheck", *scripts], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.gate("python:django")
def test_the_runbook_names_commands_and_units_that_there_are(service: Service) -> None:
    place = service("example-county")
    pages = [place / "README.md", place / "ops/install.sh", *(place / "runbook").glob("*.md")]
    text = "\n".join(page.read_text(encoding="utf-8") for page in pages)
    named = set(re.findall(r"(?:lead-manage|manage\.py) ([a-z_]+)", text))
    assert len(named) > 8
    assert named <= {"help", *ran(place, "manage.py", "help", "--commands").stdout.split()}
    units = set(re.findall(r"\blead[-@][a-z_]+\.(?:timer|service)\b", text))
    known = {file.name for file in (place / "ops").glob("lead*")} | {"lead@backup.service"}
    assert units <= known, units - known
