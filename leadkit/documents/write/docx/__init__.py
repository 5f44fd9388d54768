"""The DOCX writer: python-docx for the package, our own WordprocessingML for the text."""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from leadkit.documents.tree.document import Layout
from leadkit.documents.tree.plain import inline_text
from leadkit.documents.words import words_of
from leadkit.documents.write.docx.base import base_document, card_document, sheet_document
from leadkit.documents.write.docx.body import BodyWriter, footer, header
from leadkit.documents.write.docx.card import column_width, laid_out
from leadkit.documents.write.docx.figure import Pictures
from leadkit.documents.write.docx.letterhead import letterhead_base
from leadkit.documents.write.docx.letterhead.furniture import is_shown
from leadkit.documents.write.docx.margins import margins
from leadkit.documents.write.docx.numbering import Numbering
from leadkit.documents.write.docx.package import normalized
from leadkit.documents.write.docx.record import clause_record, record_properties
from leadkit.documents.write.docx.xml import begin_file, element

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.document import Document as Package

    from leadkit.documents.tree.document import Document
    from leadkit.documents.write.docx.xml import Element


def to_docx(document: Document) -> bytes:
    """Print a document as a Word file; the same document gives the same bytes.

    Raises:
        UnfitFile: The letterhead that it is to be printed on cannot be used.
    """
    package = opened(document)
    put(package, _text(package, document))
    if not document.cover.adopted:
        _attach(package, document)
    return saved(package)


def opened(document: Document) -> Package:
    """A Word file without text: its page, styles, heads and feet are those of a document.

    Raises:
        UnfitFile: The letterhead that it is to be printed on cannot be used.
    """
    package = docx.Document(io.BytesIO(_base(document)))
    begin_file()
    _fill_headers(package, document)
    _fill_footers(package, document)
    _describe(package, document)
    return package


def put(package: Package, text: Iterable[Element]) -> None:
    """Put paragraphs and tables into a Word file without text."""
    for index, made in enumerate(text):
        package.element.body.insert(index, made)


def saved(package: Package) -> bytes:
    """A Word file as bytes, the same for the same text."""
    made = io.BytesIO()
    package.save(made)
    return normalized(made.getvalue())


def _base(document: Document) -> bytes:
    """The empty document that it is written into; a card and a sheet are no letters and have no letterhead."""
    locale = words_of(document.language).locale
    if document.layout is Layout.CARD:
        return card_document(locale)
    if document.layout is Layout.SHEET:
        return sheet_document(locale)
    return letterhead_base(document.letterhead, locale) if document.letterhead else base_document(locale)


def _text(package: Package, document: Document) -> list[Element]:
    numbering = Numbering(package.part.numbering_part.element, document.language)
    card, width = document.layout is Layout.CARD, text_width(package)
    writer = BodyWriter(document, numbering, column_width(width) if card else width, pictures_of(package))
    front, articles = writer.front(), writer.articles()
    if card and articles:
        return laid_out(front, articles, package.element.body.sectPr)
    return [*front, *(each for article in articles for each in article)]


def pictures_of(package: Package) -> Pictures:
    """The pictures of a Word file, none yet."""
    return Pictures(lambda content: package.part.get_or_add_image(io.BytesIO(content))[0])


def text_width(package: Package) -> int:
    """How wide the text is, in twentieths of a point."""
    section = package.sections[0]
    page, *taken = (
        each.twips if each else 0
        for each in (section.page_width, section.left_margin, section.right_margin, section.gutter)
    )
    return page - sum(taken)


def _fill_headers(package: Package, document: Document) -> None:
    """Say at the head of every page what a reader must know of it, below what a letterhead has there."""
    lines, (section,) = header(document), package.sections
    shown = [section.header]
    if section.different_first_page_header_footer:
        shown.append(section.first_page_header)
    if package.settings.odd_and_even_pages_header_footer:
        shown.append(section.even_page_header)
    for each in shown if lines else ():
        each.is_linked_to_previous = False
        root = each._element
        if not is_shown(root):
            for empty in list(root):
                root.remove(empty)
        root.extend(header(document))


def _fill_footers(package: Package, document: Document) -> None:
    """Put our lines at the foot of every page, below what a letterhead has there."""
    for related in package.part.rels.values():
        if related.reltype == RELATIONSHIP_TYPE.FOOTER:
            root = related.target_part.element
            if not is_shown(root):
                for each in list(root):
                    root.remove(each)
            root.extend(footer(document))


def _record(package: Package, document: Document) -> bytes:
    kinds = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)
    parts = [each.target_part for each in package.part.rels.values() if each.reltype in kinds]
    own = element("ftr", *header(document), *footer(document))
    return clause_record(document, margins(part.element for part in parts), margins([own]))


def _describe(package: Package, document: Document) -> None:
    """Set title, language and dates; the dates are the day of the document, never the clock's."""
    cover = document.cover
    properties = package.core_properties
    properties.title = cover.title
    properties.subject = inline_text(cover.jurisdiction)[:255]
    properties.author = properties.last_modified_by = "leadkit"
    properties.language = words_of(document.language).locale
    properties.revision = 1
    properties.version = inline_text(cover.version)[:255]
    properties.created = properties.modified = datetime(cover.on.year, cover.on.month, cover.on.day)


def _attach(package: Package, document: Document) -> None:
    """Keep each clause's words with its fields, so that a draft that counsel has edited can be read back."""
    main = package.part
    record = Part(PackURI("/customXml/item1.xml"), "application/xml", _record(package, document), main.package)
    described = Part(
        PackURI("/customXml/itemProps1.xml"),
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
        record_properties(),
        main.package,
    )
    record.relate_to(described, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    main.relate_to(record, RELATIONSHIP_TYPE.CUSTOM_XML)
