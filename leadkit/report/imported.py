"""What ``leadkit import`` shows: the columns with what they hold, and what came of the rows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from leadkit.report.json import JSON_VERSION, finding
from leadkit.report.terminal import clean, width
from leadkit.spreadsheets.columns.field import LEFT_OUT, NOTES
from leadkit.spreadsheets.reading.table import letters, shortened

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic
    from leadkit.spreadsheets.columns.mapping import Column
    from leadkit.spreadsheets.entries.collection import Collection
    from leadkit.spreadsheets.plan import Plan
    from leadkit.spreadsheets.reading.table import Row, Table

_HOLDS = {NOTES: "kept as a note", LEFT_OUT: "left out"}


def render_columns(table: Table, head: Row, columns: Sequence[Column]) -> str:
    """The columns as a table: letter, head, field, and the first cell as an example."""
    example = {cell.column: cell.text for row in reversed(table.rows) if row.number > head.number for cell in row.cells}
    lines = [
        (
            letters(column.number),
            clean(shortened(column.head)) or "(no head)",
            _HOLDS.get(column.holds, column.holds) + ("" if column.said or column.field is None else " (guessed)"),
            clean(shortened(example.get(column.number, ""))),
        )
        for column in columns
    ]
    heads = ("", "Column", "Field", "For example")
    wide = [max(width(line[at]) for line in (heads, *lines)) for at in range(3)]
    return "".join(_line(line, wide) for line in (heads, *lines))


def _line(line: tuple[str, ...], wide: Sequence[int]) -> str:
    padded = [text + " " * (room - width(text)) for text, room in zip(line, wide, strict=False)]
    return "  ".join([*padded, line[-1]]).rstrip() + "\n"


def render_head(table: Table, head: Row) -> str:
    """Which sheet and which row were taken for what they are."""
    sheet = f", sheet “{clean(table.sheet)}”" if table.sheet else ""
    others = f" Other sheets: {clean(', '.join(table.others))} (--sheet)." if table.others else ""
    return f"{clean(table.name)}{sheet}: row {head.number} names the columns.{others}\n"


def render_outcome(plan: Plan, collection: Collection, written: Sequence[str]) -> str:
    """What was added, and what was there already."""
    lines: list[str] = []
    if plan.new:
        lines += [f"Added: {', '.join(clean(path) for path in plan.new)}."]
        if plan.trial and plan.trial.closed:
            lines.append(f"Taken out of open: {', '.join(clean(path) for path in plan.trial.closed)}.")
        lines += [f"Wrote {clean(path)}" for path in written]
    elif plan.trial is None and _refused(plan):
        lines.append("Nothing was written.")
    else:
        lines.append("Nothing to add.")
    if plan.same:
        one, several = collection.noun
        lines.append(f"Already in the program: {plan.same} {one if plan.same == 1 else several}.")
    return "\n".join(lines) + "\n"


def _refused(plan: Plan) -> bool:
    return any(one.is_error for one in plan.found)


def render_json(table: Table, columns: Sequence[Column], plan: Plan, trouble: Diagnostic | None) -> str:
    """The columns and what came of the rows as one JSON object; ``trouble`` is why nothing could be written."""
    written = plan.trial if trouble is None else None
    printed = {
        "version": JSON_VERSION,
        "file": table.name,
        "sheet": table.sheet or None,
        "columns": [
            {"column": letters(one.number), "head": one.head, "holds": one.holds, "guessed": not one.said}
            for one in columns
        ],
        "written": written is not None,
        "added": list(plan.new) if written else [],
        "closed": list(written.closed) if written else [],
        "already": plan.same,
        "files": [path.as_posix() for path in written.after] if written else [],
        "findings": [finding(one) for one in (*([trouble] if trouble else ()), *plan.found)],
        "brought": [finding(one) for one in written.brought] if written else [],
    }
    return json.dumps(printed, ensure_ascii=False, indent=2) + "\n"
