"""``make bench``: print the table that ``docs/benchmarks.md`` keeps."""

from __future__ import annotations

import argparse
import platform
import sys
import tempfile
from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path

from benchmarks.batch import batch
from benchmarks.cases import cases
from benchmarks.documents import documents, several
from benchmarks.mistakes import scoreboard
from benchmarks.programs import COUNTY, PROGRAMS, copies, dated, lines_of, of_lines
from benchmarks.redline import PEER, redline
from benchmarks.serving import serving
from benchmarks.site import site
from benchmarks.timing import medians, peak_memory, seconds_of

OFF = {"LEADKIT_CACHE": "off"}
BIN = Path(sys.executable).parent
LEADKIT = [sys.executable, "-m", "leadkit"]
PASS = [sys.executable, "-c", "pass"]
SCREENED = ("example-county", "santa-fe-nm", "seattle-king-wa", "albany-ny")
"""The programs whose cases are timed, the largest first."""


def main() -> None:
    """Run the comparisons that are named, or all, and print them as Markdown."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=main.__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"some of {', '.join(_PARTS)}; all without any")
    parser.add_argument("--rounds", type=int, default=7, help="how often each command is timed")
    parser.add_argument("--most", type=int, default=100, help="the most programs that are checked at once")
    parser.add_argument("--full", action="store_true", help="screen 20 million charges as well, which takes long")
    options = parser.parse_args()
    if unknown := [each for each in options.parts if each not in _PARTS]:
        parser.error(f"there is no part {unknown[0]}: choose from {', '.join(_PARTS)}")
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {_processor()}.")
    peers = ("check-jsonschema", "mkdocs-material", "pydantic", "pyyaml", "yamllint")
    print(f"{', '.join(f'{peer} {version(peer)}' for peer in peers)}.\n")
    with tempfile.TemporaryDirectory() as folder:
        for name in options.parts or _PARTS:
            _PARTS[name](Path(folder), options)


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(line, flush=True)


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or "processor not named"
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return f"{names[0]} ({len(names)} cores)" if names else "processor not named"


def _table(title: str, beside: str, rows: dict[str, float], base: float) -> None:
    print(f"### {title}\n\n| | seconds | beside {beside} |\n| --- | ---: | ---: |")
    for name, seconds in rows.items():
        print(f"| {name} | {seconds:.3f} | {seconds / base:.2f} |")
    print(flush=True)


def _start(place: Path, options: argparse.Namespace) -> None:
    commands = {
        "`python -c pass`": PASS,
        "`leadkit --help`": [*LEADKIT, "--help"],
        "`leadkit explain LK501`": [*LEADKIT, "explain", "LK501"],
        "`leadkit explain agreement.term`": [*LEADKIT, "explain", "agreement.term"],
    }
    seconds = medians(commands, options.rounds * 2)
    _table("Start", "`python -c pass`", seconds, seconds["`python -c pass`"])


def _checks(place: Path, options: argparse.Namespace) -> None:
    for program in (of_lines(2000, place), COUNTY):
        _check(program, place, options.rounds)
    _days(place)
    _growth(place, options.most)


def _check(program: Path, place: Path, rounds: int) -> None:
    schema = place / "schema.json"
    files = sorted(program.glob("*.yaml"))
    check = [*LEADKIT, "check", program]
    jsonschema = [BIN / "check-jsonschema", "--schemafile", schema, *files]
    cold = {
        "check-jsonschema, same schema": jsonschema,
        "`leadkit check`, cold": check,
        "`import pydantic`": [sys.executable, "-c", "import pydantic; pydantic.BaseModel"],
    }
    seconds_of([*LEADKIT, "schema", "--out", schema], {})
    seconds = medians(cold, rounds, environment=OFF)
    title = f"`check` of {program.name}, {lines_of(program):,} lines"
    _table(title, "check-jsonschema", seconds, seconds["check-jsonschema, same schema"])
    kept = {"`python -c pass`": PASS, "`leadkit check`, unchanged": check}
    seconds = medians(kept, rounds * 2, environment={"LEADKIT_CACHE": str(place / "cache")})
    _table(f"{title}, unchanged", "`python -c pass`", seconds, seconds["`python -c pass`"])
    memory = {"leadkit": peak_memory(check, OFF), "check-jsonschema": peak_memory(jsonschema, OFF)}
    print(f"Peak memory: leadkit {memory['leadkit']:.0f} MB, check-jsonschema {memory['check-jsonschema']:.0f} MB.\n")


def _days(place: Path) -> None:
    """A program is checked on each day on which it changes; a day on which little changes should cost little."""
    commands = {str(count): [*LEADKIT, "check", dated(place, count)] for count in (0, 50, 100, 200)}
    seconds = medians(commands, 1, environment=OFF)
    _table("`check` with more days on which something begins", "none more", seconds, seconds["0"])


def _analysis(place: Path, options: argparse.Namespace) -> None:
    """What is true of every case of the largest program, and of every case of another program on two days."""
    two_days = [PROGRAMS / "seattle-king-wa", "--on-old", "2020-06-01", "--on-new", "2023-09-01"]
    commands = {
        "`python -c pass`": PASS,
        "`leadkit check` of example-county": [*LEADKIT, "check", COUNTY],
        "`leadkit analyze` of example-county": [*LEADKIT, "analyze", COUNTY],
        "`leadkit diff` of Seattle in 2020 and 2023": [*LEADKIT, "diff", *two_days],
    }
    seconds = medians(commands, options.rounds, environment=OFF)
    _table("Every case of a program", "`python -c pass`", seconds, seconds["`python -c pass`"])


def _growth(place: Path, most: int) -> None:
    folders = copies(place, most)
    print(
        "### Several programs at once\n\n| programs | seconds | seconds for each | MB |\n| ---: | ---: | ---: | ---: |"
    )
    for count in sorted({1, min(10, most), most}):
        command = [*LEADKIT, "check", *folders[:count]]
        seconds = medians({"check": command}, 1, environment=OFF)["check"]
        memory = peak_memory(command, OFF)
        print(f"| {count} | {seconds:.2f} | {seconds / count:.3f} | {memory:.0f} |", flush=True)


def _documents(place: Path, options: argparse.Namespace) -> None:
    seconds, peer = documents(place, min(options.rounds, 3))
    if peer in seconds:
        _table("All documents of example-county", "docxtpl and LibreOffice", seconds, seconds[peer])
    print("### Documents of several programs on all cores\n\n| programs | seconds for each |\n| ---: | ---: |")
    for count, taken in several(place, options.most).items():
        print(f"| {count} | {taken / count:.2f} |", flush=True)


def _redline(place: Path, options: argparse.Namespace) -> None:
    seconds = redline(options.rounds)
    _table("A redline of example-county's memorandum", "python-redlines", seconds, seconds[PEER])


def _batch(place: Path, options: argparse.Namespace) -> None:
    for charges in (1_000_000, 5_000_000, *([20_000_000] if options.full else [])):
        _print(batch(charges, place, min(options.rounds, 3)))


_PARTS: dict[str, Callable[[Path, argparse.Namespace], None]] = {
    "start": _start,
    "check": _checks,
    "documents": _documents,
    "redline": _redline,
    "site": lambda place, options: _print(site(place / "site", min(options.rounds, 5))),
    "serve": lambda place, options: _print(serving(place / "serve", options.rounds)),
    "cases": lambda place, options: _print(cases(SCREENED)),
    "analysis": _analysis,
    "batch": _batch,
    "mistakes": lambda place, options: _print(scoreboard(place)),
}


if __name__ == "__main__":
    main()
