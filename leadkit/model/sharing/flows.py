"""The cells of the sharing matrix: who may learn what, and what nobody may."""

from __future__ import annotations

from leadkit.model.base import Item, expected, optional, required
from leadkit.model.events import Event
from leadkit.model.references import CategoryId, PathwayId, RecipientId
from leadkit.model.scalars import Flag, Line, Prose, Several
from leadkit.model.sharing.basis import Basis
from leadkit.model.sharing.vocabulary import (
    Action,
    Detail,
    Purpose,
    RecipientClass,
    Redisclosure,
    Scope,
    Sensitivity,
    UseLimit,
)


class Flow(Item):
    """A sender may share categories of information with a recipient. What no flow allows is not shared."""

    sender: Several[RecipientId] = required(
        "Who shares: a role, an agency, a body or an outside party, by its id.", "case-management"
    )
    recipient: Several[RecipientId] = required(
        "Who receives: a role, an agency, a body or an outside party, by its id.", ["police-liaison"]
    )
    categories: Several[CategoryId] = required("The categories of information that are shared.", ["engagement"])
    actions: Several[Action] = required("What the recipient may do with it.", ["view", "discuss"])
    purpose: Several[Purpose] = expected("What it is shared for.", "coordination", default=())
    basis: Basis | None = expected(
        "What makes it lawful to share.", {"kind": "release", "release": "care-team-release"}
    )
    scope: Scope | None = expected("Whose information the recipient reaches.", "referred_by_own_agency")
    detail: Detail | None = optional("How much is told: from a bare yes or no to everything.", "yes_no")
    trigger: Several[Event] = optional("What sets off the sharing.", ["intake_completed"], default=())
    pathways: Several[PathwayId] = optional(
        "The pathways it applies to. Left out, it applies to all.", ["arrest-diversion"], default=()
    )
    channel: Line | None = optional("How the information is passed on.", "The program's case system; never by e-mail.")
    use_limits: Several[UseLimit] = optional(
        "What the recipient may not do with it. Every flow to police, prosecutors or courts needs some.",
        ["no_evidence", "no_investigation"],
        default=(),
    )
    redisclosure: Redisclosure | None = optional("Whether the recipient may pass it on.", "prohibited")
    notice_accompanies: Flag | None = optional(
        "Whether the notice against redisclosure and a copy of the consent go with it (42 CFR 2.32).",
        "yes",
    )
    logged: Flag | None = optional("Whether each sharing is written in the log of disclosures.", "yes")


class NeverRule(Item):
    """What is never shared, whatever a flow says.

    A rule that names neither categories nor kinds of protected information covers all information; one that
    names neither recipients nor groups covers everybody. Where both are named, either is enough.
    """

    categories: Several[CategoryId] = optional(
        "The categories that are never shared. Left out, the rule covers every category.",
        ["clinical"],
        default=(),
    )
    sensitivities: Several[Sensitivity] = optional(
        "The kinds of protected information that are never shared, whatever their category.",
        ["part2"],
        default=(),
    )
    recipients: Several[RecipientId] = optional("Who never receives it, by id.", ["downtown-association"], default=())
    recipient_classes: Several[RecipientClass] = optional(
        "The groups that never receive it. With neither this nor recipients, nobody receives it.",
        ["immigration", "press"],
        default=(),
    )
    reason: Prose = required(
        "Why, in one sentence that any party may read.",
        "Treatment records are shared between treating providers only.",
    )
    citation: Line | None = optional("The law behind the rule.", "28 CFR Part 20")
    instead: Prose | None = optional("What may be told instead.", "Eligible: yes or no, with a public reason code.")
