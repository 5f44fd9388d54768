"""What each test of an exclusion asks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from leadkit.model.eligibility.exclusions import DeliveryWhen, Involving, OrderBars, WeaponUse
from leadkit.model.eligibility.exclusions import Scope as Reach
from leadkit.policy.compile.amounts import charges_of, over_limit
from leadkit.policy.compile.builder import CHARGES
from leadkit.policy.compile.charges import act, declare_charges
from leadkit.policy.compile.complainant import complainant_refuses
from leadkit.policy.compile.endings import endings
from leadkit.policy.compile.law import set_title
from leadkit.policy.compile.person import over_age, short_of_residence, under_age
from leadkit.policy.compile.questions import PLAIN
from leadkit.policy.compile.say import among, at_least, denied, every, some, yes
from leadkit.policy.compile.supervision import refused_by
from leadkit.policy.compile.unlisted import UNLISTED
from leadkit.policy.compile.warrants import any_warrant, open_warrants

if TYPE_CHECKING:
    from leadkit.model.eligibility.exclusions import Exclusion
    from leadkit.policy.compile.builder import Builder
    from leadkit.policy.language import Expression


class Test(Protocol):
    """From an exclusion to its condition; None where it can keep nobody out."""

    def __call__(self, builder: Builder, name: str, exclusion: Any) -> Expression | None:
        """The condition."""


RESTRICTED = frozenset({
    "active_case", "open_warrant", "treatment_court_case", "mental_health_court_case", "on_probation", "on_parole",
    "doc_supervision", "supervising_agency_consent", "stay_out_order", "protection_order", "protective_order",
    "no_contact_order_with_participant", "confidential_informant", "immigration_hold", "previous_termination",
})  # fmt: skip
"""Tests whose answer tells what is known of a person's record, orders, supervision or part in the program."""

_OF_CONDUCT = frozenset({
    "domestic_violence", "exploits_minor", "exploits_other", "injury", "intent_to_deliver", "other",
    "profit_above_subsistence", "promotes_prostitution", "protection_order", "protective_order", "sale_to_minor",
    "school_zone", "sex_offense", "stay_out_order", "threat_of_harm", "vehicle_involved", "violent_on_contact",
    "weapon",
})  # fmt: skip
"""Tests that look at conduct, which may be that of one charge and not of another."""


def plain(builder: Builder, name: str, exclusion: Exclusion) -> Expression:
    """A yes keeps out: the question that the test itself is."""
    return _yes(builder, exclusion, exclusion.test.replace("_", "-"), PLAIN[exclusion.test][1])


def _yes(builder: Builder, exclusion: Exclusion, fact: str, question: str) -> Expression:
    """A yes to a question, with what the program says of it.

    It is about the contact; about each charge, where only that charge is kept out.
    """
    restricted = exclusion.test in RESTRICTED
    question = f"{question} {exclusion.detail}" if exclusion.detail else question
    return yes(builder.yes_no(fact, question, of=_about(builder, exclusion), restricted=restricted))


def _about(builder: Builder, exclusion: Exclusion) -> str | None:
    if exclusion.scope is not Reach.CHARGE or exclusion.test not in _OF_CONDUCT:
        return None
    declare_charges(builder)
    return CHARGES


def _alone(builder: Builder, name: str, exclusion: Exclusion, fact: str) -> str:
    """The name of a fact whose question has details of the exclusion, of which there may be several."""
    same = [one for one in builder.program.eligibility.exclusions.values() if one.test == exclusion.test]
    return fact if len(same) == 1 else f"{fact}-{name}"


def _other(builder: Builder, name: str, exclusion: Any) -> Expression:
    return _yes(builder, exclusion, name, exclusion.question)


def _no_consent(builder: Builder, name: str, exclusion: Exclusion) -> Expression:
    return denied(builder.yes_no("consents", "Does the person accept the offer?"))


def _amounts(builder: Builder, name: str, exclusion: Any) -> Expression | None:
    """Over one of the limits, for the charges that it is for; asked as a whole, where none of them is known."""
    limits = builder.program.eligibility.amounts
    known = {one: limits[one] for one in exclusion.amounts if one in limits and limits[one].at_most is not None}
    over = [
        every(charges_of(builder, limit), part)
        for one, limit in known.items()
        if (part := over_limit(builder, one, limit)) is not None
    ]
    if over or known:
        return some(*over) if over else None
    return plain(builder, name, exclusion)


def _delivery(builder: Builder, name: str, exclusion: Any) -> Expression:
    delivers = among(act(builder), ["deliver", "possess_with_intent", "sell"])
    if exclusion.when is not DeliveryWhen.PROFIT_ABOVE_SUBSISTENCE:
        return delivers
    fact, question = "profit-above-subsistence", PLAIN["profit_above_subsistence"][1]
    return every(delivers, _yes(builder, exclusion, fact, question))


def _school_zone(builder: Builder, name: str, exclusion: Any) -> Expression:
    places = ", ".join(exclusion.places) or "a school or another protected place"
    near = f" ({exclusion.distance})" if exclusion.distance else ""
    fact = _alone(builder, name, exclusion, "near-protected-place")
    return _yes(builder, exclusion, fact, f"Was it near one of these{near}: {places}?")


_WEAPONS = {"none": "None", "firearm": "A firearm", "knife": "A knife", "other_weapon": "Another weapon"}


def _weapon(builder: Builder, name: str, exclusion: Any) -> Expression:
    of = _about(builder, exclusion)
    kind = builder.choice("weapon", "Which weapon was there?", _WEAPONS, of=of)
    every_kind = not exclusion.kinds or "any" in exclusion.kinds
    wanted = among(kind, _WEAPONS.keys() - {"none"} if every_kind else exclusion.kinds)
    if not exclusion.uses:
        return wanted
    uses = {one.value: one.value.replace("_", " ") for one in WeaponUse}
    return every(wanted, among(builder.choice("weapon-use", "What was done with it?", uses, of=of), exclusion.uses))


def _sex_offense(builder: Builder, name: str, exclusion: Any) -> Expression:
    sets = "; ".join(set_title(builder, one) for one in exclusion.sets)
    question = PLAIN["sex_offense"][1]
    fact = _alone(builder, name, exclusion, "sex-offense")
    question = f"{question.removesuffix('?')} ({sets})?" if sets else question
    return _yes(builder, exclusion, fact, question)


def _warrant(builder: Builder, name: str, exclusion: Any) -> Expression:
    rules = builder.program.eligibility.warrants
    found = [open_warrants(builder, one, rules[one]) for one in exclusion.warrants if one in rules]
    if found:
        return some(*found)
    return any_warrant(builder) if rules else plain(builder, name, exclusion)


_ABOUT = {
    Involving.ANYTHING: "of any kind",
    Involving.VIOLENCE: "that involves violence",
    Involving.WEAPON: "that involves a weapon",
    Involving.SEX_OFFENSE: "for a sex offense",
    Involving.FELONY: "for a felony",
    Involving.DRUGS: "about drugs",
}


def _active_case(builder: Builder, name: str, exclusion: Any) -> Expression:
    where = f" in {exclusion.court}" if exclusion.court else ""
    kinds = exclusion.involving or (Involving.ANYTHING,)
    facts = {one: f"open-case-{one.value.replace('_', '-')}" for one in kinds}
    return some(
        *(
            _yes(builder, exclusion, fact, f"Has the person an open case {_ABOUT[one]}{where}?")
            for one, fact in facts.items()
        )
    )


def _supervision(builder: Builder, name: str, exclusion: Any) -> Expression:
    rules = builder.program.eligibility.supervision
    found = [refused_by(builder, one, rules[one], excluded=True) for one in exclusion.supervision if one in rules]
    return some(*found) if found else plain(builder, name, exclusion)


def _no_contact(builder: Builder, name: str, exclusion: Exclusion) -> Expression:
    question = "Does an order forbid the person contact with somebody who takes part in the program?"
    return _yes(builder, exclusion, "no-contact-with-participant", question)


def _order(builder: Builder, name: str, exclusion: Any) -> Expression:
    kind = exclusion.test.replace("_", " ").replace("stay out", "stay-out")
    areas = builder.program.areas
    where = ", ".join(areas[one].name for one in exclusion.areas if one in areas)
    about = f"{kind} for {where}" if where else kind
    in_force = exclusion.bars is OrderBars.WHENEVER_IN_FORCE
    question = f"Is a {about} in force against the person?" if in_force else f"Does the person now break a {about}?"
    return _yes(builder, exclusion, _alone(builder, name, exclusion, exclusion.test.replace("_", "-")), question)


def _other_charge(builder: Builder, name: str, exclusion: Exclusion) -> Expression:
    return among(declare_charges(builder), [UNLISTED])


def _terminated(builder: Builder, name: str, exclusion: Any) -> Expression:
    stretch = exclusion.within.duration if exclusion.within else None
    path = ("eligibility", "exclusions", name, "within")
    return at_least(endings(builder, f"endings.{name}", path, stretch, exclusion.ended_on), 1)


def _complainant(builder: Builder, name: str, exclusion: Exclusion) -> Expression:
    return complainant_refuses(builder) or plain(builder, name, exclusion)


def _limit(of: Callable[[Builder], Expression | None]) -> Test:
    """The limit that the program gives elsewhere; asked as a whole, where it gives none."""

    def test(builder: Builder, name: str, exclusion: Exclusion) -> Expression:
        return of(builder) or plain(builder, name, exclusion)

    return test


TESTS: dict[str, Test] = {
    "active_case": _active_case,
    "amount_over_limit": _amounts,
    "intent_to_deliver": _delivery,
    "no_consent": _no_consent,
    "no_contact_order_with_participant": _no_contact,
    "no_victim_consent": _complainant,
    "open_warrant": _warrant,
    "other": _other,
    "other_charge": _other_charge,
    "over_age": _limit(over_age),
    "previous_termination": _terminated,
    "protection_order": _order,
    "protective_order": _order,
    "residence_short": _limit(short_of_residence),
    "school_zone": _school_zone,
    "sex_offense": _sex_offense,
    "stay_out_order": _order,
    "supervising_agency_consent": _supervision,
    "under_age": _limit(under_age),
    "weapon": _weapon,
}
"""Every test that is more than its question."""
