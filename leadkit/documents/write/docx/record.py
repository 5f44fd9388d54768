"""The custom XML part by which a returned file is compared: base text of each clause, places of its values.

Other editors rename the part but keep it, so it is found by its namespace, never by its name.
"""

from __future__ import annotations

import hashlib
import uuid

from lxml import etree

from leadkit.documents.tree.document import Document
from leadkit.documents.tree.plain import base_text
from leadkit.documents.write.docx.identity import clause_bookmark

NAMESPACE = "urn:leadkit:clauses:1"
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def clause_record(document: Document) -> bytes:
    """The record of a document: ``clauses`` with one ``clause`` each, in the order of the text."""
    root = etree.Element(f"{{{NAMESPACE}}}clauses", nsmap={"c": NAMESPACE})
    root.set("document", document.id)
    root.set("on", document.cover.on.isoformat())
    root.set("templates", document.digest)
    for article in document.articles:
        for clause in article.clauses:
            text, spans = base_text(clause)
            made = etree.SubElement(root, f"{{{NAMESPACE}}}clause")
            made.set("id", clause.id)
            made.set("bookmark", clause_bookmark(clause.id))
            made.set("sha256", hashlib.sha256(text.encode("utf-8")).hexdigest())
            words = etree.SubElement(made, f"{{{NAMESPACE}}}text")
            words.text = text
            words.set(_XML_SPACE, "preserve")
            for span in spans:
                value = etree.SubElement(made, f"{{{NAMESPACE}}}value")
                value.set("start", str(span.start))
                value.set("end", str(span.end))
                value.set("path", span.path)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def record_properties() -> bytes:
    """The part beside it that names its schema."""
    root = etree.Element(f"{{{_STORE}}}datastoreItem", nsmap={"ds": _STORE})
    root.set(f"{{{_STORE}}}itemID", f"{{{str(uuid.uuid5(uuid.NAMESPACE_URL, NAMESPACE)).upper()}}}")
    schemas = etree.SubElement(root, f"{{{_STORE}}}schemaRefs")
    etree.SubElement(schemas, f"{{{_STORE}}}schemaRef").set(f"{{{_STORE}}}uri", NAMESPACE)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
