"""Which way an answer bears: whether a rule of a pathway may keep somebody out because of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadkit.policy.comparisons import Comparison, asked, comparisons
from leadkit.policy.language import All, Any, AtLeast, Below, Expression, In, Is, Not

if TYPE_CHECKING:
    from leadkit.policy.policy import Policy


@dataclass(frozen=True)
class Bearing:
    """What may keep a person out on a pathway.

    Attributes:
        of_no: The yes-or-no facts to which no may keep out.
        of_none: The choices of which the option ``none`` may keep out.
        together: By fact, the facts that rules ask together with it: where one is told, the other is not nothing.
        of_empty: The lists that may keep out while they are empty.
        added_up: The lists whose numbers rules add up.
    """

    of_no: frozenset[str]
    of_none: frozenset[str]
    together: dict[str, frozenset[str]]
    of_empty: frozenset[str]
    added_up: frozenset[str]


NONE = "none"
"""The option of a choice that says that there is nothing of the kind."""


def bearing(policy: Policy, pathway: str) -> Bearing:
    """What may keep a person out on a pathway, by the facts' full names; the ids of lists."""
    atoms = [atom for rule in policy.rules if pathway in rule.pathways for atom in _atoms(policy, rule.when, bars=True)]
    reducers = {name: policy.reducers[one.fact] for one, _ in atoms if (name := one.fact) in policy.reducers}
    return Bearing(
        of_no=frozenset(one.fact for one, bars in atoms if isinstance(one, Is) and one.is_ is not bars),
        of_none=frozenset(one.fact for one, bars in atoms if isinstance(one, In) and (NONE in one.in_) is bars),
        together=_together(rule.when for rule in policy.rules if pathway in rule.pathways),
        of_empty=frozenset(
            reducers[one.fact].of
            for one, bars in atoms
            if one.fact in reducers and isinstance(one, Below if bars else AtLeast)
        ),
        added_up=frozenset(one.of for one in reducers.values() if one.reduce != "count"),
    )


def _together(conditions: Iterable[Expression]) -> dict[str, frozenset[str]]:
    """The facts that stand together in conditions that ask for all of several comparisons."""
    found: dict[str, frozenset[str]] = {}
    for condition in conditions:
        names = [{one.fact for one in comparisons(part)} for part in _alls(condition)]
        for several in names:
            for name in several:
                found[name] = found.get(name, frozenset()) | (several - {name})
    return found


def _alls(condition: Expression) -> Iterator[Expression]:
    """Each condition within one that asks for all of several comparisons, and for nothing else."""
    if isinstance(condition, All) and not any(isinstance(part, All | Any | Not) for part in condition.all):
        yield condition
    elif isinstance(condition, All | Any):
        for part in condition.all if isinstance(condition, All) else condition.any:
            yield from _alls(part)
    elif isinstance(condition, Not):
        yield from _alls(condition.not_)


def _atoms(policy: Policy, condition: Expression, *, bars: bool) -> Iterator[tuple[Comparison, bool]]:
    """Each comparison in a condition, with whether it keeps out where it holds; else where it does not hold.

    More entries of a list make a count or a total greater, so what an entry must be bears as the comparison does.
    """
    for one, holds in asked(condition, holds=bars):
        yield one, holds
        reducer = policy.reducers.get(one.fact)
        if reducer is not None:
            yield from _atoms(policy, reducer.where, bars=holds is isinstance(one, AtLeast))
