"""Opening a letterhead: a zip from outside, of which nothing may be believed."""

from __future__ import annotations

import posixpath
from copy import deepcopy
from dataclasses import dataclass, field
from urllib.parse import unquote

from lxml import etree

from leadkit.documents.codes import BAD_LETTERHEAD, LARGE_LETTERHEAD
from leadkit.documents.letterhead import UnfitLetterhead
from leadkit.documents.text import printable
from leadkit.documents.write.docx.letterhead.dangers import refuse_dangers
from leadkit.documents.write.docx.opc import RELATIONSHIPS, TYPES, WORD
from leadkit.documents.write.docx.xml import Element
from leadkit.source.packed import LARGEST, MOST_PARTS, Fault, UnfitZipError, unpacked

SAVE = "Open the letterhead in Word and save it anew as a Word Document (.docx)."
_SAYS = {
    Fault.OLD: "The letterhead is in Word's old format (.doc) or protected by a password.",
    Fault.ENCRYPTED: "The letterhead is protected by a password.",
    Fault.TWICE: "The letterhead holds two parts of the same name.",
    Fault.DAMAGED: "The letterhead is no Word document, or the file is damaged.",
}


@dataclass(frozen=True, slots=True)
class Related:
    """How one part points at another: the last word of the relationship's type, and the part."""

    kind: str
    target: str


@dataclass(frozen=True)
class Archive:
    """The parts of a letterhead by name, and what each points at by the id of the relationship."""

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
            raise UnfitLetterhead(BAD_LETTERHEAD, f"The letterhead lacks its part {printable(name)}.", SAVE)
        return self.trees[name]

    def copy(self, name: str) -> Element:
        """A tree of a part that may be changed."""
        return deepcopy(self.xml(name))

    def type(self, name: str) -> str:
        """The content type of a part; empty where none is given."""
        ending = f".{name.rpartition('.')[2].lower()}"
        return self.types.get(f"/{name}".lower(), self.types.get(ending, ""))


def open_archive(content: bytes) -> Archive:
    """Unpack a letterhead.

    Raises:
        UnfitLetterhead: It is no Word document, too large, damaged or unsafe.
    """
    try:
        parts = unpacked(content)
    except UnfitZipError as unfit:
        raise _unfit(unfit) from unfit
    trees = {name: _tree(name, part) for name, part in parts.items() if name.lower().endswith((".xml", ".rels"))}
    if "[Content_Types].xml" not in trees:
        raise UnfitLetterhead(BAD_LETTERHEAD, "The letterhead is a zip, but no Word document.", SAVE)
    types = _types(trees["[Content_Types].xml"])
    refuse_dangers(parts, trees, types)
    archive = Archive(parts, {_source(name): _related(name, tree) for name, tree in trees.items() if _is_related(name)},
                      types, trees)  # fmt: skip
    _refuse_other_documents(archive)
    return archive


def _unfit(unfit: UnfitZipError) -> UnfitLetterhead:
    if unfit.fault is not Fault.LARGE:
        return UnfitLetterhead(BAD_LETTERHEAD, _SAYS[unfit.fault], SAVE)
    return UnfitLetterhead(
        LARGE_LETTERHEAD,
        f"The letterhead unpacks to {unfit.amount}; {LARGEST // 1_000_000} MB and {MOST_PARTS} parts are read.",
        "Use a file that holds the letterhead alone, with smaller pictures.",
    )


def _tree(name: str, part: bytes) -> Element:
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
        raise UnfitLetterhead(BAD_LETTERHEAD, f"A part of the letterhead cannot be read: {printable(name)}.", SAVE)
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
    message = "The letterhead is a template (.dotx)." if template else "The letterhead is a zip, but no Word document."
    raise UnfitLetterhead(BAD_LETTERHEAD, message, SAVE)
