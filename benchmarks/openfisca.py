"""The same rules in OpenFisca: a variable for each fact and each rule, made for all rows at once.

OpenFisca has no value for what is not known, and no look-back in months of the calendar: as in CEL, rows of which
everything is known are decided, by the rules without look-backs.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.cel import has_window, known
from leadkit.policy.comparisons import Comparison, comparisons
from leadkit.policy.language import All, AtLeast, Below, Expression, In, Is, Not
from leadkit.policy.language import Any as AnyOf
from leadkit.policy.policy import Policy, Rule

PERIOD = "2026-12"
PATHWAY = "pathway"


def seconds_for_each(policy: Policy, charges: Path, decided: Path, count: int = 20_000) -> float:
    """How long a row takes; the rules that hold are those that leadkit says.

    Args:
        policy: The policy.
        charges: The rows.
        decided: What leadkit made of them.
        count: How many rows are run.
    """
    import numpy as np
    from openfisca_core.simulations import SimulationBuilder

    rows = known(charges, decided, count)
    said = [rule for rule in policy.rules if not has_window(rule.when)]
    facts = {PATHWAY: str} | {one.fact: _kind(one) for rule in said for one in comparisons(rule.when)}
    system = _system(facts, said)
    simulation = SimulationBuilder().build_default_simulation(system, count=len(rows))
    columns = {name: np.array([row[name] for _, row in rows]) for name in facts}
    started = time.perf_counter()
    for name, column in columns.items():
        simulation.set_input(_name(name), PERIOD, column)
    found = [simulation.calculate(_rule(number), PERIOD) for number in range(len(said))]
    taken = time.perf_counter() - started
    own = {rule.id for rule in said}
    for at, (rules, _) in enumerate(rows):
        holding = [rule.id for rule, held in zip(said, found, strict=True) if held[at]]
        assert holding == [rule for rule in rules.split("; ") if rule in own]
    return taken / len(rows)


def _system(facts: dict[str, type], rules: list[Rule]) -> Any:
    from openfisca_core.entities import build_entity
    from openfisca_core.periods import DateUnit
    from openfisca_core.taxbenefitsystems import TaxBenefitSystem
    from openfisca_core.variables import Variable

    charge = build_entity(key="charge", plural="charges", label="A charge", is_person=True)
    system = TaxBenefitSystem([charge])
    common = {"entity": charge, "definition_period": DateUnit.MONTH}
    for name, kind in facts.items():
        system.add_variable(type(_name(name), (Variable,), {**common, "value_type": kind}))
    for number, rule in enumerate(rules):
        made = {**common, "value_type": bool, "formula": _formula(rule)}
        system.add_variable(type(_rule(number), (Variable,), made))
    return system


def _formula(rule: Rule) -> Callable[[Any, Any], Any]:
    def formula(charge: Any, period: Any) -> Any:
        import numpy as np

        return np.isin(charge(PATHWAY, period), rule.pathways) & _holds(rule.when, charge, period)

    return formula


def _holds(condition: Expression, charge: Any, period: Any) -> Any:
    """A condition over all rows."""
    import numpy as np

    if isinstance(condition, All):
        return np.logical_and.reduce([_holds(part, charge, period) for part in condition.all])
    if isinstance(condition, AnyOf):
        return np.logical_or.reduce([_holds(part, charge, period) for part in condition.any])
    if isinstance(condition, Not):
        return ~_holds(condition.not_, charge, period)
    answer = charge(_name(condition.fact), period)
    if isinstance(condition, Is):
        return answer == condition.is_
    if isinstance(condition, In):
        return np.isin(answer, condition.in_)
    if isinstance(condition, Below):
        return answer < condition.below
    assert isinstance(condition, AtLeast)
    return answer >= condition.at_least


def _kind(comparison: Comparison) -> type:
    return bool if isinstance(comparison, Is) else str if isinstance(comparison, In) else int


def _name(fact: str) -> str:
    """A fact as a variable may be called."""
    return fact.replace(".", "_of_").replace("-", "_")


def _rule(number: int) -> str:
    return f"rule_{number}"
