"""What is due: days counted exactly, months and years never taken for a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from leadkit.documents.status.due import When, due
from leadkit.model.load import Jurisdiction, load
from tests.sampling import takes_long

Told = Callable[..., dict[str, tuple[str, When, int]]]


@pytest.fixture
def told(over_county: Callable[[str], Path]) -> Told:
    """What is due by path: its date, how it lies to the day, and the days until then."""

    read: dict[str, Jurisdiction] = {}

    def run(piece: str, on: date, within: int = 90) -> dict[str, tuple[str, When, int]]:
        read[piece] = read.get(piece) or load(over_county(piece))
        program = read[piece].resolve(on).program
        assert program is not None
        return {each.event.path: (each.event.date, each.when, each.days) for each in due(program, on, within)[0]}

    return run


def _uncounted(over_county: Callable[[str], Path], piece: str) -> dict[str, str]:
    program = load(over_county(piece)).resolve(date(2026, 12, 1)).program
    assert program is not None
    return {each.path: each.why for each in due(program, date(2026, 12, 1), 90)[1]}


END, NOTICE = "agreement.term.ends", "agreement.term.renewals.notice"


def test_the_end_of_the_term_and_the_day_of_notice_before_it(told: Told) -> None:
    found = told("x-none: none", date(2028, 10, 31))
    assert found[NOTICE] == ("2028-11-01", When.DUE, 1)
    assert found[END] == ("2028-12-31", When.DUE, 61)
    assert END not in told("x-none: none", date(2028, 10, 31), 60)
    assert told("x-none: none", date(2028, 12, 31))[END] == ("2028-12-31", When.DUE, 0)
    assert told("x-none: none", date(2029, 1, 1))[END] == ("2028-12-31", When.OVERDUE, -1)


@takes_long
def test_a_term_is_counted_from_its_start_and_ends_the_day_before(told: Told) -> None:
    piece = "agreement: {term: {starts: 2024-02-29, length: 3 years, ends: ~}}"
    found = told(piece, date(2027, 2, 1))
    assert found["agreement.term.length"] == ("2027-02-27", When.DUE, 26)


def test_a_term_that_starts_in_a_month_ends_in_a_stretch_of_days(told: Told) -> None:
    piece = "agreement: {term: {starts: 2024-03, length: 3 years, ends: ~}}"
    found = told(piece, date(2027, 3, 5))["agreement.term.length"]
    assert found == ("2027-02-28 to 2027-03-30", When.PERHAPS, -5)


def test_what_cannot_be_counted_is_told_with_the_reason(over_county: Callable[[str], Path]) -> None:
    open_start = _uncounted(over_county, "agreement: {term: {starts: ~, ends: ~}}")
    assert "takes effect" in open_start["agreement.term.length"]
    business = _uncounted(over_county, "agreement: {term: {renewals: {notice: 30 business days}}}")
    assert "holidays" in business[NOTICE]


def test_a_month_that_has_begun_is_not_said_to_be_over(told: Told) -> None:
    path = "measures.evaluation.report_due"
    assert told("x-none: none", date(2027, 3, 31))[path] == ("2027-03", When.PERHAPS, -30)
    assert told("x-none: none", date(2027, 4, 1))[path] == ("2027-03", When.OVERDUE, -31)
    assert path not in told("measures: {evaluation: {status: done}}", date(2027, 4, 1))


def test_decisions_papers_and_reports_are_due(told: Told) -> None:
    piece = (
        "agreement: {liability: ~}\n"
        "open: {agreement.liability: {why: undecided, question: Who is liable?, owner: convener, due: 2027-06-29}}"
    )
    found = told(piece, date(2027, 6, 30))
    assert found["open.agreement.liability.due"] == ("2027-06-29", When.OVERDUE, -1)
    assert found["documents.pocket-card.expires"] == ("2027-06-30", When.DUE, 0)
    assert found["measures.data_agreements.police-data"] == ("2027-07-15", When.DUE, 15)
    assert found["measures.reports.quarterly"] == ("2027-08-14", When.DUE, 45)
    dates = [date for date, _, _ in found.values()]
    assert dates == sorted(dates)


@takes_long
def test_money_that_ended_asks_nobody_for_anything(told: Told) -> None:
    piece = "funding: {streams: {county-sales-tax: {ends: 2026-11-30}}}"
    program = "funding.streams.county-sales-tax.ends"
    assert told(piece, date(2026, 11, 30))[program] == ("2026-11-30", When.DUE, 0)
    assert program not in told(piece, date(2026, 12, 1))
    assert told(piece, date(9999, 12, 31), 36_500) is not None


@takes_long
def test_a_review_is_counted_from_the_start_of_the_term(told: Told) -> None:
    kept = "kind: evergreen, starts: 2024-01-31, reviewed_every: 1 month"
    piece = f"agreement: {{term: {{{kept}, length: ~, ends: ~, renewals: ~}}}}"
    assert told(piece, date(2027, 2, 1))["agreement.term.reviewed_every"] == ("2027-02-28", When.DUE, 27)
