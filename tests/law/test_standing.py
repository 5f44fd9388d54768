"""Whether a law was in force: three values, and the unresearched is never in or out by default."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadkit import law
from leadkit.law.standing import Status, standing
from leadkit.values.dates import PartialDate

DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))
PARTIAL = st.builds(lambda day, length: PartialDate.parse(day.isoformat()[:length]), DAYS, st.sampled_from([4, 7, 10]))
ORDER = {False: 0, None: 1, True: 2}


@pytest.mark.parametrize(
    ("key", "on", "answer"),
    [
        ("ny-pl-221.10", date(2019, 8, 27), True),
        ("ny-pl-221.10", date(2019, 8, 28), False),
        ("ny-pl-221.10", date(2015, 1, 1), None),
        ("ny-pl-221.10-2019", date(2019, 8, 27), False),
        ("ny-pl-221.10-2019", date(2019, 8, 28), True),
        ("ny-pl-221.10-2019", date(2021, 3, 30), True),
        ("ny-pl-221.10-2019", date(2021, 3, 31), False),
        ("ny-pl-220.03", date(2016, 4, 1), None),
        ("ny-pl-220.03", date(2026, 11, 24), True),
        ("wa-69.50.4013", date(2023, 6, 30), False),
        ("wa-69.50.4013", date(2023, 7, 1), True),
        ("wa-69.50.4013-2021", date(2021, 3, 15), False),
        ("sea-12A.10.010", date(2020, 6, 1), None),
        ("sea-12A.10.010", date(2021, 1, 1), False),
        ("sea-12A.10.010-2024", date(2024, 9, 1), None),
        ("ga-atl-mj", date(2017, 10, 15), None),
        ("ga-atl-mj", date(2017, 11, 1), True),
        ("nm-public-intoxication", date(2026, 1, 1), False),
    ],
)
def test_on_a_day(key: str, on: date, answer: bool | None) -> None:
    found = law.offence(key).standing(on)
    assert found.answer is answer
    assert found.reason


def test_a_date_from_general_knowledge_is_said_to_be_so() -> None:
    assert "not verified" in law.offence("tx-481.1123").standing(date(2024, 1, 1)).reason
    assert "not verified" not in law.offence("wa-69.50.4013").standing(date(2024, 1, 1)).reason


def test_an_ended_law_without_a_last_day_is_unknown() -> None:
    for status in (Status.REPEALED, Status.SUPERSEDED, Status.VOID):
        begins = PartialDate.parse("2000")
        assert standing(status, begins, None, date(2020, 1, 1), date(2030, 1, 1)).answer is None


@given(st.sampled_from(list(Status)), st.none() | PARTIAL, st.none() | PARTIAL, st.none() | DAYS, DAYS, DAYS)
def test_once_begun_it_stays_until_it_ends(status, begins, ends, known, one, other) -> None:
    """Over time the answer may rise once (no, unknown, yes) and fall once, never turn back and forth."""
    if begins and ends and ends.first <= begins.last:
        return
    early, late = sorted((one, other))
    first, second = (standing(status, begins, ends, known, on).answer for on in (early, late))
    if ends is None or late < ends.first:
        assert ORDER[first] <= ORDER[second]
    if begins is not None and early >= begins.last and ends is not None:
        assert ORDER[first] >= ORDER[second]


@given(st.sampled_from([Status.IN_FORCE, Status.AMENDED]), DAYS, DAYS)
def test_nothing_known_is_never_in_or_out(status, known, on) -> None:
    assert standing(status, None, None, None, on).answer is None
    assert standing(status, None, None, known, known - timedelta(days=1)).answer is None


@given(st.sampled_from(law.load("us-wa").sets["wa-violent"].members), DAYS)
def test_every_answer_has_a_reason(member, on) -> None:
    if member.citation:
        assert law.exclusion_set("wa-violent").match(member.citation, on).reason
