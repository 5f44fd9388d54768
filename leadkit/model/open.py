"""The section ``open``: what is absent, and which of three reasons it has."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from leadkit.model.base import Closed, optional, required
from leadkit.model.references import DecisionId, DocumentId, SourceId
from leadkit.model.scalars import Line, Prose, Several
from leadkit.values.dates import PartialDate


class Undecided(Closed):
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


class Undocumented(Closed):
    """The sources that were read do not say it. Documents print *Not in the public sources*."""

    why: Literal["undocumented"] = required("The sources do not say it.", "undocumented")
    looked_in: Several[SourceId] = required("The sources that were read, by id.", ["SF-1"])
    remark: Prose | None = optional("What was seen in those sources.", "The list is cut off on the page that was read.")


class DecidedNone(Closed):
    """It was decided that there is none."""

    why: Literal["none"] = required("It was decided that there is none.", "none")
    adopted: DecisionId | None = optional("The decision, by id. Give it, or sources.", "D-3")
    sources: Several[SourceId] = optional("The sources that say so. Give them, or a decision.", ["ATL-6"], default=())
    reason: Prose | None = optional("Why there is none, in one sentence.", "Nobody is turned away for a record.")


OpenEntry = Annotated[Undecided | Undocumented | DecidedNone, Field(discriminator="why")]
"""Why something is absent, told apart by ``why``."""
