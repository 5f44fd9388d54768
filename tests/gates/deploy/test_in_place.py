"""The service's code is held to its own rules, by the tools that it names for that."""

from __future__ import annotations

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
