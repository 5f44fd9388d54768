"""A program is checked on every day on which it changes: what is found over and over is found once, and shared."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from leadkit.check import check
from leadkit.check.stretches import over_days
from leadkit.diagnostic import Diagnostic, Severity
from leadkit.model.load import load

Over = Callable[[str], Path]

DAYS = tuple(date(year, 1, 1) for year in range(2020, 2026))


def _on(*years: int) -> list[Diagnostic]:
    return [Diagnostic("LK302", Severity.WARNING, "It is gone.", (), on=date(year, 1, 1)) for year in years]


@pytest.mark.parametrize(
    ("years", "says"),
    [
        ((2021, 2022), "It is gone from 2021-01-01 to 2022-12-31."),
        ((2025,), "It is gone from 2025-01-01."),
        ((2020, 2022, 2025), "It is gone from 2020-01-01 to 2020-12-31, and 2 times more after that."),
    ],
)
def test_what_differs_in_its_day_alone_is_one_finding(years: tuple[int, ...], says: str) -> None:
    assert [one.message for one in over_days(_on(*years), DAYS)] == [says]


def test_a_question_about_one_day_is_answered_for_that_day() -> None:
    assert [one.message for one in over_days(_on(2021), [date(2021, 1, 1)])] == ["It is gone on 2021-01-01."]


def test_the_day_after_an_end_is_looked_at(over_county: Over) -> None:
    found = check(over_county("agencies: {bridgeway: {effective_until: 2027-06}}"))
    assert [(one.code, one.message.partition(", which is ")[2]) for one in found] == [
        ("LK302", "not in force from 2027-07-01.")
    ]
    assert len(found[0].fields) > 10
    assert all("bridgeway" not in path.split(".")[1:2] for path in found[0].fields)


def test_an_end_does_not_move_the_day_that_the_program_is_described_as_of(over_county: Over) -> None:
    laid = load(over_county("program: {as_of: ~}\nagencies: {bridgeway: {effective_until: 2031-06-30}}"))
    assert laid.as_of < date(2031, 1, 1)
    assert date(2031, 7, 1) in laid.epochs


def test_what_is_the_same_on_two_days_is_typed_once_and_what_is_not_is_typed_anew(over_county: Over) -> None:
    jurisdiction = load(
        over_county(
            "areas: {downtown-core: {name: {versions: {2023-11-15: Core, 2025-01-01: Center}}}}\n"
            "agencies: {bridgeway: {effective_until: 2025-06-30}}"
        )
    )
    before, after, later = (
        jurisdiction.resolve(day).program for day in (date(2024, 6, 1), date(2025, 2, 1), date(2025, 7, 1))
    )
    assert before
    assert after
    assert later
    assert before.governance is after.governance
    assert before.areas["unincorporated"] is after.areas["unincorporated"]
    assert before.agencies["county-sheriff"] is later.agencies["county-sheriff"]
    assert (before.areas["downtown-core"].name, after.areas["downtown-core"].name) == ("Core", "Center")
    assert "bridgeway" in after.agencies
    assert "bridgeway" not in later.agencies


@pytest.mark.parametrize("name", ["example-county", "santa-fe-nm", "seattle-king-wa"])
def test_a_day_looked_at_after_others_is_as_if_looked_at_alone(name: str) -> None:
    from leadkit.resources import programs

    shared = load(programs() / name)
    for day in shared.epochs:
        alone = load(programs() / name).resolve(day)
        assert shared.resolve(day).program == alone.program
        assert shared.resolve(day).resolution.gone == alone.resolution.gone


@pytest.mark.parametrize(("on", "found"), [("2027-06-30", []), ("2027-07-01", ["LK302"])])
def test_a_scenario_needs_what_it_names_on_its_own_day_alone(over_county: Over, on: str, found: list[str]) -> None:
    """The pathway is not named elsewhere; only the scenario refers to it."""
    folder = over_county(
        "pathways: {extra: {kind: post_overdose, effective_until: 2027-06-30}}\n"
        f"scenarios: {{later: {{title: Later, on: {on}, pathway: extra, facts: {{age: 34}}}}}}"
    )
    assert [one.code for one in check(folder) if one.path == "scenarios.later.pathway"] == found
