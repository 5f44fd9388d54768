"""What a reader of each format reads, and what a reader of the clause tree would: without breaks and bullets."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import lxml.html
from lxml import etree
from markdown_it import MarkdownIt

from leadkit.documents.tree.blocks import Block, Box, Figure, Item, ItemList, Paragraph, Signature, Table
from leadkit.documents.tree.document import Document
from leadkit.documents.tree.inline import Tick
from leadkit.documents.tree.plain import alternative, inline_text
from leadkit.documents.words import LANGUAGES, words_of
from leadkit.documents.write import cover as cover_words
from leadkit.documents.write.docx.figure import WP

if TYPE_CHECKING:
    from tests.gates.tagged import Element

CONTENTS = {words.contents for words in LANGUAGES.values()}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def of_markdown(file: Path) -> str:
    """The words of a Markdown file."""
    page = MarkdownIt("commonmark").enable("table").render(file.read_text(encoding="utf-8"))
    return _squeezed(_text_of(lxml.html.fromstring(f"<div>{page}</div>")))


def of_html(file: Path) -> str:
    """The words of a page, without what helps to find one's way on it."""
    page = lxml.html.document_fromstring(file.read_bytes())
    for apart in page.xpath("//head | //nav | //main/footer | //a[@class='skip']"):
        apart.drop_tree()
    for picture in page.xpath("//*[@role='img'][@aria-label]"):
        said = lxml.html.fromstring("<p></p>")
        said.text = picture.get("aria-label")
        picture.getparent().replace(picture, said)
    return _squeezed(_text_of(page))


def of_docx(file: Path) -> str:
    """The words of a Word file; the numbers of its headings are Word's own, and a letterhead's words are not ours."""
    with zipfile.ZipFile(file) as archive:
        heads = [name for name in archive.namelist() if re.fullmatch(r"word/header[0-9]*\.xml", name)]
        above = [each for name in heads for each in _paragraphs(archive.read(name)) if _style(each) == "DocumentHeader"]
        text = [each for each in _paragraphs(archive.read("word/document.xml")) if not _is_of_contents(each)]
    return _squeezed("".join(each.text or "" for paragraph in (*above, *text) for each in paragraph.iter(f"{W}t")))


def _is_of_contents(paragraph: etree._Element) -> bool:
    return _style(paragraph).startswith("TOC") or _style(paragraph) == "HeadContents"


def _paragraphs(part: bytes) -> Iterator[etree._Element]:
    root = etree.fromstring(part)
    for picture in root.iter(f"{{{WP}}}docPr"):  # what is said in its place is read where it stands
        etree.SubElement(picture, f"{W}t").text = picture.get("descr")
    return root.iter(f"{W}p")


def of_pdf(file: Path) -> str:
    """The words of a PDF by its tags, without the contents, which the other formats hold apart; needs pikepdf."""
    from tests.gates.tagged import tagged

    words: list[str] = []
    for part in tagged(file).inside:
        assert not isinstance(part, str)
        words += _without_contents(part)
    return _squeezed("".join(words))


def _without_contents(document: Element) -> Iterator[str]:
    contents = False
    for each in document.inside:
        heads = not isinstance(each, str) and each.tag == "H1" and each.words.strip() in CONTENTS
        if heads or (contents and not isinstance(each, str) and each.tag == "TOC"):
            contents = True
        else:
            yield each if isinstance(each, str) else each.words


def _squeezed(text: str) -> str:
    """Words alone: breaks, lines to write on, bullets, a colon or a column after a label are each format's own.

    So is a box to tick.
    """
    for name in (*(words.tick for words in LANGUAGES.values()), "[ ]"):
        text = text.replace(name, Tick().text)
    return re.sub(r"[\s_:•]+", "", text)


def _text_of(page: lxml.html.HtmlElement) -> str:
    text: str = page.text_content()
    return text


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else str(style.get(f"{W}val"))


def of_tree(document: Document, *, numbers: bool = True, named: bool = False) -> str:
    """What a reader reads from the first page to the last."""
    parts = [*_cover(document, named), *_articles(document, numbers, named)]
    return _squeezed("".join(parts))


def _cover(document: Document, named: bool) -> Iterator[str]:
    yield from map(inline_text, cover_words.page_head(document))
    yield from _rows(document, named) if cover_words.has_cover(document) else _head(document)
    yield from cover_words.notices(document)
    opens = cover_words.opens(document)
    yield words_of(document.language).open_heading if opens else ""
    for each in opens:
        yield f"{each.place.text}{cover_words.open_sentence(each)}"


def _rows(document: Document, named: bool) -> Iterator[str]:
    cover = document.cover
    yield cover.title
    program = cover_words.subtitle(cover)
    yield words_of(document.language).program if named and program else ""
    yield inline_text(program)
    for label, words in cover_words.rows(document):
        yield label
        yield inline_text(words)


def _head(document: Document) -> Iterator[str]:
    for _, words in cover_words.head(document):
        yield inline_text(words)


def _articles(document: Document, numbers: bool, named: bool) -> Iterator[str]:
    for article in document.articles:
        yield f"{article.number}." if article.number and numbers else ""
        yield article.title
        for clause in article.clauses:
            for section in clause.sections:
                yield section.number if numbers and section.title else ""
                yield inline_text(section.title)
                yield from _blocks(section.blocks, numbers, named)


def _blocks(blocks: tuple[Block, ...], numbers: bool, named: bool) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield inline_text(block.content)
        elif isinstance(block, ItemList):
            for item in block.items:
                yield from _item(item, block.bulleted, numbers, named)
        elif isinstance(block, Table):
            yield inline_text(block.caption)
            yield from (inline_text(cell) for cells in (block.header, *(r.cells for r in block.rows)) for cell in cells)
        elif isinstance(block, Box):
            yield block.title
            yield from (inline_text(line) for line in block.lines)
        elif isinstance(block, Figure):
            yield inline_text(block.caption)
            yield from map(inline_text, block.lines) if named else (alternative(block),)
        elif isinstance(block, Signature):
            yield inline_text(block.party) + inline_text(block.capacity)
            yield from (f"{line.label}{inline_text(line.content)}" for line in block.lines)


def _item(item: Item, bulleted: bool, numbers: bool, named: bool) -> Iterator[str]:
    yield item.number if numbers and not bulleted else ""
    yield inline_text(item.content)
    yield from _blocks(item.blocks, numbers, named)
