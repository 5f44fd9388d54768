"""What ``leadkit fix`` changed, or would change, for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.report.report import by_severity, counted, told
from leadkit.report.terminal import Paint, clean
from leadkit.source.text import LINE_BREAK

if TYPE_CHECKING:
    from leadkit.check.repair import Repaired
    from leadkit.diagnostic import Diagnostic


def render(place: str, repaired: Repaired, *, written: bool, colour: bool) -> str:
    """Each repair with its line, and how many findings are left.

    Args:
        place: The program as it was named.
        repaired: What became of it.
        written: Whether the files were written; otherwise it is told what would change.
        colour: Whether the terminal shows colour.
    """
    paint = Paint(colour)
    lines = [_repair(one, paint) for one in repaired.applied]
    count = len(repaired.applied)
    if count:
        lines.append(paint.bold(f"{counted(count, 'repair')} {'made' if written else 'possible'} in {clean(place)}."))
    else:
        lines.append(f"Nothing to repair in {clean(place)}.")
    if repaired.elsewhere:
        files = sorted({span.file for one in repaired.elsewhere for span in one.spans[:1]})
        lines.append(f"    To be repaired in the folder that it extends: {clean(', '.join(files))}.")
    if repaired.left:
        lines.append(f"    Left: {told(by_severity(repaired.left))}. leadkit check lists them.")
    return "\n".join(lines) + "\n"


def _repair(one: Diagnostic, paint: Paint) -> str:
    where = f"{clean(one.spans[0].file)}, line {one.spans[0].line}: " if one.spans else ""
    title = clean(one.fix.title) if one.fix else ""
    return f"{where}{title}. {paint.dim(f'({one.code})')}"


def render_diff(before: Mapping[Path, bytes], after: Mapping[Path, bytes], *, colour: bool) -> str:
    """The lines that change, with a minus before what goes and a plus before what comes."""
    paint = Paint(colour)
    return "".join(f"{_painted(line, paint)}\n" for path in before for line in _diff(path, before[path], after[path]))


def _diff(path: Path, before: bytes, after: bytes) -> Iterator[str]:
    name = path.as_posix()
    return unified_diff(_lines(before), _lines(after), name, name, lineterm="")


def _lines(data: bytes) -> list[str]:
    return LINE_BREAK.split(data.decode("utf-8").removeprefix("\ufeff"))


def _painted(line: str, paint: Paint) -> str:
    colour = {"+": "green", "-": "red"}.get(line[:1])
    return paint.colour(clean(line), colour) if colour else clean(line)
