"""The table for a memo: what each section said, what it says, and because of what."""

from __future__ import annotations

from dataclasses import replace

from leadkit.documents import to_docx, to_html, to_markdown
from leadkit.documents.compare.comparison import FieldChange, compare
from leadkit.documents.redline.excerpts import excerpts
from leadkit.documents.redline.html import IDENTICAL
from leadkit.documents.redline.memo import memo
from leadkit.documents.tree.change import Change
from leadkit.documents.tree.document import Section
from leadkit.documents.tree.inline import Changed, Text
from tests.documents.redline.texts import PAIRS, say


def test_each_changed_section_has_a_row_and_every_writer_prints_it() -> None:
    field = FieldChange("x", "1", "2")
    made = memo(compare(*PAIRS["blank replaced"], {"x": field}))
    text = to_markdown(made)
    assert "| Section | Was | Now | Because |" in text
    assert "| 1.1 One | Paid: \\_" in text
    assert "| x: 1 → 2 |" in text
    assert made.id == "mou-changes"
    assert to_docx(made)
    assert "x: 1 → 2" in to_html(made)


def test_added_and_removed_sections_say_so() -> None:
    text = to_markdown(memo(compare(*PAIRS["every clause replaced"])))
    assert "1.1 One (removed)" in text
    assert "1.2 Three (added)" in text
    assert "Clauses: 0 changed, 2 added, 1 removed." in text


def test_what_a_field_holds_stands_beside_its_path() -> None:
    field = FieldChange("agreement.term.length", "1 year", "2 years")
    old, new = PAIRS["blank replaced"]
    comparison = compare(old, new)
    (clause,) = (replace(each, fields=(field,)) for each in comparison.changed)
    text = to_markdown(memo(replace(comparison, clauses=(clause,))))
    assert "agreement.term.length (How long the agreement runs): 1 year → 2 years" in text


def test_the_fingerprint_and_the_notice_are_no_rows() -> None:
    old, new = PAIRS["blank replaced"]
    other = replace(
        new, cover=replace(new.cover, notice="Another notice.", title="Another title", fingerprint="0" * 16)
    )
    comparison = compare(old, other)
    assert {"Fingerprint", "Notice", "Title"} <= {each.label for each in comparison.cover}
    text = to_markdown(memo(comparison))
    assert "Cover: Title" in text
    assert "Cover: Fingerprint" not in text
    assert "Cover: Notice" not in text


def test_the_same_text_says_that_it_is_the_same() -> None:
    old, _ = PAIRS["nothing"]
    assert IDENTICAL in to_markdown(memo(compare(old, old)))


def test_a_long_line_is_cut_around_what_differs() -> None:
    long = "Every party keeps its powers and its duties, and nothing in this agreement takes any of them away. " * 3
    line = replace(
        say(""), content=(Text(long), Changed((Text("old"),), Change.REMOVED), Changed((Text("new"),), Change.ADDED),
                          Text(f" {long}")),
    )  # fmt: skip
    ((was, now),) = excerpts(Section("one", (), (line,)))
    assert was.startswith("… ")
    assert "old Every" in was
    assert "new Every" in now
    assert was.endswith(" …")
    assert max(len(was), len(now)) < 200
