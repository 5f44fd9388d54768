from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from leadkit.model.law import LawSection
from leadkit.model.law.offence import Bound
from leadkit.model.share import Share
from leadkit.values.quantities import Amount, Unit


@given(st.integers(0, 999))
def test_a_bare_number_is_a_number_of_times(times: int) -> None:
    assert Bound.parse(str(times)) == Bound(None, times)


@given(st.decimals(min_value=0, max_value=999, places=1))
def test_a_number_with_a_unit_is_an_amount(number: object) -> None:
    bound = Bound.parse(f"{number} mg")
    assert bound.times is None
    assert bound.amount is not None
    assert bound.amount.unit is Unit.MILLIGRAM
    assert Bound.parse(str(bound)) == bound


def test_a_dollar_bound_keeps_its_unit() -> None:
    assert Bound.parse("$750").amount == Amount.parse("$750")


def test_local_law_keeps_what_was_not_researched_empty() -> None:
    law = LawSection.model_validate({"local": {"city-1": {"citation": "Code § 1", "title": "Loitering"}}})
    offence = law.local["city-1"]
    assert (offence.effective_from, offence.status, offence.bands) == (None, None, ())


def test_a_nibrs_code_is_text() -> None:
    entry = {"citation": "Code § 1", "title": "Theft", "nibrs": "09A"}
    assert LawSection.model_validate({"local": {"a": entry}}).local["a"].nibrs == ("09A",)
    with pytest.raises(ValidationError):
        LawSection.model_validate({"local": {"a": {**entry, "nibrs": "9A"}}})


def test_a_verification_needs_a_day() -> None:
    with pytest.raises(ValidationError, match="YYYY-MM-DD"):
        LawSection.model_validate({"verified": {"wa-9A.56.050": {"by": "Counsel", "on": "2026-09"}}})


@pytest.mark.parametrize("text", ["80", "101%", "-1%", "most"])
def test_a_share_is_a_percentage_of_a_whole(text: str) -> None:
    with pytest.raises(ValueError, match="percentage"):
        Share.parse(text)


def test_a_share_prints_as_written() -> None:
    assert str(Share.parse("12.5 %")) == "12.5%"
