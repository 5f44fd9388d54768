"""Rules that are tried on one case after another, and changed one at a time; what did not change is kept."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any

from leadkit.policy.engine import load
from leadkit.policy.engine.case import Case
from leadkit.policy.engine.decision import Decider, Verdict
from leadkit.policy.engine.screened import Screened

if TYPE_CHECKING:
    from leadkit.policy.engine.pathway import Pathway
    from leadkit.policy.policy import Policy, Reducer, Rule


class Bench:
    """The rules of a policy.

    Attributes:
        policy: The policy.
    """

    def __init__(self, policy: Policy) -> None:
        """Make the rules ready."""
        dumped = policy.model_dump(mode="json", by_alias=True)
        self.policy = policy
        self._engine = load(dumped)
        self._written: list[dict[str, Any]] = dumped["rules"]

    def read(self, case: dict[str, Any]) -> Case:
        """Read a case, as the engine does."""
        return self._engine.read(case)

    def pathway(self, id_: str) -> Pathway:
        """The rules of a pathway."""
        return self._engine.pathway(id_)

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
        known = {id(rule): written for rule, written in zip(self.policy.rules, self._written, strict=True)}
        changed._written = [known.get(id(rule)) or _written(rule) for rule in policy.rules]
        numbers = {id_: _written(one) for id_, one in policy.reducers.items() if one is not self.policy.reducers[id_]}
        changed._engine = self._engine.with_changes(changed._written, numbers, policy.several_charges.value)
        return changed

    def _facts(self, case: Case) -> dict[str, Any]:
        """The facts without the numbers that the engine keeps beside them, which may have been made otherwise."""
        return {name: value for name, value in case.facts.items() if name not in self.policy.reducers}


def _written(part: Rule | Reducer) -> dict[str, Any]:
    return part.model_dump(mode="json", by_alias=True)
