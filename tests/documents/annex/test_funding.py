"""The funding schedule: who gives how much, until when, on what conditions, and no promise of it."""

from __future__ import annotations

import pytest


def test_a_stream_says_its_amount_its_time_and_its_conditions(composed, text) -> None:
    printed = text(composed("funding-schedule"))
    assert "*Amount.* $1,050,000 for the whole time." in printed
    assert "*Time.* From July 1, 2024 to June 30, 2029." in printed
    assert "*Condition.* An evaluator who is no service provider reports each year." in printed
    assert "*Match.* $20,000, put in by Example County and the City of Sampleton." in printed
    assert "It obligates nobody to pay." in printed


def test_a_budget_says_what_is_paid_from_which_stream(composed, text) -> None:
    printed = text(composed("funding-schedule"))
    assert "$910,000 | Example County, behavioral health sales tax; City of Sampleton; State LEAD grant" in printed
    assert "| **Total** | $1,540,000 |" in printed


def test_a_stream_that_is_not_public_is_named_nowhere(altered, text) -> None:
    printed = text(altered("funding-schedule", "funding: {streams: {opioid-fund: {visibility: internal}}}\n"))
    assert "opioid settlement fund" not in printed
    assert "$75,000 | not stated |" in printed


@pytest.mark.parametrize(
    ("piece", "says"),
    [
        ("{qualifier: about}", "*Amount.* About $240,000 for each year."),
        ("{amount_for: ~}", "*Amount.* $240,000."),
        ("{status: refused}", "*Standing.* It was refused;"),
    ],
)
def test_another_stream_prints_another_sentence(piece: str, says: str, altered, text) -> None:
    assert says in text(altered("funding-schedule", f"funding: {{streams: {{city-general: {piece}}}}}\n"))


def test_a_sum_that_no_source_tells_prints_as_a_box(composed, text) -> None:
    printed = text(composed("funding-schedule", "santa-fe-nm"))
    amount = "Open Society Foundations: how much money it is, or what the help in kind is worth."
    assert f"> {amount} The sources searched do not say." in printed


def test_no_sum_of_the_schedule_stands_in_the_memorandum(composed, text) -> None:
    memorandum = text(composed("mou"))
    assert not [sum_ for sum_ in ("$780,000", "$910,000", "$1,540,000", "$532") if sum_ in memorandum]
