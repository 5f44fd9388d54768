"""Files of charges: leadkit beside SQL of the same policy, a bare scan, and other rule engines.

``python -m benchmarks.batch run WAY ROWS`` runs one way in a process of its own, so that its memory can be told.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.programs import COUNTY
from benchmarks.timing import medians, peak_memory
from leadkit.policy.batch.columns import columns_of
from leadkit.policy.batch.sample import sample_of
from leadkit.policy.batch.sql import sql_of
from leadkit.policy.policy import FactType, Policy

TYPES = {FactType.YES_NO: "BOOLEAN", FactType.NUMBER: "BIGINT", FactType.DATE: "DATE", FactType.CHOICE: "VARCHAR"}
MEMORY = "160MB"
SAMPLED = 10_000


def policy_of(folder: Path = COUNTY) -> Policy:
    """The policy of the example county on a day on which its rules stand."""
    from leadkit.model.load import load
    from leadkit.policy.compile import compile_policy

    policy = compile_policy(load(str(folder)), name=folder.name)
    assert policy is not None
    return policy


def made(policy: Policy, rows: int, place: Path) -> Path:
    """So many rows, each a case of its own: the same few thousand over and over."""
    import duckdb

    file = place / f"charges-{rows}.parquet"
    if file.exists():
        return file
    names, sample = sample_of(policy, SAMPLED)
    columns = columns_of(policy)
    kinds = {name: TYPES[columns[name].fact.type] if name in columns else "VARCHAR" for name in names} | {"on": "DATE"}
    listed = ", ".join(f'cast("{name}" AS {kinds[name]}) AS "{name}"' for name in names[1:])
    text = place / "sample.csv"
    with text.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened).writerows([names, *sample])
    with duckdb.connect() as connection:
        sampled = connection.read_csv(str(text), header=True, all_varchar=True).select(
            f"{listed}, row_number() OVER () AS n"
        )
        sampled.create_view("sampled")
        copies = -(-rows // len(sample))
        connection.execute(
            f"COPY (SELECT sampled.* EXCLUDE n FROM range({copies}) AS copy(c) CROSS JOIN sampled ORDER BY hash(c, n)"
            f" LIMIT {rows}) TO '{file}' (FORMAT parquet, COMPRESSION zstd)"
        )
    return file


def ways(rows: int, place: Path) -> dict[str, list[str]]:
    """The command of each way."""
    run = [sys.executable, "-m", "benchmarks.batch", "run"]
    return {name: [*run, name, str(rows), str(place)] for name in ("scan", "sql", "leadkit")}


def run(way: str, rows: int, place: Path) -> None:
    """Run one way."""
    policy = policy_of()
    file = made(policy, rows, place)
    if way == "leadkit":
        from leadkit.policy.batch import screen_batch

        summary = screen_batch(policy, file, place / "leadkit.parquet", memory=MEMORY)
        assert summary.cases == rows, summary
        return
    import duckdb

    with duckdb.connect(config={"memory_limit": MEMORY}) as connection:
        charges = connection.read_parquet(str(file))
        if way == "scan":
            charges.create_view("charges")
            connection.sql("SELECT max(COLUMNS(*)) FROM charges").fetchall()
            return
        charges.select("row_number() OVER () AS row, *").create_view("charges")
        connection.sql(_by_row(policy)).write_parquet(str(place / "sql.parquet"), compression="zstd")


def _by_row(policy: Policy) -> str:
    """The readable query, for each row by itself; it neither checks a cell nor tells what is missing."""
    steps = sql_of(policy)[: sql_of(policy).rindex("SELECT")]
    rules = [f"CASE WHEN rule_{number} THEN '{rule.id}' END" for number, rule in enumerate(policy.rules, 1)]
    return f"{steps} SELECT row, decided, concat_ws('; ', {', '.join(rules)}) AS rules FROM decided"


NAMES = {
    "scan": "bare scan of every column",
    "sql": "SQL of the same policy",
    "leadkit": "`leadkit screen --batch`",
}


def batch(rows: int, place: Path, rounds: int) -> Iterator[str]:
    """The table, line by line."""
    made(policy_of(), rows, place)
    commands = ways(rows, place)
    seconds = medians(commands, rounds)
    yield f"### {rows:,} charges\n\n| | seconds | beside the scan | MB |\n| --- | ---: | ---: | ---: |"
    for way, command in commands.items():
        beside = seconds[way] / seconds["scan"]
        yield f"| {NAMES[way]} | {seconds[way]:.2f} | {beside:.2f} | {peak_memory(command, {}):.0f} |"
    from benchmarks import cel, openfisca

    policy, charges, decided = policy_of(), made(policy_of(), rows, place), place / "leadkit.parquet"
    for name, peer in {"cel-python": cel, "OpenFisca-core": openfisca}.items():
        each = peer.seconds_for_each(policy, charges, decided)
        yield f"\n{name} decides {1 / each:,.0f} rows a second by the same rules, in one process.\n"


if __name__ == "__main__":
    _, _, chosen, count, folder = sys.argv
    run(chosen, int(count), Path(folder))
