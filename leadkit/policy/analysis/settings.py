"""What every question of the analysis is asked of: a pathway, with a charge or without one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from leadkit.policy.analysis.formulas import Formula, Or, none_of
from leadkit.policy.analysis.world import CHARGES, ReadRule, Side
from leadkit.policy.policy import Policy, Scope, Strength

ELIGIBLE, DISCRETION, NOT_ELIGIBLE = "eligible", "needs_discretion", "not_eligible"
"""The outcomes of cases of which everything is known, the best first."""


@dataclass(frozen=True)
class Setting:
    """A kind of contact.

    Attributes:
        pathway: The pathway.
        charged: Whether there is a charge. One is enough, as several are judged one by one; but for what several mean.
    """

    pathway: str
    charged: bool


def settings(policies: Iterable[Policy]) -> Iterator[Setting]:
    """The kinds of contact that all of the policies know."""
    known = tuple(policies)
    charged = any(CHARGES in policy.collections for policy in known)
    for name in known[-1].pathways:
        if not all(name in policy.pathways for policy in known):
            continue
        if not charged or not all(policy.pathways[name].needs_charge for policy in known):
            yield Setting(name, charged=False)
        if charged:
            yield Setting(name, charged=True)


@dataclass(frozen=True)
class Bars:
    """The rules of a policy that decide in a setting.

    Attributes:
        absolute: Those that make a case not eligible.
        presumptive: Those that call for discretion.
    """

    absolute: tuple[ReadRule, ...]
    presumptive: tuple[ReadRule, ...]

    def of(self, strength: Strength) -> tuple[ReadRule, ...]:
        """Those of a strength."""
        return self.absolute if strength is Strength.ABSOLUTE else self.presumptive


def applies(rule: ReadRule, setting: Setting) -> bool:
    """Whether a rule is about contacts of a setting."""
    return setting.pathway in rule.rule.pathways and (setting.charged or rule.rule.scope is Scope.CONTACT)


def bars(side: Side, setting: Setting) -> Bars:
    """The rules of a policy that decide in a setting."""
    here = [one for one in side.rules if applies(one, setting)]
    return Bars(
        tuple(one for one in here if one.rule.strength is Strength.ABSOLUTE),
        tuple(one for one in here if one.rule.strength is Strength.PRESUMPTIVE),
    )


def some_of(rules: Iterable[ReadRule]) -> Formula:
    """At least one of the rules holds."""
    return Or(tuple(one.when for one in rules))


def decided_as(outcome: str, rules: Bars) -> list[Formula]:
    """What makes an outcome."""
    if outcome == NOT_ELIGIBLE:
        return [some_of(rules.absolute)]
    presumed = none_of(one.when for one in rules.presumptive)
    return [
        *(presumed if outcome == ELIGIBLE else [some_of(rules.presumptive)]),
        *none_of(one.when for one in rules.absolute),
    ]
