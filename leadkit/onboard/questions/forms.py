"""What an answer may be: each form reads one text, and says what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from leadkit.diagnostic import nearest
from leadkit.law.states import NAMES
from leadkit.model.references import ID_PATTERN
from leadkit.source.characters import BREAKS, CONTROLS, INVISIBLE
from leadkit.values.dates import PartialDate
from leadkit.values.names import is_reserved

Form: TypeAlias = Callable[[str], str]
"""Reads one text as it is to be written; raises ``ValueError`` with a sentence that says what to write."""

ALONE = "none"
"""The answer of what belongs to nothing else; no id is this word."""
_LONGEST = 300
_LONGEST_ID = 70
"""Room is left for the ids that are made from it, such as that of a role."""
_NO_NAMES = frozenset(("no", "n", "none", "skip", "n/a", "na", "nothing", "nobody", "yes", "y", "-", "tbd"))
"""What is typed in the place of a name by somebody who has none."""
_UNSEEN = re.compile(f"[{CONTROLS}{BREAKS}{INVISIBLE}\t\ud800-\udfff]")
"""What cannot be seen, and what a terminal makes of bytes that are no text."""


def line(text: str) -> str:
    """One line that can be read by everybody.

    Raises:
        ValueError: It is empty, too long, or holds what cannot be seen.
    """
    found = text.strip()
    if not found:
        raise ValueError("write some words")
    if "\n" in found or "\r" in found:
        raise ValueError("write it in one line")
    if len(found) > _LONGEST:
        raise ValueError(f"write at most {_LONGEST} characters; these are {len(found):,}")
    if hidden := _UNSEEN.search(found):
        raise ValueError(f"take out the character U+{ord(hidden[0]):04X}, which nobody can see")
    return found


def name(text: str) -> str:
    """A name in one line; not a word by which somebody says that there is none.

    Raises:
        ValueError: It is no line, or says that there is no name.
    """
    if says_none(text):
        raise ValueError("write its name, or undecided where there is none yet")
    return line(text)


def says_none(text: str) -> bool:
    """Whether somebody says that there is no name, or answers another question than the one for a name."""
    return text.strip().casefold() in _NO_NAMES


def flag(text: str) -> str:
    """Yes or no.

    Raises:
        ValueError: It is neither.
    """
    word = text.strip().lower()
    if word in ("yes", "y", "true"):
        return "yes"
    if word in ("no", "n", "false"):
        return "no"
    raise ValueError("write yes or no")


def state(text: str) -> str:
    """A state by its two postal letters or its name, as its letters.

    Raises:
        ValueError: There is no such state.
    """
    word = " ".join(text.split()).casefold()
    found = next((letters for letters, known in NAMES.items() if word in (letters.casefold(), known.casefold())), None)
    if found is None:
        meant = nearest(" ".join(text.split()), NAMES.values())
        hint = f"; did you mean {meant}?" if meant else ""
        raise ValueError(f"write the two postal letters of the state, such as OH, or its name{hint}")
    return found


def day(text: str) -> str:
    """A day.

    Raises:
        ValueError: It is no day.
    """
    if not (found := PartialDate.parse(text)).is_day:
        raise ValueError("write a day as YYYY-MM-DD")
    return str(found)


def date(text: str) -> str:
    """A year, a month or a day.

    Raises:
        ValueError: It is none of them.
    """
    return str(PartialDate.parse(text))


def belonging(text: str) -> str:
    """The id of what something belongs to, or none.

    Raises:
        ValueError: It is neither.
    """
    return ALONE if text.strip().casefold() == ALONE else identifier(text)


def identifier(text: str) -> str:
    """An id.

    Raises:
        ValueError: It has another form, or would be read as something else.
    """
    found = text.strip()
    if len(found) > _LONGEST_ID or not re.fullmatch(ID_PATTERN, found):
        raise ValueError("use letters, digits, and single hyphens, underscores or dots between them: maple-police")
    if is_reserved(found):
        raise ValueError("use another word: this one has a meaning of its own")
    return found
