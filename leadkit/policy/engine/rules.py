"""The rules of a policy, each with its condition ready to be evaluated."""

from __future__ import annotations

from typing import Any

from .compiling import Compiler
from .conditions import AboutFact, Condition
from .facts import Collection
from .names import Key
from .reducers import AboutReducer
from .words import one_of

STRENGTHS = ("absolute", "presumptive", "advisory")
"""The strongest first."""

_SCOPES = ("contact", "charge")


class Owner:
    """Who may override a rule.

    Attributes:
        by: Who it is.
        when: For which charges or contacts; None for all.
        of_charge: Whether that can differ from charge to charge.
    """

    __slots__ = ("by", "of_charge", "when")

    def __init__(self, written: dict[str, Any], compiler: Compiler, charges: Collection | None) -> None:
        self.by: str = written["by"]
        when = written.get("when")
        self.when = None if when is None else compiler.condition(when, charges)
        self.of_charge = self.when is not None and any(
            isinstance(part, AboutFact) and part.of for part in self.when.every()
        )


class Rule:
    """What keeps a person, or a charge, out.

    Attributes:
        id: Its id.
        number: Its place among the rules of the policy.
        strength: ``absolute``, ``presumptive`` or ``advisory``.
        of_charge: Whether it is about each charge by itself.
        pathways: The pathways on which it holds.
        when: Its condition.
        owners: Who may override it.
        written: The rule as the policy writes it.
    """

    __slots__ = ("id", "number", "of_charge", "owners", "pathways", "strength", "when", "written")

    def __init__(self, number: int, written: dict[str, Any], compiler: Compiler, charges: Collection | None) -> None:
        self.id: str = written["id"]
        self.number = number
        self.pathways: tuple[str, ...] = tuple(written["pathways"])
        self.written = written
        try:
            self.strength = STRENGTHS.index(one_of("strength", written["strength"], STRENGTHS))
            self.of_charge: bool = one_of("scope", written.get("scope", "contact"), _SCOPES) == "charge"
            if self.of_charge and charges is None:
                raise ValueError("It is about a charge, and the policy has no list of charges.")
            self.when: Condition = compiler.condition(written["when"], charges if self.of_charge else None)
            self.owners = tuple(Owner(owner, compiler, charges) for owner in written.get("owners") or ())
        except ValueError as error:
            raise ValueError(f"The rule {self.id} cannot be evaluated: {error}") from error

    @property
    def asks(self) -> set[Key]:
        """The facts on which it rests, also through the numbers made from lists."""
        parts = [*self.when.every()]
        added = [(part.reducer.collection.id, part.reducer) for part in parts if isinstance(part, AboutReducer)]
        return {
            *((part.of, part.fact) for part in parts if isinstance(part, AboutFact)),
            *((of, fact) for of, reducer in added for fact in (reducer.amount, reducer.per) if fact is not None),
        }

    @property
    def binds(self) -> bool:
        """Whether it has a part in the outcome."""
        return self.strength < STRENGTHS.index("advisory")
