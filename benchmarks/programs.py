"""The programs that are timed: those that are shipped, and copies of the example county."""

from __future__ import annotations

import shutil
from pathlib import Path

from leadkit.resources import programs

PROGRAMS = programs()
COUNTY = PROGRAMS / "example-county"


def lines_of(folder: Path) -> int:
    """The lines of a program's files."""
    return sum(len(file.read_text(encoding="utf-8").splitlines()) for file in folder.glob("*.yaml"))


def of_lines(lines: int, out: Path) -> Path:
    """Santa Fe, with as many more providers of services as make up that many lines."""
    folder = out / f"santa-fe-of-{lines}-lines"
    shutil.copytree(PROGRAMS / "santa-fe-nm", folder)
    shutil.copytree(PROGRAMS / "new-mexico-base", out / "new-mexico-base", dirs_exist_ok=True)  # which it extends
    wanted = (lines - lines_of(folder)) // _PROVIDER.count("\n")
    _put(folder / "services.yaml", "  providers:\n", [_PROVIDER.format(number=number) for number in range(wanted)])
    return folder


def dated(out: Path, indicators: int) -> Path:
    """The example county with so many more measures, each of which begins on a day of its own."""
    folder = out / f"county-of-{indicators}-dates"
    shutil.copytree(COUNTY, folder)
    days = (f"{2024 + number // 144}-{number // 12 % 12 + 1:02d}-{number % 12 + 10}" for number in range(indicators))
    added = [_INDICATOR.format(number=number, day=day) for number, day in enumerate(days)]
    _put(folder / "measures.yaml", "  indicators:\n", added)
    return folder


def _put(file: Path, after: str, added: list[str]) -> None:
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(after, after + "".join(added), 1), encoding="utf-8", newline="\n")


_PROVIDER = """\
    more-{number}:
      agency: life-link
      categories: [housing]
      conditions: [Number {number} asks for nothing.]
"""
_INDICATOR = """\
    more-{number}:
      title: Measure {number}
      kind: count
      definition: What is counted.
      disaggregations: [race]
      denominator: {{kind: none}}
      period: quarter
      supplied_by: project-manager
      effective_from: {day}
"""


def copies(out: Path, count: int) -> list[Path]:
    """Copies of the example county, each a program of its own."""
    made = [out / f"county-{number:03d}" for number in range(count)]
    for folder in made:
        shutil.copytree(COUNTY, folder)
    return made
