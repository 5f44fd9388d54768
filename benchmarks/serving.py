"""``leadkit site serve``: from the save of a file to the page that a browser loads again, with the page open."""

from __future__ import annotations

import re
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from benchmarks.programs import COUNTY

_LOOK, _QUIET = 0.1, 2.5
"""Seconds between two questions of a page whether it is new, and those that nothing happens in between two saves."""
_CLOCKS = ("seventeen", "eighteen", "nineteen", "twenty")


def serving(place: Path, rounds: int) -> Iterator[str]:
    """The seconds of each kind of save, as a table."""
    county = Path(shutil.copytree(COUNTY, place / "county"))
    yield "### A save while the site is served\n\n| what is saved | seconds to the new page, median | most |"
    yield "| --- | ---: | ---: |"
    taken: dict[str, list[float]] = {}
    with _server(county) as address:
        for turn in range(min(rounds, len(_CLOCKS)) + 1):
            for name, seconds in _saves(address, county, turn):
                if turn:  # the first finds what is read but once
                    taken.setdefault(name, []).append(seconds)
    for name, each in taken.items():
        yield f"| {name} | {statistics.median(each):.2f} | {max(each):.2f} |"
    yield ""


def _saves(address: str, county: Path, turn: int) -> Iterator[tuple[str, float]]:
    program, procedure = county / "program.yaml", county / "procedure.yaml"
    yield (
        "a word",
        _until(address, "index.html", _changed(program, r"(summary: >-\s+)", rf"\g<1>Word{turn} "), f"Word{turn}"),
    )
    clock = _changed(procedure, r"within: \d+ minutes", f"within: {17 + turn % len(_CLOCKS)} minutes")
    yield "a clock", _until(address, "how.html", clock, f"{_CLOCKS[turn % len(_CLOCKS)]} minutes")
    sound = program.read_text(encoding="utf-8")
    broken = _changed(program, r"\Z", "broken: [\n")
    yield "broken YAML: the findings are shown", _until(address, "index.html", broken, "leadkit-findings")
    mended = lambda: program.write_text(sound, encoding="utf-8")  # noqa: E731
    yield "the same, mended", _until(address, "index.html", mended, "leadkit-findings", there=False)


def _changed(file: Path, pattern: str, new: str) -> Callable[[], object]:
    text = re.sub(pattern, new, file.read_text(encoding="utf-8"), count=1)
    return lambda: file.write_text(text, encoding="utf-8")


def _until(address: str, page: str, save: Callable[[], object], words: str, *, there: bool = True) -> float:
    """Save while a page is open, and ask as its script does until it is new and shows what is wanted."""
    time.sleep(_QUIET)
    _read(address + page)
    before = _read(f"{address}-/version?/{page}")
    begun = time.perf_counter()
    save()
    while True:
        time.sleep(_LOOK)
        if (now := _read(f"{address}-/version?/{page}")) != before:
            before = now
            if (words in _read(address + page)) is there:
                return time.perf_counter() - begun


def _read(address: str) -> str:
    with urlopen(address, timeout=60) as answer:
        return str(answer.read().decode())


@contextmanager
def _server(county: Path) -> Iterator[str]:
    """A server that has made its first site."""
    command = [sys.executable, "-u", "-m", "leadkit", "site", "serve", str(county), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stdout is not None
        first = re.search(r"http://\S+", process.stdout.readline())
        process.stdout.readline()
        try:
            assert first is not None
            yield first[0]
        finally:
            process.terminate()
