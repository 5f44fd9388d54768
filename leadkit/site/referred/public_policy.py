"""A policy as everybody may read it: what a program keeps back is in no part of it, and never makes anybody eligible.

A rule that is kept back becomes one of which nothing is told and nothing asked, so that a case on its pathway stays
undecided where no other rule keeps the person out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadkit.model.audience import is_kept_back
from leadkit.policy.comparisons import comparisons, names_in, reached
from leadkit.policy.language import In, Is
from leadkit.policy.policy import Fact, FactType, Policy, Rule, Strength
from leadkit.site.referred.narrowing import FALSE, Hidden, narrowed
from leadkit.site.referred.trimming import trimmed

if TYPE_CHECKING:
    from leadkit.model.root import Program

NOT_PUBLIC = "not-public"
"""The fact, and the rule, that stand for all that is kept back."""
_MEMBERS = {
    "offence": "eligibility.offences", "area": "areas", "substance": "eligibility.substances", "pathway": "pathways",
}  # fmt: skip
"""The choices whose options are members of the program, by the last part of their names."""
_REST = ("outside", "unlisted", "another")
"""The options that are chosen by whoever finds no other."""


@dataclass(frozen=True, slots=True)
class PublicPolicy:
    """What everybody may read of a policy.

    Attributes:
        policy: The policy.
        partly: The pathways of which something is kept back.
    """

    policy: Policy
    partly: tuple[str, ...]


def public_policy(program: Program, policy: Policy) -> PublicPolicy:
    """What everybody may read of a policy.

    Args:
        program: The typed program, which knows what it keeps back.
        policy: Its policy.
    """
    hidden = {name: gone for name, fact in _facts(policy) if (gone := _gone(program, name, fact))}
    pathways = {id_: one for id_, one in policy.pathways.items() if not is_kept_back(program, f"pathways.{id_}")}
    all_rules = [_on(rule, pathways) for rule in policy.rules if any(one in pathways for one in rule.pathways)]
    rules = [rule for each in all_rules if (rule := _narrowed(each, hidden)).when != FALSE]
    kept = [rule for rule in rules if not is_kept_back(program, rule.id)]
    asking = [rule for rule in all_rules if any(rule.id == one.id for one in kept)]
    unsafe = {name for name, gone in hidden.items() if not _is_covered(name, gone, policy, asking)}
    waiting = [rule for rule in rules if rule not in kept and rule.strength is not Strength.ADVISORY]
    waiting += [rule for rule in kept if unsafe & _reached(policy, [rule])]
    touched = [rule for rule in all_rules if hidden.keys() & _reached(policy, [rule]) or rule not in kept]
    stopped = tuple(id_ for id_ in pathways if any(id_ in rule.pathways for rule in waiting))
    gone_facts = _reached(policy, policy.rules) - _reached(policy, kept)
    left = trimmed(policy, gone_facts, hidden, unsafe, _REST)
    facts = {**left.facts, NOT_PUBLIC: Fact(type=FactType.YES_NO, question="", restricted=True)}
    whole = left.model_copy(
        update={
            "pathways": pathways,
            "facts": facts if stopped else left.facts,
            "rules": (*(_told(program, rule) for rule in kept), *_masked(stopped)),
            "open": tuple(one for one in left.open if not is_kept_back(program, one.path)),
        }
    )
    partly = tuple(id_ for id_ in pathways if any(id_ in rule.pathways for rule in touched))
    return PublicPolicy(Policy.model_validate_json(whole.model_dump_json(by_alias=True)), partly)


def _facts(policy: Policy) -> Iterator[tuple[str, Fact]]:
    yield from policy.facts.items()
    for collection in policy.collections.values():
        yield from ((f"{collection.entry}.{name}", fact) for name, fact in collection.facts.items())


def _gone(program: Program, name: str, fact: Fact) -> frozenset[str]:
    """The options of a choice that are kept back."""
    members = _MEMBERS.get(name.rpartition(".")[2])
    return frozenset(one for one in fact.options if members and is_kept_back(program, f"{members}.{one}"))


def _on(rule: Rule, pathways: Iterable[str]) -> Rule:
    return rule.model_copy(update={"pathways": tuple(one for one in rule.pathways if one in pathways)})


def _narrowed(rule: Rule, hidden: Hidden) -> Rule:
    owners = tuple(
        owner if owner.when is None else owner.model_copy(update={"when": narrowed(owner.when, hidden)})
        for owner in rule.owners
    )
    return rule.model_copy(update={"when": narrowed(rule.when, hidden), "owners": owners})


def _reached(policy: Policy, rules: Iterable[Rule]) -> set[str]:
    """The facts and lists that rules ask, and those by which it is told who may override them."""
    conditions = [each for rule in rules for each in (rule.when, *(one.when for one in rule.owners)) if each]
    names = {name for each in conditions for name in names_in(each)}
    lists = {one.entry: id_ for id_, one in policy.collections.items()}
    found = reached(names, policy.reducers, policy.collections)
    return found | {lists[entry] for name in found if (entry := name.partition(".")[0]) in lists}


def _is_covered(name: str, gone: frozenset[str], policy: Policy, rules: Iterable[Rule]) -> bool:
    """Whether no rule tells a hidden option from the one that is chosen by whoever finds no other."""
    rest = next((one for one in dict(_facts(policy))[name].options if one in _REST), None)
    conditions = [*(rule.when for rule in rules), *(one.where for one in policy.reducers.values())]
    asked = [one for each in conditions for one in comparisons(each) if isinstance(one, In) and one.fact == name]
    return all((rest in one.in_) == (option in one.in_) for one in asked for option in gone)


def _masked(pathways: tuple[str, ...]) -> Iterator[Rule]:
    if pathways:
        when = Is(fact=NOT_PUBLIC, is_=True)
        yield Rule(id=NOT_PUBLIC, text="", when=when, strength=Strength.ABSOLUTE, pathways=pathways, restricted=True)


def _told(program: Program, rule: Rule) -> Rule:
    """A rule without what is for others: of one that tells of a record there stays only what anybody may hear."""
    owners = tuple(one for one in rule.owners if not _is_hidden_actor(program, one.by))
    inside = {"restricted_reason": None, "place": None, "record": None, "screened_by": (), "sources": ()}
    about_a_record = {"text": "", "citations": (), "owners": ()} if rule.restricted else {"owners": owners}
    return rule.model_copy(update={**inside, **about_a_record})


def _is_hidden_actor(program: Program, actor: str) -> bool:
    return any(is_kept_back(program, f"{where}.{actor}") for where in ("roles", "agencies", "governance.bodies"))
