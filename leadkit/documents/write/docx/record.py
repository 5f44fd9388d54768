"""The custom XML part by which a returned file is compared: the lines of each clause, places of its values.

Other editors rename the part but keep it, so it is found by its namespace, never by its name.
"""

from __future__ import annotations

import hashlib
import uuid

from lxml import etree

from leadkit.documents.tree.document import Clause, Document, OpenPlace
from leadkit.documents.tree.inline import Reference
from leadkit.documents.tree.numbering import article_target
from leadkit.documents.tree.plain import inline_text
from leadkit.documents.words import words_of
from leadkit.documents.write import cover as cover_words
from leadkit.documents.write.docx.identity import clause_bookmark, target_bookmark
from leadkit.documents.write.docx.margins import Margins
from leadkit.documents.write.docx.xml import Element
from leadkit.documents.write.shown import shown_text
from leadkit.version import VERSION

FAMILY = "urn:leadkit:clauses:"
NAMESPACE = f"{FAMILY}2"
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def clause_record(document: Document, shown: Margins, own: Margins) -> bytes:
    """The record of a document: ``clauses`` with one ``clause`` each, in the order of the text.

    Args:
        document: The document.
        shown: What stands at the head and foot of its pages.
        own: What of that is leadkit's, and no letterhead's.
    """
    root = etree.Element(f"{{{NAMESPACE}}}clauses", nsmap={"c": NAMESPACE})
    root.set("document", document.id)
    root.set("program", inline_text(document.cover.jurisdiction))
    root.set("on", document.cover.on.isoformat())
    root.set("templates", document.digest)
    root.set("fingerprint", document.cover.fingerprint)
    root.set("leadkit", VERSION)
    root.set("pictures", str(shown.pictures))
    for line in shown.lines:
        _text(_below(root, "margin", own="yes" if line in own.lines else "no"), line)
    for line in front_lines(document):
        _text(_below(root, "front"), line)
    for place in cover_words.opens(document):
        _open(root, place)
    for article in document.articles:
        heading = _below(root, "article", bookmark=target_bookmark(article_target(article.id)))
        _text(heading, article.title)
        for clause in article.clauses:
            _record(root, clause)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def front_lines(document: Document) -> list[str]:
    """What stands before the text, without the contents and without the list of what is open."""
    rows = [inline_text(words) for _, words in cover_words.head(document)]
    if cover_words.has_cover(document):
        cover = document.cover
        program = inline_text(cover_words.subtitle(cover))
        rows = [cover.title, *([program] if program else [])]
        rows += [f"{label} {inline_text(words)}" for label, words in cover_words.rows(document)]
    heading = [words_of(document.language).open_heading] if cover_words.opens(document) else []
    return [*rows, *cover_words.notices(document), *heading]


def _open(root: Element, place: OpenPlace) -> None:
    """What is open, and where: its number is apart, for others move it."""
    at = place.place
    made = _below(root, "open", label=at.label, number=at.number, bookmark=target_bookmark(at.target))
    _text(made, cover_words.open_sentence(place))


def _record(root: Element, clause: Clause) -> None:
    text, parts = shown_text(clause)
    sha256 = hashlib.sha256(text.encode("utf-8")).hexdigest()
    made = _below(root, "clause", id=clause.id, bookmark=clause_bookmark(clause.id), sha256=sha256)
    _text(_below(made, "text"), text)
    for part in parts:
        place = {"start": str(part.start), "end": str(part.end)}
        if isinstance(part.node, Reference):
            _below(made, "reference", **place, bookmark=target_bookmark(part.node.target))
        else:
            _below(made, "value", **place, path=part.node.path)


def _below(root: Element, name: str, **attributes: str) -> Element:
    return etree.SubElement(root, f"{{{NAMESPACE}}}{name}", attributes)


def _text(made: Element, text: str) -> None:
    made.text = text
    made.set(_XML_SPACE, "preserve")


def record_properties() -> bytes:
    """The part beside it that names its schema."""
    root = etree.Element(f"{{{_STORE}}}datastoreItem", nsmap={"ds": _STORE})
    root.set(f"{{{_STORE}}}itemID", f"{{{str(uuid.uuid5(uuid.NAMESPACE_URL, NAMESPACE)).upper()}}}")
    schemas = etree.SubElement(root, f"{{{_STORE}}}schemaRefs")
    etree.SubElement(schemas, f"{{{_STORE}}}schemaRef").set(f"{{{_STORE}}}uri", NAMESPACE)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
