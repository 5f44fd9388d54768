"""What a document knows about a field that has no value."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Why(StrEnum):
    """Why a field has no value: the three kinds of ``open``, and a date that the sources do not reach."""

    UNDECIDED = "undecided"
    UNDOCUMENTED = "undocumented"
    NONE = "none"
    NOT_KNOWN_ON_DATE = "not_known_on_date"
    NOT_IN_FORCE = "not_in_force"


class Absent(Protocol):
    """What ``open`` says about a field.

    An object may also carry ``path``: the field that the entry names, where that is an ancestor of the field
    asked for. One entry is then printed once in a clause, however many of its fields the clause wanted.
    """

    @property
    def why(self) -> str:
        """``undecided``, ``undocumented``, ``none`` or ``not_known_on_date``."""

    @property
    def question(self) -> str | None:
        """What has to be decided, as a question."""

    @property
    def owner(self) -> str | None:
        """Who decides: a name, or an id that reads as one."""

    @property
    def due(self) -> object | None:
        """By when: anything that prints as a date."""

    @property
    def looked_in(self) -> Sequence[str]:
        """The sources that were searched."""

    @property
    def adopted(self) -> str | None:
        """The decision that there is none."""


class Absences(Protocol):
    """Answers for every field of a program whether its absence was said."""

    def absence(self, path: str) -> Absent | None:
        """Say why the field at ``path``, as ``agreement.term``, has no value; None where nothing was said."""


class NothingSaid:
    """A program that says nothing about any absent field."""

    def absence(self, path: str) -> Absent | None:
        """Know nothing about ``path``."""
        del path
        return None


class OpenEntries:
    """The section ``open`` of a program, keyed by field; an entry also covers every field below its own."""

    def __init__(
        self, entries: Mapping[str, object], not_known: Collection[str] = (), not_in_force: Collection[str] = ()
    ) -> None:
        """Keep what is said.

        Args:
            entries: Objects that have at least ``why``, by dotted field.
            not_known: The fields of which the day asked about falls inside a partial date.
            not_in_force: The fields that hold on other days only.
        """
        elsewhere = dict.fromkeys(not_in_force, _NOT_IN_FORCE)
        self._entries = {**elsewhere, **dict.fromkeys(not_known, _NOT_KNOWN), **entries}
        self._elsewhere = tuple(elsewhere)

    def absence(self, path: str) -> Absent | None:
        """Find the entry for ``path`` or the nearest field above it."""
        steps = path.split(".")
        for length in range(len(steps), 0, -1):
            above = ".".join(steps[:length])
            if above in self._entries:
                return _Entry(self._entries[above], above)
        if any(each.startswith(f"{path}.") for each in self._elsewhere):
            return _Entry(_NOT_IN_FORCE, path)  # all that a collection holds belongs to other days
        return None


@dataclass(frozen=True, slots=True)
class _OfAnotherDay:
    why: Why


_NOT_KNOWN = _OfAnotherDay(Why.NOT_KNOWN_ON_DATE)
_NOT_IN_FORCE = _OfAnotherDay(Why.NOT_IN_FORCE)


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry together with the field that it stands under."""

    entry: object
    path: str

    @property
    def why(self) -> str:
        return str(getattr(self.entry, "why", Why.UNDECIDED))

    @property
    def question(self) -> str | None:
        return getattr(self.entry, "question", None)

    @property
    def owner(self) -> str | None:
        return getattr(self.entry, "owner", None)

    @property
    def due(self) -> object | None:
        return getattr(self.entry, "due", None)

    @property
    def looked_in(self) -> Sequence[str]:
        return tuple(getattr(self.entry, "looked_in", ()))

    @property
    def adopted(self) -> str | None:
        return getattr(self.entry, "adopted", None)

    @property
    def remark(self) -> str | None:
        return getattr(self.entry, "remark", None)
