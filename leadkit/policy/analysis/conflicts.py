"""Rules that contradict each other: what one of them says, another takes back.

Two rules hold in exactly the same cases and differ in strength, or in who may override them. A rule names who may
override it, and wherever it holds another keeps the person out that nobody may override. An offence is on the list, and
an exclusion keeps every case of it out.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from leadkit.policy.analysis.formulas import Literal, negated, none_of, simplified, variables_in
from leadkit.policy.analysis.nobody import listed_offences, pathway_of, title_of
from leadkit.policy.analysis.owners import owners_in_words
from leadkit.policy.analysis.remark import Kind, Remark
from leadkit.policy.analysis.settings import Setting, applies
from leadkit.policy.analysis.subject import Subject
from leadkit.policy.analysis.world import OFFENCE, ReadRule
from leadkit.policy.policy import Rule, Strength

_EXCLUSIONS = "eligibility.exclusions."
_LISTED = "eligibility.offences."


def conflicts(subject: Subject) -> Iterator[Remark]:
    """A remark for each conflict."""
    told: set[str] = set()
    for remark in _said_otherwise(subject):
        told.update(rule.id for rule in (*remark.rules, *remark.others))
        yield remark
    for rule in subject.rules:
        if rule.rule.owners and rule.rule.id not in told:
            yield from _never_overridden(subject, rule)
    yield from _listed_and_kept_out(subject)


def _said_otherwise(subject: Subject) -> Iterator[Remark]:
    """Two rules on one condition."""
    asking: dict[frozenset[str], list[ReadRule]] = {}
    for rule in subject.rules:
        if rule.rule.strength is not Strength.ADVISORY and subject.where(rule):
            asking.setdefault(frozenset(variables_in(rule.when)), []).append(rule)
    for alike in asking.values():
        for one, other in combinations(alike, 2):
            setting = _shared(subject, one, other) if _differ(one.rule, other.rule) else None
            if setting is not None:
                sentence = (
                    "Another rule holds in exactly the same cases and says otherwise: "
                    f"{_strength(subject, one.rule)} this one, {_strength(subject, other.rule)} the other."
                )
                witness = subject.example(one, setting, [other])
                yield Remark(Kind.CONFLICT, sentence, (one.rule,), (other.rule,), witness)


def _differ(one: Rule, other: Rule) -> bool:
    return one.strength is not other.strength or set(one.owners) != set(other.owners)


def _shared(subject: Subject, one: ReadRule, other: ReadRule) -> Setting | None:
    """A kind of contact in which two rules hold in the same cases, of which there are any."""
    for setting in subject.where(one):
        if (
            applies(other, setting)
            and subject.find(one.when, negated(other.when), of=setting).never
            and subject.find(other.when, negated(one.when), of=setting).never
            and subject.find(one.when, of=setting).case is not None
        ):
            return setting
    return None


def _strength(subject: Subject, rule: Rule) -> str:
    if rule.strength is Strength.ABSOLUTE:
        return "nobody may override"
    return f"{owners_in_words(subject.policy, rule, subject.names)} may override"


def _never_overridden(subject: Subject, rule: ReadRule) -> Iterator[Remark]:
    """Somebody may override a rule, and it never helps."""
    where = subject.where(rule)
    others: dict[ReadRule, None] = {}
    for setting in where:
        absolute = subject.bars(setting).absolute
        if not subject.find(rule.when, *none_of(one.when for one in absolute), of=setting).never:
            return
        others.update(dict.fromkeys(subject.core(absolute, rule.when, of=setting)))
    if others:
        sentence = (
            f"{owners_in_words(subject.policy, rule.rule, subject.names)} may override this rule, which never helps: "
            "wherever it holds, one of these rules holds too that nobody may override."
        )
        sentence = f"{sentence[0].upper()}{sentence[1:]}"
        witness = subject.example(rule, where[0], list(others))
        yield Remark(Kind.CONFLICT, sentence, (rule.rule,), tuple(one.rule for one in others), witness)


def _listed_and_kept_out(subject: Subject) -> Iterator[Remark]:
    """An offence that the list lets onto a pathway, and that an exclusion keeps off it whatever else is true."""
    for setting in subject.open_settings if OFFENCE in subject.world.facts else ():
        for offence in listed_offences(subject) if setting.charged else ():
            always = [one.rule for one in subject.bars(setting).absolute if _always(subject, one, offence)]
            excluding = tuple(one for one in always if one.id.startswith(_EXCLUSIONS))
            if not excluding or any(one.id.startswith(_LISTED) for one in always):
                continue
            barring = [one for one in subject.bars(setting).absolute if one.rule in excluding]
            case = subject.ordinary([offence], setting, barring)
            sentence = (
                f"{title_of(subject, offence)} is on the list for the pathway {pathway_of(subject, setting)}, "
                "and an exclusion keeps every case of it out."
            )
            witness = None if case is None else subject.show(case, setting, [offence])
            yield Remark(Kind.CONFLICT, sentence, excluding, witness=witness)


def _always(subject: Subject, rule: ReadRule, offence: Literal) -> bool:
    """Whether a rule keeps out every charge of an offence."""
    return simplified(rule.when, {**subject.world.domains, OFFENCE: offence.wanted}) is True
