"""A program on the bench of the deployment, and small renders that need no program."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from leadkit.deploy.compile.bench import Bench
from leadkit.deploy.compile.plain import to_json
from leadkit.deploy.render import LOCK, MANIFEST, Rendered, manifest
from leadkit.model.load import load
from leadkit.resources import programs

LINES = "".join(f"line {number}\n" for number in range(1, 31))


def bench_of(folder: Path) -> Bench:
    jurisdiction = load(folder)
    standing = jurisdiction.resolve()
    assert standing.program is not None
    return Bench(jurisdiction, standing, standing.program, folder.name)


@cache
def _county() -> Bench:
    return bench_of(programs() / "example-county")


@pytest.fixture
def county() -> Bench:
    """The example county, without what others found in it."""
    return replace(_county(), findings=[])


def rendered(files: dict[str, str], *, leadkit: str = "0.1.0", digest: str = "a" * 40) -> Rendered:
    """A small render with its lock and manifest."""
    data = {path: text.encode() for path, text in files.items()}
    lock: dict[str, Any] = {"format": 1, "leadkit": leadkit, "program": "county", "digest": digest, "papers": False}
    data[LOCK] = to_json(lock)
    data[MANIFEST] = manifest(data)
    return Rendered(data, frozenset({"run.sh"} & set(files)), ())


FIRST = {"config/settings.py": LINES, "lead/views.py": LINES, "local/settings.py": "# ours\n", "run.sh": "#!/bin/sh\n"}


@pytest.fixture
def git() -> Callable[..., str]:
    """git in a folder, as the county runs it."""

    def run(folder: Path, *arguments: str) -> str:
        command = ["git", "-c", "user.name=County", "-c", "user.email=it@county.example", "-C", str(folder), *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    return run
