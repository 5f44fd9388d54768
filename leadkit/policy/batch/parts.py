"""Screening rows part by part where several of them are one case.

To bring the rows of a case together takes memory for all cases at once. So a long file is first dealt out on disk, the
rows of a case into one part, and each part is screened by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.policy.batch.columns import CASE, ROW
from leadkit.policy.batch.files import ROWS, write_file
from leadkit.policy.batch.quoting import alone, quoted, text

if TYPE_CHECKING:
    import duckdb

    from leadkit.policy.batch.screening import Progress

MOST_ROWS = 100_000
"""As many rows as a part has, more or less."""

_PART = "leadkit_part"

Tables = Mapping[tuple[Path, str], "duckdb.DuckDBPyRelation"]
"""What is asked of the rows, by the place that the answer is written to and how it is written."""


def in_parts(
    connection: duckdb.DuckDBPyConnection,
    rows: duckdb.DuckDBPyRelation,
    tables: Tables,
    folder: Path,
    progress: Progress | None,
) -> None:
    """Write what is asked of rows of which several are one case.

    Args:
        connection: The database.
        rows: All rows.
        tables: What is asked of the rows under the name ``ROWS``.
        folder: Where the parts are kept meanwhile.
        progress: Told how much is done.
    """
    parts = -(-_count(rows) // MOST_ROWS)
    if parts < 2:
        for place, table in tables.items():
            write_file(table, *place)
        return
    dealt = folder / "rows"
    key = f"coalesce(hash({quoted(CASE)}), 0) % {parts} AS {_PART}"
    rows.select(f"*, {key}").create_view(f"{ROWS}_dealt", replace=True)
    connection.execute(f"COPY {ROWS}_dealt TO {text(dealt.as_posix())} (FORMAT parquet, PARTITION_BY ({_PART}))")
    asked = {place: table.sql_query() for place, table in tables.items()}
    for count, part in enumerate(sorted(dealt.iterdir()), 1):
        connection.execute(
            f"CREATE OR REPLACE VIEW {ROWS} AS SELECT * FROM"
            f" read_parquet({text(f'{alone(part)}/*.parquet')}, hive_partitioning = false)"
        )
        for number, query in enumerate(asked.values()):
            connection.sql(query).write_parquet(str(folder / f"{number}-{count:06}.parquet"))
        if progress is not None:
            progress(count / parts)
    for number, place in enumerate(asked):
        found = connection.read_parquet(f"{alone(folder)}/{number}-*.parquet")
        write_file(found.order(ROW), *place)


def _count(rows: duckdb.DuckDBPyRelation) -> int:
    return int(rows.aggregate("count(*)").fetchall()[0][0])
