"""Small changes of a condition."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from leadkit.model.hours import DAY_MINUTES
from leadkit.policy.analysis.wording import Wording, bound_of
from leadkit.policy.analysis.world import facts_of
from leadkit.policy.comparisons import Comparison, comparisons, names_in
from leadkit.policy.language import All, Any, AtLeast, Below, Expression, In, Is, Not, Window, Within
from leadkit.policy.policy import Fact, Unit
from leadkit.policy.proving.mutant import Operator

if TYPE_CHECKING:
    from leadkit.policy.policy import Policy

Edit = tuple[Operator, str, Expression]
"""What kind of change, what it is in words, and the condition with it."""


@dataclass
class Edits:
    """Makes the changes of the conditions of one policy.

    Attributes:
        policy: The policy.
    """

    policy: Policy
    _facts: dict[str, Fact] = field(init=False)
    _words: Wording = field(init=False)

    def __post_init__(self) -> None:
        self._facts = dict(facts_of(self.policy))
        self._words = Wording(self.policy)

    def of(self, condition: Expression) -> Iterator[Edit]:
        """Every change of a condition, in its order."""
        yield from self._hours(condition)
        yield from self._within(condition)

    def _within(self, condition: Expression) -> Iterator[Edit]:
        if isinstance(condition, All | Any):
            yield from self._several(condition)
        elif isinstance(condition, Not):
            yield Operator.NEGATION, f"not ({self._words.of(condition.not_)}) is read without the not", condition.not_
            for operator, words, part in self._within(condition.not_):
                if operator is not Operator.NEGATION or isinstance(condition.not_, All | Any | Not):
                    yield operator, words, Not(not_=part)
        elif condition.fact not in self._times:
            yield Operator.NEGATION, f"{self._words.of(condition)} is turned into its opposite", _opposite(condition)
            yield from self._bounds(condition)

    def _several(self, condition: All | Any) -> Iterator[Edit]:
        parts = condition.all if isinstance(condition, All) else condition.any
        make: Callable[..., Expression] = (lambda kept: All(all=kept)) if isinstance(condition, All) else _any_of
        if len(parts) > 1:
            words = self._words.of(condition)
            if isinstance(condition, All):
                yield Operator.ALL_OR_ANY, f"any one is enough of: {words}", Any(any=parts)
            else:
                yield Operator.ALL_OR_ANY, f"all are needed of: {words}", All(all=parts)
            if isinstance(condition, Any) and names_in(condition) <= self._times:
                for dropped in (parts[0], parts[-1]):
                    kept = tuple(part for part in parts if part is not dropped)
                    yield Operator.OPTION_DROPPED, f"left out: {self._words.of(dropped)}", make(kept)
        for place, part in enumerate(parts):
            for operator, words, changed in self._within(part):
                yield operator, words, make((*parts[:place], changed, *parts[place + 1 :]))

    def _bounds(self, condition: Comparison) -> Iterator[Edit]:
        if isinstance(condition, In):
            yield from self._options(condition)
        elif isinstance(condition, Within):
            yield from self._windows(condition)
        elif isinstance(condition, Below | AtLeast):
            bound = condition.below if isinstance(condition, Below) else condition.at_least
            for other in (bound - 1, bound + 1):
                if other >= 0:
                    changed = _with_bound(condition, other)
                    yield Operator.THRESHOLD, f"{self._words.of(condition)} is {self._words.of(changed)}", changed

    def _options(self, condition: In) -> Iterator[Edit]:
        """The first and the last option are left out, and the first that is not named is added."""
        for dropped in dict.fromkeys((condition.in_[0], condition.in_[-1])):
            kept = tuple(one for one in condition.in_ if one != dropped)
            if kept:
                words = f"left out of {condition.fact}: {self._words.option(condition.fact, dropped)}"
                yield Operator.OPTION_DROPPED, words, In(fact=condition.fact, in_=kept)
        other = next((one for one in self._facts[condition.fact].options if one not in condition.in_), None)
        if other is not None:
            words = f"added to {condition.fact}: {self._words.option(condition.fact, other)}"
            yield Operator.OPTION_ADDED, words, In(fact=condition.fact, in_=(*condition.in_, other))

    def _windows(self, condition: Within) -> Iterator[Edit]:
        window = condition.within
        for more in (-1, 1):
            other = (
                Window(days=window.days + more)
                if window.days is not None and window.days + more >= 0
                else Window(months=window.months + more)
                if window.months is not None and window.months + more >= 1
                else None
            )
            if other is not None:
                changed = Within(fact=condition.fact, within=other)
                yield Operator.WINDOW, f"{self._words.of(condition)} is {self._words.of(changed)}", changed

    def _hours(self, condition: Expression) -> Iterator[Edit]:
        """A time of the day is changed on all days of the week at once, as it is written."""
        seen: dict[tuple[str, type[Expression], int], None] = {}
        for one in comparisons(condition):
            if isinstance(one, Below | AtLeast) and one.fact in self._times:
                seen[(one.fact, type(one), bound_of(one) % DAY_MINUTES)] = None
        for name, kind, minutes in seen:
            for more in (-1, 1):

                def change(
                    one: Expression, name: str = name, kind: type = kind, minutes: int = minutes, more: int = more
                ) -> Expression:
                    same = isinstance(one, kind) and isinstance(one, Below | AtLeast) and one.fact == name
                    if same and isinstance(one, Below | AtLeast) and bound_of(one) % DAY_MINUTES == minutes:
                        return _with_bound(one, max(bound_of(one) + more, 0))
                    return one

                word = "from" if kind is AtLeast else "until"
                was, now = (_clock((minutes + by) % DAY_MINUTES) for by in (0, more))
                changed = _mapped(condition, change)
                if changed != condition:
                    yield Operator.THRESHOLD, f"{name} {word} {was} is {word} {now}, on all days", changed

    @cached_property
    def _times(self) -> set[str]:
        return {name for name, fact in self._facts.items() if fact.unit is Unit.MINUTES_OF_THE_WEEK}


def _any_of(kept: tuple[Expression, ...]) -> Expression:
    return Any(any=kept)


def _opposite(condition: Comparison) -> Expression:
    return Is(fact=condition.fact, is_=not condition.is_) if isinstance(condition, Is) else Not(not_=condition)


def _with_bound(condition: Below | AtLeast, bound: int) -> Expression:
    if isinstance(condition, Below):
        return Below(fact=condition.fact, below=bound)
    return AtLeast(fact=condition.fact, at_least=bound)


def _mapped(condition: Expression, change: Callable[[Expression], Expression]) -> Expression:
    """A condition with every comparison changed."""
    if isinstance(condition, All):
        return All(all=tuple(_mapped(part, change) for part in condition.all))
    if isinstance(condition, Any):
        return Any(any=tuple(_mapped(part, change) for part in condition.any))
    if isinstance(condition, Not):
        return Not(not_=_mapped(condition.not_, change))
    return change(condition)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
