"""The offences of the list: for each charge, whether it is on it, and whether what the list asks of it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from leadkit.model.eligibility.offences import Act, Condition
from leadkit.model.pathways.kinds import PathwayKind
from leadkit.policy.compile.builder import CHARGES
from leadkit.policy.compile.law import cited, limbs_of, title_of
from leadkit.policy.compile.places import in_areas
from leadkit.policy.compile.say import ALWAYS, among, every, no, yes
from leadkit.policy.compile.substances import in_classes, substance
from leadkit.policy.compile.unlisted import UNLISTED, compile_unlisted
from leadkit.policy.policy import Owner, Scope, Strength
from leadkit.values.level import Level

if TYPE_CHECKING:
    from leadkit.model.eligibility.offences import Offence
    from leadkit.model.pathways import Pathway
    from leadkit.policy.compile.builder import Builder
    from leadkit.policy.language import Expression

SERIOUSNESS = (
    Level.NONE, Level.CIVIL, Level.INFRACTION, Level.VIOLATION,
    Level.MISDEMEANOR, Level.GROSS_MISDEMEANOR, Level.FELONY,
)  # fmt: skip
"""From the least serious to the most."""

ACTS = {one.value: one.value.replace("_", " ") for one in Act}

_CONDITIONS = {
    Condition.SUBSISTENCE_SALE: "Did the sale only pay for the person's own living or own use?",
    Condition.OWN_USE: "Was it for the person's own use?",
    Condition.USER_QUANTITY: "Was it an amount for the person's own use?",
    Condition.DRIVEN_BY_NEED: "Did need drive the conduct?",
    Condition.NO_INJURY: "Was everybody left unhurt?",
    Condition.NO_FORCE: "Was it done without force?",
    Condition.GOODS_RECOVERED: "Were the goods recovered?",
    Condition.FIRST_OCCASION: "Is it the first occasion?",
}


def declare_charges(builder: Builder) -> str:
    """Declare the list of charges and the offence of each; the full name of the offence."""
    builder.collection(CHARGES, "charge", "For what could the person be arrested or charged?")
    labels = {name: title_of(builder, offence) for name, offence in builder.program.eligibility.offences.items()}
    return builder.choice(
        "offence", "Which offense on the list is it?", {**labels, UNLISTED: "Another offense"}, of=CHARGES
    )


def level(builder: Builder) -> str:
    """Declare the level of a charge; its full name."""
    declare_charges(builder)
    labels = {one.value: one.value.replace("_", " ") for one in SERIOUSNESS}
    return builder.choice("level", "At which level is it charged?", labels, of=CHARGES)


def act(builder: Builder) -> str:
    """Declare what the person did with something; its full name."""
    declare_charges(builder)
    return builder.choice("act", "What did the person do?", ACTS, of=CHARGES)


def of_a_charge(pathway: Pathway) -> bool:
    """Whether a pathway is about a charge, made or possible: there is a case from which people are diverted."""
    return pathway.kind in (PathwayKind.ARREST_DIVERSION, PathwayKind.PROSECUTOR_REFERRAL)


def compile_charges(builder: Builder) -> None:
    """A rule for each thing that the list asks of a charge, and one for offences that are not on it."""
    offences = builder.program.eligibility.offences
    offence = declare_charges(builder)
    for name, listed in offences.items():
        _listed(builder, name, listed, among(offence, [name]))
    compile_unlisted(builder, among(offence, [UNLISTED]))


def _listed(builder: Builder, name: str, listed: Offence, this: Expression) -> None:
    path = ("eligibility", "offences", name)
    title = title_of(builder, listed)

    def bar(
        field: str, text: str, when: Expression, pathways: Iterable[str],
        strength: Strength = Strength.ABSOLUTE, owners: Iterable[Owner] = (),
    ) -> None:  # fmt: skip
        builder.bar(
            (*path, field), text, every(this, when), listed, scope=Scope.CHARGE, pathways=pathways,
            strength=strength, owners=owners, citations=cited(builder, listed.law),
        )  # fmt: skip

    if listed.excluded:
        bar("excluded", f"{title} is never divertible.", ALWAYS, builder.pathways)
        return
    here = listed.pathways or builder.pathways
    bar("pathways", f"{title} is not divertible on this pathway.", ALWAYS, set(builder.pathways) - set(here))
    for field, text, met in _asked(builder, name, listed, title):
        bar(field, text, no(met), here)
    if listed.approved_by:
        owners = [builder.owner(by) for by in listed.approved_by]
        bar("approved_by", f"{title} is diverted only with approval.", ALWAYS, here, Strength.PRESUMPTIVE, owners)


def _asked(builder: Builder, name: str, listed: Offence, title: str) -> Iterator[tuple[str, str, Expression]]:
    """What a listed offence asks: the field, the bar in words, and what must hold."""
    if listed.areas:
        yield "areas", f"{title} is divertible in certain areas only.", in_areas(builder, listed.areas)
    if listed.levels:
        yield "levels", f"{title} is divertible at certain levels only.", among(level(builder), listed.levels)
    if listed.grades:
        graded = builder.choice("grade", "At which grade is it charged?", _grades(builder), of=CHARGES)
        yield "grades", f"{title} is divertible at certain grades only.", among(graded, listed.grades)
    if listed.limbs:
        parts = "; ".join(limbs_of(builder, listed))
        limb = builder.yes_no(f"{name}-part", f"Is it under one of these parts of the section: {parts}?", of=CHARGES)
        yield "limbs", f"{title} is divertible under certain parts of the section only.", yes(limb)
    if listed.acts:
        yield "acts", f"{title} is divertible for certain acts only.", among(act(builder), listed.acts)
    if listed.substances:
        wanted = in_classes(builder, substance(builder), listed.substances)
        yield "substances", f"{title} is divertible for certain substances only.", wanted
    if listed.conditions:
        met = every(*(yes(_condition(builder, name, listed, one)) for one in listed.conditions))
        yield "conditions", _unmet(listed, title), met


def _unmet(listed: Offence, title: str) -> str:
    words = listed.condition_text or ", ".join(one.value.replace("_", " ") for one in listed.conditions)
    return f"{title} is divertible only on its condition: {words.rstrip('.')}."


def _condition(builder: Builder, name: str, listed: Offence, condition: Condition) -> str:
    if condition is Condition.OTHER:
        return builder.yes_no(f"{name}-condition", f"Does this hold: {listed.condition_text}", of=CHARGES)
    return builder.yes_no(condition.value.replace("_", "-"), _CONDITIONS[condition], of=CHARGES)


def _grades(builder: Builder) -> dict[str, str]:
    named = {grade: grade for one in builder.program.eligibility.offences.values() for grade in one.grades}
    return {**named, "another": "Another grade"}
