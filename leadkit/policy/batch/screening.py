"""Screen a file of charges, however long, with the embedded engine."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from leadkit.policy.batch.columns import CASE, MALFORMED, ROW
from leadkit.policy.batch.problems import MalformedError
from leadkit.policy.batch.quoting import alone

if TYPE_CHECKING:
    import duckdb

    from leadkit.policy.batch.mapping import ColumnMap
    from leadkit.policy.policy import Policy

MEMORY = "160MB"
"""What the database may hold; what does not fit is written to disk beside the output."""

_WRITTEN = """header = true, all_varchar = true, delim = ',', quote = '"', escape = '"'"""
"""How a file of text that was written here is read."""

Progress = Callable[[float], None]
"""Told from time to time how much is done, from 0 to 1."""


@dataclass(frozen=True)
class Summary:
    """What became of a file of charges.

    Attributes:
        out: The cases, each with its outcome, the rules that hold and the columns that are missing.
        rejects: The rows that were not screened, each with the reason.
        outcomes: How many cases came to each outcome; outcomes that none came to are left out.
        rejected: How many rows were rejected.
    """

    out: Path
    rejects: Path
    outcomes: dict[str, int] = field(default_factory=dict)
    rejected: int = 0

    @property
    def cases(self) -> int:
        """How many cases were decided."""
        return sum(self.outcomes.values())


def screen_batch(
    policy: Policy,
    source: Path,
    out: Path,
    *,
    on: date | None = None,
    pathway: str | None = None,
    columns: ColumnMap | None = None,
    memory: str = MEMORY,
    progress: Progress | None = None,
) -> Summary:
    """Screen a file of charges.

    Args:
        policy: The policy.
        source: The charges, one a row, as CSV or Parquet. The rows with one ``case`` are one case; without that
            column each row is one.
        out: Where the cases are written, as CSV or Parquet.
        on: The day of the contact, for rows that do not say.
        pathway: The pathway, for rows that do not say.
        columns: What the columns of the file are called, and how they are written, where that is not as in the policy.
        memory: How much memory the database may hold.
        progress: Told how much is done.

    Raises:
        BatchError: The policy cannot be said over tables, the file does not hold what it should, or what is read would
            be written over; nothing is written.
        OSError: The output cannot be written; what was there stays.
    """
    from leadkit.policy.batch.files import connected, ending
    from leadkit.policy.batch.outputs import refuse_overwriting, rejects_of, written_together
    from leadkit.policy.batch.sifting import sift

    kind, rejects = ending(out), rejects_of(out)
    refuse_overwriting([source, *([columns.file] if columns is not None and columns.file else [])], out)
    with (
        TemporaryDirectory(prefix=".leadkit-", dir=out.resolve().parent) as folder,
        connected(Path(folder), memory) as connection,
        written_together(rejects, out) as places,
    ):
        run = _Run(policy, columns, {"on": on, "pathway": pathway}, connection, memory, progress)
        try:
            run.screen(source, Path(folder) / "first", places, kind, (ROW, MALFORMED))
        except MalformedError:
            sifted = Path(folder) / "sifted.csv"
            sift(source, sifted, columns.called(CASE) if columns is not None else CASE)
            run.screen(sifted, Path(folder) / "second", places, kind, (ROW,))
        return Summary(out, rejects, _outcomes(connection, places[1], kind), _count(connection, places[0]))


@dataclass(frozen=True)
class _Run:
    policy: Policy
    columns: ColumnMap | None
    given: dict[str, Any]
    connection: duckdb.DuckDBPyConnection
    memory: str
    progress: Progress | None

    def screen(self, source: Path, folder: Path, places: Sequence[Path], kind: str, kept: Sequence[str]) -> None:
        """Screen a file; the rejected rows are written to the first place, the cases to the second."""
        from leadkit.policy.batch.evaluating import screen_table
        from leadkit.policy.batch.files import explained, lifted, read_file, view_of, write_file
        from leadkit.policy.batch.parts import in_parts
        from leadkit.policy.batch.watching import watched

        connection, (rejects, out) = self.connection, places
        frame = read_file(connection, source, kept=kept)
        frame = frame if self.columns is None else self.columns.applied(frame)
        rows = frame.to_native()
        screened = screen_table(
            self.policy, view_of(connection, rows), lambda flags: lifted(connection, flags), **self.given
        )
        with explained(self.memory):
            if CASE in rows.columns:
                folder.mkdir()
                tables = {(rejects, ".csv"): screened.rejected, (out, kind): screened.cases()}
                in_parts(connection, rows, {to: one.to_native() for to, one in tables.items()}, folder, self.progress)
            else:
                with watched(connection, self.progress):
                    write_file(screened.rejected.to_native(), rejects, ".csv")
                    all_right = not _count(connection, rejects)
                    write_file(screened.cases(all_right=all_right).to_native(), out, kind)


def _outcomes(connection: duckdb.DuckDBPyConnection, cases: Path, kind: str) -> dict[str, int]:
    read = f"read_csv($file, {_WRITTEN})" if kind == ".csv" else "read_parquet($file)"
    counted = f"SELECT outcome, count(*) FROM {read} GROUP BY 1 ORDER BY 1"
    return dict(connection.execute(counted, {"file": alone(cases)}).fetchall())


def _count(connection: duckdb.DuckDBPyConnection, rejects: Path) -> int:
    counted = f"SELECT count(*) FROM read_csv($file, {_WRITTEN})"
    return int(connection.execute(counted, {"file": alone(rejects)}).fetchall()[0][0])
