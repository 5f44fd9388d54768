"""The engine: a policy that was loaded, ready to decide cases."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from copy import copy
from typing import Any

from .case import Case, CaseReader
from .compiling import Compiler
from .decision import Decider
from .declared import Declared
from .facts import Collection
from .outcome import SEVERAL, Charges, Screen
from .pathway import Pathway
from .reducers import AboutReducer
from .rules import Rule
from .words import one_of

FORMAT = 1
"""The form of policies that this engine reads."""


class Engine:
    """Decides cases by one policy; made by `load`.

    A case is what JSON has: the day of the contact ``on``, the ``pathway``, and the known ``facts``. What is not named,
    or is null, is not known; a list that is given is complete.
    """

    def __init__(self, policy: dict[str, Any]) -> None:
        self._declared = Declared(policy)
        charges = self._declared.charges
        rules = [Rule(place, rule, self._declared.compiler, charges) for place, rule in enumerate(policy["rules"])]
        _check_rules(rules, policy["pathways"])
        several, levels = one_of("several_charges", policy["several_charges"], SEVERAL), policy.get("seriousness") or ()
        if several == "most_serious":
            _check_levels(charges, levels)
        self._reader = CaseReader(policy, self._declared.facts, self._declared.collections)
        said = Charges(None if charges is None else charges.id, several, tuple(levels), False)
        needed = {id_: pathway["needs_charge"] for id_, pathway in policy["pathways"].items()}
        self._pathways = _Pathways(self._declared, rules, said, needed)

    def with_changes(self, rules: Sequence[dict[str, Any]], numbers: dict[str, dict[str, Any]], several: str) -> Engine:
        """The engine of the same policy with other rules and numbers; what did not change is kept, and not made again.

        Args:
            rules: The rules as the policy writes them, some left out or written otherwise in their place. One that is
                the very object that it was is the same.
            numbers: The reducers that are made otherwise.
            several: What several charges mean.
        """
        before = self._pathways
        declared = _with_numbers(before.declared, numbers) if numbers else before.declared
        same = {id(rule.written): rule for rule in before.rules if not numbers or not _compares(rule, numbers)}
        made: list[Rule] = []
        for written in rules:
            place = made[-1].number + 1 if made else 0
            made.append(same.get(id(written)) or Rule(place, written, declared.compiler, declared.charges))
        changed = copy(self)
        changed._declared = declared
        changed._pathways = before.changed(declared, made, several)
        return changed

    def read(self, case: Any) -> Case:
        """Read a case.

        Raises:
            CaseError: The case is not one that the policy asks for.
        """
        return self._reader.read(case)

    def pathway(self, id_: str) -> Pathway:
        """The rules of a pathway."""
        return self._pathways[id_]

    def outcome(self, case: Any) -> tuple[str, tuple[str, ...]]:
        """The outcome of a case, and the ids of the rules that hold, in the order of the policy.

        Raises:
            CaseError: The case is not one that the policy asks for.
        """
        read = self._reader.read(case)
        screen = self._pathways[read.pathway].screen
        weighed = screen.weigh(read.facts)
        return weighed.outcome, screen.holding(weighed)

    def decide(self, case: Any, *, searched: bool = True) -> dict[str, Any]:
        """The outcome of a case with everything that it rests on.

        Args:
            case: The case.
            searched: Whether to search, too, which facts would decide it and what would change it.

        Raises:
            CaseError: The case is not one that the policy asks for.
        """
        read = self._reader.read(case)
        return Decider(self._pathways[read.pathway], read, case.get("facts", {})).decision(searched=searched)


class _Pathways(dict[str, Pathway]):
    """The pathways of a policy by their ids, each made ready when it is first asked for."""

    def __init__(self, declared: Declared, rules: Sequence[Rule], said: Charges, needed: dict[str, bool]) -> None:
        super().__init__()
        self.declared = declared
        self.rules = rules
        self.said = said
        self._needed = needed

    def __missing__(self, id_: str) -> Pathway:
        screen = Screen([rule for rule in self.rules if id_ in rule.pathways], self._of(id_))
        self[id_] = Pathway(self.declared, screen)
        return self[id_]

    def changed(self, declared: Declared, rules: Sequence[Rule], several: str) -> _Pathways:
        """The pathways with other rules; those that keep theirs are the same, and so is what was made of them."""
        changed = _Pathways(declared, rules, self.said._replace(several=several), self._needed)
        if declared is self.declared and several == self.said.several:
            touched = {id_ for one in {*self.rules} ^ {*rules} for id_ in one.pathways}
            changed.update({id_: one for id_, one in self.items() if id_ not in touched})
        return changed

    def _of(self, id_: str) -> Charges:
        return self.said._replace(needed=self._needed[id_])


def _with_numbers(declared: Declared, written: dict[str, dict[str, Any]]) -> Declared:
    """What is declared, with some numbers that are made otherwise."""
    changed = copy(declared)
    changed.compiler = Compiler(declared.facts, declared.collections)
    made = {id_: changed.compiler.reducer(id_, one) for id_, one in written.items()}
    changed.reducers = changed.compiler.reducers = {**declared.reducers, **made}
    return changed


def _compares(rule: Rule, numbers: Container[str]) -> bool:
    """Whether a rule, or what makes somebody its owner, compares one of some numbers."""
    conditions = [rule.when, *(owner.when for owner in rule.owners if owner.when is not None)]
    parts = (part for condition in conditions for part in condition.every())
    return any(isinstance(part, AboutReducer) and part.reducer.id in numbers for part in parts)


def load(policy: dict[str, Any]) -> Engine:
    """Make an engine of a policy.

    Args:
        policy: What ``policy.json`` holds.

    Raises:
        ValueError: It is of another form, or its parts do not go together.
    """
    if policy.get("format") != FORMAT:
        raise ValueError(f"This engine reads policies of form {FORMAT}.")
    return Engine(policy)


def _check_rules(rules: Iterable[Rule], pathways: Container[str]) -> None:
    """Whether each rule has an id of its own, and pathways that there are."""
    ids: set[str] = set()
    for rule in rules:
        if rule.id in ids:
            raise ValueError(f"Two rules are called {rule.id}.")
        ids.add(rule.id)
        for pathway in rule.pathways:
            if pathway not in pathways:
                raise ValueError(f"The rule {rule.id} is on the pathway {pathway}, which the policy does not declare.")


def _check_levels(charges: Collection | None, levels: Sequence[str]) -> None:
    """Whether the most serious of several charges can be told."""
    level = charges.facts.get("level") if charges else None
    if charges is not None and (level is None or not set(level.options) <= set(levels)):
        raise ValueError("Where the most serious charge decides, every level of a charge must have its seriousness.")
