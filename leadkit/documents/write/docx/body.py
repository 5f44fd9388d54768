"""The body of a DOCX: cover, contents, articles."""

from __future__ import annotations

from leadkit.documents.tree.document import Article, ArticleKind, Clause, Document, Section
from leadkit.documents.tree.inline import Inlines, Text
from leadkit.documents.tree.numbering import article_target
from leadkit.documents.tree.plain import inline_text
from leadkit.documents.write import cover as cover_words
from leadkit.documents.write.docx import fields
from leadkit.documents.write.docx.blocks import BlockWriter, Place
from leadkit.documents.write.docx.identity import clause_bookmark, target_bookmark
from leadkit.documents.write.docx.inlines import InlineWriter
from leadkit.documents.write.docx.numbering import Numbering, scheme_number
from leadkit.documents.write.docx.xml import (
    Element,
    W,
    element,
    page_break_before,
    paragraph,
    run,
    run_properties,
    space_after,
    tab,
)

_HEADING = {ArticleKind.ARTICLE: "Heading1", ArticleKind.APPENDIX: "AppendixHeading"}
_SECTION = {ArticleKind.ARTICLE: "Heading2", ArticleKind.APPENDIX: "AppendixSection"}
_LEAST_FOR_CONTENTS = 3


class BodyWriter:
    """Writes the body of one document, in a text of a width in twentieths of a point."""

    def __init__(self, document: Document, numbering: Numbering, width: int) -> None:
        self._document = document
        self._numbering = numbering
        self._inlines = InlineWriter(document)
        self._blocks = BlockWriter(self._inlines, width)

    def body(self) -> list[Element]:
        """Every paragraph and table in order."""
        articles = [each for article in self._document.articles for each in self._article(article)]
        if articles and articles[0].tag == f"{{{W}}}p":
            page_break_before(articles[0])
        return [*self._cover(), *self._contents(), *articles]

    def _cover(self) -> list[Element]:
        cover = self._document.cover
        title, program = paragraph("Title", run(cover.title)), cover_words.subtitle(cover)
        made = [title, paragraph("Subtitle", *self._inlines.runs(program))] if program else [space_after(title, 480)]
        for label, words in cover_words.rows(cover):
            made.append(self._labelled("CoverLine", run(label, run_properties(bold=True)), words))
        made += [paragraph("CoverNotice", run(notice)) for notice in cover_words.notices(self._document)]
        if cover.opens:
            made.append(paragraph("CoverHeading", run(cover_words.OPEN_HEADING)))
        for each in cover.opens:
            place = self._inlines.reference(each.place)
            made.append(paragraph("CoverItem", *place, tab(), run(cover_words.open_sentence(each))))
        return made

    def _labelled(self, style: str, label: Element, words: Inlines) -> Element:
        return paragraph(style, label, tab(), *self._inlines.runs(words))

    def _contents(self) -> list[Element]:
        """Contents without page numbers: pages differ between readers, and a wrong number is worse."""
        entries = [entry for article in self._document.articles for entry in self._entries(article)]
        if len(self._document.articles) < _LEAST_FOR_CONTENTS:
            return []
        for index, part in enumerate(fields.begin('TOC \\o "1-2" \\n \\h \\z \\u')):
            entries[0].insert(1 + index, part)
        entries[-1].append(fields.end())
        return [paragraph("TOCHeading", run("Contents")), *entries]

    def _entries(self, article: Article) -> list[Element]:
        entries = [_entry("TOC1", article_target(article.id), article.number, (Text(article.title),))]
        for clause in article.clauses:
            for section in clause.sections:
                if section.title:
                    entries.append(_entry("TOC2", section.id, section.number, section.title))
        return entries

    def _article(self, article: Article) -> list[Element]:
        style = _HEADING.get(article.kind, "HeadingUnnumbered")
        heading = self._inlines.anchored(article_target(article.id), [run(article.title)])
        made = [paragraph(style, *heading)]
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
            made.append(paragraph(style, *self._inlines.anchored(section.id, self._inlines.runs(section.title))))
        return made + self._blocks.blocks(section.blocks, Place(kind, number))


def footer(document: Document) -> list[Element]:
    """The foot of every page."""
    made = [paragraph("DocumentFooter", run(line)) for line in cover_words.standing(document)]
    return [*made, paragraph("DocumentFooter", run(cover_words.footer(document)), tab(), *fields.page_of_pages())]


def _entry(style: str, target: str, number: str, title: Inlines) -> Element:
    numbered = [run(number), tab()] if number else []
    words = [run(inline_text(title))]
    link = element("hyperlink", *numbered, *words, anchor=target_bookmark(target), history=1)
    return paragraph(style, link)
