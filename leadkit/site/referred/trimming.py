"""The facts of a policy as far as anybody needs them to be asked what is public."""

from __future__ import annotations

from collections.abc import Collection as Several
from typing import TYPE_CHECKING

from leadkit.site.referred.narrowing import narrowed

if TYPE_CHECKING:
    from leadkit.policy.policy import Collection, Fact, Policy
    from leadkit.site.referred.narrowing import Hidden


def trimmed(policy: Policy, gone: Several[str], hidden: Hidden, unsafe: Several[str], rest: Several[str]) -> Policy:
    """A policy without facts that nobody asks, without hidden options, and without the words of restricted questions.

    Args:
        policy: The policy.
        gone: The facts that only rules ask which are left out.
        hidden: The options that are left out, by fact.
        unsafe: The facts of which the options for whoever finds no other would be false answers too.
        rest: Those options.
    """
    dropped = {name: one | (frozenset(rest) if name in unsafe else frozenset()) for name, one in hidden.items()}
    facts = {id_: _fact(one, dropped.get(id_, ())) for id_, one in policy.facts.items() if id_ not in gone}
    collections = {
        id_: _collection(one, gone, dropped)
        for id_, one in policy.collections.items()
        if id_ not in gone or id_ == "charges"
    }
    reducers = {
        id_: one.model_copy(update={"where": narrowed(one.where, hidden)})
        for id_, one in policy.reducers.items()
        if id_ not in gone and one.of not in gone
    }
    unsaid = tuple(one.model_copy(update={"text": None}) for one in policy.open)
    return policy.model_copy(update={"facts": facts, "collections": collections, "reducers": reducers, "open": unsaid})


def _collection(one: Collection, gone: Several[str], dropped: Hidden) -> Collection:
    facts = {
        name: _fact(each, dropped.get(whole, ()), silent=one.restricted)
        for name, each in one.facts.items()
        if (whole := f"{one.entry}.{name}") not in gone or name == "level"
    }
    question = "" if one.restricted else one.question
    return one.model_copy(update={"facts": facts, "question": question, "asked_of": ()})


def _fact(one: Fact, dropped: Several[str], *, silent: bool = False) -> Fact:
    """A fact without some options; what tells of a record has no words."""
    silent = silent or one.restricted
    options = {id_: "" if silent else label for id_, label in one.options.items() if id_ not in dropped}
    return one.model_copy(update={"options": options, "question": "" if silent else one.question, "asked_of": ()})
