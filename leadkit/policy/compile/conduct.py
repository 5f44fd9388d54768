"""The exclusions that a yes or no answers, and those of weapons, sales, places and earlier endings."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from leadkit.model.eligibility.exclusions import DeliveryWhen, Involving, OrderBars, WeaponUse
from leadkit.policy.compile.amounts import over_limit
from leadkit.policy.compile.charges import UNLISTED, act, declare_charges
from leadkit.policy.compile.consent import complainant_refuses
from leadkit.policy.compile.law import set_title
from leadkit.policy.compile.person import over_age, short_of_residence, under_age
from leadkit.policy.compile.places import in_areas, outside_hours
from leadkit.policy.compile.questions import PLAIN
from leadkit.policy.compile.say import among, at_least, denied, every, no, some, within, yes
from leadkit.policy.compile.supervision import refused_by
from leadkit.policy.compile.warrants import open_warrants
from leadkit.policy.names import names_in
from leadkit.policy.policy import Count, Scope

if TYPE_CHECKING:
    from leadkit.model.eligibility.exclusions import Exclusion
    from leadkit.policy.compile.builder import Builder
    from leadkit.policy.language import Expression


class _Test(Protocol):
    def __call__(self, builder: Builder, name: str, exclusion: Any) -> Expression | None: ...


def compile_exclusions(builder: Builder) -> None:
    """A rule for each exclusion."""
    for name, exclusion in builder.program.eligibility.exclusions.items():
        when = _TESTS.get(exclusion.test, _plain)(builder, name, exclusion)
        if when is None:
            continue
        builder.bar(
            ("eligibility", "exclusions", name), _text(exclusion), when, exclusion,
            scope=Scope.CHARGE if _about_charges(when) else Scope.CONTACT,
            restricted=exclusion.test in _RESTRICTED,
        )  # fmt: skip


def _about_charges(when: Expression) -> bool:
    """Whether a condition names a fact of a charge, so that it is asked of each."""
    return any(name.startswith("charge.") for name in names_in(when))


def _text(exclusion: Exclusion) -> str:
    words = exclusion.label or PLAIN.get(exclusion.test, (exclusion.test.replace("_", " "), ""))[0]
    return words if words.endswith(".") else f"{words}."


_RESTRICTED = frozenset({
    "active_case", "open_warrant", "treatment_court_case", "mental_health_court_case", "on_probation", "on_parole",
    "doc_supervision", "supervising_agency_consent", "stay_out_order", "protection_order", "protective_order",
    "no_contact_order_with_participant", "confidential_informant", "immigration_hold", "previous_termination",
})  # fmt: skip
"""Tests whose answer tells what is known of a person's record, orders, supervision or part in the program."""


def _plain(builder: Builder, name: str, exclusion: Exclusion) -> Expression:
    _, question = PLAIN[exclusion.test]
    return yes(builder.yes_no(exclusion.test.replace("_", "-"), question, restricted=exclusion.test in _RESTRICTED))


def _other(builder: Builder, name: str, exclusion: Any) -> Expression:
    return yes(builder.yes_no(name, exclusion.question))


def _no_consent(builder: Builder, name: str, exclusion: Exclusion) -> Expression:
    return denied(builder.yes_no("consents", "Does the person accept the offer?"))


def _amounts(builder: Builder, name: str, exclusion: Any) -> Expression | None:
    limits = builder.program.eligibility.amounts
    over = [
        every(_of_offences(builder, limits[one].offences), part)
        for one in exclusion.amounts
        if one in limits and (part := over_limit(builder, one, limits[one])) is not None
    ]
    return some(*over) if over else None


def _of_offences(builder: Builder, offences: tuple[str, ...]) -> Expression | None:
    return among(declare_charges(builder), offences) if offences else None


def _delivery(builder: Builder, name: str, exclusion: Any) -> Expression:
    declare_charges(builder)
    delivers = among(act(builder), ["deliver", "possess_with_intent", "sell"])
    if exclusion.when is not DeliveryWhen.PROFIT_ABOVE_SUBSISTENCE:
        return delivers
    return every(delivers, yes(builder.yes_no("profit-above-subsistence", PLAIN["profit_above_subsistence"][1])))


def _school_zone(builder: Builder, name: str, exclusion: Any) -> Expression:
    places = ", ".join(exclusion.places) or "a school or another protected place"
    near = f" ({exclusion.distance})" if exclusion.distance else ""
    return yes(builder.yes_no("near-protected-place", f"Was it near one of these{near}: {places}?"))


def _weapon(builder: Builder, name: str, exclusion: Any) -> Expression:
    kinds = {
        "none": "None",
        "firearm": "A firearm",
        "knife": "A knife",
        "other_weapon": "Another weapon",
    }
    uses = {one.value: one.value.replace("_", " ") for one in WeaponUse}
    kind = builder.choice("weapon", "Which weapon was there at the contact?", kinds)
    named = [one.value for one in exclusion.kinds if one != "any"]
    wanted = among(kind, named if named and len(named) == len(exclusion.kinds) else kinds.keys() - {"none"})
    if not exclusion.uses:
        return wanted
    return every(wanted, among(builder.choice("weapon-use", "What was done with it?", uses), exclusion.uses))


def _sex_offense(builder: Builder, name: str, exclusion: Any) -> Expression:
    sets = "; ".join(set_title(builder, one) for one in exclusion.sets)
    question = PLAIN["sex_offense"][1]
    return yes(builder.yes_no("sex-offense", f"{question.removesuffix('?')} ({sets})?" if sets else question))


def _warrant(builder: Builder, name: str, exclusion: Any) -> Expression | None:
    rules = builder.program.eligibility.warrants
    found = [open_warrants(builder, one, rules[one]) for one in exclusion.warrants if one in rules]
    return some(*found) if found else yes(builder.yes_no("open-warrant", PLAIN["open_warrant"][1], restricted=True))


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
    return some(
        *(
            yes(
                builder.yes_no(
                    f"open-case-{one.value.replace('_', '-')}",
                    f"Has the person an open case {_ABOUT[one]}{where}?",
                    restricted=True,
                )
            )
            for one in exclusion.involving or (Involving.ANYTHING,)
        )
    )


def _supervision(builder: Builder, name: str, exclusion: Any) -> Expression | None:
    rules = builder.program.eligibility.supervision
    found = [refused_by(builder, one, rules[one]) for one in exclusion.supervision if one in rules]
    return some(*found) if found else None


def _no_contact(builder: Builder, name: str, exclusion: Exclusion) -> Expression:
    question = "Does an order forbid the person contact with somebody who takes part in the program?"
    return yes(builder.yes_no("no-contact-with-participant", question, restricted=True))


def _order(builder: Builder, name: str, exclusion: Any) -> Expression:
    kind = exclusion.test.replace("_", " ").replace("stay out", "stay-out")
    areas = builder.program.areas
    where = ", ".join(areas[one].name for one in exclusion.areas if one in areas)
    about = f"{kind} for {where}" if where else kind
    if exclusion.bars is OrderBars.WHENEVER_IN_FORCE:
        question = f"Is a {about} in force against the person?"
    else:
        question = f"Does the person now break a {about}?"
    return yes(builder.yes_no(exclusion.test.replace("_", "-"), question, restricted=True))


def _outside_area(builder: Builder, name: str, exclusion: Any) -> Expression:
    return no(in_areas(builder, exclusion.areas or builder.program.areas))


def _outside_hours(builder: Builder, name: str, exclusion: Exclusion) -> Expression | None:
    """The hours of the pathways and areas are rules of their own; this asks where none are known."""
    known = [one.hours for one in builder.program.pathways.values() if one.hours is not None]
    closed = [outside_hours(builder, hours) for hours in known]
    return None if known else some(*[one for one in closed if one], _plain(builder, name, exclusion))


def _other_charge(builder: Builder, name: str, exclusion: Exclusion) -> Expression:
    return among(declare_charges(builder), [UNLISTED])


def _terminated(builder: Builder, name: str, exclusion: Any) -> Expression:
    builder.collection(
        "endings", "ending", "When did the program end its services to the person before?", restricted=True
    )
    ended = builder.date("date", "On which day?", of="endings")
    conditions = []
    if exclusion.within is not None:
        conditions.append(within(ended, exclusion.within.duration))
    if exclusion.ended_on:
        names = {one: pathway.name or one for one, pathway in builder.program.pathways.items()}
        conditions.append(
            among(builder.choice("pathway", "On which pathway?", names, of="endings"), exclusion.ended_on)
        )
    counted = builder.reducer(f"endings.{name}", Count(reduce="count", of="endings", where=every(*conditions)))
    return at_least(counted, 1)


def _complainant(builder: Builder, name: str, exclusion: Exclusion) -> Expression | None:
    return complainant_refuses(builder) or _plain(builder, name, exclusion)


def _age(of: Callable[[Builder], Expression | None]) -> _Test:
    def test(builder: Builder, name: str, exclusion: Exclusion) -> Expression | None:
        return of(builder) or _plain(builder, name, exclusion)

    return test


_TESTS: dict[str, _Test] = {
    "active_case": _active_case,
    "amount_over_limit": _amounts,
    "intent_to_deliver": _delivery,
    "no_consent": _no_consent,
    "no_contact_order_with_participant": _no_contact,
    "no_victim_consent": _complainant,
    "open_warrant": _warrant,
    "other": _other,
    "other_charge": _other_charge,
    "outside_area": _outside_area,
    "outside_hours": _outside_hours,
    "over_age": _age(over_age),
    "previous_termination": _terminated,
    "protection_order": _order,
    "protective_order": _order,
    "residence_short": _age(short_of_residence),
    "school_zone": _school_zone,
    "sex_offense": _sex_offense,
    "stay_out_order": _order,
    "supervising_agency_consent": _supervision,
    "under_age": _age(under_age),
    "weapon": _weapon,
}
