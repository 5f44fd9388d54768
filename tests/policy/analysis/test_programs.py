"""The real programs: what is said of each is shown by a case, and in little time."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from leadkit.model.load import load
from leadkit.policy.analysis.analyze import Analysis, analyze, remarks
from leadkit.policy.analysis.compare import Comparison, Version, compare
from leadkit.policy.analysis.note import About
from leadkit.policy.analysis.remark import Kind
from leadkit.policy.compile import compile_policy
from leadkit.resources import programs
from tests.programs import PROGRAMS

COUNTY = programs() / "example-county"


def _analyze(folder: Path, on: date | None = None) -> Analysis:
    analysis = analyze(load(folder), on, name=folder.name)
    assert analysis is not None
    return analysis


def _turns(compared: Comparison) -> list[tuple[str, str, list[str]]]:
    return [
        (one.before, one.after, [rule.id.rpartition("eligibility.")[2] for rule in one.rules])
        for one in compared.found.changes
    ]


@pytest.mark.parametrize("name", PROGRAMS)
def test_every_witness_shows_what_it_is_a_witness_of(name: str) -> None:
    for remark in _analyze(programs() / name).remarks:
        assert remark.kind is not Kind.UNDECIDED, remark
        if remark.kind in (Kind.IMPLIED, Kind.NEVER_ALONE):
            assert remark.witness is not None
            (decided,) = remark.witness.decided
            assert {*remark.rules} <= {*decided.rules} and {*remark.others} & {*decided.rules}, remark


def test_the_largest_program_is_analyzed_in_less_than_a_second() -> None:
    policy = compile_policy(load(COUNTY))
    assert policy is not None and len(policy.rules) > 80
    begun = time.process_time()
    list(remarks(policy))
    assert time.process_time() - begun < 1


def test_an_age_limit_above_another_leaves_nobody(over_county: Callable[[str], Path]) -> None:
    folder = over_county("eligibility: {age: {minimum: 40, maximum: 30}}")
    told = [one for one in _analyze(folder).remarks if one.kind is Kind.NOBODY]
    assert len(told) == 5
    assert "eligibility.age" in told[0].rules[0].id


def test_washington_2020_and_2021_differ_in_law_alone() -> None:
    seattle = load(programs() / "seattle-king-wa")
    found = compare(Version(seattle, date(2020, 6, 1)), Version(seattle, date(2020, 12, 30)))
    assert found is not None and found.is_none
    found = compare(Version(seattle, date(2021, 1, 15)), Version(seattle, date(2021, 3, 15)))
    assert found is not None and not found.found.changes
    assert [one.about for one in found.found.notes] == [About.LAW]
    assert "not in force (in force only until 2021-02-25" in found.found.notes[0].sentence


def test_washington_2023_lists_public_use() -> None:
    seattle = load(programs() / "seattle-king-wa")
    found = compare(Version(seattle, date(2021, 6, 1)), Version(seattle, date(2023, 8, 1)))
    assert found is not None
    assert _turns(found) == [
        ("needs_discretion", "eligible", ["unlisted"]),
        ("needs_discretion", "not_eligible", ["offences.public-use.acts"]),
    ]


def test_a_higher_limit_lets_in_what_lies_between(over_county: Callable[[str], Path]) -> None:
    old = Version(load(COUNTY))
    new = Version(load(over_county("eligibility: {age: {minimum: 21}}")))
    found = compare(old, new)
    assert found is not None
    assert _turns(found)[0] == ("eligible", "not_eligible", ["age.minimum"])
    assert [line.answer for line in found.found.changes[0].witness.lines] == ["18 years to 20 years"]
