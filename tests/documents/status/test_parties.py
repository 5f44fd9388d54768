"""Who has signed: never more than the program says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from leadkit.documents.status.parties import PartyStanding, Standing, parties
from leadkit.model.load import load
from leadkit.resources import programs

ON = date(2026, 12, 1)


CHANGED = """
agreement:
  amendments: {first: {dated: 2023-12}, second: {dated: 2023-11}}
  parties: {public-defense: {status: withdrawn, withdrew_on: 2026-06}}
  approvals: {city-ordinance: {status: introduced}}
  signatures:
    police-chief: {status: pending, date: ~}
    sheriff: {date: 2026-12-02}
    city-attorney: {status: declined, date: ~}
    deputy: {party: county-prosecutor, title: Deputy Prosecutor, status: pending}
"""


@pytest.fixture
def changed(over_county: Callable[[str], Path]) -> Callable[..., dict[str, PartyStanding]]:
    """The parties of the example county with other signatures, by id."""
    county = load(over_county(CHANGED))

    def on(day: date = ON) -> dict[str, PartyStanding]:
        program = county.resolve(day).program
        assert program is not None
        return {each.id: each for each in parties(program, day)}

    return on


def test_when_and_how_a_party_signed_and_before_which_amendments() -> None:
    program = load(programs() / "example-county").resolve(ON).program
    assert program is not None
    found = next(each for each in parties(program, ON) if each.id == "bridgeway")
    (line,) = found.lines
    assert found.standing is Standing.SIGNED
    assert (line.title, line.name, line.date) == ("Executive Director", "A. Sample", "2023-12-18")
    assert (line.method, line.before) == ("electronic", ("Amendment No. 1", "Amendment No. 2"))


def test_nothing_is_claimed_that_the_dates_do_not_tell(changed) -> None:
    found = changed()
    standings = {id_: each.standing for id_, each in found.items()}
    (line,) = found["bridgeway"].lines  # an amendment of the same month may lie on either side
    assert (line.before, line.unclear) == ((), ("Amendment No. 1",))
    assert standings["sampleton-police"] is Standing.WAITING
    assert standings["county-sheriff"] is Standing.WAITING
    assert changed(date(2026, 12, 2))["county-sheriff"].standing is Standing.SIGNED
    assert standings["county-prosecutor"] is Standing.PARTLY


def test_a_party_that_left_or_said_no_is_not_waited_for(changed) -> None:
    left, declined = changed()["public-defense"], changed()["city-attorney"]
    assert (left.standing, left.withdrew_on) == (Standing.WITHDRAWN, "2026-06")
    assert declined.standing is Standing.DECLINED
    assert not (left.standing.is_missing or declined.standing.is_missing)


def test_an_approval_that_is_not_adopted_is_told(changed) -> None:
    assert changed()["sampleton-police"].approvals == (
        "Ordinance 4417 of Sampleton City Council is introduced, and not adopted (city-ordinance)",
    )


def test_what_the_public_sources_do_not_tell_is_not_said_to_be_missing() -> None:
    program = load(programs() / "albany-ny").resolve().program
    assert program is not None
    assert {each.standing for each in parties(program, ON)} == {Standing.NOT_KNOWN}
