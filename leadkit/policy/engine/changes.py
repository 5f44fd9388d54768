"""What would change the outcome: another answer to a single known fact."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from .dates import Past
from .declared import Declared
from .names import At, Facts, Name
from .pathway import Pathway


class Change(NamedTuple):
    """Another answer and what it leads to.

    Attributes:
        fact: The fact.
        answer: The answer, as a case gives it.
        outcome: The outcome that the case would have.
    """

    fact: Name
    answer: Any
    outcome: str


def changes(pathway: Pathway, facts: Facts, on: date) -> Iterator[Change]:
    """The nearest answer to each known fact by which the case would have each other outcome."""
    screen, declared = pathway.screen, pathway.declared
    weighed = screen.weigh(facts)
    for name in declared.in_order(_known(declared, facts)):
        if pathway.answers.asked(name):
            told = {weighed.outcome}
            for answer in _others(pathway, name, facts, on):
                outcome = screen.weigh_again(weighed, name, declared.answered(name, answer, facts)).outcome
                if outcome not in told:
                    told.add(outcome)
                    yield Change(name, answer.first.isoformat() if isinstance(answer, Past) else answer, outcome)


def _known(declared: Declared, facts: Facts) -> Iterator[Name]:
    for fact, value in facts.items():
        if fact in declared.facts or fact in declared.collections:
            if value is not None:
                yield Name(fact)
            for number, entry in enumerate(value if isinstance(value, list) else (), 1):
                yield from (Name(own, At(fact, number)) for own in entry)


def _others(pathway: Pathway, name: Name, facts: Facts, on: date) -> list[Any]:
    if name.at is not None or name.fact not in pathway.declared.collections:
        return pathway.answers.others(name, facts, on)
    may_be_empty = name.fact != pathway.screen.charges or not pathway.screen.needed
    return [[]] if facts[name.fact] and may_be_empty else []
