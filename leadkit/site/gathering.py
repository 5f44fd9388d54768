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
    from leadkit.documents.tree.blocks import Block
    from leadkit.documents.tree.document import Document
    from leadkit.documents.tree.inline import Inlines
    from leadkit.model.root import Program

GAPS = "gaps"


class Gathering:
    """Takes the boxes of what no source says out of a page, and lists at its end what they are about."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def page(self, document: Document) -> Document:
        """The page, in which no heading stands over nothing."""
        found: dict[str, Inlines] = {}
        articles = [self._article(each, found, document.language) for each in document.articles]
        kept = [each for each in articles if each is not None]
        if not found or any(each.id == GAPS for each in kept):
            return document
        return replace(document, articles=(*kept, _listed(found, document.language)))

    def _article(self, article: Article, found: dict[str, Inlines], language: str) -> Article | None:
        heading: Inlines = article.heading
        clauses: list[Clause] = []
        for clause in article.clauses:
            sections = [self._section(each, heading, found, language) for each in clause.sections]
            kept = tuple(each for each in sections if each is not None)
            if kept:
                clauses.append(replace(clause, sections=kept))
        return replace(article, clauses=tuple(clauses)) if clauses else None

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


def _is_gap(block: Block) -> bool:
    return isinstance(block, Box) and block.open is not None and block.open.why is Why.UNDOCUMENTED


def _listed(found: dict[str, Inlines], language: str) -> Article:
    own = WORDS[language]
    told = {"".join(getattr(each, "text", "") for each in words): words for words in found.values()}
    items = tuple(Item(words) for words in told.values())
    section = Section(f"{GAPS}-list", (), (ItemList(items, bulleted=True),))
    return Article(GAPS, own["not_told"], ArticleKind.PLAIN, (Clause(f"{GAPS}-list", (section,)),))
