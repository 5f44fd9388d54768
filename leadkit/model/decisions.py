"""The section ``decisions``: the log of what was decided, by whom and when."""

from __future__ import annotations

from enum import StrEnum

from leadkit.model.base import Closed, Item, expected, optional, required
from leadkit.model.references import BodyId, DecisionId
from leadkit.model.scalars import Count, FieldPath, Line, Prose, Several
from leadkit.values.dates import PartialDate


class DecisionKind(StrEnum):
    """Where a decision stands."""

    ADOPTED = "adopted"
    OPEN = "open"
    SUPERSEDED = "superseded"


class Manner(StrEnum):
    """How a body came to a decision."""

    CONSENSUS = "consensus"
    UNANIMOUS = "unanimous"
    MAJORITY = "majority"
    CHAIR = "chair"


class Vote(Closed):
    """How a body decided."""

    manner: Manner = required("How the decision came about.", "consensus")
    in_favor: Count | None = optional("How many votes were in favor.", "11")
    against: Count | None = optional("How many votes were against.", "1")
    abstained: Count | None = optional("How many members abstained.", "0")


class Decision(Item):
    """A decision, adopted or still to be taken."""

    title: Line = required("What was decided, as a title.", "List of offenses that may be diverted")
    kind: DecisionKind = required("Where it stands: adopted, open or superseded.", "adopted")
    date: PartialDate | None = expected("When the decision was taken.", "2024-02-14")
    body: BodyId | None = optional("The governing body that took it, by id.", "policy-coordinating-group")
    decided_by: Line | None = optional("Who took it, where it was no governing body of the program.", "City Council")
    text: Prose | None = optional(
        "What exactly was decided.", "The list in annex 1 is adopted and replaces the pilot's list."
    )
    vote: Vote | None = optional("How the body came to the decision.", {"manner": "consensus"})
    concerns: Several[FieldPath] = optional(
        "The fields of the program that it sets, by path.", ["eligibility.offences"], default=()
    )
    supersedes: Several[DecisionId] = optional("The decisions it replaces.", ["D-2"], default=())
