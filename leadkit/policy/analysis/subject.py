"""What the checks of one policy share: its world, its settings, and questions about them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property

from leadkit.policy.analysis.entries import chosen, only
from leadkit.policy.analysis.formulas import Formula, Or, negated, none_of, variables_in
from leadkit.policy.analysis.relations import read
from leadkit.policy.analysis.search import Answer, Case, find, holds_in
from leadkit.policy.analysis.settings import Bars, Setting, applies, bars, premises, settings
from leadkit.policy.analysis.witness import Witness, Witnesses
from leadkit.policy.analysis.world import ReadRule
from leadkit.policy.policy import Policy, Rule, Strength

_RANK = {Strength.ADVISORY: 0, Strength.PRESUMPTIVE: 1, Strength.ABSOLUTE: 2}


class Subject:
    """One policy, ready to be asked.

    Attributes:
        policy: The policy.
        names: What roles and agencies are called, by their ids.
        world: Its variables.
        rules: Its rules.
        settings: The kinds of contact that it decides.
    """

    def __init__(self, policy: Policy, names: Mapping[str, str] | None = None) -> None:
        """Read a policy."""
        self.policy = policy
        self.names = names or {}
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

    @cache  # noqa: B019  (a subject lives as long as one analysis)
    def groups(self, rule: ReadRule) -> frozenset[str]:
        """The groups of variables that a rule is about; rules that share none have nothing to do with each other."""
        return frozenset(self.world.group(name) for name in variables_in(rule.when))

    def find(self, *conditions: Formula, of: Setting | None = None) -> Answer:
        """Whether some case, of a setting or of any, meets all of the conditions."""
        return find(self.world, [*(premises(self.world, of) if of else ()), *conditions])

    def core(self, rules: Iterable[ReadRule], *conditions: Formula, of: Setting) -> list[ReadRule]:
        """Of rules one of which holds in every case that meets some conditions, a few of which that is true as well."""
        kept = list(rules)
        for one in tuple(kept):
            fewer = [rule for rule in kept if rule is not one]
            if self.find(*conditions, *none_of(rule.when for rule in fewer), of=of).never:
                kept = fewer
        return kept

    def show(self, case: Case, setting: Setting, conditions: Iterable[Formula]) -> Witness:
        """A case as a witness, with every answer on which its outcome rests."""
        shown = list(conditions)
        decided = self._witnesses.of(case, setting, shown).decided[0]
        deciding = {rule.id for rule in decided.deciding}
        reasons = [one.when for one in self.rules if one.rule.id in deciding]
        return self._witnesses.of(self._pinned(case, reasons), setting, [*shown, *reasons])

    def _pinned(self, case: Case, reasons: Iterable[Formula]) -> Case:
        """The case with those answers settled that happen to make a reason hold."""
        pinned = case.copy()
        for when in reasons:
            if not holds_in(self.world, when, pinned.domains):
                for name in variables_in(when):
                    if name in self.world.facts:
                        value = chosen(self.world, name, pinned.domains[name])
                        pinned.domains[name] = only(value)
        return pinned

    def example(self, rule: ReadRule, setting: Setting, others: Iterable[ReadRule]) -> Witness:
        """A case in which a rule holds, and where possible nothing else but others that hold with it."""
        case = self.ordinary([rule.when], setting, [rule, *others]) or self.find(rule.when).case
        assert case is not None
        return self.show(case, setting, [rule.when])

    def ordinary(self, conditions: Sequence[Formula], setting: Setting, besides: Iterable[ReadRule]) -> Case | None:
        """A case that meets conditions and in which as few rules decide as can be, besides some; None without one."""
        spared = set(besides)
        others = [one.when for one in self.bars(setting).every if one not in spared]
        case = self.find(*conditions, *none_of(others), of=setting).case
        if case is not None:
            return case
        absent: list[Formula] = []
        case = self.find(*conditions, of=setting).case
        for one in others if case is not None else ():
            fewer = self.find(*conditions, *none_of([*absent, one]), of=setting).case
            if fewer is not None:
                absent.append(one)
                case = fewer
        return case

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
