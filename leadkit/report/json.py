"""Findings as JSON, for other programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic, Fix, Silenced, Span
    from leadkit.report.report import Report

JSON_VERSION = 1
"""The version of every JSON that leadkit prints but that of law; a field is only ever added to a version."""


def render(report: Report) -> str:
    """Findings as one JSON object: its version, how many of each severity, the findings, and what was not checked."""
    printed = {
        "version": JSON_VERSION,
        "counts": {severity.value: count for severity, count in report.counts().items()},
        "findings": [finding(one) for one in report.found],
        "silenced": [_silenced(one) for one in report.silenced],
        "to_come": report.to_come or None,
    }
    return json.dumps(printed, ensure_ascii=False, indent=2) + "\n"


def finding(one: Diagnostic) -> dict[str, object]:
    """One finding, as a program reads it."""
    first, *others = one.spans or (None,)
    return {
        "code": one.code,
        "severity": one.severity.value,
        "message": one.message,
        "file": first.file if first else None,
        "line": first.line if first else None,
        "column": first.column if first else None,
        "end_line": first.end_line if first else None,
        "end_column": first.end_column if first else None,
        "remedy": one.remedy,
        "correction": one.correction,
        "path": one.path or None,
        "fields": list(one.fields or ((one.path,) if one.path else ())),
        "related": [_place(span) for span in others if span],
        "fix": _fix(one.fix) if one.fix else None,
    }


def _fix(fix: Fix) -> dict[str, object]:
    """A repair; its places count the characters of the file from 0, without a byte order mark."""
    edits = [{"file": edit.file, "start": edit.start, "end": edit.end, "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "edits": edits}


def _silenced(one: Silenced) -> dict[str, object]:
    return {**finding(one.finding), "reason": one.reason, "silenced_at": _place(one.span)}


def _place(span: Span) -> dict[str, object]:
    return {"file": span.file, "line": span.line, "column": span.column}
