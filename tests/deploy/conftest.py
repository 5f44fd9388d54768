"""The example county on the bench, and git as the county runs it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from leadkit.deploy.compile.bench import Bench
from tests.deploy.benches import example_county


@pytest.fixture
def county() -> Bench:
    """The example county, without what others found in it."""
    return replace(example_county(), findings=[])


@pytest.fixture
def git() -> Callable[..., str]:
    """git in a folder, as the county runs it."""

    def run(folder: Path, *arguments: str) -> str:
        command = ["git", "-c", "user.name=County", "-c", "user.email=it@county.example", "-C", str(folder), *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    return run
