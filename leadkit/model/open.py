"""The section ``open``: what is absent, and which of three reasons it has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from leadkit.model.base import Closed, optional, required
from leadkit.model.references import DecisionId, DocumentId, SourceId
from leadkit.model.scalars import Flag, Line, Prose, Several
from leadkit.model.walk import ANY, lacking
from leadkit.values.dates import PartialDate


class _Absence(Closed):
    """What the three have in common: a gap may open with a change, and may be closed by one."""

    effective_from: PartialDate | None = optional(
        "The first day on which this is absent for this reason, where it was not so before.", "2019"
    )
    effective_until: PartialDate | None = optional(
        "The last day on which this is absent for this reason, where it is given later.", "2020-06-30"
    )

    partly: Flag = optional(
        "For a list or a collection that has a value: whether the list is known to be incomplete, as in MacArthur "
        "among others. What is given stands; only the rest is absent.",
        "yes",
        default=False,
    )

    @property
    def keeps_value(self) -> bool:
        """Whether the field may have a value all the same."""
        return self.partly

    def holds(self, on: date) -> bool:
        """Whether this is said of a day; on a day inside a partial date it is."""
        begun = self.effective_from is None or self.effective_from.begun(on) is not False
        passed = self.effective_until is not None and self.effective_until.passed(on) is True
        return begun and not passed


class Undecided(_Absence):
    """Nobody has decided yet. Documents print *Decision needed*."""

    why: Literal["undecided"] = required("Nobody has decided yet.", "undecided")
    question: Prose = required("The question to decide, as one sentence.", "How long does the agreement run?")
    owner: Line = required(
        "Who must bring about the decision: a role, an agency or a body by its id, or a title.",
        "county-counsel",
    )
    due: PartialDate | None = optional("By when the decision is needed.", "2027-01-15")
    options: tuple[Prose, ...] = optional(
        "The answers under discussion.", ["Three years", "Until a party withdraws"], default=()
    )
    blocks: Several[DocumentId] = optional("The documents that cannot be finished before.", ["mou"], default=())
    remark: Prose | None = optional("What the deciders should know.", "The grant ends in 2028.")
    stands: Flag = optional(
        "Whether the field has a value that stands until the question, such as counsel's, is answered.",
        "yes",
        default=False,
    )

    @property
    def keeps_value(self) -> bool:
        """Whether the field may have a value all the same."""
        return self.partly or self.stands


class Undocumented(_Absence):
    """The sources that were read do not say it. Documents print *Not in the public sources*."""

    why: Literal["undocumented"] = required("The sources do not say it.", "undocumented")
    looked_in: Several[SourceId] = required("The sources that were read, by id.", ["SF-1"])
    remark: Prose | None = optional("What was seen in those sources.", "The list is cut off on the page that was read.")


class DecidedNone(_Absence):
    """It was decided that there is none."""

    why: Literal["none"] = required("It was decided that there is none.", "none")
    adopted: DecisionId | None = optional("The decision, by id. Give it, or sources.", "D-3")
    sources: Several[SourceId] = optional("The sources that say so. Give them, or a decision.", ["ATL-6"], default=())
    reason: Prose | None = optional("Why there is none, in one sentence.", "Nobody is turned away for a record.")


OpenEntry = Annotated[Undecided | Undocumented | DecidedNone, Field(discriminator="why")]
"""Why something is absent, told apart by ``why``."""


class Said:
    """What ``open`` says on one day, found by the field that is asked about."""

    def __init__(self, entries: Mapping[str, OpenEntry], on: date) -> None:
        """Keep the entries that hold on the day."""
        holding = {path: entry for path, entry in entries.items() if entry.holds(on)}
        self._exact = {path: entry for path, entry in holding.items() if not has_any(path)}
        self._any = [(path.split("."), entry) for path, entry in holding.items() if has_any(path)]

    def of(self, path: Sequence[str | int]) -> OpenEntry | None:
        """The entry for a field: the nearest of its own and those around it.

        An entry that names an id goes before one with ``*``. One that says that a list is incomplete explains the list
        and nothing inside it.
        """
        for length in range(len(path), 0, -1):
            found = self.exactly(path[:length])
            if found is not None and not (found.keeps_value and length < len(path)):
                return found
        return None

    def exactly(self, path: Sequence[str | int]) -> OpenEntry | None:
        """The entry for this very field."""
        found = self._exact.get(".".join(str(step) for step in path))
        if found is not None:
            return found
        return next((entry for words, entry in self._any if _names(words, path)), None)

    def concrete(self, program: BaseModel) -> dict[str, OpenEntry]:
        """Every entry by a path without ``*``: one for each object that lacks the field.

        An entry that says that a list is incomplete, or that a value stands, is left out where the field has a value:
        nothing is absent there.
        """
        found: dict[str, OpenEntry] = {}
        for words, entry in self._any:
            for path in lacking(program, words):
                found.setdefault(path, entry)
        whole = {path: entry for path, entry in self._exact.items() if not entry.keeps_value or _lacks(program, path)}
        return found | whole

    def asked(self, program: BaseModel) -> dict[str, OpenEntry]:
        """The same, with each question about a value that stands until it is answered."""
        standing = {path: entry for path, entry in self._exact.items() if isinstance(entry, Undecided) and entry.stands}
        return self.concrete(program) | standing


def has_any(path: str) -> bool:
    """Whether a path speaks for every id at some place."""
    return ANY in path.split(".")


def _lacks(program: BaseModel, path: str) -> bool:
    return path in lacking(program, path.split("."))


def _names(words: Sequence[str], path: Sequence[str | int]) -> bool:
    """Whether a path with ``*`` names a field; an id of the field's path may itself contain dots."""
    if not words or not path:
        return not words and not path
    if words[0] == ANY:
        return _names(words[1:], path[1:])
    step = str(path[0])
    size = step.count(".") + 1
    return ".".join(words[:size]) == step and _names(words[size:], path[1:])
