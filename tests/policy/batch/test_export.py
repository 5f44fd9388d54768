"""What other systems take over gives the same answers there."""

from __future__ import annotations

import csv
from collections import Counter
from functools import cache
from pathlib import Path

import duckdb
import pytest

from leadkit.policy.batch import BatchError, exported
from leadkit.policy.batch.sql import sql_of
from leadkit.policy.policy import FactType, Policy, SeveralCharges
from tests.policy.batch.tables import policy_of
from tests.sampling import takes_long

PROGRAMS = ("example-county", "albany-ny", "seattle-king-wa")


@cache
def _exported(program: str) -> dict[str, str]:
    return exported(policy_of(program))


def export_tables(policy: Policy, folder: Path) -> None:
    for name, text in _exported(policy.program).items():
        (folder / name).write_text(text, encoding="utf-8", newline="")


@takes_long
@pytest.mark.parametrize("program", PROGRAMS)
def test_the_query_counts_the_sample_as_it_says(program: str, tmp_path: Path) -> None:
    policy = policy_of(program)
    export_tables(policy, tmp_path)
    outcomes, rules = _run(policy, tmp_path)
    with (tmp_path / "expected.csv").open(encoding="utf-8") as opened:
        expected = {(row["what"], row["name"]): int(row["cases"]) for row in csv.DictReader(opened)}
    assert {name: count for (what, name), count in expected.items() if what == "outcome"} == outcomes
    assert {name: count for (what, name), count in expected.items() if what == "rule" and count} == rules
    assert len(outcomes) >= 3


def _run(policy: Policy, folder: Path) -> tuple[Counter[str], Counter[str]]:
    """Fill a table from the sample and ask the query, as an analyst would."""
    types = {FactType.YES_NO: "BOOLEAN", FactType.NUMBER: "BIGINT", FactType.DATE: "DATE", FactType.CHOICE: "VARCHAR"}
    entries = {f"charge.{n}": f for c in policy.collections.values() if c.entry == "charge" for n, f in c.facts.items()}
    kinds = {name: types[fact.type] for name, fact in {**policy.facts, **entries}.items()}
    with duckdb.connect() as connection:
        rows = connection.read_csv(str(folder / "sample.csv"), header=True, all_varchar=True)
        kinds |= {"on": "DATE", "case": "VARCHAR", "pathway": "VARCHAR"}
        cast = ", ".join(f'cast("{name}" AS {kinds.get(name, "BIGINT")}) AS "{name}"' for name in rows.columns)
        connection.execute(f"CREATE TABLE charges AS SELECT {cast} FROM rows")
        found = connection.execute((folder / "screen.sql").read_text(encoding="utf-8")).fetchall()
    outcomes = Counter(outcome for _, outcome, _ in found)
    return outcomes, Counter(rule for *_, held in found for rule in held.split("; ") if rule)


@takes_long
def test_the_table_of_parameters_says_what_each_rule_does_to_each_offence(tmp_path: Path) -> None:
    export_tables(policy_of("example-county"), tmp_path)
    with (tmp_path / "parameters.csv").open(encoding="utf-8") as opened:
        rows = {(row["pathway"], row["charge.offence"]): row for row in csv.DictReader(opened)}
    theft = rows["arrest-diversion", "theft"]
    assert theft["eligibility.amounts.goods"] == "amounts.goods at least 75001"
    assert theft["eligibility.offences.theft.conditions"] == "asks"
    assert theft["eligibility.offences.resisting.excluded"] == ""
    assert rows["arrest-diversion", "resisting"]["eligibility.offences.resisting.excluded"] == "keeps out"


def test_each_step_of_the_query_says_where_its_rule_is_written(tmp_path: Path) -> None:
    policy = policy_of("example-county")
    lines = sql_of(policy).splitlines()
    for rule in policy.rules:
        at = lines.index(f"  -- {rule.id} ({rule.strength})")
        assert rule.place is None or lines[at + 2] == f"  -- {rule.place.file}, line {rule.place.line}"


def test_what_the_query_cannot_say_is_refused() -> None:
    policy = policy_of("example-county").model_copy(update={"several_charges": SeveralCharges.MOST_SERIOUS})
    with pytest.raises(BatchError, match="most serious charge"):
        sql_of(policy)
