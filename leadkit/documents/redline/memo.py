"""What changed as a table for a council or board: clause, what it said, what it says now, and because of what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from leadkit.documents.compare.comparison import NOTICE, ClauseChange, Comparison, SectionChange
from leadkit.documents.compare.merging import merged
from leadkit.documents.redline.because import because
from leadkit.documents.redline.excerpts import excerpts
from leadkit.documents.redline.html import IDENTICAL
from leadkit.documents.template.words import long_date
from leadkit.documents.tree.blocks import Block, Paragraph, Row, Table
from leadkit.documents.tree.change import Change
from leadkit.documents.tree.document import Article, ArticleKind, Clause, Document, Layout, Section
from leadkit.documents.tree.inline import Inlines, Text
from leadkit.documents.tree.numbering import number
from leadkit.documents.tree.plain import inline_text
from leadkit.documents.words import words_of

ENDING = "-changes"
_HEADER = ("No.", "Clause", "What it said", "What it says now", "Because of", "Changed by")


def memo(comparison: Comparison, most: int | None = None) -> Document:
    """The changes as a document of its own, which every writer prints.

    Args:
        comparison: The two versions.
        most: How many rows are shown; the last line counts the others. None for all.
    """
    old, new = comparison.old, comparison.new
    said = f"What differs between the text as of {_version(old)} and the text as of {_version(new)}."
    cover = replace(
        new.cover, title=f"Changes: {new.cover.title}", what=said, notice=_numbers(comparison),
        opens=(), further_open=0, fingerprint="", whose=(),
    )  # fmt: skip
    sections = (Section("changes", (), tuple(_blocks(comparison, most))),)
    article = Article("changes", "What Changed", ArticleKind.PLAIN, (Clause("changes", sections),))
    made = replace(new, id=f"{new.id}{ENDING}", cover=cover, articles=(article,), layout=Layout.SHEET, source="")
    return number(made)


def row_count(comparison: Comparison) -> int:
    """How many rows the whole table has."""
    return len(list(_told(comparison))) + len(comparison.changed)


def _version(document: Document) -> str:
    version = inline_text(document.cover.version)
    return long_date(document.cover.on) + (f" (version {version})" if version else "")


def _numbers(comparison: Comparison) -> str:
    counted = ((sum(1 for each in comparison.changed if each.change is change), change) for change in
               (Change.CHANGED, Change.ADDED, Change.REMOVED))  # fmt: skip
    told = ", ".join(f"{count} {change.value}" for count, change in counted)
    return f"Clauses: {told}. The redline shows every word."


def _blocks(comparison: Comparison, most: int | None) -> Iterator[Block]:
    rows = tuple(_rows(comparison))
    shown = rows[:most]
    if not rows:
        yield Paragraph(_words(IDENTICAL))
    if shown:
        yield _table(shown)
    if len(rows) > len(shown):
        yield Paragraph(_words(_further(len(rows) - len(shown))))


def _table(rows: Sequence[Row]) -> Table:
    """The rows below their headings; the last column is there where git knows of anybody."""
    columns = len(_HEADER) - (not any(row.cells[-1] for row in rows))
    return Table(tuple(_words(each) for each in _HEADER[:columns]), tuple(Row(row.cells[:columns]) for row in rows))


def _further(count: int) -> str:
    return f"And {count} more {'clause' if count == 1 else 'clauses'}: see the redline."


def _told(comparison: Comparison) -> Iterator[Row]:
    """The lines of the cover that say something to whoever decides."""
    own = words_of(comparison.new.language)
    # The head says the days and versions; the fingerprint differs whenever anything does, and the notice is no part of
    # the text that is decided.
    untold = {own.day, own.version, own.fingerprint, NOTICE}
    for line in (each for each in comparison.cover if each.label not in untold):
        yield Row(((), _words(f"Cover: {line.label}"), line.old, line.new, (), ()))


def _rows(comparison: Comparison) -> Iterator[Row]:
    """One row for each clause, in the order of the text, and before them the lines of the cover."""
    both = {section.id: section for article in merged(comparison.old, comparison.new).articles
            for clause in article.clauses for section in clause.sections}  # fmt: skip
    yield from _told(comparison)
    for clause in comparison.changed:
        parts = [each for each in clause.sections if each.change is not Change.KEPT] or clause.sections[:1]
        was, now = _sides(both[_standing(each).id] for each in parts)
        yield Row((*_place(clause, parts), was, now, *map(_words, because(clause))))


def _sides(sections: Iterable[Section]) -> tuple[Inlines, Inlines]:
    pairs = [pair for each in sections for pair in excerpts(each)]
    was, now = (_short(" / ".join(pair[side] for pair in pairs if pair[side])) for side in (0, 1))
    return _words(was), _words(now)


def _standing(part: SectionChange) -> Section:
    standing = part.new or part.old
    assert standing is not None
    return standing


def _place(clause: ClauseChange, parts: Sequence[SectionChange]) -> tuple[Inlines, Inlines]:
    """The number and the heading of the first section of a clause that differs, and how many others differ."""
    first, *others = parts
    section, article = _standing(first), clause.new_article or clause.old_article
    title = inline_text(section.title) or (article.title if article else "")
    more = f" and {len(others)} more" if others else ""
    change = clause.change if others else first.change
    said = f" ({change.value})" if change in (Change.ADDED, Change.REMOVED) else ""
    return _words(section.number), _words(f"{title}{more}{said}")


_MOST = 100
"""How many letters of each side stand in the table: it is a page to decide by, not the redline."""


def _short(text: str) -> str:
    return text if len(text) <= _MOST else f"{text[: max(text.rfind(' ', 0, _MOST), _MOST // 2)]} …"


def _words(text: str) -> Inlines:
    return (Text(text),) if text else ()
