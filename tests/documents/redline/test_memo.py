"""The table for a memo: what each section said, what it says, and because of what."""

from __future__ import annotations

from dataclasses import replace

from leadkit.documents import to_docx, to_html, to_markdown, to_pdf
from leadkit.documents.compare.comparison import FieldChange, compare
from leadkit.documents.redline.because import because
from leadkit.documents.redline.excerpts import excerpts
from leadkit.documents.redline.html import IDENTICAL
from leadkit.documents.redline.memo import memo
from leadkit.documents.redline.one_page import on_one_page
from leadkit.documents.tree.change import Change
from leadkit.documents.tree.document import Section
from leadkit.documents.tree.inline import Changed, Text
from leadkit.documents.write.pdf import page_count
from tests.documents.redline.texts import PAIRS, reworded, say


def test_each_changed_clause_has_a_row_and_every_writer_prints_it() -> None:
    field = FieldChange("x", "1", "2")
    made = memo(compare(*PAIRS["blank replaced"], {"x": field}))
    text = to_markdown(made)
    assert "| No. | Clause | What it said | What it says now | Because of |\n" in text
    assert "| 1.1 | One | Paid: \\_" in text
    assert "| Paid: $5,000. | x |\n" in text
    assert made.id == "mou-changes"
    assert to_docx(made)
    assert "Because of" in to_html(made)


def test_added_and_removed_sections_say_so() -> None:
    text = to_markdown(memo(compare(*PAIRS["every clause replaced"])))
    assert "| 1.1 | One (removed) |" in text
    assert "| 1.2 | Three (added) |" in text
    assert "Clauses: 0 changed, 2 added, 1 removed." in text


def test_what_fields_hold_stands_before_their_paths_and_who_changed_them_beside_it() -> None:
    commit = ("0123456789", "A. Reyes", "2026-02-09")
    fields = [
        FieldChange("agreement.term.length", "1 year", "2 years", *commit),
        *(FieldChange(f"agencies.{each}.legal_name", "One", "Two") for each in ("police", "court", "county", "city")),
        FieldChange("agreement.parties.tribe", None, "an entry of several fields"),
    ]
    (clause,) = compare(*PAIRS["blank replaced"]).changed
    why, who = because(replace(clause, fields=tuple(fields[:1])))
    assert why == "How long the agreement runs (agreement.term.length)"
    assert who == "A. Reyes, 2026-02-09, commit 0123456789"
    assert because(replace(clause, fields=tuple(fields[1:]))) == (
        "Its full legal name, as it signs (agencies.police.legal_name; and 3 more); "
        "The parties and advisory members (agreement.parties.tribe)", ""
    )  # fmt: skip


def test_a_dozen_clauses_stand_on_one_page_and_of_more_the_last_line_tells() -> None:
    dozen, many = (on_one_page(reworded(clauses)) for clauses in (12, 30))
    for each in (dozen, many):
        assert page_count(to_pdf(each)) == 1
    assert "more" not in to_markdown(dozen)
    shown = to_markdown(many).count("| … records within 60 days, and keeps … |")
    assert shown >= 12
    assert f"And {30 - shown} more clauses: see the redline." in to_markdown(many)


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
