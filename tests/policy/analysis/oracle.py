"""Another judge of whether some case exists: z3, told the language anew and without a line of the search."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import z3

from leadkit.policy.engine.dates import read_past
from leadkit.policy.language import All, Any, AtLeast, Below, Expression, In, Is, Not, Within
from leadkit.policy.policy import Count, Fact, FactType, Policy

ENTRIES = 6
"""How many entries a list has at most: as many as three numbers need that have to be two each."""


class Oracle:
    """The cases of a policy as z3 sees them."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.limits: list[z3.BoolRef] = []
        self.variables = {name: self._variable(name, fact) for name, fact in policy.facts.items()}
        self.variables.update(self._entry("charges", 0))
        self.entries: dict[str, list[dict[str, z3.ExprRef]]] = {}
        self.made: dict[str, z3.ArithRef] = {}

    def condition(self, condition: Expression, entry: dict[str, z3.ExprRef] | None = None) -> z3.BoolRef:
        """A condition of the policy."""
        if isinstance(condition, All):
            return z3.And(*(self.condition(part, entry) for part in condition.all))
        if isinstance(condition, Any):
            return z3.Or(*(self.condition(part, entry) for part in condition.any))
        if isinstance(condition, Not):
            return z3.Not(self.condition(condition.not_, entry))
        named = {**self.variables, **(entry or {})}
        value = named[condition.fact] if condition.fact in named else self._made(condition.fact)
        if isinstance(condition, Is):
            return value if condition.is_ else z3.Not(value)
        if isinstance(condition, In):
            options = list(self._fact(condition.fact).options)
            return z3.Or(*(value == options.index(option) for option in condition.in_))
        if isinstance(condition, Within):
            return value <= _furthest(condition.within.months, condition.within.days, self.policy.on)
        if isinstance(condition, Below):
            return value < condition.below
        assert isinstance(condition, AtLeast)
        return value >= condition.at_least

    def _fact(self, name: str) -> Fact:
        if name in self.policy.facts:
            return self.policy.facts[name]
        entry, _, own = name.partition(".")
        return next(one for one in self.policy.collections.values() if one.entry == entry).facts[own]

    def _variable(self, name: str, fact: Fact) -> z3.ExprRef:
        if fact.type is FactType.YES_NO:
            return z3.Bool(name)
        number = z3.Int(name)
        self.limits.append(number >= 0)
        if fact.type is FactType.CHOICE:
            self.limits.append(number < len(fact.options))
        elif fact.at_most is not None:
            self.limits.append(number <= fact.at_most)
        return number

    def _entry(self, collection: str, number: int) -> dict[str, z3.ExprRef]:
        one = self.policy.collections[collection]
        return {
            f"{one.entry}.{name}": self._variable(f"{collection}{number}.{name}", fact)
            for name, fact in one.facts.items()
        }

    def _made(self, name: str) -> z3.ArithRef:
        reducer = self.policy.reducers[name]
        if reducer.of not in self.entries:
            self.entries[reducer.of] = [self._entry(reducer.of, number) for number in range(ENTRIES)]
        if name not in self.made:
            self.made[name] = self._sum(name)
        return self.made[name]

    def _sum(self, name: str) -> z3.ArithRef:
        reducer = self.policy.reducers[name]
        entry = self.policy.collections[reducer.of].entry
        there = [z3.Bool(f"{reducer.of}{number}") for number in range(ENTRIES)]
        counts = [
            z3.And(is_there, self.condition(reducer.where, one))
            for is_there, one in zip(there, self.entries[reducer.of], strict=True)
        ]
        if isinstance(reducer, Count):
            return z3.Sum(*(z3.If(one, 1, 0) for one in counts))
        amounts = [one[f"{entry}.{reducer.fact}"] for one in self.entries[reducer.of]]
        if reducer.per is None:
            return z3.Sum(*(z3.If(one, amount, 0) for one, amount in zip(counts, amounts, strict=True)))
        parts = [one[f"{entry}.{reducer.per}"] for one in self.entries[reducer.of]]
        greatest: z3.ArithRef = z3.IntVal(0)
        for number in range(len(self._fact(f"{entry}.{reducer.per}").options)):
            total = z3.Sum(*(
                z3.If(z3.And(one, part == number), amount, 0)
                for one, amount, part in zip(counts, amounts, parts, strict=True)
            ))  # fmt: skip
            greatest = z3.If(total > greatest, total, greatest)
        return greatest


@cache
def _furthest(months: int | None, days: int | None, on: str) -> int:
    """How many days back the engine reaches, asked day by day."""
    contact = date.fromisoformat(on)
    back = 0
    while _reaches(contact, back + 1, months, days):
        back += 1
    return back


def _reaches(contact: date, back: int, months: int | None, days: int | None) -> bool | None:
    past = read_past((contact - timedelta(days=back)).isoformat(), contact)
    return past.within_months(months) if months is not None else past.within_days(days or 0)
