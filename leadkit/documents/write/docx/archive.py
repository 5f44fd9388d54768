"""Opening a Word file from outside, of which nothing may be believed."""

from __future__ import annotations

import posixpath
from copy import deepcopy
from dataclasses import dataclass, field
from urllib.parse import unquote

from lxml import etree

from leadkit.documents.guest import Guest, UnfitFile
from leadkit.documents.text import printable
from leadkit.documents.write.docx.dangers import refuse_dangers
from leadkit.documents.write.docx.opc import RELATIONSHIPS, TYPES, WORD
from leadkit.documents.write.docx.xml import Element
from leadkit.source.packed import LARGEST, MOST_PARTS, Fault, UnfitZipError, unpacked

_SAYS = {
    Fault.OLD: "is in Word's old format (.doc) or protected by a password.",
    Fault.ENCRYPTED: "is protected by a password.",
    Fault.TWICE: "holds two parts of the same name.",
    Fault.DAMAGED: "is no Word document, or the file is damaged.",
}


@dataclass(frozen=True, slots=True)
class Related:
    """How one part points at another: the last word of the relationship's type, and the part."""

    kind: str
    target: str


@dataclass(frozen=True)
class Archive:
    """The parts of a Word file by name, and what each points at by the id of the relationship.

    Attributes:
        guest: What it was taken in as.
        parts: The bytes of each part.
        related: For each part, what it points at.
        types: Content types by part and by ending.
        trees: The parts that are XML.
    """

    guest: Guest
    parts: dict[str, bytes]
    related: dict[str, dict[str, Related]]
    types: dict[str, str]
    trees: dict[str, Element] = field(default_factory=dict)

    @property
    def main(self) -> str:
        """The part with the text."""
        return next((each.target for each in self.related.get("", {}).values() if each.kind == "officeDocument"), "")

    def one(self, source: str, kind: str) -> str | None:
        """The part of a kind that a part points at."""
        return next((each.target for each in self.related.get(source, {}).values() if each.kind == kind), None)

    def xml(self, name: str) -> Element:
        """The tree of a part."""
        if name not in self.trees:
            raise self.guest.unread(f"The {self.guest.called} lacks its part {printable(name)}.")
        return self.trees[name]

    def copy(self, name: str) -> Element:
        """A tree of a part that may be changed."""
        return deepcopy(self.xml(name))

    def type(self, name: str) -> str:
        """The content type of a part; empty where none is given."""
        ending = f".{name.rpartition('.')[2].lower()}"
        return self.types.get(f"/{name}".lower(), self.types.get(ending, ""))


def open_archive(content: bytes, guest: Guest) -> Archive:
    """Unpack a Word file from outside.

    Args:
        content: Its bytes.
        guest: What it is taken in as.

    Raises:
        UnfitFile: It is no Word document, too large, damaged or unsafe.
    """
    try:
        parts = unpacked(content)
    except UnfitZipError as unfit:
        raise _unfit(unfit, guest) from unfit
    trees = {name: _tree(name, part, guest) for name, part in parts.items() if name.lower().endswith((".xml", ".rels"))}
    if "[Content_Types].xml" not in trees:
        raise guest.unread(f"The {guest.called} is a zip, but no Word document.")
    types = _types(trees["[Content_Types].xml"])
    refuse_dangers(parts, trees, types, guest)
    related = {_source(name): _related(name, tree) for name, tree in trees.items() if _is_related(name)}
    archive = Archive(guest, parts, related, types, trees)
    _refuse_other_documents(archive)
    return archive


def _unfit(unfit: UnfitZipError, guest: Guest) -> UnfitFile:
    if unfit.fault is not Fault.LARGE:
        return guest.unread(f"The {guest.called} {_SAYS[unfit.fault]}")
    return UnfitFile(
        guest.large,
        f"The {guest.called} unpacks to {unfit.amount}; {LARGEST // 1_000_000} MB and {MOST_PARTS} parts are read.",
        f"Use a file that holds the {guest.called} alone, with smaller pictures.",
    )


def _tree(name: str, part: bytes, guest: Guest) -> Element:
    """Parse a part without entities and without a network."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    declared = any("<!DOCTYPE".encode(encoding) in part for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
    try:
        root = None if declared else etree.fromstring(part, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None or root.getroottree().docinfo.internalDTD is not None:
        raise guest.unread(f"A part of the {guest.called} cannot be read: {printable(name)}.")
    return root


def _types(tree: Element) -> dict[str, str]:
    """Content types by part (``/word/document.xml``) and by ending (``.png``)."""
    types: dict[str, str] = {}
    for each in tree.iter(f"{{{TYPES}}}Default", f"{{{TYPES}}}Override"):
        key = each.get("PartName") or f".{each.get('Extension', '')}"
        types[key.lower()] = each.get("ContentType", "")
    return types


def _is_related(name: str) -> bool:
    return posixpath.basename(posixpath.dirname(name)) == "_rels" and name.endswith(".rels")


def _source(name: str) -> str:
    """The part whose relationships a part holds; empty for those of the whole package."""
    folder, base = posixpath.split(name)
    return posixpath.join(posixpath.dirname(folder), base.removesuffix(".rels"))


def _related(name: str, tree: Element) -> dict[str, Related]:
    folder = posixpath.dirname(_source(name))
    return {
        each.get("Id", ""): Related(
            each.get("Type", "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, unquote(each.get("Target", "")))).lstrip("/"),
        )
        for each in tree.iter(f"{{{RELATIONSHIPS}}}Relationship")
    }


def _refuse_other_documents(archive: Archive) -> None:
    type_ = archive.type(archive.main) if archive.main in archive.trees else ""
    if type_ == f"{WORD}.document.main+xml":
        return
    template = type_ == f"{WORD}.template.main+xml"
    what = "is a template (.dotx)" if template else "is a zip, but no Word document"
    raise archive.guest.unread(f"The {archive.guest.called} {what}.")
