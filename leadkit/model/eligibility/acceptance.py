"""Who accepts a referral, people arrested together, and second offers."""

from __future__ import annotations

from enum import StrEnum

from leadkit.model.base import Item, expected, optional
from leadkit.model.eligibility.warrants import NoAnswer
from leadkit.model.references import ActorId, BodyId, PathwayId
from leadkit.model.scalars import Count, Flag, Prose, Several
from leadkit.values.quantities import Duration


class AcceptanceRule(StrEnum):
    """Who has to agree before a person is taken.

    ``ALL_OPERATIONAL_PARTNERS``: every partner agency of the operational group; one refusal ends it.
    """

    OFFICER_ALONE = "officer_alone"
    ONE_APPROVER = "one_approver"
    ALL_APPROVERS = "all_approvers"
    CHARGING_AUTHORITY = "charging_authority"
    ALL_OPERATIONAL_PARTNERS = "all_operational_partners"
    BODY_DECIDES = "body_decides"


class Acceptance(Item):
    """Who accepts a referral on some pathways."""

    pathways: Several[PathwayId] = optional(
        "The pathways this is for. Without them, all that have no entry of their own.",
        ["social-contact"],
        default=(),
    )
    rule: AcceptanceRule | None = expected(
        "Who has to agree: officer_alone, one_approver, all_approvers, charging_authority, "
        "all_operational_partners or body_decides.",
        "one_approver",
    )
    approvers: Several[ActorId] = optional("Who may or must approve.", ["project-manager"], default=())
    body: BodyId | None = optional("The body whose partners agree or which decides.", "operational-work-group")
    final_say: Several[ActorId] = optional(
        "Who has the last word on eligibility where people disagree.", ["charging-authority"], default=()
    )
    within: Duration | None = optional("How soon the answer is given.", "2 business days")
    no_answer: NoAnswer | None = optional(
        "What silence means: counts_as_consent, counts_as_refusal, ask_again or decided_without.", "ask_again"
    )


class TogetherRule(StrEnum):
    """How people arrested together are treated."""

    EACH_ON_OWN = "each_on_own"
    ALL_OR_NONE = "all_or_none"
    OFFICER_JUDGEMENT = "officer_judgement"
    SUPERVISOR_DECIDES = "supervisor_decides"


class CoArrestees(Item):
    """What happens when several people are stopped or arrested together."""

    rule: TogetherRule | None = expected(
        "How they are treated: each_on_own, all_or_none, officer_judgement or supervisor_decides.",
        "each_on_own",
    )
    separate_offers: Flag | None = optional("Whether each person is asked out of hearing of the others.", "yes")
    exploitation: Prose | None = optional(
        "What is done where one seems to exploit another.", "The one who exploits is not offered a diversion."
    )
    evidence: Prose | None = optional(
        "How jointly held things are counted.",
        "Each person's share, or the whole where shares cannot be told.",
    )


class OfferAgain(StrEnum):
    """Whether the program may be offered again."""

    ALWAYS = "always"
    AFTER_WAIT = "after_wait"
    WITH_APPROVAL = "with_approval"
    NEVER = "never"


class SecondOffer(Item):
    """Whether, when and how often the program may be offered again after one event."""

    again: OfferAgain | None = expected(
        "Whether it may be offered again: always, after_wait, with_approval or never.", "always"
    )
    wait: Duration | None = optional("How long to wait.", "30 days")
    approved_by: Several[ActorId] = optional("Who approves it.", ["operational-work-group"], default=())
    at_most: Count | None = optional("How often at most.", "3")


class SecondOffers(Item):
    """Offers to people who were offered the program before."""

    after_declined: SecondOffer | None = expected("After the person said no.", {"again": "always"})
    after_no_intake: SecondOffer | None = expected("After intake was not finished in time.", {"again": "after_wait"})
    after_exit: SecondOffer | None = optional("After the person left in good order.", {"again": "always"})
    after_termination: SecondOffer | None = expected("After the program ended services.", {"again": "with_approval"})
    while_enrolled: SecondOffer | None = optional(
        "When a participant is found in conduct that could be diverted.", {"again": "always"}
    )
