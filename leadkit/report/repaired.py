"""What ``leadkit fix`` changed, or would change, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.report import text
from leadkit.report.json import JSON_VERSION, finding
from leadkit.report.report import Report, by_severity, counted, told
from leadkit.report.terminal import Paint, clean
from leadkit.source.text import LINE_BREAK

if TYPE_CHECKING:
    from leadkit.check.repair import Repaired
    from leadkit.diagnostic import Diagnostic


@dataclass(frozen=True)
class Outcome:
    """What became of one program.

    Attributes:
        place: The program as it was named.
        repaired: Its repairs.
        trouble: Why they could not be written.
        written: Whether they were written; otherwise it is told what would change.
    """

    place: str
    repaired: Repaired
    trouble: Diagnostic | None
    written: bool

    @property
    def failed(self) -> bool:
        """Whether errors are left, or nothing could be written."""
        return self.trouble is not None or any(one.is_error for one in self.repaired.left)

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """What is left; where nothing could be written, that is why, and everything is left."""
        return (self.trouble, *self.repaired.found) if self.trouble else self.repaired.left


_NEAR = {".": "this folder", "..": "the folder above"}
"""What is called by dots, in words: at the end of a sentence they would be misread."""


def render(outcome: Outcome, *, colour: bool) -> str:
    """Each repair with its line, and how many findings are left; or why nothing could be written."""
    if outcome.trouble:
        return text.render(Report([outcome.trouble], colour=colour))
    repaired, place = outcome.repaired, _NEAR.get(outcome.place) or clean(outcome.place)
    paint = Paint(colour)
    lines = [_repair(one, paint) for one in repaired.applied]
    count = len(repaired.applied)
    if count:
        lines.append(paint.bold(f"{counted(count, 'repair')} {'made' if outcome.written else 'possible'} in {place}."))
    else:
        lines.append(f"Nothing to repair in {place}.")
    if repaired.elsewhere:
        files = sorted({span.file for one in repaired.elsewhere for span in one.spans[:1]})
        lines.append(f"    To be repaired in the folder that it extends: {clean(', '.join(files))}.")
    if repaired.left:
        lines.append(f"    Left: {told(by_severity(repaired.left))}. leadkit check lists them.")
    return "\n".join(lines) + "\n"


def render_json(outcomes: Sequence[Outcome]) -> str:
    """The same as one JSON object, with the lines that change and every finding in full."""
    programs = [_program(outcome) for outcome in outcomes]
    return json.dumps({"version": JSON_VERSION, "programs": programs}, ensure_ascii=False, indent=2) + "\n"


def _program(outcome: Outcome) -> dict[str, object]:
    repaired = outcome.repaired
    return {
        "program": outcome.place,
        "written": outcome.written,
        "files": changes(repaired.before, repaired.after),
        "repaired": [finding(one) for one in repaired.applied],
        "findings": [finding(one) for one in outcome.findings],
    }


def changes(before: Mapping[Path, bytes], after: Mapping[Path, bytes]) -> list[dict[str, object]]:
    """Each file that changes, with its lines that do, as JSON has them."""
    return [{"path": path.as_posix(), "diff": list(_diff(path, before[path], after[path]))} for path in before]


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
