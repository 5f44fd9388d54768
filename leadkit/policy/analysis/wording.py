"""Conditions in a few words, as reports tell them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.policy.analysis.world import facts_of
from leadkit.policy.cases.spoken import number_in_words
from leadkit.policy.language import All, Any, AtLeast, Below, Expression, In, Is, Not, Within
from leadkit.policy.policy import Count, Unit

if TYPE_CHECKING:
    from leadkit.policy.policy import Policy


class Wording:
    """Puts the conditions of one policy in words.

    Attributes:
        policy: The policy.
        asked: Whether facts are named by what is asked, and not by their names.
    """

    def __init__(self, policy: Policy, *, asked: bool = False) -> None:
        """Begin with a policy."""
        self.policy = policy
        self.asked = asked
        self._facts = dict(facts_of(policy))

    def of(self, condition: Expression) -> str:
        """A condition in a few words."""
        if isinstance(condition, All):
            return " and ".join(self.of(part) for part in condition.all) or "always"
        if isinstance(condition, Any):
            return " or ".join(self.of(part) for part in condition.any) or "never"
        if isinstance(condition, Not):
            return f"not ({self.of(condition.not_)})"
        if isinstance(condition, Is):
            return f"{self._name(condition.fact)} is {'yes' if condition.is_ else 'no'}"
        if isinstance(condition, In):
            return f"{self._name(condition.fact)} is {' or '.join(self._options(condition))}"
        if isinstance(condition, Within):
            days, months = condition.within.days, condition.within.months
            return f"{self._name(condition.fact)} within {f'{months} months' if days is None else f'{days} days'}"
        word = "below" if isinstance(condition, Below) else "at least"
        return f"{self._name(condition.fact)} {word} {number_in_words(bound_of(condition), self._unit(condition.fact))}"

    def option(self, name: str, option: str) -> str:
        """What an option of a choice is called."""
        return self._facts[name].options.get(option, option)

    def _name(self, name: str) -> str:
        """What a fact is called; a number that is made from a list has a name only."""
        return f'"{self._facts[name].question}"' if self.asked and name in self._facts else name

    def _options(self, condition: In) -> Iterator[str]:
        said = (self.option(condition.fact, one) for one in condition.in_)
        return (f'"{one}"' for one in said) if self.asked else said

    def _unit(self, name: str) -> Unit | None:
        reducer = self.policy.reducers.get(name)
        if reducer is None:
            return self._facts[name].unit
        return None if isinstance(reducer, Count) else self.policy.collections[reducer.of].facts[reducer.fact].unit


def bound_of(condition: Below | AtLeast) -> int:
    """What a number is compared with."""
    return condition.below if isinstance(condition, Below) else condition.at_least
