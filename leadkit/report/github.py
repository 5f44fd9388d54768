"""Findings as annotations of a workflow on GitHub, and the whole list as the summary of its job."""

from __future__ import annotations

import string
from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic.diagnostic import SEVERITY_ORDER, Severity
from leadkit.report.report import Report, counted, told
from leadkit.report.terminal import clean

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic, Silenced

SHOWN = 10
"""GitHub shows no more annotations of one step than these, and drops the rest without a word."""

_ROOM = 900_000
"""GitHub drops a summary of more than 1 MiB altogether."""

_WORDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_UNSEEN = "&#8203;"
_PUNCTUATION = str.maketrans(
    {character: f"\\{character}{_UNSEEN if character in '@#' else ''}" for character in string.punctuation}
)


def render(report: Report) -> str:
    """The first ten findings as annotations, errors first, and a line with the count."""
    worst = sorted(report.found, key=lambda one: SEVERITY_ORDER.index(one.severity))
    lines = [_annotation(one) for one in worst[:SHOWN]]
    if not worst:
        return "No findings.\n"
    left = len(worst) - len(lines)
    more = f" {counted(left, 'more finding')}: see the summary of the job, or run leadkit check." if left else ""
    to_come = [report.to_come] if report.mend_first else []
    return "\n".join([*lines, f"{told(report.counts())}.{more}", *to_come, ""])


def summary(report: Report) -> str:
    """Every finding as Markdown, errors first, as far as a summary has room."""
    parts = [f"## {told(report.counts()).capitalize() or 'No findings'}\n"]
    if report.mend_first:
        parts.append(f"\n{report.to_come}\n")
    room = _ROOM
    entries = list(_entries(report))
    for number, entry in enumerate(entries):
        room -= len(entry.encode("utf-8"))
        if room < 0:
            parts.append(f"\nAnd {len(entries) - number} more: `leadkit check` prints them all.\n")
            break
        parts.append(entry)
    return "".join(parts)


def _annotation(one: Diagnostic) -> str:
    """One workflow command; the line is told in the title as well, for a file that is not part of the change."""
    properties = []
    where = ""
    if one.spans:
        first = one.spans[0]
        properties = [f"file={_property(first.file)}", f"line={first.line}", f"col={first.column}"]
        if first.end_line == first.line and first.end_column > first.column:
            properties.append(f"endColumn={first.end_column}")
        where = f" in line {first.line}"
    properties.append(f"title={_property(one.code + where)}")
    write = f"\nWrite: {one.correction}" if one.correction else ""
    return f"::{_WORDS[one.severity]} {','.join(properties)}::{_data(f'{one.message} {one.remedy}{write}'.strip())}"


def _data(text: str) -> str:
    """A text that cannot end the command or begin another."""
    shown = "\n".join(clean(line) for line in text.splitlines())
    return shown.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _entries(report: Report) -> Iterator[str]:
    for severity in SEVERITY_ORDER:
        own = [one for one in report.found if one.severity is severity]
        if own:
            yield f"\n### {severity.value.capitalize()}s\n\n"
        yield from (_finding(one) for one in own)
    if report.silenced:
        yield "\n### Silenced in the files\n\n"
    yield from (_silenced(one) for one in report.silenced)


def _finding(one: Diagnostic) -> str:
    where = f"{as_markdown(one.spans[0].file)}, line {one.spans[0].line}: " if one.spans else ""
    return f"- **{one.code}** {where}{as_markdown(f'{one.message} {one.remedy}'.strip())}\n"


def _silenced(one: Silenced) -> str:
    span = one.span
    return f"- **{one.finding.code}** {as_markdown(span.file)}, line {span.line}, because {as_markdown(one.reason)}\n"


def as_markdown(text: str) -> str:
    """A text in one line in which nothing is markup, and that notifies nobody and links to nothing.

    GitHub and GitLab look for ``@name`` and ``#1`` after a backslash has done its work, so that something that nobody
    sees stands between.
    """
    return clean(" ".join(text.split())).translate(_PUNCTUATION)
