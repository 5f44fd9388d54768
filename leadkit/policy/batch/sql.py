"""The policy as SQL that somebody else can read and run: one named step for each rule.

It is for those whose data may not leave a closed network. It asks for a table ``charges`` with the columns of a file of
charges that was made ready: numbers from lists in columns of their own, dates that are whole, unknown as NULL.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.policy.batch.columns import CASE, ON, PATHWAY
from leadkit.policy.batch.problems import BatchError
from leadkit.policy.batch.quoting import quoted, text
from leadkit.policy.comparisons import Comparison
from leadkit.policy.language import All, Any, Below, In, Is, Not, Within
from leadkit.policy.policy import SeveralCharges, Strength

if TYPE_CHECKING:
    from leadkit.policy.language import Expression, Window
    from leadkit.policy.policy import Policy, Rule


def sql_of(policy: Policy) -> str:
    """The text of the query.

    Raises:
        BatchError: The policy cannot be said so.
    """
    if policy.several_charges is SeveralCharges.MOST_SERIOUS:
        raise BatchError("In readable SQL no case can rest on its most serious charge.")
    most = {name: fact.at_most for name, fact in policy.facts.items() if fact.at_most is not None}
    return "\n".join([*_heading(policy), *_Steps(policy, most).lines()]) + "\n"


def _heading(policy: Policy) -> Iterator[str]:
    yield f"-- {_comment(policy.name)}: the rules of {policy.on}, as leadkit compiled them."
    yield "-- The table charges has one row for each charge. NULL is unknown, and unknown never makes anybody eligible."
    yield "-- Weights are whole milligrams, money is whole cents."


class _Steps:
    def __init__(self, policy: Policy, most: dict[str, int]) -> None:
        self._policy = policy
        self._most = most

    def lines(self) -> Iterator[str]:
        """The steps, one for each rule, and what follows from them."""
        before, word = "charges", "WITH"
        for number, rule in enumerate(self._policy.rules, 1):
            yield from self._step(f"rule_{number}", rule, before, word)
            before, word = f"rule_{number}", ","
        yield from self._decided(before, word)
        yield from self._told()

    def _step(self, name: str, rule: Rule, before: str, word: str) -> Iterator[str]:
        place = rule.place
        yield f"{word} {name} AS ("
        yield f"  -- {rule.id} ({rule.strength})"
        yield f"  -- {_comment(rule.text)}"
        if place is not None:
            yield f"  -- {place.file}, line {place.line}"
        yield f"  SELECT *, {self._on_pathway(rule)}({self._said(rule.when)}) AS {name} FROM {before}"
        yield ")"

    def _on_pathway(self, rule: Rule) -> str:
        if set(rule.pathways) == set(self._policy.pathways):
            return ""
        return f"{PATHWAY} IN ({_texts(rule.pathways)}) AND "

    def _said(self, condition: Expression) -> str:
        if isinstance(condition, All):
            return " AND ".join(f"({self._said(part)})" for part in condition.all) or "TRUE"
        if isinstance(condition, Any):
            return " OR ".join(f"({self._said(part)})" for part in condition.any) or "FALSE"
        if isinstance(condition, Not):
            return f"NOT ({self._said(condition.not_)})"
        return self._about(condition)

    def _about(self, condition: Comparison) -> str:
        name = quoted(condition.fact)
        if isinstance(condition, Is):
            return name if condition.is_ else f"NOT {name}"
        if isinstance(condition, In):
            return f"{name} IN ({_texts(condition.in_)})"
        if isinstance(condition, Within):
            return _within(name, condition.within)
        if isinstance(condition, Below):
            return self._below(condition.fact, condition.below)
        return f"NOT ({self._below(condition.fact, condition.at_least)})"

    def _below(self, fact: str, bound: int) -> str:
        if bound <= 0:
            return "FALSE"
        said = f"{quoted(fact)} < {bound}"
        return f"coalesce({said}, TRUE)" if self._most.get(fact, bound) < bound else said

    def _decided(self, before: str, word: str) -> Iterator[str]:
        binding = self._of(Strength.ABSOLUTE) + self._of(Strength.PRESUMPTIVE)
        yield f"{word} decided AS ("
        yield "  -- 0 not eligible, 1 needs information, 2 needs discretion, 3 eligible: the least is the worst."
        yield "  SELECT *, CASE"
        for names, test, code in (
            (self._of(Strength.ABSOLUTE), "{}", 0),
            (binding, "{} IS NULL", 1),
            (self._of(Strength.PRESUMPTIVE), "{}", 2),
        ):
            if names:
                yield f"    WHEN {' OR '.join(test.format(name) for name in names)} THEN {code}"
        yield f"    {'ELSE 3 END' if binding else 'WHEN TRUE THEN 3 END'} AS decided"
        yield f"  FROM {before}"
        yield ")"

    def _of(self, strength: Strength) -> list[str]:
        return [f"rule_{number}" for number, rule in enumerate(self._policy.rules, 1) if rule.strength is strength]

    def _told(self) -> Iterator[str]:
        rules = [f"CASE WHEN bool_or(rule_{number}) THEN {text(rule.id)} END"
                 for number, rule in enumerate(self._policy.rules, 1)]  # fmt: skip
        worst = "min(decided)" if self._policy.several_charges is SeveralCharges.ALL else _BEST
        names = " ".join(f"WHEN {code} THEN '{name}'" for code, name in enumerate(_OUTCOMES))
        yield f"SELECT {quoted(CASE)}, CASE {worst} {names} END AS outcome,"
        yield f"  concat_ws('; ', {', '.join(rules)}) AS rules"
        yield "FROM decided"
        yield f"GROUP BY {quoted(CASE)}"
        yield f"ORDER BY {quoted(CASE)};"


_OUTCOMES = ("not_eligible", "needs_information", "needs_discretion", "eligible")
_BEST = "CASE WHEN max(decided) = 3 THEN 3 WHEN bool_or(decided = 1) THEN 1 WHEN bool_or(decided = 2) THEN 2 ELSE 0 END"
"""One charge is enough: what is free first, then what may still turn out so, then what somebody may override."""


def _within(name: str, window: Window) -> str:
    if window.days is not None:
        return f"{quoted(ON)} - {name} <= {window.days}"
    assert window.months is not None
    return f"{_even(quoted(ON))} - {_even(name)} <= {window.months} * 32"


def _even(date: str) -> str:
    """The day on a calendar whose months all have 32 days, so that whole months can be compared day by day."""
    return f"((extract(year FROM {date}) * 12 + extract(month FROM {date})) * 32 + extract(day FROM {date}))"


def _texts(some: tuple[str, ...]) -> str:
    return ", ".join(map(text, some))


def _comment(text: str) -> str:
    """Text on one line, so that nothing of it stands outside the comment."""
    return " ".join(text.split())
