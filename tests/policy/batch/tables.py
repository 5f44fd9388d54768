"""Cases as rows of a table, and tables in two engines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import duckdb
import narwhals.stable.v2 as nw
import polars as pl

from leadkit.model.load import load as load_program
from leadkit.policy.batch.columns import CASE, ON, PATHWAY, ROW
from leadkit.policy.batch.evaluating import screen_table
from leadkit.policy.compile import compile_policy
from leadkit.policy.policy import Policy
from leadkit.resources import programs

Json = dict[str, Any]
Rows = list[dict[str, Any]]
Answers = dict[Any, tuple[str, tuple[str, ...], set[str]]]
"""By case: the outcome, the rules that hold, and what is missing."""

ENGINES = ("duckdb", "polars")


def rows_of(policy: Policy, cases: Iterable[Json], *, grouped: bool) -> Rows:
    """The rows of cases: each with one entry of each list at most."""
    rows: Rows = []
    for number, case in enumerate(cases, 1):
        facts = case["facts"]
        lists = {name: facts.get(name) for name in policy.collections}
        count = max([1, *(len(entries) for entries in lists.values() if entries is not None)])
        assert grouped or count == 1, "a case of several rows needs a name"
        for place in range(count):
            row = {ON: case["on"], PATHWAY: case["pathway"]} | ({CASE: f"case {number:04d}"} if grouped else {})
            row |= {name: _cell(facts.get(name)) for name in policy.facts}
            for name, entries in lists.items():
                entry = policy.collections[name].entry
                here = {} if entries is None or place >= len(entries) else entries[place]
                row[name] = None if entries is None else str(int(place < len(entries)))
                row |= {f"{entry}.{field}": _cell(here.get(field)) for field in policy.collections[name].facts}
            rows.append({ROW: len(rows) + 1, **row})
    return rows


def _cell(value: Any) -> str | None:
    """As a file of text has it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return None if value is None else str(value)


def screened(engine: str, policy: Policy, rows: Rows, **given: Any) -> tuple[Answers, list[tuple[Any, ...]]]:
    """The answers by case, or by row where each is one, and the rejected rows."""
    frame, lift = _TABLES[engine](rows)
    made = screen_table(policy, frame, lift, **given)
    answers = {
        (place[1] if len(place) == 2 else place[0]): (outcome, _split(rules), set(_split(missing)))
        for *place, outcome, rules, missing in _rows(made.cases())
    }
    return answers, sorted(_rows(made.rejected))


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.split("; ")) if text else ()


def _rows(frame: nw.LazyFrame) -> list[tuple[Any, ...]]:
    return frame.collect(backend="polars").rows()


def _polars(rows: Rows) -> Any:
    return nw.from_native(_frame(rows)), lambda flags: nw.from_native(pl.LazyFrame(flags))


def _duckdb(rows: Rows) -> Any:
    connection = duckdb.connect(config={"threads": 1})
    connection.register("charges", _frame(rows).collect().to_arrow())

    def lift(flags: Json) -> nw.LazyFrame:
        connection.register("flags", pl.DataFrame(flags).to_arrow())
        return nw.from_native(connection.table("flags"))

    return nw.from_native(connection.table("charges")), lift


_TABLES = {"polars": _polars, "duckdb": _duckdb}


def _frame(rows: Rows) -> pl.LazyFrame:
    """A column that is null in every row is one of text, as in a file."""
    frame = pl.LazyFrame(rows, infer_schema_length=None)
    return frame.with_columns(pl.col(pl.Null).cast(pl.String))


def expected(engine: Any, cases: Iterable[Json], keys: Iterable[Any], policy: Policy) -> Answers:
    """What the engine of single cases says of them."""
    found: Answers = {}
    for key, case in zip(keys, cases, strict=True):
        outcome, rules = engine.outcome(case)
        found[key] = (outcome, rules, columned(policy, engine.decide(case)["missing"]))
    return found


def columned(policy: Policy, names: Iterable[str]) -> set[str]:
    """The columns of facts that a decision names, such as ``charge.level`` for ``charges.1.level``."""
    entries = {name: one.entry for name, one in policy.collections.items()}
    split = ((name, *name.split(".", 2)) for name in names)
    return {f"{entries[parts[0]]}.{parts[2]}" if len(parts) == 3 and parts[0] in entries else name
            for name, *parts in split}  # fmt: skip


def policy_of(name: str) -> Policy:
    """The policy of a program that is shipped."""
    policy = compile_policy(load_program(str(programs() / name)), name=name)
    assert policy is not None
    return policy
