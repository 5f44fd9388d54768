"""Whether a law was in force on a day, in three values: the unresearched is never in or out by default."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadkit.values.dates import PartialDate


class Status(StrEnum):
    """What became of a law, as far as it was researched.

    ``AMENDED``: in force with a changed text. ``VOID``: struck down by a court. ``NOT_AN_OFFENCE``: listed so
    that nobody looks for it. ``UNCERTAIN``: whether it is still in force was not researched.
    """

    IN_FORCE = "in_force"
    AMENDED = "amended"
    SUPERSEDED = "superseded"
    REPEALED = "repealed"
    VOID = "void"
    NOT_AN_OFFENCE = "not_an_offence"
    UNCERTAIN = "uncertain"


_ENDED = frozenset({Status.SUPERSEDED, Status.REPEALED, Status.VOID})


@dataclass(frozen=True, slots=True)
class Standing:
    """An answer and why.

    Attributes:
        answer: True, False, or None for *not known on that date*.
        reason: One sentence without a full stop, for a person.
    """

    answer: bool | None
    reason: str


def standing(
    status: Status, begins: PartialDate | None, ends: PartialDate | None, known_on: date | None, on: date
) -> Standing:
    """Decide whether a law was in force on a day.

    Args:
        status: Its fate, as far as known.
        begins: First day in force; None where not researched.
        ends: Last day in force; None where not researched or still open.
        known_on: A day on which ``status`` was known.
        on: The day asked about.
    """
    if status is Status.NOT_AN_OFFENCE:
        return Standing(False, "this is not an offense")
    return _outside(begins, ends, on) or _doubtful(status, begins, ends, on) or _begun(begins, ends, known_on, on)


def _outside(begins: PartialDate | None, ends: PartialDate | None, on: date) -> Standing | None:
    """The days on which it certainly was not in force."""
    if begins is not None and begins.begun(on) is False:
        return Standing(False, f"in force only from {begins}")
    if ends is not None and ends.passed(on):
        return Standing(False, f"in force only until {ends}")
    return None


def _doubtful(status: Status, begins: PartialDate | None, ends: PartialDate | None, on: date) -> Standing | None:
    """The days about which the dates do not decide."""
    if begins is not None and begins.begun(on) is None:
        return Standing(None, f"it began some time in {begins}")
    if ends is not None and ends.passed(on) is None:
        return Standing(None, f"it ended some time in {ends}")
    if ends is None and status in _ENDED:
        return Standing(None, "it has ended, and its last day was not researched")
    if status is Status.UNCERTAIN:
        return Standing(None, "whether it is still in force was not researched")
    return None


def _begun(begins: PartialDate | None, ends: PartialDate | None, known_on: date | None, on: date) -> Standing:
    """The days before its end: it was in force if it had begun."""
    if begins is not None:
        return Standing(True, f"in force from {begins}" + (f" until {ends}" if ends else ""))
    if ends is not None and ends.is_day and on == ends.last:
        return Standing(True, f"this was its last day in force ({ends})")
    if ends is None and known_on is not None and on >= known_on:
        return Standing(True, f"in force when last looked at ({known_on})")
    return Standing(None, "its first day was not researched")
