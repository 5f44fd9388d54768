"""The body of a DOCX: cover or head, contents, articles."""

from __future__ import annotations

from leadkit.documents.tree.document import Article, ArticleKind, Clause, Document, Section
from leadkit.documents.tree.inline import Inlines, Text
from leadkit.documents.tree.numbering import article_target
from leadkit.documents.tree.plain import inline_text
from leadkit.documents.words import words_of
from leadkit.documents.write import cover as cover_words
from leadkit.documents.write.docx import fields
from leadkit.documents.write.docx.blocks import BlockWriter, Place
from leadkit.documents.write.docx.figure import Pictures
from leadkit.documents.write.docx.identity import clause_bookmark, target_bookmark
from leadkit.documents.write.docx.inlines import InlineWriter
from leadkit.documents.write.docx.numbering import Numbering, scheme_number
from leadkit.documents.write.docx.revisions import revised
from leadkit.documents.write.docx.xml import (
    Element,
    W,
    element,
    keep_with_next,
    page_break_before,
    paragraph,
    ruled_below,
    run,
    run_properties,
    space_after,
    tab,
)
from leadkit.documents.write.together import is_kept_together

_HEADING = {ArticleKind.ARTICLE: "Heading1", ArticleKind.APPENDIX: "AppendixHeading"}
_SECTION = {ArticleKind.ARTICLE: "Heading2", ArticleKind.APPENDIX: "AppendixSection"}
_HEAD = {"title": "HeadTitle", "whose": "HeadWhose", "what": "HeadWhat"}


class BodyWriter:
    """Writes the body of one document, in a text of a width in twentieths of a point."""

    def __init__(self, document: Document, numbering: Numbering, width: int, pictures: Pictures) -> None:
        self._document = document
        self._own = words_of(document.language)
        self._numbering = numbering
        self._inlines = InlineWriter(document)
        self._blocks = BlockWriter(self._inlines, width, pictures)

    def front(self) -> list[Element]:
        """What stands before the text."""
        lines = self._cover() if cover_words.has_cover(self._document) else self._head()
        return [*lines, *self._notices(), *self._opens(), *self._contents()]

    def articles(self) -> list[list[Element]]:
        """Every paragraph and table of each article in order."""
        made = [self._article(article) for article in self._document.articles]
        if cover_words.has_cover(self._document) and made and made[0][0].tag == f"{{{W}}}p":
            page_break_before(made[0][0])
        return made

    def _cover(self) -> list[Element]:
        cover = self._document.cover
        title, program = paragraph("Title", run(cover.title)), cover_words.subtitle(cover)
        made = [title, paragraph("Subtitle", *self._inlines.runs(program))] if program else [space_after(title, 480)]
        for label, words in cover_words.rows(self._document):
            made.append(self._labelled("CoverLine", run(label, run_properties(bold=True)), words))
        return made

    def _head(self) -> list[Element]:
        lines = cover_words.head(self._document)
        made = [paragraph(_HEAD.get(part, "HeadLine"), *self._inlines.runs(words)) for part, words in lines]
        return [*made[:-1], ruled_below(made[-1])]

    def _notices(self) -> list[Element]:
        style = "HeadWhat" if self._document.layout.is_brief else "CoverNotice"
        return [paragraph(style, run(notice)) for notice in cover_words.notices(self._document)]

    def _opens(self) -> list[Element]:
        opens = cover_words.opens(self._document)
        made = [paragraph("CoverHeading", run(self._own.open_heading))] if opens else []
        for each in opens:
            place = self._inlines.reference(each.place)
            made.append(paragraph("CoverItem", *place, tab(), *self._inlines.runs(cover_words.open_words(each))))
        return made

    def _labelled(self, style: str, label: Element, words: Inlines) -> Element:
        return paragraph(style, label, tab(), *self._inlines.runs(words))

    def _contents(self) -> list[Element]:
        """Contents without page numbers: pages differ between readers, and a wrong number is worse."""
        if not cover_words.has_contents(self._document):
            return []
        whole = cover_words.has_cover(self._document)
        entries = [entry for article in self._document.articles for entry in self._entries(article, whole=whole)]
        for index, part in enumerate(fields.begin(f'TOC \\o "1-{2 if whole else 1}" \\n \\h \\z \\u')):
            entries[0].insert(1 + index, part)
        entries[-1].append(fields.end())
        return [paragraph("TOCHeading" if whole else "HeadContents", run(self._own.contents)), *entries]

    def _entries(self, article: Article, *, whole: bool) -> list[Element]:
        entries = [_entry("TOC1", article_target(article.id), article.number, (Text(article.title),))]
        for clause in article.clauses if whole else ():
            for section in clause.sections:
                if section.title:
                    entries.append(_entry("TOC2", section.id, section.number, section.title))
        return entries

    def _article(self, article: Article) -> list[Element]:
        style = _HEADING.get(article.kind, "HeadingUnnumbered")
        heading = self._inlines.anchored(article_target(article.id), self._inlines.runs(article.heading))
        made = [revised(paragraph(style, *heading), article.change)]
        number = self._article_numbering(article)
        for clause in article.clauses:
            made += self._clause(clause, article.kind, number)
        return made

    def _article_numbering(self, article: Article) -> int | None:
        """The numbering of an article's items where their style does not give it."""
        if article.kind is ArticleKind.APPENDIX:
            return scheme_number(article.kind)
        if article.kind is ArticleKind.RECITALS:
            return self._numbering.begin(article.kind, f"article:{article.id}")
        return None

    def _clause(self, clause: Clause, kind: ArticleKind, number: int | None) -> list[Element]:
        made = [each for section in clause.sections for each in self._section(section, kind, number)]
        start, end = self._inlines.bookmark(clause_bookmark(clause.id))
        first, last = made[0], made[-1]
        last.append(end)
        if first.tag == f"{{{W}}}p":
            first.insert(1, start)
            return made
        return [start, *made]

    def _section(self, section: Section, kind: ArticleKind, number: int | None) -> list[Element]:
        if kind is ArticleKind.PLAIN:
            number = self._numbering.begin(kind, f"section:{section.id}")
        made: list[Element] = []
        if section.title:
            style = _SECTION.get(kind, "SectionUnnumbered")
            heading = paragraph(style, *self._inlines.anchored(section.id, self._inlines.runs(section.title)))
            made.append(revised(heading, section.change))
        made += self._blocks.blocks(section.blocks, Place(kind, number))
        if is_kept_together(section, kind):
            keep_with_next(made[:-1])
        return made


def header(document: Document) -> list[Element]:
    """The head of every page: who may read it, where not everybody may, and whether it is a draft translation."""
    writer = InlineWriter(document)
    return [paragraph("DocumentHeader", *writer.runs(line)) for line in cover_words.page_head(document)]


def footer(document: Document) -> list[Element]:
    """The foot of every page."""
    own = words_of(document.language)
    made = [paragraph("DocumentFooter", run(line)) for line in cover_words.standing(document)]
    return [*made, paragraph("DocumentFooter", run(cover_words.footer(document)), tab(), *fields.page_of_pages(own))]


def _entry(style: str, target: str, number: str, title: Inlines) -> Element:
    numbered = [run(number), tab()] if number else []
    words = [run(inline_text(title))]
    link = element("hyperlink", *numbered, *words, anchor=target_bookmark(target), history=1)
    return paragraph(style, link)
