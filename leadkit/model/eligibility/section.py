"""Who may be diverted, for what, and who decides."""

from __future__ import annotations

from leadkit.model.base import Item, expected, optional
from leadkit.model.eligibility.acceptance import Acceptance, CoArrestees, SecondOffers
from leadkit.model.eligibility.amounts import AmountLimit, Substance
from leadkit.model.eligibility.consent import Consents, Victims
from leadkit.model.eligibility.exclusions import Exclusion
from leadkit.model.eligibility.history import HistoryTier
from leadkit.model.eligibility.offences import ListStatus, Offence, Unlisted
from leadkit.model.eligibility.person import Age, CapacityCheck, Informants, Residence
from leadkit.model.eligibility.warrants import SupervisionRule, WarrantRule
from leadkit.model.references import ActorId, Id
from leadkit.model.scalars import Line, Prose, Several
from leadkit.values.quantities import Duration


class Eligibility(Item):
    """Who may be diverted, for what, and who decides."""

    list_status: ListStatus | None = expected(
        "Where the list of offences stands: adopted, draft or not_agreed. Without an adopted list, "
        "no arrest is diverted.",
        "adopted",
    )
    offences: dict[Id, Offence] = expected(
        "The offences, or kinds of conduct, that a person may be diverted for, by id.",
        {"possession": {"law": "wa-69.50.4013"}},
        default={},
    )
    unlisted: Unlisted | None = expected(
        "What holds for an offence that is not listed: not_eligible, officer_judgement or policy_group_review.",
        "not_eligible",
    )
    decided_by: Several[ActorId] = optional(
        "Who decides what stands on the list.", ["policy-coordinating-group"], default=()
    )
    reviewed_every: Duration | None = optional("How often the list is looked at again.", "6 months")
    target: Prose | None = optional(
        "The people the program is for, in its own words.", "People with lasting and complex needs."
    )
    priority_groups: Several[Line] = optional(
        "Groups whom the program tries to reach first.", ["People who live unhoused"], default=()
    )
    substances: dict[Id, Substance] = optional(
        "The classes of substance that the limits speak of, by id.",
        {"opiate": {"label": "Opiates"}},
        default={},
    )
    amounts: dict[Id, AmountLimit] = expected(
        "Limits on weight, count, value or damage, by id.",
        {"opiates": {"at_most": "6 g", "substance": "opiate", "strength": "presumptive"}},
        default={},
    )
    exclusions: dict[Id, Exclusion] = expected(
        "What keeps a person out, by id: one test each.",
        {"minors": {"test": "exploits_minor", "strength": "absolute"}},
        default={},
    )
    history: dict[Id, HistoryTier] = expected(
        "Tiers of criminal history that keep a person out, by id. "
        "Where no record keeps anybody out, say so under open, with the decision.",
        {
            "violent": {
                "offences": {"sets": ["wa-serious-violent"]},
                "record": "conviction",
                "within": "any_time",
            }
        },
        default={},
    )
    age: Age | None = expected("The ages the program takes.", {"minimum": "18"})
    residence: Residence | None = expected("Whether a person must live in the area.", {"area": "whole-county"})
    warrants: dict[Id, WarrantRule] = expected(
        "What an open warrant means, by id: a kind, an action and counsel's note.",
        {"bench-warrant": {"kind": "bench", "action": "liaison_recall"}},
        default={},
    )
    supervision: dict[Id, SupervisionRule] = expected(
        "What it means that a person is under supervision, by id.",
        {"probation": {"kind": "probation", "effect": "agency_consent"}},
        default={},
    )
    victims: Victims | None = optional("What the program owes to victims and complainants.", {"regime": "RCW 7.69.030"})
    consent: Consents | None = expected(
        "Whose consent is needed: the participant's always, a complainant's, a supervising agency's, a guardian's.",
        {"complainant": {"required": "if_person_victim", "form": "states_preference"}},
    )
    capacity_check: CapacityCheck | None = optional(
        "How it is made sure that a person can consent.",
        {"checked_by": "case_manager", "when_impaired": "wait"},
    )
    acceptance: dict[Id, Acceptance] = expected(
        "Who accepts a referral, by id: one entry for all pathways, or several.",
        {"all-pathways": {"rule": "one_approver", "approvers": ["project-manager"]}},
        default={},
    )
    co_arrestees: CoArrestees | None = optional(
        "What happens when several people are arrested together.", {"rule": "each_on_own"}
    )
    second_offers: SecondOffers | None = optional(
        "Offers to people who were offered the program before.", {"after_declined": {"again": "always"}}
    )
    informants: Informants | None = optional(
        "The line between the program and police sources.", {"participants_barred": "yes"}
    )
