"""Categories of information, and the people outside the program who may ask for it."""

from __future__ import annotations

from leadkit.model.base import Item, optional, required
from leadkit.model.references import AgencyId
from leadkit.model.scalars import Line, Prose, Several
from leadkit.model.sharing.vocabulary import InformationKind, OutsideKind, RegimeKind, Sensitivity


class Category(Item):
    """One category of information about a person: the rows of the sharing matrix."""

    label: Line = required("What the category is called in documents and forms.", "Intake done and engaged")
    sensitivity: Sensitivity = required(
        "How this information is protected. It decides who may never receive it.", "program"
    )
    kind: InformationKind | None = optional(
        "What the category is about, in the words that all programs share.", "engagement_level"
    )
    holds: Prose | None = optional(
        "What is in it, and what is not.",
        "Whether intake was done and when the person was last seen; never what was said.",
    )
    held_by: Several[AgencyId] = optional(
        "The agencies whose records hold this information.", ["public-health", "bridgeway"], default=()
    )
    regimes: Several[RegimeKind] = optional(
        "The bodies of law that govern this information.", ["hipaa", "state_law"], default=()
    )


class OutsideParty(Item):
    """Somebody who is no party to the agreement and yet asks, or is told."""

    kind: OutsideKind = required("What this person or organization is.", "business")
    label: Line = required("What it is called in documents.", "The business that asked for help")
    answer: Prose | None = optional(
        "What staff say when it asks and nothing may be shared.",
        "We cannot say whether we know any person. Thank you for calling us.",
    )
    needs: Prose | None = optional(
        "What it must bring before anything is shared, such as a signed release or a court order.",
        "A release in which the person names this business.",
    )
