"""Another judge of whether some case exists: z3, told the language anew and without a line of the search."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import z3

from leadkit.policy.engine.dates import read_past
from leadkit.policy.language import All, Any, AtLeast, Below, Expression, In, Is, Not, Within
from leadkit.policy.policy import Count, FactType, Policy, Total

ENTRIES = 6
"""How many entries a list has at most: as many as three numbers need that have to be two each."""


class Oracle:
    """The cases of a policy as z3 sees them.

    Attributes:
        limits: What is true of every case.
    """

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.limits: dict[str, z3.BoolRef] = {}
        self._made: dict[str, z3.ArithRef] = {}
        self._facts = dict(policy.facts)
        for collection in policy.collections.values():
            self._facts.update({f"{collection.entry}.{name}": fact for name, fact in collection.facts.items()})

    def condition(self, condition: Expression, entry: int = 0) -> z3.BoolRef:
        """A condition of the policy, about one of the entries where it names one."""
        if isinstance(condition, All):
            return z3.And(*(self.condition(part, entry) for part in condition.all))
        if isinstance(condition, Any):
            return z3.Or(*(self.condition(part, entry) for part in condition.any))
        if isinstance(condition, Not):
            return z3.Not(self.condition(condition.not_, entry))
        value = self._value(condition.fact, entry)
        if isinstance(condition, Is):
            return value if condition.is_ else z3.Not(value)
        if isinstance(condition, In):
            options = list(self._facts[condition.fact].options)
            return z3.Or(*(value == options.index(option) for option in condition.in_))
        if isinstance(condition, Within):
            return value <= _furthest(condition.within.months, condition.within.days, self.policy.on)
        if isinstance(condition, Below):
            return value < condition.below
        assert isinstance(condition, AtLeast)
        return value >= condition.at_least

    def _value(self, name: str, entry: int) -> z3.ExprRef:
        if name in self.policy.reducers:
            if name not in self._made:
                self._made[name] = self._sum(self.policy.reducers[name])
            return self._made[name]
        fact = self._facts[name]
        variable, limit = _variable(
            name if name in self.policy.facts else f"{name}{entry}",
            fact.type is FactType.YES_NO,
            len(fact.options) - 1 if fact.options else fact.at_most,
        )
        if limit is not None:
            self.limits[str(variable)] = limit
        return variable

    def _sum(self, made: Count | Total) -> z3.ArithRef:
        own = self.policy.collections[made.of].entry
        counts = [z3.And(z3.Bool(f"{made.of}{entry}"), self.condition(made.where, entry)) for entry in range(ENTRIES)]
        if isinstance(made, Count):
            return z3.Sum(*(z3.If(one, 1, 0) for one in counts))
        amounts = [self._value(f"{own}.{made.fact}", entry) for entry in range(ENTRIES)]
        if made.per is None:
            return z3.Sum(*(z3.If(one, amount, 0) for one, amount in zip(counts, amounts, strict=True)))
        greatest: z3.ArithRef = z3.IntVal(0)
        for option in self._facts[f"{own}.{made.per}"].options:
            part = In(fact=f"{own}.{made.per}", in_=(option,))
            total = z3.Sum(*(
                z3.If(z3.And(one, self.condition(part, entry)), amount, 0)
                for entry, (one, amount) in enumerate(zip(counts, amounts, strict=True))
            ))  # fmt: skip
            greatest = z3.If(total > greatest, total, greatest)
        return greatest


@cache
def _variable(name: str, yes_no: bool, most: int | None) -> tuple[z3.ExprRef, z3.BoolRef | None]:
    """The variable of a fact, and what limits it."""
    if yes_no:
        return z3.Bool(name), None
    number = z3.Int(name)
    return number, number >= 0 if most is None else z3.And(number >= 0, number <= most)


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
