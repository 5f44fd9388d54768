"""The programs that are timed: those that are shipped, and copies of the example county."""

from __future__ import annotations

import shutil
from pathlib import Path

from leadkit.resources import programs

COUNTY = programs() / "example-county"


def lines_of(folder: Path) -> int:
    """The lines of a program's files."""
    return sum(len(file.read_text(encoding="utf-8").splitlines()) for file in folder.glob("*.yaml"))


def nearest_to(lines: int) -> Path:
    """The shipped program of nearest that many lines."""
    return min(programs().iterdir(), key=lambda folder: abs(lines_of(folder) - lines))


def copies(out: Path, count: int) -> list[Path]:
    """Copies of the example county, each a program of its own."""
    made = [out / f"county-{number:03d}" for number in range(count)]
    for folder in made:
        shutil.copytree(COUNTY, folder)
    return made
