"""What the checks of one policy share: its world, its settings, and questions about them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from leadkit.policy.analysis.formulas import Formula, Or, negated, none_of
from leadkit.policy.analysis.relations import read
from leadkit.policy.analysis.search import Answer, Case, find
from leadkit.policy.analysis.settings import Bars, Setting, applies, bars, settings
from leadkit.policy.analysis.witness import Witness, Witnesses
from leadkit.policy.analysis.world import ReadRule
from leadkit.policy.policy import Policy, Rule, Strength

_RANK = {Strength.ADVISORY: 0, Strength.PRESUMPTIVE: 1, Strength.ABSOLUTE: 2}


class Subject:
    """One policy, ready to be asked.

    Attributes:
        policy: The policy.
        world: Its variables.
        rules: Its rules.
        settings: The kinds of contact that it decides.
    """

    def __init__(self, policy: Policy) -> None:
        """Read a policy."""
        self.policy = policy
        self.world = read(policy)
        self.rules = tuple(self.world.sides[0].rules)
        self.settings = tuple(settings([policy]))
        self._bars = {setting: bars(self.world.sides[0], setting) for setting in self.settings}

    def bars(self, setting: Setting) -> Bars:
        """The rules that decide in a setting."""
        return self._bars[setting]

    @cached_property
    def open_settings(self) -> tuple[Setting, ...]:
        """The settings that no rule closes outright, as one does for a pathway that is not open."""
        return tuple(one for one in self.settings if not any(is_plain(rule) for rule in self.bars(one).absolute))

    def where(self, rule: ReadRule) -> list[Setting]:
        """The open settings that a rule is about."""
        return [one for one in self.open_settings if applies(rule, one)]

    def rivals(self, rule: ReadRule, setting: Setting) -> list[ReadRule]:
        """The other rules of a setting that do at least as much: as strong, and overridden by the same people."""
        return [
            one
            for one in self.rules
            if one is not rule and applies(one, setting) and _does_as_much(one.rule, rule.rule)
        ]

    def find(self, *conditions: Formula) -> Answer:
        """Whether some case meets all of the conditions."""
        return find(self.world, conditions)

    def core(self, rules: Iterable[ReadRule], *conditions: Formula) -> list[ReadRule]:
        """Of rules one of which holds in every case that meets some conditions, a few of which that is true as well."""
        kept = list(rules)
        for one in tuple(kept):
            fewer = [rule for rule in kept if rule is not one]
            if self.find(*conditions, *none_of(rule.when for rule in fewer)).never:
                kept = fewer
        return kept

    def show(self, case: Case, setting: Setting, conditions: Iterable[Formula]) -> Witness:
        """A case as a witness."""
        return self._witnesses.of(case, setting, conditions)

    @cached_property
    def _witnesses(self) -> Witnesses:
        return Witnesses(self.world)


def _does_as_much(one: Rule, other: Rule) -> bool:
    if one.strength is not other.strength:
        return _RANK[one.strength] > _RANK[other.strength]
    return set(one.owners) == set(other.owners)


def is_plain(rule: ReadRule) -> bool:
    """Whether a rule holds in every case."""
    return negated(rule.when) == Or(())
