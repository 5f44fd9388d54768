"""What changed as a table for a council or board: section, what it said, what it says, and because of what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from leadkit.documents.compare.comparison import NOTICE, ClauseChange, Comparison, touching
from leadkit.documents.compare.merging import merged
from leadkit.documents.redline.excerpts import excerpts
from leadkit.documents.redline.html import IDENTICAL, title_of
from leadkit.documents.redline.reasons import reasons
from leadkit.documents.template.words import long_date
from leadkit.documents.tree.blocks import Paragraph, Row, Table
from leadkit.documents.tree.change import Change
from leadkit.documents.tree.document import Article, ArticleKind, Clause, Document, Layout, Section
from leadkit.documents.tree.inline import Inlines, Text
from leadkit.documents.tree.numbering import number
from leadkit.documents.tree.plain import inline_text
from leadkit.documents.words import words_of

ENDING = "-changes"
_HEADER = ("Section", "Was", "Now", "Because")


def memo(comparison: Comparison) -> Document:
    """The changes as a document of its own, which every writer prints."""
    old, new = comparison.old, comparison.new
    said = f"What differs between the text as of {_version(old)} and the text as of {_version(new)}."
    cover = replace(
        new.cover, title=f"Changes: {new.cover.title}", what=said, notice=_numbers(comparison),
        opens=(), further_open=0, fingerprint="", whose=(),
    )  # fmt: skip
    rows = tuple(_rows(comparison))
    header = tuple(_words(each) for each in _HEADER)
    block = Table(header, rows) if rows else Paragraph(_words(IDENTICAL))
    sections = (Section("changes", (), (block,)),)
    article = Article("changes", "What Changed", ArticleKind.PLAIN, (Clause("changes", sections),))
    made = replace(new, id=f"{new.id}{ENDING}", cover=cover, articles=(article,), layout=Layout.PAPER, source="")
    return number(made)


def _version(document: Document) -> str:
    version = inline_text(document.cover.version)
    return long_date(document.cover.on) + (f" (version {version})" if version else "")


def _numbers(comparison: Comparison) -> str:
    counted = ((sum(1 for each in comparison.changed if each.change is change), change) for change in
               (Change.CHANGED, Change.ADDED, Change.REMOVED))  # fmt: skip
    told = ", ".join(f"{count} {change.value}" for count, change in counted)
    return f"Clauses: {told}. The redline shows every word."


def _rows(comparison: Comparison) -> Iterator[Row]:
    # the fingerprint differs whenever anything does, and the notice is no part of the text that is decided
    untold = {words_of(comparison.new.language).fingerprint, NOTICE}
    for line in (each for each in comparison.cover if each.label not in untold):
        yield Row((_words(f"Cover: {line.label}"), line.old, line.new, ()))
    both = {section.id: section for article in merged(comparison.old, comparison.new).articles
            for clause in article.clauses for section in clause.sections}  # fmt: skip
    for clause in comparison.changed:
        for each in clause.sections:
            standing = each.new or each.old
            if each.change is not Change.KEPT and standing is not None:
                was, now = _texts(both[standing.id])
                own = tuple(touching((each.old, each.new), clause.fields))
                because = "; ".join(reasons(replace(clause, fields=own or clause.fields), described=True))
                yield Row((_words(_place(standing, each.change, clause)), was, now, _words(because)))


def _place(section: Section, change: Change, clause: ClauseChange) -> str:
    return title_of(section, clause) + ("" if change is Change.CHANGED else f" ({change.value})")


def _texts(section: Section) -> tuple[Inlines, Inlines]:
    pairs = list(excerpts(section))
    sides = (" / ".join(part for part in side if part) for side in zip(*pairs, strict=True)) if pairs else ("", "")
    was, now = (_words(_short(side)) for side in sides)
    return was, now


_MOST = 400
"""How many letters of each side stand in the table: it is a page to decide by, not the redline."""


def _short(text: str) -> str:
    return text if len(text) <= _MOST else text[: text.rfind(" ", 0, _MOST)] + " …"


def _words(text: str) -> Inlines:
    return (Text(text),) if text else ()
