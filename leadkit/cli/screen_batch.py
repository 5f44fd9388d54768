"""``leadkit screen --batch``: decide a whole file of charges."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from leadkit.cli.options import NewFile
from leadkit.cli.writing import say_unwritten

if TYPE_CHECKING:
    from leadkit.policy.batch import Summary
    from leadkit.policy.batch.mapping import ColumnMap
    from leadkit.policy.policy import Policy

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


def batch_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of a file of charges: ``batch``, ``out`` and ``columns``."""
    for option in reversed(_options()):
        command = option(command)
    return command


def _options() -> tuple[Callable[[Any], Any], ...]:
    return (
        click.option("--batch", type=_FILE, metavar="FILE", help="Decide every case of this CSV or Parquet file."),
        click.option("--out", type=NewFile(), metavar="FILE", help="Where --batch writes the cases."),
        click.option("--map", "columns", type=_FILE, metavar="FILE", help="What the columns of --batch are called."),
    )


def screen_file(
    policy: Policy, batch: Path, out: Path | None, columns: Path | None, *,
    on: date | None, pathway: str | None, as_json: bool,
) -> int:  # fmt: skip
    """Decide a file of charges and say what came of it; return the exit code.

    A file that cannot be decided as it stands is a mistake of usage.
    """
    from leadkit.policy.batch import BatchError, screen_batch
    from leadkit.policy.batch.outputs import rejects_of

    if out is None:
        raise click.UsageError("Name the file to write with --out.")
    NewFile().convert(rejects_of(out), None, None)
    try:
        named = _map(columns)
        with _Bar(shown=not as_json) as bar:
            watch = None if as_json else bar.at
            summary = screen_batch(policy, batch, out, on=on, pathway=pathway, columns=named, progress=watch)
    except BatchError as wrong:
        raise click.UsageError(str(wrong)) from None
    except OSError as trouble:
        return say_unwritten(out, trouble, "Name a file in a folder that is there and that you may write to.")
    except ModuleNotFoundError as lacking:
        raise without_packages(lacking) from None
    click.echo(_json(summary) if as_json else _text(summary))
    return 0


def without_packages(lacking: ModuleNotFoundError) -> Exception:
    """What to install where that is what is lacking; any other lack is leadkit's own fault."""
    if lacking.name not in ("duckdb", "narwhals"):
        return lacking
    return click.UsageError("Tables of charges need two more packages: pip install 'leadkit[batch]'")


def _map(file: Path | None) -> ColumnMap | None:
    if file is None:
        return None
    from leadkit.policy.batch.mapfile import read_map

    return read_map(file)


def _text(summary: Summary) -> str:
    from leadkit.report.terminal import clean

    lines = [f"Wrote {clean(str(summary.out))}: {_counted(summary.cases, 'case')}."]
    lines += [f"  {outcome.replace('_', ' ')}: {count:,}" for outcome, count in summary.outcomes.items()]
    lines.append(f"Wrote {clean(str(summary.rejects))}: {_counted(summary.rejected, 'row')} that could not be decided.")
    return "\n".join(lines)


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _json(summary: Summary) -> str:
    told = {
        "out": summary.out.as_posix(),
        "rejects": summary.rejects.as_posix(),
        "cases": summary.cases,
        "outcomes": summary.outcomes,
        "rejected": summary.rejected,
    }
    return json.dumps(told, indent=2)


class _Bar:
    """A line on a terminal that says how far it has come; nowhere else anything."""

    def __init__(self, *, shown: bool) -> None:
        self._stream = sys.stderr if shown and sys.stderr.isatty() else None

    def __enter__(self) -> _Bar:
        return self

    def at(self, part: float) -> None:
        """Say how much is done."""
        if self._stream is not None:
            self._stream.write(f"\r{part:4.0%}")
            self._stream.flush()

    def __exit__(self, *trouble: object) -> None:
        if self._stream is not None:
            self._stream.write("\r    \r")
            self._stream.flush()
