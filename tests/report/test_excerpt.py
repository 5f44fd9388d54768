"""The lines around a finding, whatever its span says."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from leadkit.diagnostic import Span
from leadkit.report.excerpt import excerpt
from leadkit.source import SourceText

NUMBERS = st.integers(1, 400)


@given(st.text(st.sampled_from("ab \t\r\n\x1b"), max_size=500), NUMBERS, NUMBERS, NUMBERS, NUMBERS)
def test_any_span_of_any_text_has_an_excerpt(text: str, line: int, column: int, end_line: int, end: int) -> None:
    rows = excerpt(SourceText("a.yaml", text), Span("a.yaml", line, column, end_line, end), 2)
    assert len(rows) <= 5
    assert not any("\x1b" in row.before + row.marked + row.after for row in rows)
    assert all(abs(row.number - line) <= 2 for row in rows)
