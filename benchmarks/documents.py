"""Documents: the memorandum and the annex in four formats, beside docxtpl with LibreOffice for Word and PDF alone."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from benchmarks.programs import COUNTY, copies
from benchmarks.timing import medians, seconds_of

LEADKIT = [sys.executable, "-m", "leadkit"]
OFF = {"LEADKIT_CACHE": "off"}
WARM = """
import sys, time
from pathlib import Path
from click.testing import CliRunner
from leadkit.cli.group import command
arguments = ["build", sys.argv[1], "--out", sys.argv[2]]
CliRunner().invoke(command, arguments, standalone_mode=False)
started = time.perf_counter()
CliRunner().invoke(command, arguments, standalone_mode=False)
print(time.perf_counter() - started)
"""


def documents(place: Path, rounds: int) -> tuple[dict[str, float], str]:
    """The seconds of each way to make the documents, and the name of the peer that the others stand beside."""
    build = [*LEADKIT, "build", COUNTY, "--out", place / "ours"]
    kept = {"LEADKIT_CACHE": str(place / "kept")}
    seconds_of(build, kept)
    first = medians({"first": build}, rounds, environment=OFF)
    commands: dict[str, list[str | Path]] = {"`leadkit build`, four formats, cold": build}
    peer = "docxtpl and LibreOffice, Word and PDF"
    if shutil.which("soffice"):
        commands[peer] = _peer(place)
    seconds = medians(commands, rounds, environment=kept)
    seconds["`leadkit build`, the very first time"] = first["first"]
    seconds["`leadkit build` again in the same process"] = _warm(place)
    return seconds, peer


def several(place: Path, most: int) -> dict[int, float]:
    """The seconds for 1, 3 and 10 programs in one process."""
    folders = copies(place / "several", most)
    counts = sorted({1, min(3, most), most})
    return {
        count: seconds_of([*LEADKIT, "build", *folders[:count], "--out", place / f"out-{count}"], OFF)
        for count in counts
    }


def _peer(place: Path) -> list[str | Path]:
    """A template filled with the words of the same two documents, one paragraph for each of theirs."""
    peer = place / "peer"
    peer.mkdir()
    texts: list[Path] = []
    for made in sorted((place / "ours" / COUNTY.name).glob("*.md")):
        lines = [line for line in made.read_text(encoding="utf-8").splitlines() if line.strip()]
        texts.append(peer / f"{made.stem}.txt")
        texts[-1].write_text("\n".join(lines), encoding="utf-8")
    template = peer / "template.docx"
    seconds_of([sys.executable, "-m", "benchmarks.peer", "template", template], {})
    return [sys.executable, "-m", "benchmarks.peer", "render", template, peer, *texts]


def _warm(place: Path) -> float:
    import subprocess

    command = [sys.executable, "-c", WARM, str(COUNTY), str(place / "warm")]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
