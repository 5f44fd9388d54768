"""The DOCX writer: python-docx for the package, our own WordprocessingML for the text."""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from leadkit.documents.tree.plain import inline_text
from leadkit.documents.write.docx.base import base_document
from leadkit.documents.write.docx.body import BodyWriter, footer
from leadkit.documents.write.docx.numbering import Numbering
from leadkit.documents.write.docx.package import normalized
from leadkit.documents.write.docx.record import clause_record, record_properties

if TYPE_CHECKING:
    from docx.document import Document as Package

    from leadkit.documents.tree.document import Document

LANGUAGE = "en-US"


def to_docx(document: Document) -> bytes:
    """Print a document as a Word file; the same document gives the same bytes."""
    package = docx.Document(io.BytesIO(base_document()))
    numbering = Numbering(package.part.numbering_part.element)
    body = package.element.body
    for index, made in enumerate(BodyWriter(document, numbering).body()):
        body.insert(index, made)
    _fill_footer(package, document)
    _describe(package, document)
    if not document.cover.adopted:
        _attach(package, document)
    saved = io.BytesIO()
    package.save(saved)
    return normalized(saved.getvalue())


def _fill_footer(package: Package, document: Document) -> None:
    root = package.sections[0].footer.part.element
    for child in list(root):
        root.remove(child)
    root.extend(footer(document))


def _describe(package: Package, document: Document) -> None:
    """Set title, language and dates; the dates are the day of the document, never the clock's."""
    cover = document.cover
    properties = package.core_properties
    properties.title = cover.title
    properties.subject = inline_text(cover.jurisdiction)[:255]
    properties.author = properties.last_modified_by = "leadkit"
    properties.language = LANGUAGE
    properties.revision = 1
    properties.version = inline_text(cover.version)[:255]
    properties.created = properties.modified = datetime(cover.on.year, cover.on.month, cover.on.day)


def _attach(package: Package, document: Document) -> None:
    """Keep each clause's words with its fields, so that a draft that counsel has edited can be read back."""
    main = package.part
    record = Part(PackURI("/customXml/item1.xml"), "application/xml", clause_record(document), main.package)
    described = Part(
        PackURI("/customXml/itemProps1.xml"),
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
        record_properties(),
        main.package,
    )
    record.relate_to(described, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    main.relate_to(record, RELATIONSHIP_TYPE.CUSTOM_XML)
