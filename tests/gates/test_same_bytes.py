"""The same bytes on another day: the clock of the whole process is moved, that of the PDF's setter as well."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from leadkit.resources import programs

COUNTY = programs() / "example-county"


def _built(out: Path, day: str, zone: str) -> dict[str, bytes]:
    command = ["faketime", day, sys.executable, "-m", "leadkit", "build", str(COUNTY), "--out", str(out)]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "TZ": zone, "LEADKIT_CACHE": "off"})
    return {file.name: file.read_bytes() for file in sorted((out / COUNTY.name).iterdir())}


@pytest.mark.gate("faketime")
def test_a_build_on_another_day_in_another_zone_gives_the_same_bytes(tmp_path: Path) -> None:
    moved = subprocess.run(["faketime", "2031-01-05 01:02:03", "date", "+%Y"], check=True, capture_output=True)
    assert moved.stdout == b"2031\n"
    first = _built(tmp_path / "one", "2026-02-28 12:00:00", "America/Los_Angeles")
    second = _built(tmp_path / "two", "2031-01-05 01:02:03", "Pacific/Auckland")
    assert {name.rpartition(".")[2] for name in first} >= {"docx", "pdf", "html", "md"}
    assert [name for name in first if first[name] != second.get(name)] == []
    assert first.keys() == second.keys()
