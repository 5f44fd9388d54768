"""Rules that are tried on one case after another, and changed one at a time; what did not change is kept."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any

from leadkit.policy.comparisons import names_in
from leadkit.policy.engine.case import Case, CaseReader
from leadkit.policy.engine.compiling import Compiler
from leadkit.policy.engine.decision import Decider, Verdict
from leadkit.policy.engine.declared import Declared
from leadkit.policy.engine.outcome import Charges, Screen
from leadkit.policy.engine.pathway import Pathway
from leadkit.policy.engine.rules import Rule
from leadkit.policy.engine.screened import Screened

if TYPE_CHECKING:
    from leadkit.policy import policy as written
    from leadkit.policy.policy import Policy


class Bench:
    """The rules of a policy.

    Attributes:
        policy: The policy.
        declared: What it declares.
    """

    def __init__(self, policy: Policy) -> None:
        """Make the rules ready."""
        dumped = policy.model_dump(mode="json", by_alias=True)
        self.policy = policy
        self.declared = Declared(dumped)
        self._reader = CaseReader(dumped, self.declared.facts, self.declared.collections)
        self._rules = tuple(self._rule(number, rule) for number, rule in enumerate(policy.rules))
        self._pathways: dict[str, Pathway] = {}

    def read(self, case: dict[str, Any]) -> Case:
        """Read a case, as the engine does."""
        return self._reader.read(case)

    def pathway(self, id_: str) -> Pathway:
        """The rules of a pathway."""
        if id_ not in self._pathways:
            charges = self.declared.charges
            said = Charges(
                None if charges is None else charges.id,
                self.policy.several_charges.value,
                self.policy.seriousness,
                self.policy.pathways[id_].needs_charge,
            )
            screen = Screen([rule for rule in self._rules if id_ in rule.pathways], said)
            self._pathways[id_] = Pathway(self.declared, screen)
        return self._pathways[id_]

    def screened(self, case: Case) -> Screened:
        """A case, rule by rule."""
        return Screened(self.pathway(case.pathway).screen, self._facts(case))

    def verdict(self, case: Case) -> Verdict:
        """What the rules make of a case."""
        pathway = self.pathway(case.pathway)
        return Decider(pathway, Case(case.on, case.pathway, self._facts(case)), {}).verdict()

    def with_change(self, policy: Policy) -> Bench:
        """The same with a changed policy, in which rules and numbers may be others, and the rest is the same."""
        changed = copy(self)
        changed.policy = policy
        numbers = {id_ for id_, one in policy.reducers.items() if one is not self.policy.reducers[id_]}
        if numbers:
            changed.declared = _declared(self.declared, policy, numbers)
        known = {id(rule): ready for rule, ready in zip(self.policy.rules, self._rules, strict=True)}
        rules: list[Rule] = []
        for number, rule in enumerate(policy.rules):
            ready = known.get(id(rule))
            same = ready is not None and ready.number == number and numbers.isdisjoint(names_in(rule.when))
            rules.append(ready if same and ready is not None else changed._rule(number, rule))
        changed._rules = tuple(rules)
        changed._pathways = self._kept(rules, policy) if not numbers else {}
        return changed

    def _kept(self, rules: list[Rule], policy: Policy) -> dict[str, Pathway]:
        """The pathways on which nothing changed; what a rule follows it in the order is no change."""
        if policy.several_charges is not self.policy.several_charges:
            return {}
        others = {rule.written["id"]: rule for rule in rules}
        touched = {
            id_
            for rule in self._rules
            if (other := others.get(rule.id)) is None or other.written is not rule.written
            for id_ in (*rule.pathways, *(other.pathways if other else ()))
        }
        return {id_: one for id_, one in self._pathways.items() if id_ not in touched}

    def _rule(self, number: int, rule: written.Rule) -> Rule:
        return Rule(number, rule.model_dump(mode="json", by_alias=True), self.declared.compiler, self.declared.charges)

    def _facts(self, case: Case) -> dict[str, Any]:
        """The facts without the numbers that the engine keeps beside them, which may have been made otherwise."""
        return {name: value for name, value in case.facts.items() if name not in self.declared.reducers}


def _declared(before: Declared, policy: Policy, numbers: set[str]) -> Declared:
    """What is declared, where some numbers are made otherwise."""
    declared = copy(before)
    declared.compiler = Compiler(before.facts, before.collections)
    declared.reducers = {
        id_: declared.compiler.reducer(id_, policy.reducers[id_].model_dump(mode="json", by_alias=True))
        if id_ in numbers
        else one
        for id_, one in before.reducers.items()
    }
    declared.compiler.reducers = declared.reducers
    return declared
