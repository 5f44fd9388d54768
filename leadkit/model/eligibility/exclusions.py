"""What keeps a person out: one test each, with the details that the test needs."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from leadkit.model.base import expected, optional, required
from leadkit.model.eligibility.history import Lookback
from leadkit.model.eligibility.rule import Rule
from leadkit.model.references import (
    ActorId,
    AmountId,
    AreaId,
    ExclusionSetId,
    PathwayId,
    SupervisionId,
    WarrantId,
)
from leadkit.model.scalars import Line, Prose, Several
from leadkit.values.quantities import Duration


class Scope(StrEnum):
    """What an exclusion keeps out: the person, everything from one incident, one charge, or one case."""

    PERSON = "person"
    INCIDENT = "incident"
    CHARGE = "charge"
    CASE = "case"


class ExclusionBase(Rule):
    """What every exclusion shares."""

    label: Line | None = optional("What the exclusion is called in documents.", "Suspected exploitation of minors")
    scope: Scope | None = optional(
        "What it keeps out: the person, the whole incident, the one charge, or the one case.", "person"
    )
    detail: Prose | None = optional(
        "The exclusion in the program's own words.",
        "The officer has reason to believe that the person exploits minors.",
    )

    def spared(self) -> frozenset[str]:
        """The details of a test that is only weighed: a rule that bars nobody may be said in a word."""
        own = set(type(self).model_fields) - set(ExclusionBase.model_fields)
        return frozenset(own) if self.only_weighed else frozenset()


class PlainExclusion(ExclusionBase):
    """An exclusion whose test is a plain question of fact.

    The limit behind ``under_age``, ``over_age`` and ``residence_short`` stands under ``eligibility.age`` and
    ``eligibility.residence``: use these tests only where the bar differs from what is said there.
    """

    test: Literal[
        "not_amenable", "violent_on_contact", "threat_of_harm", "injury", "mental_health_emergency",
        "medical_emergency", "danger_to_self", "profit_above_subsistence", "sale_to_minor",
        "exploits_minor", "exploits_other", "promotes_prostitution", "domestic_violence",
        "vehicle_involved", "other_charge", "under_age", "over_age", "residence_short", "outside_hours",
        "treatment_court_case", "mental_health_court_case", "on_probation", "on_parole",
        "doc_supervision", "no_victim_consent", "no_consent", "confidential_informant",
        "immigration_hold",
    ] = required("The test, such as not_amenable, exploits_minor or no_consent.", "not_amenable")  # fmt: skip


class AmountOverLimit(ExclusionBase):
    """Over one of the amount limits; for limits that say nothing of strength and override themselves."""

    test: Literal["amount_over_limit"] = required("The test: amount_over_limit.", "amount_over_limit")
    amounts: Several[AmountId] = expected(
        "The limits, by their ids under eligibility.amounts.", ["opiates"], default=()
    )


class DeliveryWhen(StrEnum):
    """When delivery keeps a person out: always, or only with profit above subsistence."""

    ALWAYS = "always"
    PROFIT_ABOVE_SUBSISTENCE = "profit_above_subsistence"


class IntentToDeliver(ExclusionBase):
    """Delivery, or possession with intent to deliver."""

    test: Literal["intent_to_deliver"] = required("The test: intent_to_deliver.", "intent_to_deliver")
    when: DeliveryWhen | None = expected(
        "When it keeps a person out: always, or only with profit_above_subsistence.",
        "profit_above_subsistence",
    )
    shown_by: Several[Line] = optional(
        "What shows profit above subsistence.", ["Large sums of cash in small notes"], default=()
    )


class SchoolZone(ExclusionBase):
    """Conduct near a school or another protected place."""

    test: Literal["school_zone"] = required("The test: school_zone.", "school_zone")
    distance: Line | None = optional("How near the place is too near.", "1,000 feet of the grounds")
    places: Several[Line] = optional("The protected places.", ["school", "school bus stop"], default=())


class WeaponKind(StrEnum):
    """The kind of weapon."""

    FIREARM = "firearm"
    KNIFE = "knife"
    OTHER_WEAPON = "other_weapon"
    ANY = "any"


class WeaponUse(StrEnum):
    """What was done with the weapon: used, shown, unlawfully held, or only within reach."""

    USED = "used"
    SHOWN = "shown"
    UNLAWFULLY_HELD = "unlawfully_held"
    WITHIN_REACH = "within_reach"


class Weapon(ExclusionBase):
    """A weapon at the contact."""

    test: Literal["weapon"] = required("The test: weapon.", "weapon")
    kinds: Several[WeaponKind] = expected("The kinds of weapon meant.", ["firearm"], default=())
    uses: Several[WeaponUse] = optional("What must have been done with it.", ["used", "shown"], default=())


class SexOffense(ExclusionBase):
    """A sex offense in the present matter."""

    test: Literal["sex_offense"] = required("The test: sex_offense.", "sex_offense")
    sets: Several[ExclusionSetId] = optional("Exclusion sets that name the offences.", ["wa-violent"], default=())


class OpenWarrant(ExclusionBase):
    """An open warrant, as the rules under ``eligibility.warrants`` say."""

    test: Literal["open_warrant"] = required("The test: open_warrant.", "open_warrant")
    warrants: Several[WarrantId] = expected(
        "The warrant rules it follows, by their ids under eligibility.warrants.",
        ["felony-warrant"],
        default=(),
    )


class Involving(StrEnum):
    """What an open case is about."""

    ANYTHING = "anything"
    VIOLENCE = "violence"
    WEAPON = "weapon"
    SEX_OFFENSE = "sex_offense"
    FELONY = "felony"
    DRUGS = "drugs"


class ActiveCase(ExclusionBase):
    """An open case in court."""

    test: Literal["active_case"] = required("The test: active_case.", "active_case")
    involving: Several[Involving] = expected("What the open case must be about.", ["violence", "weapon"], default=())
    court: Line | None = optional("The court meant, where only one is.", "Superior Court")


class SupervisingAgencyConsent(ExclusionBase):
    """The person is under supervision and the supervising agency does not consent."""

    test: Literal["supervising_agency_consent"] = required(
        "The test: supervising_agency_consent.", "supervising_agency_consent"
    )
    supervision: Several[SupervisionId] = expected(
        "The supervision rules it follows, by their ids under eligibility.supervision.",
        ["probation"],
        default=(),
    )


class NoContactOrder(ExclusionBase):
    """An order forbids contact with a present participant: only a look-up can tell, no record can."""

    test: Literal["no_contact_order_with_participant"] = required(
        "The test: no_contact_order_with_participant.", "no_contact_order_with_participant"
    )
    checked_in: Line | None = expected(
        "What is compared: the file of orders with the list of participants.",
        "Order file and participant roster",
    )
    looked_up_by: ActorId | None = optional(
        "Who makes the comparison, so that police do not see the list.", "project-manager"
    )


class OrderBars(StrEnum):
    """When a court order keeps a person out: only if it is breached now, or whenever it is in force."""

    ONLY_IF_BREACHED = "only_if_breached"
    WHENEVER_IN_FORCE = "whenever_in_force"


class CourtOrder(ExclusionBase):
    """A court order about places or persons."""

    test: Literal["stay_out_order", "protection_order", "protective_order"] = required(
        "The test: stay_out_order, protection_order or protective_order.", "stay_out_order"
    )
    checked_in: Line | None = expected("The registry in which it is looked up.", "State protection order file")
    areas: Several[AreaId] = optional("The areas the person must stay out of.", ["downtown-core"], default=())
    bars: OrderBars | None = optional(
        "When the order keeps the person out: only_if_breached or whenever_in_force.", "only_if_breached"
    )


class OutsideArea(ExclusionBase):
    """Outside the areas of the program."""

    test: Literal["outside_area"] = required("The test: outside_area.", "outside_area")
    areas: Several[AreaId] = optional(
        "The areas meant. Without them, those of the pathway.", ["whole-county"], default=()
    )


class NoCapacity(ExclusionBase):
    """The person cannot consent for now."""

    test: Literal["no_capacity"] = required("The test: no_capacity.", "no_capacity")
    recheck_after: Duration | None = optional("When the person is asked again.", "24 hours")


class PreviousTermination(ExclusionBase):
    """The program ended services to this person before."""

    test: Literal["previous_termination"] = required("The test: previous_termination.", "previous_termination")
    within: Lookback | None = expected("How far back it counts: any_time, or a stretch of time.", "12 months")
    ended_on: Several[PathwayId] = optional(
        "The pathways whose ending counts. Without them, all.", ["arrest-diversion"], default=()
    )


class OtherExclusion(ExclusionBase):
    """A test that leadkit has no word for, asked as a question of fact."""

    test: Literal["other"] = required("The test: other.", "other")
    question: Prose = required(
        "The question, to which yes keeps the person out.",
        "Is the person wanted for an offence against a child?",
    )


Exclusion = Annotated[
    PlainExclusion
    | AmountOverLimit
    | IntentToDeliver
    | SchoolZone
    | Weapon
    | SexOffense
    | OpenWarrant
    | ActiveCase
    | SupervisingAgencyConsent
    | NoContactOrder
    | CourtOrder
    | OutsideArea
    | NoCapacity
    | PreviousTermination
    | OtherExclusion,
    Field(discriminator="test"),
]
"""One exclusion; ``test`` says which."""
