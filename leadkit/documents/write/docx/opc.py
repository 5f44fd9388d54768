"""The package of a DOCX (ISO/IEC 29500-2): parts, their types, and how they point at each other."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from xml.sax.saxutils import quoteattr

from leadkit.documents.write.docx.xml import R

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"


@dataclass(frozen=True, slots=True)
class BasePart:
    """A part of a base document.

    Attributes:
        name: Its path below ``word/``; its stem is the id by which the document refers to it.
        kind: How the document relates to it, such as ``footer``.
        type: Its content type.
        content: Its bytes.
        pictures: The pictures it shows, each by the id of the relationship.
    """

    name: str
    kind: str
    type: str
    content: bytes
    pictures: tuple[tuple[str, BasePart], ...] = ()

    @property
    def id(self) -> str:
        """The id of the document's relationship to it."""
        return PurePosixPath(self.name).stem


def word_part(name: str, kind: str, content: str | bytes) -> BasePart:
    """A part of WordprocessingML, whose type follows from its kind."""
    return BasePart(name, kind, f"{WORD}.{kind}+xml", content.encode("utf-8") if isinstance(content, str) else content)


def packed(document: bytes, parts: Iterable[BasePart]) -> bytes:
    """Pack a document with its parts, and with no properties of its own."""
    parts = list(parts)
    pictures = {picture.name: picture for part in parts for _, picture in part.pictures}
    written = {f"word/{part.name}": part.content for part in (*parts, *pictures.values())}
    for part in parts:
        if part.pictures:
            related = _relationships((id_, f"{R}/image", picture.name) for id_, picture in part.pictures)
            written[str(PurePosixPath("word", part.name).parent / "_rels" / f"{part.id}.xml.rels")] = related
    files = {
        "[Content_Types].xml": _content_types({"document.xml": f"{WORD}.document.main+xml"}
                                              | {part.name: part.type for part in (*parts, *pictures.values())}),
        "_rels/.rels": _relationships((("document", f"{R}/officeDocument", "word/document.xml"),
                                       ("core", _CORE, "docProps/core.xml"))),
        "docProps/core.xml": _properties(),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _relationships((part.id, f"{R}/{part.kind}", part.name) for part in parts),
        **written,
    }  # fmt: skip
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return package.getvalue()


def _content_types(types: dict[str, str]) -> bytes:
    overrides = "".join(f'<Override PartName="/word/{name}" ContentType="{kind}"/>' for name, kind in types.items())
    return (
        f'{XML}<Types xmlns="{TYPES}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    ).encode()


def _relationships(related: Iterable[tuple[str, str, str]]) -> bytes:
    written = "".join(f'<Relationship Id={quoteattr(id_)} Type="{type_}" Target="{to}"/>' for id_, type_, to in related)
    return f'{XML}<Relationships xmlns="{RELATIONSHIPS}">{written}</Relationships>'.encode()


def _properties() -> bytes:
    return (
        f"{XML}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"></cp:coreProperties>'
    ).encode()
