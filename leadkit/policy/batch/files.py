"""Files of charges in the embedded engine, DuckDB: what is read, and what is written whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.policy.batch.columns import MALFORMED, ROW
from leadkit.policy.batch.problems import BatchError, MalformedError
from leadkit.policy.batch.quoting import alone, text
from leadkit.policy.batch.sifting import opened

if TYPE_CHECKING:
    import duckdb

    from leadkit.policy.batch.frames import Frame
    from leadkit.policy.batch.parameters import Flags

ROWS = "leadkit_rows"
"""The name of the rows that are screened."""

ENDINGS = (".csv", ".parquet")
_BAD_LINE = re.compile(r"CSV Error on Line: (\d+)")


@contextmanager
def connected(folder: Path, memory: str) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database in memory that writes what does not fit into a folder, and fetches nothing.

    Args:
        folder: Where it writes what does not fit.
        memory: How much memory it may hold, such as ``200MB``.
    """
    import duckdb

    settings: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": memory,
        "temp_directory": str(folder / "spill"),
        "autoinstall_known_extensions": "false",
    }
    with duckdb.connect(config=settings) as connection:
        connection.execute("SET enable_progress_bar_print = false")  # standard output is the command's
        yield connection


def read_file(connection: duckdb.DuckDBPyConnection, file: Path, *, kept: Sequence[str] = (ROW, MALFORMED)) -> Frame:
    """The rows of a file, counted from 1 in a column ``row``.

    Args:
        connection: The database.
        file: The file.
        kept: The names that no column of it may have.

    Raises:
        BatchError: It is no such file.
    """
    import duckdb
    import narwhals.stable.v2 as nw

    try:
        rows = _csv(connection, file) if ending(file) == ".csv" else connection.read_parquet(alone(file))
    except BatchError:
        raise
    except (OSError, ValueError, duckdb.Error) as trouble:
        raise BatchError(f"{file.name} cannot be read as a {ending(file)[1:]} file.") from trouble
    taken = next((name for name in kept if name in rows.columns), None)
    if taken is not None:
        raise BatchError(f"The column {taken} of {file.name} has a name that is kept for counting rows: rename it.")
    return nw.from_native(rows.select(f"row_number() OVER () AS {ROW}, *"))


def _csv(connection: duckdb.DuckDBPyConnection, file: Path) -> duckdb.DuckDBPyRelation:
    """Every cell as text: what it means is not guessed from the first rows."""
    with opened(file) as (_, names, _):
        pass
    if len(set(names)) < len(names) or not all(names):
        raise BatchError(f"The first line of {file.name} must name each column, and each once.")
    columns = ", ".join(f"{text(name)}: 'VARCHAR'" for name in names)
    return connection.sql(
        "SELECT * FROM read_csv($file, header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"',"
        f" columns = {{{columns}}})",
        params={"file": alone(file)},
    )


def view_of(connection: duckdb.DuckDBPyConnection, rows: duckdb.DuckDBPyRelation) -> Frame:
    """Rows under a name, so that what is asked of them can be asked of other rows under that name."""
    import narwhals.stable.v2 as nw

    rows.create_view(ROWS, replace=True)
    return nw.from_native(connection.table(ROWS))


def lifted(connection: duckdb.DuckDBPyConnection, flags: Flags) -> Frame:
    """The table of parameters, in the database."""
    import narwhals.stable.v2 as nw

    names = list(flags)
    types = ", ".join(f"{name} {'VARCHAR' if name.startswith('of_') else 'BOOLEAN'}" for name in names)
    connection.execute(f"CREATE OR REPLACE TEMP TABLE leadkit_parameters ({types})")
    places = ", ".join("?" for _ in names)
    connection.executemany(f"INSERT INTO leadkit_parameters VALUES ({places})", list(zip(*flags.values(), strict=True)))
    return nw.from_native(connection.table("leadkit_parameters"))


def write_file(rows: duckdb.DuckDBPyRelation, place: Path, kind: str) -> None:
    """Write rows to a place, whatever its name ends in.

    Args:
        rows: The rows.
        place: Where a file is made.
        kind: How it is written: one of ``ENDINGS``.
    """
    if kind == ".csv":
        rows.write_csv(str(place), header=True)
    else:
        rows.write_parquet(str(place), compression="zstd")


@contextmanager
def explained(memory: str) -> Iterator[None]:
    """Say in plain words why the database stopped.

    Raises:
        MalformedError: A line of the file is not like its heading.
        BatchError: There is not enough room.
    """
    import duckdb

    try:
        yield
    except duckdb.OutOfMemoryException as trouble:
        raise BatchError(f"{memory} of memory is too little for this file.") from trouble
    except duckdb.IOException as trouble:
        raise BatchError("A file could not be read or written to its end: look whether the disk is full.") from trouble
    except duckdb.InvalidInputException as trouble:
        if "CSV" not in str(trouble):
            raise
        line = _BAD_LINE.search(str(trouble))
        raise MalformedError(
            f"{f'Line {line[1]}' if line else 'A line'} cannot be read as a row of cells."
        ) from trouble


def ending(file: Path) -> str:
    """How the file is written.

    Raises:
        BatchError: In no way that is read or written here.
    """
    if file.suffix.lower() not in ENDINGS:
        raise BatchError(f"{file.name} must end in .csv or .parquet.")
    return file.suffix.lower()
