"""Rules that could go without any case being decided otherwise: another says as much, or several do together."""

from __future__ import annotations

from collections.abc import Iterator

from leadkit.policy.analysis.formulas import negated, none_of
from leadkit.policy.analysis.remark import Kind, Remark
from leadkit.policy.analysis.search import Answer
from leadkit.policy.analysis.settings import Setting
from leadkit.policy.analysis.subject import Subject, is_plain
from leadkit.policy.analysis.world import ReadRule
from leadkit.policy.policy import Strength


def redundant(subject: Subject) -> Iterator[Remark]:
    """A remark for each rule that could go; all of them could go together."""
    able = [rule for rule in subject.rules if subject.where(rule) and subject.find(rule.when).case is not None]
    gone: list[ReadRule] = []
    implied = [remark for rule in reversed(able) for remark in _implied(subject, rule, gone)]
    yield from reversed(implied)
    for rule in able:
        if rule not in gone and rule.rule.strength is not Strength.ADVISORY:
            yield from _never_alone(subject, rule, gone)


def _implied(subject: Subject, rule: ReadRule, gone: list[ReadRule]) -> Iterator[Remark]:
    """The last written goes first, so that of two that say the same the first is kept."""
    where = subject.where(rule)
    stronger: list[ReadRule] = []
    for setting in where:
        said = (
            one for one in subject.rivals(rule, setting) if one not in gone and _implies(subject, rule, one, setting)
        )
        other = next(said, None)
        if other is None:
            return
        if other not in stronger:
            stronger.append(other)
    gone.append(rule)
    yield Remark(
        Kind.IMPLIED,
        "Wherever this rule holds, another holds too that is at least as strong and that nobody else may override.",
        (rule.rule,),
        tuple(one.rule for one in stronger),
        subject.example(rule, where[0], [*stronger, *gone]),
    )


def _implies(subject: Subject, rule: ReadRule, other: ReadRule, setting: Setting) -> bool:
    if subject.groups(rule).isdisjoint(subject.groups(other)) and not is_plain(other):
        return False
    return subject.find(rule.when, negated(other.when), of=setting).never


def _never_alone(subject: Subject, rule: ReadRule, gone: list[ReadRule]) -> Iterator[Remark]:
    where = subject.where(rule)
    undecided = False
    for setting in where:
        answer = _alone(subject, rule, setting, gone)
        if answer.case is not None:
            return
        undecided = undecided or not answer.decided
    if undecided:
        yield Remark(Kind.UNDECIDED, "Whether this rule is ever the only reason was not decided.", (rule.rule,))
        return
    gone.append(rule)
    others = _together(subject, rule, where, gone)
    yield Remark(
        Kind.NEVER_ALONE,
        "This rule is never the only reason: wherever it holds, one of these rules holds too.",
        (rule.rule,),
        tuple(one.rule for one in others),
        subject.example(rule, where[0], [*others, *gone]),
    )


def _alone(subject: Subject, rule: ReadRule, setting: Setting, gone: list[ReadRule]) -> Answer:
    others = [one for one in subject.rivals(rule, setting) if one not in gone]
    return subject.find(rule.when, *none_of(one.when for one in others), of=setting)


def _together(subject: Subject, rule: ReadRule, where: list[Setting], gone: list[ReadRule]) -> dict[ReadRule, None]:
    """The rules that together cover one, in any setting."""
    found: dict[ReadRule, None] = {}
    for setting in where:
        others = [one for one in subject.rivals(rule, setting) if one not in gone]
        found.update(dict.fromkeys(subject.core(others, rule.when, of=setting)))
    return found
