"""Warrants by kind, each with an action and counsel's note; and people under supervision."""

from __future__ import annotations

from enum import StrEnum

from leadkit.model.base import Item, expected, optional, required
from leadkit.model.eligibility.rule import Rule
from leadkit.model.references import ActorId, AgencyId, PathwayId
from leadkit.model.scalars import Flag, Line, Prose, Several
from leadkit.values.quantities import Duration


class WarrantKind(StrEnum):
    """The kind of a warrant; an administrative immigration warrant is signed by no judge."""

    BENCH = "bench"
    FELONY = "felony"
    MISDEMEANOR = "misdemeanor"
    PROBATION = "probation"
    PAROLE = "parole"
    OUT_OF_STATE = "out_of_state"
    TRIBAL = "tribal"
    ICE_ADMINISTRATIVE = "ice_administrative"
    CIVIL = "civil"
    ANY = "any"


class WarrantAction(StrEnum):
    """What is done about a warrant. There is no way to ignore one: a judicial warrant commands arrest.

    ``EXECUTE``: the person is arrested on it. ``CLEAR_FIRST``: it is cleared before the person is taken.
    ``LIAISON_RECALL``: the liaison prosecutor asks the court to recall it. ``NOT_JUDICIAL``: no judge signed
    it. ``PROCEED_WITH_NOTE``: law or the court allows to go on, and it is noted.
    """

    EXECUTE = "execute"
    CLEAR_FIRST = "clear_first"
    LIAISON_RECALL = "liaison_recall"
    NOT_JUDICIAL = "not_judicial"
    PROCEED_WITH_NOTE = "proceed_with_note"


class Underlying(StrEnum):
    """What the warrant was issued for."""

    ANY = "any"
    VIOLENT = "violent"
    NONVIOLENT = "nonviolent"


class WarrantRule(Item):
    """What an open warrant of one kind means for a diversion."""

    kind: WarrantKind = required(
        "The kind: bench, felony, misdemeanor, probation, parole, out_of_state, tribal, "
        "ice_administrative, civil or any.",
        "bench",
    )
    underlying: Underlying | None = optional(
        "Whether the rule is only for warrants in violent or in nonviolent cases. Without it, any.", "violent"
    )
    extraditable: Flag | None = optional(
        "Whether the rule is for warrants that the issuing place would extradite on. Without it, for both.",
        "yes",
    )
    action: WarrantAction | None = expected(
        "What is done: execute, clear_first, liaison_recall, not_judicial or proceed_with_note.",
        "clear_first",
    )
    bars: Flag | None = optional("Whether the person is kept out for as long as the warrant is open.", "yes")
    handled_by: Several[ActorId] = optional(
        "Who does it, such as the liaison prosecutor who asks for a recall.",
        ["liaison-prosecutor"],
        default=(),
    )
    checked_in: Line | None = optional("Where the officer looks.", "State and national warrant files")
    pathways: Several[PathwayId] = optional(
        "The pathways it holds for. Without them, all.", ["arrest-diversion"], default=()
    )
    after_cleared: Prose | None = optional(
        "What follows once the warrant is cleared.", "The person may be referred as a social contact."
    )
    counsel_note: Prose | None = expected(
        "Counsel's note on why this action is lawful here.",
        "A judicial warrant commands arrest; see court rule 2.2.",
    )


class SupervisionKind(StrEnum):
    """The kind of supervision a person is under."""

    PROBATION = "probation"
    PAROLE = "parole"
    COMMUNITY_CUSTODY = "community_custody"
    PRETRIAL = "pretrial"
    TREATMENT_COURT = "treatment_court"
    MENTAL_HEALTH_COURT = "mental_health_court"
    JUVENILE = "juvenile"
    TRIBAL = "tribal"
    FEDERAL = "federal"
    ANY = "any"


class SupervisionEffect(StrEnum):
    """What supervision means for a diversion."""

    NO_EFFECT = "no_effect"
    AGENCY_TOLD = "agency_told"
    AGENCY_ASKED = "agency_asked"
    AGENCY_CONSENT = "agency_consent"
    BARS = "bars"


class NoAnswer(StrEnum):
    """What silence means where somebody was asked."""

    COUNTS_AS_CONSENT = "counts_as_consent"
    COUNTS_AS_REFUSAL = "counts_as_refusal"
    ASK_AGAIN = "ask_again"
    DECIDED_WITHOUT = "decided_without"


class SupervisionRule(Rule):
    """What it means that a person is under supervision, and who is asked."""

    kind: SupervisionKind = required(
        "The kind: probation, parole, community_custody, pretrial, treatment_court and so on, or any.",
        "probation",
    )
    effect: SupervisionEffect | None = expected(
        "What it means: no_effect, agency_told, agency_asked, agency_consent (it can refuse) or bars.",
        "agency_consent",
    )
    agencies: Several[AgencyId] = optional(
        "The supervising agencies that are told or asked.", ["community-corrections"], default=()
    )
    answer_within: Duration | None = optional("How soon the agency answers.", "2 business days")
    no_answer: NoAnswer | None = optional(
        "What silence means: counts_as_consent, counts_as_refusal, ask_again or decided_without.", "ask_again"
    )
    needs_release: Flag | None = optional(
        "Whether the person's own release is needed before the agency is told.", "yes"
    )
