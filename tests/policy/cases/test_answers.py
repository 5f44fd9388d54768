"""Answers as people write them, and what an engine takes for them."""

from __future__ import annotations

from datetime import date

import pytest

from leadkit.policy.cases.answers import read_answer
from leadkit.policy.policy import Fact, FactType, Unit


def _number(unit: Unit) -> Fact:
    return Fact(type=FactType.NUMBER, question="?", unit=unit)


THURSDAY = date(2026, 10, 1)
YES_NO = Fact(type=FactType.YES_NO, question="?")
DATE = Fact(type=FactType.DATE, question="?")
LEVEL = Fact(
    type=FactType.CHOICE, question="?", options={"gross_misdemeanor": "Gross misdemeanor", "felony": "Felony (any)"}
)
AGREES = Fact(type=FactType.CHOICE, question="?", options={"yes": "Yes", "no": "No"})
TWINS = Fact(type=FactType.CHOICE, question="?", options={"a": "Theft", "b": "Theft"})


@pytest.mark.parametrize(
    ("fact", "text", "answer"),
    [
        (YES_NO, "yes", True),
        (YES_NO, "No", False),
        (YES_NO, "y", True),
        (YES_NO, "No.", False),
        (YES_NO, "true", True),
        (LEVEL, "gross_misdemeanor", "gross_misdemeanor"),
        (LEVEL, "GROSS misdemeanor", "gross_misdemeanor"),
        (LEVEL, "felony (ANY)", "felony"),
        (AGREES, "false", "no"),
        (AGREES, "true", "yes"),
        (DATE, "1994", "1994"),
        (DATE, "2014-04-07", "2014-04-07"),
        (_number(Unit.YEARS), "34", 34),
        (_number(Unit.YEARS), "34 years", 34),
        (_number(Unit.MONTHS), "2 years", 24),
        (_number(Unit.DAYS), "2 weeks", 14),
        (_number(Unit.MILLIGRAMS), "2 g", 2000),
        (_number(Unit.MILLIGRAMS), "2.005 g", 2005),
        (_number(Unit.MILLIGRAMS), "0.5 lb", 226796),
        (_number(Unit.MILLIGRAMS), "1 oz", 28349),
        (_number(Unit.CENTS), "$25", 2500),
        (_number(Unit.CENTS), "$1,260.05", 126005),
        (_number(Unit.PIECES), "12", 12),
        (_number(Unit.PIECES), "40 pills", 40),
        (_number(Unit.MINUTES_OF_THE_WEEK), "14:30", 3 * 1440 + 870),
        (_number(Unit.MINUTES_OF_THE_WEEK), "Thu 00:00", 3 * 1440),
        (_number(Unit.MINUTES_OF_THE_WEEK), "Thursday 23:59", 4 * 1440 - 1),
        (_number(Unit.MINUTES_OF_THE_WEEK), "2026-10-01 14:30", 3 * 1440 + 870),
        (_number(Unit.MINUTES_OF_THE_WEEK), "2026-10-01T14:30", 3 * 1440 + 870),
    ],
)
def test_an_answer_is_read(fact: Fact, text: str, answer: object) -> None:
    read = read_answer(fact, text, THURSDAY)
    assert (read, type(read)) == (answer, type(answer))


@pytest.mark.parametrize(
    ("fact", "text", "told"),
    [
        (YES_NO, "1", "yes or no"),
        (YES_NO, "yep", "yes or no"),
        (LEVEL, "fellony", 'mean "felony"'),
        (LEVEL, "gross", 'mean "Gross misdemeanor"'),
        (LEVEL, "murder", "gross_misdemeanor or felony"),
        (TWINS, "theft", "a or b"),
        (DATE, "7 April 2014", "YYYY"),
        (DATE, "2023-02-29", "28 days"),
        (_number(Unit.YEARS), "thirty", "whole number"),
        (_number(Unit.YEARS), "-1", "whole number"),
        (_number(Unit.YEARS), "34.5", "whole number"),
        (_number(Unit.YEARS), "022", "whole number"),
        (_number(Unit.PIECES), "0,001", "how many"),
        (AGREES, "null", "yes or no"),
        (_number(Unit.MONTHS), "24", "24 months"),
        (_number(Unit.MONTHS), "30 days", "24 months"),
        (_number(Unit.DAYS), "1 month", "30 days"),
        (_number(Unit.MILLIGRAMS), "2", "unit"),
        (_number(Unit.MILLIGRAMS), "$2", "weight"),
        (_number(Unit.MILLIGRAMS), "-2 g", "unit"),
        (_number(Unit.MILLIGRAMS), "5.0001 g", "to the milligram"),
        (_number(Unit.MILLIGRAMS), "0.5 mg", "to the milligram"),
        (_number(Unit.CENTS), "25", r"\$25"),
        (_number(Unit.CENTS), "$0.005", r"\$25"),
        (_number(Unit.PIECES), "2 g", "how many"),
        (_number(Unit.PIECES), "1.5 pills", "how many"),
        (_number(Unit.MINUTES_OF_THE_WEEK), "2:30 pm", "such as 14:30"),
        (_number(Unit.MINUTES_OF_THE_WEEK), "Thu 24:00", "such as 14:30"),
        (_number(Unit.MINUTES_OF_THE_WEEK), "Th 10:00", "such as 14:30"),
        (_number(Unit.MINUTES_OF_THE_WEEK), "Mon 10:00", "on Thu 2026-10-01"),
        (_number(Unit.MINUTES_OF_THE_WEEK), "2026-10-02 10:00", "on Thu 2026-10-01"),
        (_number(Unit.MINUTES_OF_THE_WEEK), "2026-02-30 10:00", "28 days"),
    ],
)
def test_what_is_no_answer_is_refused(fact: Fact, text: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        read_answer(fact, text, THURSDAY)
