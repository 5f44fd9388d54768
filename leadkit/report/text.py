"""Findings for people at a terminal: the line, what is wrong with it, and what to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from leadkit.diagnostic.diagnostic import Severity
from leadkit.report.excerpt import excerpt
from leadkit.report.report import counted, told
from leadkit.report.terminal import Paint, clean, width
from leadkit.source import SourceText

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic, Silenced, Span
    from leadkit.report.report import Report

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}


def render(report: Report) -> str:
    """Every finding with its line, then what is silenced, then a count, then what was not checked yet."""
    paint = Paint(report.colour)
    lines = {name: SourceText(name, text) for name, text in report.files.items()}
    shown = sorted(report.found, key=_is_about_completeness)
    blocks = [_block(one, lines, paint) for one in shown]
    silenced = [_silences(report.silenced, paint)] if report.silenced else []
    to_come = [report.to_come] if report.mend_first else []
    return "\n".join([*blocks, *silenced, _summary(report, shown, paint), *to_come]) + "\n"


def _is_about_completeness(one: Diagnostic) -> bool:
    """Gaps come after all that is wrong, whichever file they are in: there are many of them while a program grows."""
    return one.code.startswith("LK5")


def _block(one: Diagnostic, files: Mapping[str, SourceText], paint: Paint) -> str:
    out: list[str] = []
    if one.spans:
        first, *others = one.spans
        out.append(paint.bold(_where(first)))
        out.extend(_excerpt(first, files.get(first.file, SourceText(first.file, "")), paint, _COLOURS[one.severity]))
    label = paint.colour(f"{one.code} {one.severity.value}", _COLOURS[one.severity])
    out.append(f"{label}: {clean(one.message)}")
    if one.spans:
        out.extend(f"    See also {_where(span)}." for span in others)
    if one.remedy:
        out.append(f"    {clean(one.remedy)}")
    if one.correction:
        written = [paint.colour(clean(line), "green") for line in one.correction.splitlines()]
        out.extend(f"    {'Write:' if not number else '      '}  {line}" for number, line in enumerate(written))
    return "\n".join([*out, ""])


def _where(span: Span) -> str:
    return clean(span.place)


def _excerpt(span: Span, text: SourceText, paint: Paint, colour: str) -> list[str]:
    """The line and the one before it, with the stretch at fault underlined."""
    rows = [row for row in excerpt(text, span, 1) if row.number <= span.line]
    gutter = len(str(span.line))
    out = [f"  {paint.dim(f'{row.number:>{gutter}} |')} {row.before}{row.marked}{row.after}" for row in rows]
    for row in rows[-1:]:
        marks = "~" * max(width(row.marked), 1)
        out.append(f"  {' ' * gutter} {paint.dim('|')} {' ' * width(row.before)}{paint.colour(marks, colour)}")
    return out


def _silences(silenced: Sequence[Silenced], paint: Paint) -> str:
    lines = [f"{counted(len(silenced), 'finding')} silenced in the files:"]
    for one in silenced:
        lines.append(f"    {_where(one.span)}: {one.finding.code}, because {clean(one.reason)}")
    return paint.dim("\n".join(lines)) + "\n"


def _summary(report: Report, shown: Sequence[Diagnostic], paint: Paint) -> str:
    where = f" in {counted(len(report.files), 'file')}" if report.files else ""
    if not shown:
        return paint.colour(f"No findings{where}.", "green")
    count = paint.bold(f"{told(report.counts())}{where}.")
    plain = sum(one.fix is not None for one in shown)
    repair = f" leadkit fix may repair {'it' if plain == len(shown) == 1 else f'{plain} of them'}." if plain else ""
    return f"{count}{repair} Read more with: leadkit explain {shown[0].code}"
