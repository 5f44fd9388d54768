"""The same rules in CEL, by cel-python: one program for each rule, run over rows of which everything is known.

CEL has no third value for what is not known: such rows it cannot decide, so they are left out.
"""

from __future__ import annotations

import json
import time
from datetime import date
from pathlib import Path
from typing import Any

from leadkit.policy.comparisons import Comparison, comparisons
from leadkit.policy.language import All, AtLeast, Below, Expression, In, Is, Not, Within
from leadkit.policy.language import Any as AnyOf
from leadkit.policy.policy import Policy


def cel_of(condition: Expression) -> str:
    """A condition as CEL writes it."""
    if isinstance(condition, All):
        return " && ".join(f"({cel_of(part)})" for part in condition.all) or "true"
    if isinstance(condition, AnyOf):
        return " || ".join(f"({cel_of(part)})" for part in condition.any) or "false"
    if isinstance(condition, Not):
        return f"!({cel_of(condition.not_)})"
    return _about(condition)


def _about(condition: Comparison) -> str:
    fact = f"facts[{json.dumps(condition.fact)}]"
    if isinstance(condition, Is):
        return fact if condition.is_ else f"!{fact}"
    if isinstance(condition, In):
        return f"{fact} in {json.dumps(list(condition.in_))}"
    if isinstance(condition, Below):
        return f"{fact} < {condition.below}"
    assert isinstance(condition, AtLeast)
    return f"{fact} >= {condition.at_least}"


def seconds_for_each(policy: Policy, charges: Path, decided: Path, count: int = 200) -> float:
    """How long a row takes; the rules that hold are those that leadkit says.

    Args:
        policy: The policy.
        charges: The rows.
        decided: What leadkit made of them.
        count: How many rows are run.
    """
    import celpy

    rows = known(charges, decided, count)
    environment = celpy.Environment()
    said = [rule for rule in policy.rules if not has_window(rule.when)]
    programs = [(rule.id, rule.pathways, environment.program(environment.compile(cel_of(rule.when)))) for rule in said]
    own = {rule.id for rule in said}
    given = [(rules, row["pathway"], {"facts": celpy.json_to_cel(row)}) for rules, row in rows]
    started = time.perf_counter()
    found = ["; ".join(id_ for id_, pathways, program in programs if pathway in pathways and program.evaluate(facts))
             for _, pathway, facts in given]  # fmt: skip
    taken = time.perf_counter() - started
    assert found == ["; ".join(rule for rule in rules.split("; ") if rule in own) for rules, _, _ in given]
    return taken / len(given)


def known(charges: Path, decided: Path, count: int) -> list[tuple[str, dict[str, Any]]]:
    """Rows of which everything is known, each with the rules that leadkit finds to hold."""
    import duckdb

    with duckdb.connect() as connection:
        known = connection.read_parquet(str(charges))
        names = known.columns
        where = " AND ".join(f'"{name}" IS NOT NULL' for name in names)
        known.select("row_number() OVER () AS row, *").create_view("charges")
        connection.read_parquet(str(decided)).create_view("decided")
        joined = connection.sql(f"SELECT * FROM charges JOIN decided USING (row) WHERE {where} LIMIT {count}")
        found = joined.select('rules, * EXCLUDE (row, rules, outcome, missing, "on")')
        fields = found.columns[1:]
        rows = [(rules, dict(zip(fields, row, strict=True))) for rules, *row in found.fetchall()]
    return [(rules, {name: _plain(value) for name, value in row.items()}) for rules, row in rows]


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def has_window(condition: Expression) -> bool:
    """Whether it looks back in months of the calendar, which CEL does not have."""
    return any(isinstance(one, Within) for one in comparisons(condition))
