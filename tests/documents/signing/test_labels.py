"""Two lines to sign never have the same words, whatever a program calls its offices."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from leadkit.documents.tree.blocks import Paragraph, Signature, SignatureLine
from leadkit.documents.tree.document import Article, ArticleKind, Clause, Cover, Document, Section
from leadkit.documents.tree.inline import Text, Writes
from leadkit.documents.tree.labels import anchor, with_own_labels
from leadkit.documents.tree.trace import walk


def document_of(labels: list[str], text: str = "") -> Document:
    blocks = [Signature((), (), (SignatureLine(each, (), Writes.SIGNATURE),)) for each in labels]
    section = Section("s", (), (Paragraph((Text(text),)), *blocks))
    article = Article("a", "Signatures", ArticleKind.PLAIN, (Clause("c", (section,)),))
    return Document("d", "public", Cover("Title", (), (), (), date(2026, 3, 1), ""), (article,))


def anchors(document: Document) -> list[str]:
    return [anchor(each) for each in walk(with_own_labels(document)) if isinstance(each, SignatureLine)]


def test_two_officers_with_one_title_are_told_apart() -> None:
    assert anchors(document_of(["Signature, Commissioner, County"] * 3)) == [
        "Signature, Commissioner, County:",
        "Signature, Commissioner, County (2):",
        "Signature, Commissioner, County (3):",
    ]


def test_a_label_that_begins_like_another_is_left_as_it_is() -> None:
    labels = ["Signature, Sheriff, Example County", "Signature, Sheriff, Example County Sheriff’s Office"]
    assert anchors(document_of(labels)) == [f"{each}:" for each in labels]


def test_the_text_of_the_agreement_cannot_take_the_place_of_a_line() -> None:
    text = "Sign at Signature, Chief, City: and nowhere else."
    assert anchors(document_of(["Signature, Chief, City"], text)) == ["Signature, Chief, City (2):"]


PIECES = st.sampled_from(["Signature", "Chief", ":", ", ", " (2)", "City"])
WORDS = st.lists(PIECES, min_size=1, max_size=6).map("".join)


@given(labels=st.lists(WORDS, max_size=6), text=WORDS)
def test_no_words_of_a_program_make_two_lines_alike(labels: list[str], text: str) -> None:
    found = anchors(document_of(labels, text))
    whole = "\n".join([text, *found])
    assert [whole.count(each) for each in found] == [1] * len(found)
