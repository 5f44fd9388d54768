"""The section ``open``: what is absent, and which of three reasons it has."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from leadkit.model.base import Closed, optional, required
from leadkit.model.references import DecisionId, DocumentId, SourceId
from leadkit.model.scalars import Line, Prose, Several
from leadkit.values.dates import PartialDate


class _Absence(Closed):
    """What the three have in common: a gap may open with a change, and may be closed by one."""

    effective_from: PartialDate | None = optional(
        "The first day on which this is absent for this reason, where it was not so before.", "2019"
    )
    effective_until: PartialDate | None = optional(
        "The last day on which this is absent for this reason, where it is given later.", "2020-06-30"
    )

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
