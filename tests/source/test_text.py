"""Positions as an editor counts them, and edits that keep the rest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadkit.diagnostic import Edit, Span
from leadkit.source import SourceText, apply
from leadkit.source.text import quoted


def test_lines_end_at_every_break_that_an_editor_shows() -> None:
    text = SourceText("f", "a\r\nb\rc\nd\u2028e")
    assert [text.line(number) for number in range(6)] == ["", "a", "b", "c", "d\u2028e", ""]


@given(st.text(alphabet="ab\r\n\u00e9\U0001f600", max_size=30), st.data())
def test_a_position_leads_back_to_its_character(content: str, data: st.DataObject) -> None:
    text = SourceText("f", content)
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, len(content)))
    assert text.offset(*text.position(start)) == start
    assert _written_at(text, text.span(start, end)) == content[start:end]


def test_a_place_beyond_the_text_is_its_end() -> None:
    text = SourceText("f", "ab\ncd")
    assert (text.offset(9, 1), text.offset(2, 99)) == (5, 5)


def test_edits_keep_every_other_character() -> None:
    content = "a: 1 \r\nb:\t2 # é\r\n"
    text = SourceText("f", content)
    edits = [text.replace(Span("f", 2, 1, 2, 2), "c"), Edit("f", 3, 4, "one"), Edit("f", 0, 0, "# top\r\n")]
    assert apply(content, edits) == "# top\r\na: one \r\nc:\t2 # é\r\n"


@given(
    st.text(max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 3), st.text(max_size=3)), max_size=5),
)
def test_edits_that_do_not_overlap_do_what_they_say(content: str, raw: list[tuple[int, int, str]]) -> None:
    edits: list[Edit] = []
    expected, done = "", 0
    for start, length, new in sorted(raw):
        end = min(start + length, len(content))
        if done <= start <= end and all(edit.start != start for edit in edits):
            edits.append(Edit("f", start, end, new))
            expected += content[done:start] + new
            done = end
    assert apply(content, reversed(edits)) == expected + content[done:]


@pytest.mark.parametrize("edits", [[(0, 2), (1, 3)], [(0, 9)], [(2, 1)]])
def test_edits_that_overlap_or_lie_outside_are_refused(edits: list[tuple[int, int]]) -> None:
    with pytest.raises(ValueError, match="overlaps"):
        apply("abcd", [Edit("f", start, end, "") for start, end in edits])


@pytest.mark.parametrize(
    ("value", "written"), [("a: b", '"a: b"'), ('say "x"', "'say \"x\"'"), ("it's \\n", "'it''s \\n'")]
)
def test_quotes_are_chosen_by_what_they_hold(value: str, written: str) -> None:
    assert quoted(value) == written


def _written_at(source: SourceText, span: Span) -> str:
    """The characters of a span."""
    return source.text[source.offset(span.line, span.column) : source.offset(span.end_line, span.end_column)]
