"""Findings as JSON, for other programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic, Span

VERSION = 1
"""The version of this form; a field is only ever added to a version."""


def render(found: Sequence[Diagnostic]) -> str:
    """Findings as one JSON object: its version, how many of each severity, and the findings in order."""
    counts = {severity: sum(one.severity == severity for one in found) for severity in ("error", "warning", "note")}
    report = {"version": VERSION, "counts": counts, "findings": [finding(one) for one in found]}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


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
    }


def _place(span: Span) -> dict[str, object]:
    return {"file": span.file, "line": span.line, "column": span.column}
