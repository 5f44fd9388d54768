"""Opening hours as people write them, in the form that the field has, where only one thing can be meant."""

from __future__ import annotations

import re

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
    """Whether times without am and pm are told by the clock of twenty-four hours.

    One that nobody takes for the other clock's tells it of all the rest, unless they would then run past midnight:
    8:30-4:30 is mostly meant as a day at work, and may be a night in a shelter.
    """
    pairs = _PAIR.findall(times)
    sure = [_is_sure(opens, closes) for opens, _, closes, _ in pairs]
    ahead = [int(opens) < int(closes) for opens, _, closes, _ in pairs]
    return not pairs or (any(sure) and all(one or other for one, other in zip(sure, ahead, strict=True)))


def _is_sure(opens: str, closes: str) -> bool:
    hours = (opens, closes)
    if any(int(hour) in (0, *range(13, 25)) for hour in hours):
        return True
    return all(len(hour) == 2 for hour in hours) and any(hour.startswith("0") for hour in hours)


def _with_days(text: str) -> str:
    words = _WORD.sub(lambda word: _DAYS.get(word[0].lower(), word[0]), text)
    return _COLON.sub(" ", _BESIDE.sub(", ", _THROUGH.sub("-", words)))
