"""The engine: a policy that was loaded, ready to decide cases."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from typing import Any

from .case import CaseReader
from .decision import Decider
from .declared import Declared
from .facts import Collection
from .outcome import SEVERAL, Charges, Screen
from .pathway import Pathway
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
        self._pathways: dict[str, Pathway] = {}
        for id_, pathway in policy["pathways"].items():
            own = [rule for rule in rules if id_ in rule.pathways]
            screen = Screen(own, said._replace(needed=pathway["needs_charge"]))
            self._pathways[id_] = Pathway(self._declared, screen)

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
