"""The service of two programs tests itself: one that shares much, and one that says nothing of sharing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from leadkit.deploy.render import render
from leadkit.deploy.repository import write_files
from leadkit.model.load import load
from leadkit.resources import programs

OURS = ("LEADKIT_", "LEAD_", "PYTEST_")
"""Settings that are about this run of tests, and not about that one."""


@pytest.mark.gate("python:django", "python:pytest_django")
@pytest.mark.parametrize("name", ["example-county", "albany-ny"])
def test_a_rendered_service_passes_its_own_tests(name: str, tmp_path: Path) -> None:
    write_files(render(load(programs() / name), name=name, papers=False), tmp_path)
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith(("LEADKIT_", "LEAD_", "PYTEST_"))
    }
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--quiet", "-p", "no:cacheprovider"],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-3000:]
