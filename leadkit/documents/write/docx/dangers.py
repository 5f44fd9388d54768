"""What refuses a Word file from outside: everything that runs, is fetched, or was put inside from another program."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from leadkit.documents.guest import Guest, UnfitFile
from leadkit.documents.text import printable
from leadkit.documents.write.docx.opc import RELATIONSHIPS
from leadkit.documents.write.docx.xml import Element, W

_MACROS = re.compile("vbaproject|vbadata|macroenabled", re.IGNORECASE)
_OBJECTS = {
    "oleObject", "package", "control", "activeXControlBinary", "aFChunk", "subDocument", "attachedTemplate",
    "attachedToolbars", "keyMapCustomizations", "mailMergeSource", "mailMergeHeaderSource", "frame",
}  # fmt: skip
# Fields that bring in, start or talk to something else when they are brought up to date (ISO/IEC 29500-1, 17.16.5).
_FIELDS = frozenset((
    "INCLUDE", "INCLUDEPICTURE", "INCLUDETEXT", "IMPORT", "LINK", "DDE", "DDEAUTO", "DATABASE", "EMBED", "MACROBUTTON",
    "RD", "CONTROL",
))  # fmt: skip
_CLOCK = frozenset(("DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE", "EDITTIME"))
_NAME = re.compile(r"[\s\"]*([A-Za-z]+)")
_SHOWN = 80
_UNLINK = "In Word, click on the field and press Ctrl+Shift+F9: its text stays and the field goes."


def refuse_dangers(parts: Iterable[str], trees: Mapping[str, Element], types: Mapping[str, str], guest: Guest) -> None:
    """Refuse a file for what any part of it holds, used or not.

    Args:
        parts: The names of all parts.
        trees: Those that are XML.
        types: Their content types.
        guest: What it is taken in as.

    Raises:
        UnfitFile: The first danger found.
    """
    if any(_MACROS.search(each) for each in (*parts, *types.values())):
        raise _unsafe(guest, "holds macros", _structure(guest))
    for tree in trees.values():
        for each in tree.iter(f"{{{RELATIONSHIPS}}}Relationship"):
            _refuse_relationship(each, guest)
        _refuse_fields(tree, guest)


def _refuse_relationship(each: Element, guest: Guest) -> None:
    kind = each.get("Type", "").rpartition("/")[2]
    if _MACROS.search(kind):
        raise _unsafe(guest, "holds macros", _structure(guest))
    if each.get("TargetMode", "Internal") != "Internal":
        if kind in guest.outward:
            return
        target = printable(each.get("Target", ""))[:_SHOWN]
        if kind == "hyperlink":
            remedy = "Remove the link in Word (right-click, Remove Hyperlink); the address stays as text."
        else:
            remedy = "Put the picture itself into the file, and choose no template for it."
        raise _unsafe(guest, f"points at something outside the file: {target}", remedy)
    if kind in _OBJECTS:
        raise _unsafe(guest, f"holds something from another program ({kind})", _structure(guest))


def _refuse_fields(tree: Element, guest: Guest) -> None:
    for name in _FIELDS.intersection(_fields(tree)):
        raise _unsafe(guest, f"has a field that reaches outside the file: {name}", _UNLINK)


def refuse_clock(tree: Element, guest: Guest) -> None:
    """Refuse a header or footer that shows another date on every day that the document is opened.

    Raises:
        UnfitFile: It has such a field.
    """
    for name in _CLOCK.intersection(_fields(tree)):
        message = f"The header or footer of the {guest.called} shows the date of the day: {name}."
        raise UnfitFile(guest.unsafe, message, "Delete the field; the document says itself of which day it is.")


def _fields(tree: Element) -> list[str]:
    """The names of all fields; an instruction may be cut into any number of runs, so it is put together first."""
    instructions = [""]
    for each in tree.iter(f"{{{W}}}fldChar", f"{{{W}}}instrText", f"{{{W}}}fldSimple"):
        if each.get(f"{{{W}}}fldCharType") == "begin":
            instructions.append("")
        instructions[-1] += each.text or "" if each.tag == f"{{{W}}}instrText" else ""
        if each.get(f"{{{W}}}instr"):
            instructions += [each.get(f"{{{W}}}instr", ""), ""]
    return [found[1].upper() for each in instructions if (found := _NAME.match(each))]


def _unsafe(guest: Guest, what: str, remedy: str) -> UnfitFile:
    return UnfitFile(guest.unsafe, f"The {guest.called} {what}.", remedy)


def _structure(guest: Guest) -> str:
    return f"Save the {guest.called} in Word as a Word Document (.docx), without macros and without embedded objects."
