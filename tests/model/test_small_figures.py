"""Figures of few people are kept back, and so is whatever they could be worked out from."""

from __future__ import annotations

from typing import Any

import pytest

from leadkit.model.measures.section import Measures
from leadkit.model.measures.small import SmallFigures


def _back(observations: dict[str, Any], **indicator: Any) -> set[str]:
    """The fields that are kept back of a measure that a public report shows, which keeps back what is below 10."""
    report = {"title": "R", "indicators": ["m"], "public": "yes", "suppress_below": "10", "suppress_complements": "yes"}
    whole = {"title": "M", "period": "year", "observations": observations, **indicator}
    measures = Measures.model_validate({"indicators": {"m": whole}, "reports": {"r": report}})
    small = SmallFigures(measures)
    fields = ("value", "breakdown.pathway.A", "breakdown.race.A")
    return {f"{when}.{field}" for when in observations for field in fields if small.keeps_back("m", when, field)}


ALL_OF_2024 = {"2024.value", "2024.breakdown.pathway.A", "2024.breakdown.race.A"}


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        ({"value": "10"}, set()),
        ({"value": "9"}, ALL_OF_2024),
        ({"value": "0"}, set()),
        ({"value": "$9"}, set()),
        ({"value": "90%", "numerator": "90", "denominator": "100"}, set()),
        ({"value": "95%", "numerator": "95", "denominator": "100"}, ALL_OF_2024),
        ({"value": "7%", "denominator": "100"}, ALL_OF_2024),
        ({"value": "95%", "denominator": "100"}, ALL_OF_2024),
        ({"value": "50", "suppressed": "yes"}, ALL_OF_2024),
        ({"value": "100", "breakdown": {"pathway": {"A": "97", "B": "3"}}}, {"2024.breakdown.pathway.A"}),
        ({"value": "100", "breakdown": {"pathway": {"A": "97"}}}, {"2024.breakdown.pathway.A"}),
        ({"value": "100", "breakdown": {"race": {"A": "60", "B": "40"}}}, set()),
        ({"value": "40%", "denominator": "100", "breakdown": {"race": {"A": "4%"}}}, {"2024.breakdown.race.A"}),
    ],
)
def test_one_observation(seen: dict[str, Any], expected: set[str]) -> None:
    assert _back({"2024": seen}) == expected


def test_a_quarter_cannot_be_worked_out_from_the_year_and_the_others() -> None:
    quarters = {f"2024-{month}": {"value": value, "period": "quarter"} for month, value in
                (("01", "70"), ("04", "70"), ("07", "69"), ("10", "3"))}  # fmt: skip
    back = _back({"2024": {"value": "212"}, **quarters})
    assert {each for each in back if each.endswith(".value")} == {f"{when}.value" for when in quarters}
    assert {each for each in _back(quarters) if each.endswith(".value")} == {"2024-10.value"}


def test_a_year_cannot_be_worked_out_from_what_was_counted_to_date() -> None:
    to_date = {"2023": {"value": "200", "period": "to_date"}, "2024": {"value": "203", "period": "to_date"}}
    assert "2024.value" in _back(to_date)
    assert "2023.value" not in _back(to_date)
    assert not _back({**to_date, "2024": {"value": "230", "period": "to_date"}})
