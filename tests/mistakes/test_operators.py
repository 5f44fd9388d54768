"""Mistakes made by the hundred: check never fails, sees each, and names the right line.

Where the gates are the example county gets one mistake by each operator; otherwise it gets a sample, as every other
program does. ``LEADKIT_MISTAKES=500`` makes so many in each.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from leadkit.model.load import load
from leadkit.resources import programs
from leadkit.source.tree import plain
from leadkit.source.writing import to_yaml
from tests.mistakes.operators.ground import Ground
from tests.mistakes.operators.judging import Verdict, judged
from tests.mistakes.operators.made import OPERATORS, Made
from tests.mistakes.operators.making import make
from tests.mistakes.workshop import reading_once
from tests.programs import PROGRAMS
from tests.sampling import ALL, takes_long

COUNT = int(os.environ.get("LEADKIT_MISTAKES", "0"))
SAMPLE = 5
PLACED = 0.98
"""The share of mistakes whose line must be named."""


def _told(verdict: Verdict) -> str:
    found = [f"{one.code} {Path(one.spans[0].file).name}:{one.spans[0].line}" for one in verdict.found]
    made = verdict.made
    return f"{made.operator} in {Path(made.file).name}:{min(made.lines)}: {', '.join(found) or 'nothing found'}"


def _whole(name: str, place: Path) -> Path:
    """A program in one folder: one that extends a base is written out, for a mistake is made in one file."""
    source = load(programs() / name).source
    if len(source.folders) == 1:
        return programs() / name
    folder = place / "written-out" / name
    folder.mkdir(parents=True)
    (folder / "all.yaml").write_text(to_yaml(plain(source.root)), encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", PROGRAMS)
def test_every_mistake_is_seen_and_nearly_every_one_on_its_line(name: str, tmp_path: Path) -> None:
    count = COUNT or (len(OPERATORS) if name == "example-county" and ALL else SAMPLE)
    with reading_once():
        verdicts = list(judged(_whole(name, tmp_path), tmp_path, count))
    assert len(verdicts) == count
    assert not [verdict.failure for verdict in verdicts if verdict.failure]
    assert not [_told(verdict) for verdict in verdicts if not verdict.seen]
    astray = [_told(verdict) for verdict in verdicts if not verdict.placed]
    assert len(astray) <= (1 - PLACED) * count, astray


@takes_long
def test_every_operator_finds_a_place_in_the_example_county_and_makes_the_same_again() -> None:
    folder = programs() / "example-county"
    made = list(make(Ground(folder), len(OPERATORS)))
    assert {one.operator for one in made} == set(OPERATORS)
    assert made[:8] == list(make(Ground(folder), 8))


def test_a_finding_on_another_line_or_in_another_file_is_not_the_right_one(tmp_path: Path) -> None:
    with reading_once():
        verdict = next(iter(judged(programs() / "san-francisco-ca", tmp_path, 1)))
    made = verdict.made
    assert verdict.placed
    astray = frozenset(line + 1 for line in made.lines)
    assert not Verdict(Made(made.operator, made.file, made.text, astray), verdict.found).placed
    assert not Verdict(Made(made.operator, "other.yaml", made.text, made.lines), verdict.found).placed
    assert not Verdict(made, ()).seen
