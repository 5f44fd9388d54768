"""Documents: the whole suite in four formats, beside docxtpl with LibreOffice for Word and PDF alone."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from benchmarks.programs import copies
from benchmarks.timing import medians, seconds_of

LEADKIT = [sys.executable, "-m", "leadkit"]
OFF = {"LEADKIT_CACHE": "off"}
COLD = """
import os, shutil, sys
out, *command = sys.argv[1:]
shutil.rmtree(out, ignore_errors=True)
os.execv(command[0], command)
"""
"""Run a command after the folder that it writes into was taken away."""
CALL = """
import pathlib, re, subprocess, sys, time
file, *command = sys.argv[1:]
path = pathlib.Path(file)
new = f"360-555-{int(time.time() * 10) % 10000:04d}"
text = path.read_text(encoding="utf-8")
path.write_text(re.sub(r"360-555-\\d{4}(?=, visibility: public)", new, text, count=1), encoding="utf-8")
sys.exit(subprocess.run(command, check=False, capture_output=True).returncode)
"""
"""Run a command after a telephone number in a file was changed."""


def documents(place: Path, rounds: int) -> tuple[dict[str, float], str]:
    """The seconds of each way to make the documents, and the name of the peer that the others stand beside."""
    (county,) = copies(place / "suite", 1)
    build = [*LEADKIT, "build", county, "--out", place / "ours"]
    cold = [sys.executable, "-c", COLD, place / "cold", *LEADKIT, "build", county, "--out", place / "cold"]
    kept = {"LEADKIT_CACHE": str(place / "kept")}
    seconds_of(build, kept)
    first = medians({"first": cold}, rounds, environment=OFF)
    commands: dict[str, list[str | Path]] = {
        "`leadkit build`, four formats, cold": cold,
        "`leadkit build`, nothing changed": build,
        "`leadkit check`, nothing changed": [*LEADKIT, "check", county],
    }
    peer = "docxtpl and LibreOffice, Word and PDF"
    if shutil.which("soffice"):
        commands[peer] = _peer(place, county.name)
        commands["the same, with HTML and plain text too"] = [
            "all" if each == "render" else each for each in commands[peer]
        ]
    seconds = medians(commands, rounds, environment=kept)
    call = [sys.executable, "-c", CALL, county / "agencies.yaml", *build]
    seconds["`leadkit build`, one telephone number changed"] = medians({"call": call}, rounds, environment=kept)["call"]
    seconds["`leadkit build`, the very first time"] = first["first"]
    return seconds, peer


def several(place: Path, most: int) -> dict[int, float]:
    """The seconds for one program and more, on all cores."""
    folders = copies(place / "several", most)
    counts = sorted({1, min(2, most), min(10, most), most})
    return {
        count: seconds_of([*LEADKIT, "build", *folders[:count], "--out", place / f"out-{count}"], OFF)
        for count in counts
    }


def _peer(place: Path, name: str) -> list[str | Path]:
    """A template filled with the words of the same documents, one paragraph for each of theirs."""
    peer = place / "peer"
    peer.mkdir()
    texts: list[Path] = []
    for made in sorted((place / "ours" / name).glob("*.md")):
        lines = [line for line in made.read_text(encoding="utf-8").splitlines() if line.strip()]
        texts.append(peer / f"{made.stem}.txt")
        texts[-1].write_text("\n".join(lines), encoding="utf-8")
    template = peer / "template.docx"
    seconds_of([sys.executable, "-m", "benchmarks.peer", "template", template], {})
    return [sys.executable, "-m", "benchmarks.peer", "render", template, peer, *texts]
