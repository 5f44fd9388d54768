"""Which clauses of a document differ between two versions of it, and which fields of the program made them differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from leadkit.documents.compare.words import said_by_clause, said_by_section
from leadkit.documents.tree.change import Change as Change
from leadkit.documents.tree.document import Article, Clause, Document, Section
from leadkit.documents.tree.inline import Inlines, Text
from leadkit.documents.tree.plain import inline_text
from leadkit.documents.tree.trace import covers, paths_of, walk
from leadkit.documents.write.cover import rows, subtitle


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of the program that differs between the versions.

    Attributes:
        path: The field, as ``agreement.term``.
        old: Its value as it was written; None where it had none.
        new: Its value as it is written; None where it has none.
        commit: The commit that changed it, where git knows; empty otherwise.
        author: Who made that commit.
        date: Its day, as ``2026-03-01``.
    """

    path: str
    old: str | None
    new: str | None
    commit: str = ""
    author: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class SectionChange:
    """A section of a clause in both versions, each with the number that it has there; None where it is in one alone."""

    change: Change
    old: Section | None
    new: Section | None


@dataclass(frozen=True, slots=True)
class ClauseChange:
    """A clause in both versions.

    Attributes:
        id: Its id, the same in both.
        change: What became of its words; a clause with other numbers and the same words is kept.
        old: It as it was; None where it was added.
        new: It as it is; None where it was removed.
        old_article: The article that it stood in.
        new_article: The article that it stands in.
        sections: Its sections in the order of the new text, a removed one after what preceded it.
        fields: The changed fields that it prints, tests or counts; none for a clause that is kept.
    """

    id: str
    change: Change
    old: Clause | None
    new: Clause | None
    old_article: Article | None
    new_article: Article | None
    sections: tuple[SectionChange, ...]
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class CoverChange:
    """A line of the cover that differs, such as ``Version``; an empty side has no such line."""

    label: str
    old: Inlines
    new: Inlines


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of one document.

    Attributes:
        old: The document as it was.
        new: The document as it is.
        clauses: Every clause of both in the order of the new text, a removed one after what preceded it.
        cover: The lines of the cover that differ.
    """

    old: Document
    new: Document
    clauses: tuple[ClauseChange, ...]
    cover: tuple[CoverChange, ...] = ()

    @property
    def changed(self) -> tuple[ClauseChange, ...]:
        """The clauses that say something else now, or are in one version alone."""
        return tuple(each for each in self.clauses if each.change is not Change.KEPT)


NOTICE = "Notice"
"""The label of the line of the cover that says what the text is and is not."""

_NO_FIELDS: Mapping[str, FieldChange] = {}


def compare(old: Document, new: Document, changed: Mapping[str, FieldChange] = _NO_FIELDS) -> Comparison:
    """Compare two versions of a document, clause by clause.

    Args:
        old: The document as it was, with its numbers.
        new: The document as it is, with its numbers.
        changed: The fields that differ between the two programs, each by its path.
    """
    before, after = _clauses(old), _clauses(new)
    clauses = tuple(_clause(id_, before.get(id_), after.get(id_), changed) for id_ in in_order(before, after))
    return Comparison(old, new, clauses, tuple(_cover(old, new)))


def in_order(old: Iterable[str], new: Iterable[str]) -> list[str]:
    """The ids of both: those of ``new`` in its order, and each other one after what preceded it in ``old``."""
    ids = list(new)
    known, place = set(ids), 0
    for each in old:
        if each in known:
            place = ids.index(each) + 1
        else:
            ids.insert(place, each)
            place += 1
    return ids


_Placed = tuple[Article, Clause]


def _clauses(document: Document) -> dict[str, _Placed]:
    return {clause.id: (article, clause) for article in document.articles for clause in article.clauses}


def _clause(id_: str, before: _Placed | None, after: _Placed | None, fields: Mapping[str, FieldChange]) -> ClauseChange:
    old_article, old = before or (None, None)
    new_article, new = after or (None, None)
    change = _change(old, new, same=bool(old and new) and said_by_clause(old) == said_by_clause(new))  # type: ignore[arg-type]
    touched = () if change is Change.KEPT else tuple(touching((old, new), fields.values()))
    return ClauseChange(id_, change, old, new, old_article, new_article, tuple(_sections(old, new)), touched)


def _sections(old: Clause | None, new: Clause | None) -> Iterator[SectionChange]:
    before = {each.id: each for each in old.sections} if old else {}
    after = {each.id: each for each in new.sections} if new else {}
    for id_ in in_order(before, after):
        was, now = before.get(id_), after.get(id_)
        same = was is not None and now is not None and said_by_section(was) == said_by_section(now)
        yield SectionChange(_change(was, now, same=same), was, now)


def _change(old: object | None, new: object | None, *, same: bool) -> Change:
    if old is None or new is None:
        return Change.ADDED if old is None else Change.REMOVED
    return Change.KEPT if same else Change.CHANGED


def touching(parts: object, fields: Iterable[FieldChange]) -> Iterator[FieldChange]:
    """The changed fields that parts of a document print, test or count."""
    fields = tuple(fields)
    named = {path for node in walk(parts) for path in paths_of(node)} if fields else set()
    for field in fields:
        if any(covers(each, field.path) for each in named):
            yield field


def _cover(old: Document, new: Document) -> Iterator[CoverChange]:
    before, after = dict(_lines(old)), dict(_lines(new))
    for label in in_order(before, after):
        was, now = before.get(label, ()), after.get(label, ())
        if inline_text(was) != inline_text(now):
            yield CoverChange(label, was, now)


def _lines(document: Document) -> Iterator[tuple[str, Inlines]]:
    yield "Title", (Text(document.cover.title),)
    yield "Program", subtitle(document.cover)
    yield from rows(document)
    yield NOTICE, (Text(document.cover.notice),)
