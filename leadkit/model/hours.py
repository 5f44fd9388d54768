"""Opening hours, such as ``24/7`` or ``Mon-Fri 12:00-20:00``, and what they cover."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import ClassVar, Self

from leadkit.diagnostic import shortened
from leadkit.values.text_type import TextType

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
DAY_MINUTES = 24 * 60
WEEK_MINUTES = 7 * DAY_MINUTES

_DAY_NUMBERS = {
    name: number
    for number, names in enumerate(
        (
            ("mon", "monday"), ("tue", "tues", "tuesday"), ("wed", "wednesday"), ("thu", "thurs", "thursday"),
            ("fri", "friday"), ("sat", "saturday"), ("sun", "sunday"),
        )
    )
    for name in names
}  # fmt: skip
_EVERY_DAY = ("daily", "every day")
_DASH = re.compile(r"\s*[-\u2013]\s*")
_TIMES = re.compile(r"([0-9]{1,2}):([0-9]{2})-([0-9]{1,2}):([0-9]{2})$")
_AROUND_THE_CLOCK = r"24/7|([Oo]pen )?24 hours( a day)?"
_HOLIDAYS = re.compile(r"[,;]?\s*except (public )?holidays$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Window:
    """One opening on certain days of the week.

    Attributes:
        days: Days of the week on which it opens, 0 for Monday.
        opens: Minutes after midnight of the opening.
        closes: Minutes after midnight of the closing; past 1,440 where it closes on the next day.
    """

    days: tuple[int, ...]
    opens: int
    closes: int

    def __str__(self) -> str:
        """The window as a planner writes it."""
        return f"{_days_text(self.days)} {_clock(self.opens)}-{_clock_of_closing(self.closes)}"


@dataclass(frozen=True, slots=True)
class Hours(TextType):
    """When something is open in an ordinary week.

    Attributes:
        windows: The openings as written.
        closed_on_holidays: Whether public holidays are excepted.
        text: The hours as written.
    """

    PATTERN: ClassVar[str] = (
        rf"^({_AROUND_THE_CLOCK}|[A-Za-z].*[0-9]{{1,2}}:[0-9]{{2}}.*)([,;]? ?except (public )?holidays)?$"
    )

    windows: tuple[Window, ...]
    closed_on_holidays: bool = False
    text: str = field(default="", compare=False)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``24/7`` or windows such as ``Mon-Fri 08:00-12:00, 13:00-17:00, Sat 20:00-02:00``.

        A window that closes before its opening hour runs past midnight. Times without days belong to the days
        before them. ``24 hours``, ``24 hours a day`` and ``open 24 hours`` are ``24/7``, and become it. ``except
        holidays`` may end the text.

        Raises:
            ValueError: The text has another form.
        """
        week = _HOLIDAYS.sub("", text.strip())
        closed_on_holidays = week != text.strip()
        if re.fullmatch(_AROUND_THE_CLOCK, week):
            windows: tuple[Window, ...] = (Window(tuple(range(7)), 0, DAY_MINUTES),)
            return cls(windows, closed_on_holidays, text.strip().replace(week, "24/7", 1))
        return cls(tuple(_windows(week)), closed_on_holidays, text.strip())

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """The open stretches of the week in minutes after Monday 00:00, in order, without overlap."""
        return _merged(self.windows)

    @property
    def always(self) -> bool:
        """Whether this is around the clock on every day, holidays included."""
        return not self.closed_on_holidays and self.spans == ((0, WEEK_MINUTES),)

    def covers(self, other: Hours) -> bool:
        """Whether everything is open that ``other`` needs open, holidays included."""
        if self.closed_on_holidays and not other.closed_on_holidays:
            return False
        spans = self.spans
        return all(any(start <= first and last <= end for start, end in spans) for first, last in other.spans)

    @classmethod
    def together(cls, several: Iterable[Hours]) -> Hours | None:
        """The hours in which at least one of several is open; None where there is none.

        Holidays are excepted unless those that open on holidays are open in all these hours by themselves.
        """
        every = tuple(several)
        if not every:
            return None
        windows = tuple(window for hours in every for window in hours.windows)
        on_holidays = tuple(window for hours in every if not hours.closed_on_holidays for window in hours.windows)
        text = "; ".join(dict.fromkeys(str(hours) for hours in every))
        return cls(windows, _merged(on_holidays) != _merged(windows), text)

    def __str__(self) -> str:
        """The hours as they were written."""
        return self.text or ", ".join(str(window) for window in self.windows)


def _windows(week: str) -> Iterable[Window]:
    days: tuple[int, ...] = ()
    waiting: tuple[int, ...] = ()
    for part in re.split(r"\s*(?:[,;]|\band\b)\s*", week):
        day_text, times = _split(part)
        if day_text:
            waiting = (*waiting, *_days(day_text))
        if not times:
            continue
        days = tuple(sorted(set(waiting))) or days
        waiting = ()
        if not days:
            raise ValueError(_on_which_days(part))
        yield Window(days, *_times(times))
    if waiting or not days:
        raise ValueError('write hours as 24/7 or as days and times, such as "Mon-Fri 12:00-20:00"')


def _on_which_days(part: str) -> str:
    """What to write instead of times without days; only what can be read is proposed."""
    try:
        _times(_split(part)[1])
    except ValueError:
        return 'name the days first, and then times on the 24-hour clock, such as "Mon-Fri 08:30-17:00"'
    return f'say on which days {part} holds, such as "daily {part}" or "Mon-Fri {part}"'


def _split(part: str) -> tuple[str, str]:
    """The days and the times of one part, either of which may be empty."""
    tight = _DASH.sub("-", part.strip())
    first_digit = next((place for place, letter in enumerate(tight) if letter.isdigit()), len(tight))
    return tight[:first_digit].strip(), tight[first_digit:]


def _days(text: str) -> tuple[int, ...]:
    if text.lower() in _EVERY_DAY:
        return tuple(range(7))
    first, _, last = text.lower().partition("-")
    try:
        start = _DAY_NUMBERS[first.strip().rstrip(".")]
        end = _DAY_NUMBERS[last.strip().rstrip(".")] if last else start
    except KeyError as unknown:
        wrong = shortened(str(unknown.args[0]))
        raise ValueError(f'"{wrong}" is not a day of the week; write Mon, Tue, Wed, Thu, Fri, Sat or Sun') from None
    return tuple(day % 7 for day in range(start, end + 1 if end >= start else end + 8))


def _times(text: str) -> tuple[int, int]:
    match = _TIMES.match(text)
    if match is None:
        raise ValueError(
            'write times on the 24-hour clock, such as "08:30-17:00" or "00:00-24:00" for a whole day, '
            f'not "{shortened(text)}"'
        )
    opening_hour, opening_minute, closing_hour, closing_minute = (int(part) for part in match.groups())
    opens, closes = opening_hour * 60 + opening_minute, closing_hour * 60 + closing_minute
    if max(opening_minute, closing_minute) > 59 or opens >= DAY_MINUTES or closes > DAY_MINUTES:
        raise ValueError(f'"{text}" is not a time of day: hours go from 00:00 to 24:00')
    if opens == closes:
        raise ValueError(f'"{text}" opens and closes at once; write 00:00-24:00 for the whole day')
    return opens, closes if closes > opens else closes + DAY_MINUTES


def _merged(windows: tuple[Window, ...]) -> tuple[tuple[int, int], ...]:
    """The openings of a week, those past Sunday midnight wrapped to Monday."""
    parts: list[tuple[int, int]] = []
    for window in windows:
        for day in window.days:
            start, end = day * DAY_MINUTES + window.opens, day * DAY_MINUTES + window.closes
            parts.append((start, min(end, WEEK_MINUTES)))
            if end > WEEK_MINUTES:
                parts.append((0, end - WEEK_MINUTES))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(parts):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _days_text(days: tuple[int, ...]) -> str:
    if len(days) == 7:
        return "daily"
    if len(days) > 2 and all(later - earlier == 1 for earlier, later in pairwise(days)):
        return f"{DAYS[days[0]]}-{DAYS[days[-1]]}"
    return ", ".join(DAYS[day] for day in days)


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"


def _clock_of_closing(minute: int) -> str:
    return _clock(minute if minute <= DAY_MINUTES else minute - DAY_MINUTES)
