"""Answers as they are written: reading them again gives the same."""

from __future__ import annotations

from datetime import date

import pytest

from leadkit.policy.cases.answers import read_answer
from leadkit.policy.policy import Fact, FactType, Unit
from leadkit.policy.proving.written import answer

TUESDAY = date(2026, 11, 24)


def _number(unit: Unit) -> Fact:
    return Fact(type=FactType.NUMBER, question="How much?", unit=unit)


@pytest.mark.parametrize(
    ("unit", "value", "text"),
    [
        (Unit.MILLIGRAMS, 5001, "5.001 g"),
        (Unit.MILLIGRAMS, 1, "1 mg"),
        (Unit.MILLIGRAMS, 12_000_000, "12000 g"),
        (Unit.CENTS, 75001, "$750.01"),
        (Unit.CENTS, 50010, "$500.10"),
        (Unit.CENTS, 123_400, "$1234"),
        (Unit.MONTHS, 1, "1 month"),
        (Unit.DAYS, 1000, "1000 days"),
        (Unit.MINUTES_OF_THE_WEEK, 1919, "Tue 07:59"),
        (Unit.YEARS, 0, "0"),
        (Unit.PIECES, 41, "41"),
    ],
)
def test_a_number_is_read_as_it_was_written(unit: Unit, value: int, text: str) -> None:
    fact = _number(unit)
    assert answer(fact, value) == text
    assert read_answer(fact, answer(fact, value), TUESDAY) == value


def test_what_yaml_would_read_otherwise_is_quoted() -> None:
    fact = Fact(type=FactType.CHOICE, question="Which?", options={"a: b": "A"})
    assert answer(fact, "a: b") == '"a: b"'
    assert answer(fact, None) == "unknown"
