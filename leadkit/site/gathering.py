"""What a page does not know, said once at its end: a page of boxes tells a reader nothing but that they are boxes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from leadkit.documents.absence import Why
from leadkit.documents.template.about import about
from leadkit.documents.tree.blocks import Box, Item, ItemList
from leadkit.documents.tree.document import Article, ArticleKind, Clause, Section
from leadkit.documents.tree.inline import Text
from leadkit.documents.words import FIRST
from leadkit.site.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from leadkit.documents.tree.blocks import Block
    from leadkit.documents.tree.document import Document
    from leadkit.documents.tree.inline import Inlines
    from leadkit.model.root import Program

GAPS = "gaps"


class Gathering:
    """Takes the boxes of what no source says out of a page, and lists at its end what they are about.

    What is not in force on the day of the page is said where a reader first meets it, and not again under each heading.
    """

    def __init__(self, program: Program) -> None:
        self._program = program

    def page(self, document: Document) -> Document:
        """The page, in which no heading stands over nothing."""
        found: dict[str, Inlines] = {}
        document = _once(document)
        articles = [self._article(each, found, document.language) for each in document.articles]
        kept = [each for each in articles if each is not None]
        if not found or any(each.id == GAPS for each in kept):
            return document
        return replace(document, articles=(*kept, _listed(found, document.language)))

    def _article(self, article: Article, found: dict[str, Inlines], language: str) -> Article | None:
        heading: Inlines = article.heading
        return _with_sections(article, lambda each: self._section(each, heading, found, language))

    def _section(self, section: Section, heading: Inlines, found: dict[str, Inlines], language: str) -> Section | None:
        gone = [each for each in section.blocks if _is_gap(each)]
        rest = tuple(each for each in section.blocks if not _is_gap(each))
        for each in gone:
            assert isinstance(each, Box)
            assert each.open is not None
            found.setdefault(each.open.path, self._words(each, section.title or heading, language, whole=not rest))
        return replace(section, blocks=rest) if rest or not gone else None

    def _words(self, box: Box, heading: Inlines, language: str, *, whole: bool) -> Inlines:
        """What a box is about: the heading under which nothing else stood, or else the field in its own words."""
        if whole and language != FIRST:
            return heading
        assert box.open is not None
        text = about(box.open.path, self._program)
        return (Text(text[:1].upper() + text[1:], "" if language == FIRST else FIRST),)


def _once(document: Document) -> Document:
    """The page with what is not in force said once; what a heading stood over that says no more goes with it."""
    said: set[str] = set()

    def without(section: Section) -> Section | None:
        kept: list[Block] = []
        for block in section.blocks:
            path = block.open.path if isinstance(block, Box) and block.open and _is_not_in_force(block) else ""
            if path not in said:
                kept.append(block)
            said.update({path} - {""})
        return replace(section, blocks=tuple(kept)) if kept or not section.blocks else None

    articles = (_with_sections(each, without) for each in document.articles)
    return replace(document, articles=tuple(each for each in articles if each is not None))


def _with_sections(article: Article, changed: Callable[[Section], Section | None]) -> Article | None:
    """An article with each of its sections changed or gone; None where none is left."""
    clauses: list[Clause] = []
    for clause in article.clauses:
        kept = tuple(each for one in clause.sections if (each := changed(one)) is not None)
        if kept:
            clauses.append(replace(clause, sections=kept))
    return replace(article, clauses=tuple(clauses)) if clauses else None


def _is_not_in_force(box: Box) -> bool:
    return box.open is not None and box.open.why is Why.NOT_IN_FORCE


def _is_gap(block: Block) -> bool:
    return isinstance(block, Box) and block.open is not None and block.open.why is Why.UNDOCUMENTED


def _listed(found: dict[str, Inlines], language: str) -> Article:
    own = WORDS[language]
    told = {"".join(getattr(each, "text", "") for each in words): words for words in found.values()}
    items = tuple(Item(words) for words in told.values())
    section = Section(f"{GAPS}-list", (), (ItemList(items, bulleted=True),))
    return Article(GAPS, own["not_told"], ArticleKind.PLAIN, (Clause(f"{GAPS}-list", (section,)),))
