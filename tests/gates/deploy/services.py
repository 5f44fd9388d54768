"""Renders a service and runs its own tests, as the county would."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from leadkit.deploy.render import render
from leadkit.deploy.repository import write_files
from leadkit.model.load import load
from leadkit.resources import programs

OURS = ("LEADKIT_", "LEAD_", "PYTEST_", "DATABASE_")
"""Settings that are about this run of tests, and not about that one."""
SERVERS = Path("/usr/lib/postgresql")


def rendered_into(name: str, place: Path, folder: Path | None = None) -> Path:
    """Render the service of a program, without its papers, into a folder."""
    place.mkdir(parents=True, exist_ok=True)
    made = render(load(folder or programs() / name), name=name, papers=False)
    assert made.files, "The program cannot be read."
    write_files(made, place)
    return place


def environment(**said: str) -> dict[str, str]:
    """What the machine tells the service, with nothing of this run of tests in it."""
    return {**{key: value for key, value in os.environ.items() if not key.startswith(OURS)}, **said}


def ran(service: Path, *arguments: str, **said: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the repository of a service."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=service, env=environment(**said), capture_output=True, text=True, check=False,
    )  # fmt: skip


def closing_line(service: Path, *arguments: str, **said: str) -> str:
    """Run the service's own tests and give the line that pytest closes with; they have passed."""
    done = ran(service, "-m", "pytest", "--quiet", "-p", "no:cacheprovider", *arguments, **said)
    assert done.returncode == 0, (done.stdout + done.stderr)[-6000:]
    return done.stdout.strip().splitlines()[-1]


def program_of_postgresql(name: str) -> str:
    """A program of PostgreSQL's server, which Debian keeps off the path."""
    found = shutil.which(name) or next((str(each) for each in sorted(SERVERS.glob(f"*/bin/{name}"))), None)
    assert found is not None, f"PostgreSQL has no {name} here"
    return found
