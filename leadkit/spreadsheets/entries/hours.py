"""Opening hours as people write them, in the form that the field has, where only one thing can be meant."""

from __future__ import annotations

import re

from leadkit.model.hours import DAY_MINUTES, Hours, Window

_DAYS = {
    "m": "Mon", "mo": "Mon", "tu": "Tue", "w": "Wed", "we": "Wed", "weds": "Wed", "th": "Thu", "thur": "Thu",
    "f": "Fri", "fr": "Fri", "sa": "Sat", "su": "Sun", "weekday": "Mon-Fri", "weekdays": "Mon-Fri",
    "weekend": "Sat-Sun", "weekends": "Sat-Sun", "everyday": "daily",
}  # fmt: skip
"""Days in other words. T may be Tuesday or Thursday, and S Saturday or Sunday: neither is here."""
_WORD = re.compile(r"[^\W\d_]+")
_HOURS = r"(?:hours|hrs?\.?)"
_AROUND_THE_CLOCK = re.compile(
    rf"(?:open )?24 ?(?:(?:{_HOURS} ?)?(?:/ ?7(?: ?/ ?365| days)?|(?:a day)?,? (?:7|seven) days(?: a week)?)"
    rf"|{_HOURS}(?: ?(?:a|/) ?day)?)",
    re.IGNORECASE,
)
_EVERY_DAY = re.compile(r"\b(?:7|seven) days(?: a week)?", re.IGNORECASE)
_TWELVE = re.compile(r"(?:\b12\s*)?\b(noon|midnight)\b", re.IGNORECASE)
_CLOCK = re.compile(r"\b(1[0-2]|0?[1-9])(?::([0-5][0-9]))?\s*([ap])(?:\.?m\b\.?|\b)", re.IGNORECASE)
_BARE = re.compile(r"\b[0-9]{1,2}(?::[0-9]{2})?\b")
_TO = re.compile(r"(?<=[0-9])\s*(?:to|until|till|[-\u2013\u2014])\s*(?=[0-9])")
_THROUGH = re.compile(r"(?<=[a-z.])\s*(?:\b(?:through|thru|to)\b|[-\u2013\u2014])\s*(?=[A-Z])", re.IGNORECASE)
_BESIDE = re.compile(r"(?<=[a-z.])\s*[&/+]\s*(?=[A-Z])|\n", re.IGNORECASE)
_COLON = re.compile(r"(?<=[a-z.])\s*:\s*(?=[0-9])", re.IGNORECASE)
_PAIR = re.compile(r"([0-9]{1,2})(:[0-9]{2})?-([0-9]{1,2})(:[0-9]{2})?")


def read_hours(text: str) -> str:
    """Hours with days and times as the field has them; what is no hours is left to the field.

    Raises:
        ValueError: A time may be of the morning or of the evening.
    """
    if _AROUND_THE_CLOCK.fullmatch(text):
        return "24/7"
    named = _TWELVE.sub(lambda found: "12pm" if found[1].lower() == "noon" else "12am", _EVERY_DAY.sub("daily", text))
    times = _TO.sub("-", _CLOCK.sub(_on_24, named))
    marked = _CLOCK.sub("", named)
    if _BARE.search(marked) if marked != named else not _is_on_24(times):
        raise ValueError("it does not say of each time whether it is am or pm")
    return _with_days(times)


def _on_24(time: re.Match[str]) -> str:
    return f"{int(time[1]) % 12 + 12 * (time[3].lower() == 'p'):02d}:{time[2] or '00'}"


def _is_on_24(times: str) -> bool:
    """Whether times without am and pm are told by the clock of twenty-four hours, each pair by itself.

    8:30-4:30 and 09:00-05:00 are mostly meant as a day at work, and may be a night in a shelter; and who writes
    10:00-14:00 for the week may still write 1:00-5:00 for the afternoon of a Saturday.
    """
    pairs = [(opens, closes) for opens, _, closes, _ in _PAIR.findall(times)]
    if all(_is_told(pair) for pair in pairs):
        return True
    windows = _windows(times)
    if len(windows) != len(pairs):  # the field will refuse it; whether the times were clear is all that is asked here
        return all(_is_told(pair) or _is_padded(pair) for pair in pairs)
    return all(
        _is_told(pair)
        or (_is_padded(pair) and _is_day(windows[at], windows[:at]))
        or _is_told_by_next(windows[at], windows[at + 1 : at + 2])
        for at, pair in enumerate(pairs)
    )


def _is_told(pair: tuple[str, str]) -> bool:
    """Whether a pair has an hour that the other clock does not have."""
    return any(int(hour) in (0, *range(13, 25)) for hour in pair)


def _is_padded(pair: tuple[str, str]) -> bool:
    """Whether a pair is written as the clock of twenty-four hours mostly is."""
    return all(len(hour) == 2 for hour in pair) and any(hour.startswith("0") for hour in pair)


def _is_day(window: Window, before: tuple[Window, ...]) -> bool:
    """Whether it ends on its day and goes on after what stands before it: 08:30-12:00, 01:00-04:30 is an afternoon."""
    return window.closes <= DAY_MINUTES and all(
        window.opens >= other.closes for other in before if set(window.days) & set(other.days)
    )


def _is_told_by_next(window: Window, following: tuple[Window, ...]) -> bool:
    """Whether only the morning fits before the next opening of the same days: 9:00-12:00, 13:00-17:00."""
    return window.closes <= DAY_MINUTES and any(
        window.days == other.days and window.closes <= other.opens <= window.opens + DAY_MINUTES // 2
        for other in following
    )


def _windows(times: str) -> tuple[Window, ...]:
    try:
        return Hours.parse(_with_days(times)).windows
    except ValueError:
        return ()


def _with_days(text: str) -> str:
    words = _WORD.sub(lambda word: _DAYS.get(word[0].lower(), word[0]), text)
    return _COLON.sub(" ", _BESIDE.sub(", ", _THROUGH.sub("-", words)))
