"""Findings at a terminal."""

from __future__ import annotations

from leadkit.diagnostic import Diagnostic, Severity, Span
from leadkit.report.report import Report
from leadkit.report.text import render


def test_a_stretch_far_along_a_line_is_underlined_where_it_is_shown() -> None:
    text = f"a: 1\nb: {'word ' * 100}wrong\nc: 3\n"
    start = text.splitlines()[1].index("wrong") + 1
    span = Span("a.yaml", 2, start, 2, start + len("wrong"))
    found = Diagnostic("LK999", Severity.ERROR, "Wrong.", (span,))
    _, before, line, marks, *_ = render(Report([found], {"a.yaml": text})).splitlines()
    assert before == "  1 | a: 1"
    assert line.startswith("  2 | …")
    assert [index for index, char in enumerate(marks) if char == "~"] == list(range(len(line) - 5, len(line)))
    assert line.endswith("wrong")


def test_a_folder_has_no_line() -> None:
    found = Diagnostic("LK999", Severity.ERROR, "Wrong.", (Span("county"), Span("county/a.yaml", 1, 1, 1, 2)))
    first, _, see, *_ = render(Report([found], {})).splitlines()
    assert (first, see) == ("county", "    See also county/a.yaml, line 1.")
