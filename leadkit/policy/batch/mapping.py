"""Columns that are called otherwise than the facts they hold, or written otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import narwhals.stable.v2 as nw

from leadkit.policy.batch.frames import Frame
from leadkit.policy.batch.problems import BatchError

UNITS = {"mg": 0, "g": 3, "kg": 6, "cents": 0, "dollars": 2}
"""How many digits a unit has before the next smaller whole one that policies count in: milligrams, or cents."""


@dataclass(frozen=True)
class Source:
    """Where a fact comes from.

    Attributes:
        column: The column of the file.
        unit: The unit of its numbers; None where it is that of the policy.
        values: For each answer of the policy, the values that stand for it; empty where they are the answers.
        otherwise: The answer that every other value stands for; None where another value is wrong.
    """

    column: str
    unit: str | None = None
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    otherwise: str | None = None

    def answers(self, dtype: nw.dtypes.DType) -> nw.Expr:
        """The answers, from the values of the column."""
        cell = nw.col(self.column)
        if self.unit is not None and UNITS[self.unit]:
            return _finer(cell.cast(nw.String()), UNITS[self.unit])
        if not self.values:
            return cell
        text = cell.cast(nw.String()) if not isinstance(dtype, nw.String) else cell
        text = nw.when(text != "").then(text).otherwise(nw.lit(None, nw.String()))
        answer = text if self.otherwise is None else nw.when(~text.is_null()).then(nw.lit(self.otherwise))
        for name, values in self.values.items():
            answer = nw.when(text.is_in(list(values))).then(nw.lit(name)).otherwise(answer)
        return answer


@dataclass(frozen=True)
class ColumnMap:
    """What the columns of a file are called.

    Attributes:
        sources: By the policy's name of a column, where it comes from.
        ignored: The columns that are not read.
        file: The file that says so; None where no file does.
    """

    sources: Mapping[str, Source] = field(default_factory=dict)
    ignored: frozenset[str] = frozenset()
    file: Path | None = None

    def called(self, name: str) -> str:
        """What the file calls a column of the policy."""
        return self.sources[name].column if name in self.sources else name

    def applied(self, frame: Frame) -> Frame:
        """The table with the policy's names and answers.

        Raises:
            BatchError: The table has no such column, or two of one name.
        """
        schema = frame.collect_schema()
        used = {source.column for source in self.sources.values()}
        for column in sorted(used | self.ignored):
            if column not in schema:
                raise BatchError(f"The file has no column {column}.")
        kept = [name for name in schema if name not in used | self.ignored]
        twice = next((name for name in kept if name in self.sources), None)
        if twice is not None:
            raise BatchError(f"{twice} is mapped, and the file has a column of that name too: ignore the one.")
        mapped = [source.answers(schema[source.column]).alias(name) for name, source in self.sources.items()]
        return frame.select(*kept, *mapped)


def _finer(text: nw.Expr, digits: int) -> nw.Expr:
    """A number of the larger unit as one of the smaller, digit by digit, so that nothing is rounded.

    What is no such number, or is finer still, stays as it is, and is no whole number.
    """
    text = nw.when(text != "").then(text)
    whole = text.str.replace_all(r"\..*$", "")
    fraction = nw.concat_str(text.str.replace_all(r"^[0-9]*\.?", ""), nw.lit("0" * digits)).str.slice(0, digits)
    fits = text.str.contains(rf"^[0-9]{{1,12}}(\.[0-9]{{0,{digits}}}0*)?$")
    return nw.when(fits).then(nw.concat_str(whole, fraction)).otherwise(text)
