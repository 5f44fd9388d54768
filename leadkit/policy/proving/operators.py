"""The fixed list of small changes, made one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.policy.comparisons import names_in
from leadkit.policy.compile.builder import CHARGES
from leadkit.policy.policy import SeveralCharges, Strength
from leadkit.policy.proving.edits import Edits
from leadkit.policy.proving.mutant import Mutant, Operator

if TYPE_CHECKING:
    from leadkit.policy.policy import Policy, Rule

_OTHER = {Strength.ABSOLUTE: Strength.PRESUMPTIVE, Strength.PRESUMPTIVE: Strength.ABSOLUTE}


def mutants(policy: Policy) -> Iterator[Mutant]:
    """Every changed policy, rule by rule in the order of the policy; always the same.

    Rules that are only weighed are left as they are: no outcome rests on them.
    """
    edits = Edits(policy)
    told: set[str] = set()
    for number, rule in enumerate(policy.rules):
        if rule.strength is Strength.ADVISORY:
            continue
        yield from _of_rule(policy, number, rule)
        for operator, words, when in edits.of(rule.when):
            changed = rule.model_copy(update={"when": when})
            yield Mutant(operator, rule, words, _with_rule(policy, number, changed))
        for name in sorted(names_in(rule.when) & (policy.reducers.keys() - told)):
            told.add(name)
            yield from _of_number(policy, rule, name, edits)
    for other in _meanings(policy):
        words = f"several_charges {policy.several_charges.value} is {other.value}"
        meaning = policy.model_copy(update={"several_charges": other})
        yield Mutant(Operator.SEVERAL_CHARGES, None, words, meaning)


def _meanings(policy: Policy) -> Iterator[SeveralCharges]:
    """What else several charges may mean; the most serious decides only where every level has its seriousness."""
    charges = policy.collections.get(CHARGES)
    level = charges.facts.get("level") if charges else None
    for other in SeveralCharges if charges else ():
        ranked = level is not None and set(level.options) <= set(policy.seriousness)
        if other is not policy.several_charges and (ranked or other is not SeveralCharges.MOST_SERIOUS):
            yield other


def _of_rule(policy: Policy, number: int, rule: Rule) -> Iterator[Mutant]:
    rules = policy.rules
    without = policy.model_copy(update={"rules": (*rules[:number], *rules[number + 1 :])})
    yield Mutant(Operator.RULE_DROPPED, rule, "the rule is left out", without)
    other = _OTHER[rule.strength]
    yield _changed(policy, number, Operator.STRENGTH, f"{rule.strength.value} is {other.value}", strength=other)
    for name in policy.pathways:
        kept = tuple(one for one in rule.pathways if one != name)
        if name not in rule.pathways:
            words = f"it holds on the pathway {name} too"
            yield _changed(policy, number, Operator.PATHWAY_ADDED, words, pathways=(*rule.pathways, name))
        elif kept:
            words = f"it does not hold on the pathway {name}"
            yield _changed(policy, number, Operator.PATHWAY_DROPPED, words, pathways=kept)
    for place, owner in enumerate(rule.owners):
        owners = (*rule.owners[:place], *rule.owners[place + 1 :])
        words = f"{owner.by} may not override it"
        yield _changed(policy, number, Operator.OWNER_DROPPED, words, owners=owners)


def _of_number(policy: Policy, rule: Rule, name: str, edits: Edits) -> Iterator[Mutant]:
    """Changes of which entries count for a number, told of the first rule that compares it."""
    number = policy.reducers[name]
    for operator, words, where in edits.of(number.where):
        reducers = {**policy.reducers, name: number.model_copy(update={"where": where})}
        yield Mutant(operator, rule, f"{name}: {words}", policy.model_copy(update={"reducers": reducers}))


def _changed(policy: Policy, number: int, operator: Operator, words: str, **update: object) -> Mutant:
    rule = policy.rules[number]
    return Mutant(operator, rule, words, _with_rule(policy, number, rule.model_copy(update=update)))


def _with_rule(policy: Policy, number: int, rule: Rule) -> Policy:
    rules = policy.rules
    return policy.model_copy(update={"rules": (*rules[:number], rule, *rules[number + 1 :])})
