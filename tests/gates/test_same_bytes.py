"""The same bytes on another day: the clock of a whole second process is moved, that of the PDF's setter as well."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from leadkit.resources import programs
from tests.gates.conftest import PROGRAMS


def _files(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.glob("*/*"))}


@pytest.mark.gate("faketime")
def test_a_build_on_another_day_in_another_zone_gives_the_same_bytes(written: Path, tmp_path: Path) -> None:
    day = ["faketime", "2031-01-05 01:02:03"]
    moved = subprocess.run([*day, "date", "+%Y"], check=True, capture_output=True)
    assert moved.stdout == b"2031\n"
    folders = [str(programs() / name) for name in PROGRAMS]
    command = [*day, sys.executable, "-m", "leadkit", "build", *folders, "--out", str(tmp_path)]
    zone = {**os.environ, "TZ": "Pacific/Auckland", "LEADKIT_CACHE": "off"}
    subprocess.run(command, check=True, capture_output=True, env=zone)
    first, second = _files(written), _files(tmp_path)
    assert {name.rpartition(".")[2] for name in first} >= {"docx", "pdf", "html", "md"}
    assert [name for name in first if first[name] != second.get(name)] == []
    assert first.keys() == second.keys()
