"""The section ``governance`` itself."""

from __future__ import annotations

from leadkit.model.base import Item, expected, optional
from leadkit.model.governance.body import Body, Fraction
from leadkit.model.governance.kinds import DecisionRule
from leadkit.model.references import BodyId, DutyHolderId, Id
from leadkit.model.scalars import Flag, Prose, Several
from leadkit.values.quantities import Duration


class ChangeOfHost(Item):
    """How project management may be moved to another host, so that nobody moves it alone."""

    decided_by: Several[DutyHolderId] = expected("Who may change the host.", "policy-coordinating-group", default=())
    decision_rule: DecisionRule | None = expected("How they decide it.", "supermajority")
    supermajority: Fraction | None = optional("The share of votes that it needs.", "2/3")
    notice: Duration | None = expected("How long before the vote every partner is told.", "60 days")
    host_votes: Flag | None = optional("Whether the present host may vote on it.", "no")
    grounds: Several[Prose] = optional(
        "The reasons for which it may be done.", ["the host asks to be released"], default=()
    )
    interim: Prose | None = optional("Who runs the program in between.", "The lead agency, for at most ninety days.")
    handover: Prose | None = optional(
        "What the old host hands over, and when.", "Records, log and contracts within thirty days."
    )


class ProjectManagement(Item):
    """How project management is chosen, reviewed and moved."""

    selected_by: Several[DutyHolderId] = expected(
        "Who chooses the host of project management.", "policy-coordinating-group", default=()
    )
    selection: Prose | None = optional("How it is chosen.", "By open request for proposals every four years.")
    reviewed_by: BodyId | None = optional("The body that reviews its work.", "policy-coordinating-group")
    review_every: Duration | None = optional("How often its work is reviewed.", "1 year")
    change_of_host: ChangeOfHost | None = expected(
        "How it may be moved to another host: who may do it, by what vote, with what notice.",
        {"decided_by": "policy-coordinating-group", "decision_rule": "consensus", "notice": "60 days"},
    )


class Governance(Item):
    """The bodies that govern the program, and the rules common to them."""

    bodies: dict[Id, Body] = expected(
        "The bodies, by id.",
        {"policy-coordinating-group": {"kind": "policy", "local_name": "Policy Coordinating Group"}},
        default={},
    )
    project_management: ProjectManagement | None = expected(
        "How project management is chosen and moved.", {"selected_by": "policy-coordinating-group"}
    )
    consensus: Prose | None = optional(
        "What consensus means here.",
        "Everybody can live with the decision, though they might have chosen another.",
    )
    leave_at_will: Flag | None = expected("Whether every member is free to leave whenever it wants.", "yes")
    shared_credit: Prose | None = optional(
        "What partners owe each other in public.", "No partner claims or disowns the program alone."
    )
    crisis_communication: Prose | None = optional(
        "Who speaks, and after asking whom, when something goes wrong.",
        "The media contact speaks after the chairs have been asked.",
    )
    procurement_conflicts: Prose | None = optional(
        "What holds for members that are paid by the program.",
        "A contractor recuses itself from its own contract.",
    )
