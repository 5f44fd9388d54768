from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadkit.values.dates import PartialDate

DAYS = st.dates(min_value=date(1600, 1, 2), max_value=date(2199, 12, 30))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2014", date(2014, 1, 1), date(2014, 12, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2015-06-25", date(2015, 6, 25), date(2015, 6, 25)),
    ],
)
def test_a_partial_date_is_the_interval_of_days_it_may_mean(text: str, first: date, last: date) -> None:
    read = PartialDate.parse(text)
    assert (read.first, read.last, str(read)) == (first, last, text)


@pytest.mark.parametrize(
    "text",
    [
        "1767225600",
        "06/25/2015",
        "2015-6-25",
        "2015-02-30",
        "2015-13",
        "0000",
        "0001",
        "9999-12-31",
        "20150625",
        "",
        "2015-06-25T00:00",
        "²⁰¹⁵",
    ],
)
def test_anything_else_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match=r"write a date|write a year|there is no|has \d+ days"):
        PartialDate.parse(text)


@given(DAYS, DAYS)
def test_a_day_has_begun_or_it_has_not(written: date, on: date) -> None:
    assert PartialDate.parse(written.isoformat()).begun(on) is (on >= written)


@given(st.dates(date(1601, 1, 1), date(2198, 12, 31)))
def test_a_question_inside_a_year_is_not_known_until_its_last_day(on: date) -> None:
    year = PartialDate.parse(f"{on.year:04d}")
    assert year.begun(on) is (True if on == year.last else None)
    assert year.begun(year.first - timedelta(days=1)) is False
    assert year.passed(on) is None
    assert year.passed(year.last + timedelta(days=1)) is True


@given(DAYS, st.integers(0, 2000))
def test_what_has_begun_stays_begun(on: date, later: int) -> None:
    for text in (f"{on.year:04d}", f"{on.year:04d}-{on.month:02d}", on.isoformat()):
        written = PartialDate.parse(text)
        after = min(on.toordinal() + later, date.max.toordinal())
        if written.begun(on):
            assert written.begun(date.fromordinal(after)) is True
