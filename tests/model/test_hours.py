"""Hours are read as a planner writes them, and compared minute by minute."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadkit.model.hours import DAY_MINUTES, WEEK_MINUTES, Hours, Window


def _minutes(hours: Hours) -> int:
    """How many minutes of an ordinary week are open."""
    return sum(end - start for start, end in hours.spans)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("24/7", WEEK_MINUTES),
        ("24/7, except holidays", WEEK_MINUTES),
        ("daily 00:00-24:00", WEEK_MINUTES),
        ("Mon-Fri 12:00-20:00", 5 * 8 * 60),
        ("Monday–Friday 9:00 – 17:30", 5 * 510),
        ("Mon, Wed, Fri 09:00-16:00", 3 * 7 * 60),
        ("Mon-Fri 08:00-12:00, 13:00-17:00; Sat 10:00-14:00", 5 * 8 * 60 + 4 * 60),
        ("Mon-Fri 08:00-12:00 and 13:00-17:00", 5 * 8 * 60),
        ("Fri-Mon 10:00-12:00", 4 * 2 * 60),
        ("Sun 22:00-06:00", 8 * 60),
        ("Mon 08:00-12:00, Mon 10:00-14:00", 6 * 60),
    ],
)
def test_what_a_planner_writes_is_read(text: str, minutes: int) -> None:
    hours = Hours.parse(text)
    assert _minutes(hours) == minutes
    assert str(hours) == text


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("24 hours", "24/7"),
        ("24 hours a day", "24/7"),
        ("open 24 hours", "24/7"),
        ("Open 24 hours a day, except holidays", "24/7, except holidays"),
    ],
)
def test_around_the_clock_in_other_words_becomes_the_written_form(text: str, read: str) -> None:
    assert str(Hours.parse(text)) == read
    assert Hours.parse(text).spans == ((0, WEEK_MINUTES),)
    assert re.search(Hours.PATTERN, text)


@pytest.mark.parametrize("text", ["24 hours", "07:00-19:00", "7-19", "9am-5pm", "25:00-26:00", "24 hrs"])
def test_no_sentence_proposes_what_is_refused(text: str) -> None:
    try:
        Hours.parse(text)
    except ValueError as wrong:
        for proposed in re.findall(r'such as "([^"]+)"| or "([^"]+)"', str(wrong)):
            written = "".join(proposed)
            Hours.parse(written if written[0].isalpha() else f"Mon {written}")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "24/7"),
        ("Mon", "24/7"),
        ("07:00-19:00", "daily 07:00-19:00"),
        ("Mon 7-19", "24-hour clock"),
        ("7-19", "24-hour clock"),
        ("Mon-Fri 24 hours", "00:00-24:00"),
        ("Mon 7:00-7:00 pm", "24-hour clock"),
        ("Caturday 10:00-12:00", "not a day of the week"),
        ("c" * 5000, 'c…" is not a day of the week'),
        ("10:00-12:00", 'such as "daily 10:00-12:00"'),
        ("24:00-08:00", 'such as "Mon-Fri 08:30-17:00"$'),
        ("9am-5pm Mon-Fri", 'such as "Mon-Fri 08:30-17:00"$'),
        ("Mon 25:00-26:00", "not a time of day"),
        ("Mon 10:60-12:00", "not a time of day"),
        ("Mon 10:00-10:00", "opens and closes at once"),
        ("Mon-Fri 12:00-20:00, Sat", "24/7"),
    ],
)
def test_anything_else_is_refused_with_what_to_write(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        Hours.parse(text)


def test_a_window_may_run_past_midnight_and_past_the_end_of_the_week() -> None:
    night = Hours.parse("Sun 22:00-06:00")
    assert night.spans == ((0, 6 * 60), (WEEK_MINUTES - 2 * 60, WEEK_MINUTES))
    assert Hours.parse("24/7").covers(night)
    assert not Hours.parse("Sun 22:00-24:00").covers(night)


def test_hours_without_holidays_do_not_cover_hours_with_them() -> None:
    assert not Hours.parse("24/7 except holidays").covers(Hours.parse("Mon 10:00-11:00"))
    assert Hours.parse("24/7").covers(Hours.parse("Mon 10:00-11:00 except holidays"))
    assert not Hours.parse("24/7 except holidays").always


def test_two_shifts_together_cover_the_day() -> None:
    day, night = Hours.parse("daily 08:00-20:00"), Hours.parse("daily 20:00-08:00")
    both = Hours.together([day, night])
    assert both is not None
    assert both.always
    assert Hours.together([]) is None
    weekday = Hours.together([Hours.parse("24/7"), Hours.parse("Mon 10:00-11:00, except holidays")])
    assert weekday is not None
    assert not weekday.closed_on_holidays


windows = st.builds(
    lambda days, opens, length: Window(tuple(sorted(days)), opens, opens + length),
    st.sets(st.integers(0, 6), min_size=1),
    st.integers(0, DAY_MINUTES - 1),
    st.integers(1, DAY_MINUTES),
).filter(lambda window: window.closes <= DAY_MINUTES or window.closes - DAY_MINUTES < window.opens)
weeks = st.lists(windows, min_size=1, max_size=4).map(lambda found: Hours(tuple(found)))


@given(weeks)
def test_hours_print_as_they_are_read(hours: Hours) -> None:
    again = Hours.parse(str(hours))
    assert again.spans == hours.spans


@given(weeks, weeks)
def test_covering_means_open_in_every_minute(wide: Hours, narrow: Hours) -> None:
    def open_minutes(hours: Hours) -> set[int]:
        return {minute for start, end in hours.spans for minute in range(start, end)}

    assert wide.covers(narrow) == (open_minutes(narrow) <= open_minutes(wide))
    both = Hours.together([wide, narrow])
    assert both is not None
    assert both.covers(wide) and both.covers(narrow)


@given(st.text(max_size=40))
def test_no_text_breaks_the_reader(text: str) -> None:
    try:
        hours = Hours.parse(text)
    except ValueError:
        return
    assert 0 < _minutes(hours) <= WEEK_MINUTES
