"""A case that shows what is said of it: as people read it, as the engine reads it, and decided by the engine."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from leadkit.policy.analysis.days import before
from leadkit.policy.analysis.domains import YES
from leadkit.policy.analysis.entries import Value, chosen
from leadkit.policy.analysis.formulas import Formula
from leadkit.policy.analysis.search import Case
from leadkit.policy.analysis.settings import Setting
from leadkit.policy.analysis.words import Line, lines
from leadkit.policy.analysis.world import CHARGES, NUMBER_OF_CHARGES, TWO, Side, World
from leadkit.policy.engine import Engine, load
from leadkit.policy.policy import Fact, FactType, Rule, Strength

Json = dict[str, Any]

_DECIDES = {"not_eligible": Strength.ABSOLUTE, "needs_discretion": Strength.PRESUMPTIVE}


@dataclass(frozen=True)
class Decided:
    """A case as one policy decides it.

    Attributes:
        case: The case in the form that the engine reads.
        outcome: The outcome.
        rules: The rules that hold.
    """

    case: Json
    outcome: str
    rules: tuple[Rule, ...]

    @property
    def deciding(self) -> tuple[Rule, ...]:
        """The rules because of which the outcome is what it is."""
        return tuple(one for one in self.rules if one.strength is _DECIDES.get(self.outcome))


@dataclass(frozen=True)
class Witness:
    """A case, decided by each policy of a world.

    Attributes:
        setting: The pathway, and whether there is a charge.
        lines: The answers that matter to what is shown.
        decided: The case as each of the policies decides it.
    """

    setting: Setting
    lines: tuple[Line, ...]
    decided: tuple[Decided, ...]


class Witnesses:
    """Makes witnesses of one world."""

    def __init__(self, world: World) -> None:
        """Begin with a world."""
        self._world = world

    def of(self, case: Case, setting: Setting, conditions: Iterable[Formula], *, charges: int = 1) -> Witness:
        """The witness that a case is; the conditions say which of its answers matter."""
        matter = [self._world.of_two_charges(one) for one in conditions]
        told = tuple(lines(self._world, case, matter, setting.charged))
        decided = (
            self._decide(side, engine, self._as_asked(side, case, setting, charges))
            for side, engine in zip(self._world.sides, self._engines, strict=True)
        )
        return Witness(setting, told, tuple(decided))

    def asked(self, case: Case, setting: Setting) -> Json:
        """The case in the form that the engine of the first policy reads, not decided."""
        return self._as_asked(self._world.sides[0], case, setting, 1)

    @cached_property
    def _engines(self) -> list[Engine]:
        return [_engine(side) for side in self._world.sides]

    def _decide(self, side: Side, engine: Engine, asked: Json) -> Decided:
        outcome, holding = engine.outcome(asked)
        return Decided(asked, outcome, tuple(one.rule for one in side.rules if one.rule.id in holding))

    def _as_asked(self, side: Side, case: Case, setting: Setting, charges: int) -> Json:
        values = {name: chosen(self._world, name, domain) for name, domain in case.domains.items()}
        two = charges > 1 or values.get(NUMBER_OF_CHARGES) == TWO
        facts = {
            name: _value(side, name, fact, values[side.variables[name]]) for name, fact in side.policy.facts.items()
        }
        for name in side.policy.collections:
            if name == CHARGES:
                every = [values] if setting.charged else []
                every += [self._second(values)] if setting.charged and two else []
                facts[name] = [self._entry(side, name, one) for one in every]
            else:
                facts[name] = [
                    self._entry(side, name, {**values, **entry.values})
                    for entry in case.entries.get(name, ())
                    for _ in range(entry.times)
                ]
        return {"on": side.policy.on, "pathway": setting.pathway, "facts": facts}

    def _second(self, values: dict[str, Value]) -> dict[str, Value]:
        """The same case with the answers about the second charge in the place of those about the first."""
        return {**values, **{name: values[second] for name, second in self._world.second_charge.items()}}

    def _entry(self, side: Side, collection: str, values: dict[str, Value]) -> Json:
        declared = side.policy.collections[collection]
        return {
            name: _value(side, f"{declared.entry}.{name}", fact, values[side.variables[f"{declared.entry}.{name}"]])
            for name, fact in declared.facts.items()
        }


def _value(side: Side, name: str, fact: Fact, value: Value) -> object:
    if isinstance(value, str):
        return value == YES if fact.type is FactType.YES_NO else side.says(name, value)
    return before(side.contact, value).isoformat() if fact.type is FactType.DATE else value


def _engine(side: Side) -> Engine:
    return load(json.loads(side.policy.model_dump_json(by_alias=True)))
