"""Words that tell a person's criminal history to whoever hears them."""

from __future__ import annotations

import re

_TELLING = re.compile(
    r"\b(?:convict\w*|murder\w*|homicides?|manslaughter|rap(?:e|ist)s?|sex(?:ual)?|assaults?|robber\w*|burglar\w*|arson\w*|"
    r"felon\w*|misdemeanors?|warrants?|arrest(?:s|ed)?|prison\w*|jail\w*|sentence[ds]?|probation\w*|parole\w*|"
    r"criminal (?:history|records?)|rap sheet|open cases?|offender)\b",
    re.IGNORECASE,
)
_OF_RECORDS = re.compile(r"\b(?:convict\w*|criminal (?:history|records?)|rap sheets?|arrest records?)\b", re.IGNORECASE)


def told_in(text: str) -> str | None:
    """The first word of a text that tells what a person was convicted, charged or wanted for; None where none does."""
    return _first(_TELLING, text)


def record_in(text: str) -> str | None:
    """The first word of a text that means records of convictions or arrests; None where none does."""
    return _first(_OF_RECORDS, text)


def _first(words: re.Pattern[str], text: str) -> str | None:
    found = words.search(text.replace("-", " ").replace("_", " "))
    return found.group().lower() if found else None
