"""The record inside a returned file: what it was built with."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from leadkit.documents.guest import UnfitFile
from leadkit.documents.returned.codes import NO_RECORD, OTHER_VERSION
from leadkit.documents.returned.marks import mark, without_marks
from leadkit.documents.write.docx.archive import Archive
from leadkit.documents.write.docx.record import FAMILY, NAMESPACE
from leadkit.documents.write.docx.xml import Element

_BUILD = "Build the document anew with leadkit build, and let counsel edit that file."


@dataclass(frozen=True, slots=True)
class RecordedClause:
    """A clause as the file was built with it.

    Attributes:
        id: Its id.
        bookmark: The bookmark around it.
        lines: Its lines, with a mark for the number of each reference.
    """

    id: str
    bookmark: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """What the file was built with.

    Attributes:
        document: What the program called the document.
        program: What the program calls itself.
        on: The day that it printed, as written.
        leadkit: The version that built it.
        fingerprint: The fingerprint of its text.
        front: The lines before the text.
        articles: The title of each article by its bookmark.
        clauses: Its clauses, in order.
        numbers: The number of each reference by its bookmark.
        margins: The lines at the head and foot of its pages, each with whether leadkit put it there.
        pictures: How many pictures a header or footer had at most.
    """

    document: str
    program: str
    on: str
    leadkit: str
    fingerprint: str
    front: tuple[str, ...]
    articles: dict[str, str]
    clauses: tuple[RecordedClause, ...]
    numbers: dict[str, str]
    margins: dict[str, bool] = field(default_factory=dict)
    pictures: int = 0


def read_record(archive: Archive) -> Record:
    """Find the record of a file and read it.

    Raises:
        UnfitFile: There is none, it is of another version, or somebody changed it.
    """
    roots = [tree for tree in archive.trees.values() if str(tree.tag).startswith(f"{{{FAMILY}")]
    if not roots:
        raise UnfitFile(
            NO_RECORD,
            "The file carries no record of what leadkit built: it is an adopted text, or from another program.",
            "Send counsel the draft that leadkit build writes, and review that file; an adopted text is amended.",
        )
    root = roots[0]
    if root.tag != f"{{{NAMESPACE}}}clauses" or len(roots) > 1:
        raise UnfitFile(
            OTHER_VERSION, "The file was built by another version of leadkit, whose record is not read.", _BUILD
        )
    try:
        return _record(root)
    except (KeyError, ValueError, IndexError) as trouble:
        raise UnfitFile(OTHER_VERSION, "The record in the file is damaged or was changed.", _BUILD) from trouble


def _record(root: Element) -> Record:
    numbers: dict[str, str] = {}
    clauses = tuple(_clause(each, numbers) for each in root.iter(f"{{{NAMESPACE}}}clause"))
    if not clauses or len({each.id for each in clauses}) != len(clauses):
        raise ValueError("clauses")
    return Record(
        document=_said(root, "document"),
        program=_said(root, "program"),
        on=_said(root, "on"),
        leadkit=_said(root, "leadkit"),
        fingerprint=_said(root, "fingerprint"),
        front=(
            *(each.text or "" for each in root.iter(f"{{{NAMESPACE}}}front")),
            *(_open(each, numbers) for each in root.iter(f"{{{NAMESPACE}}}open")),
        ),
        articles={_said(each, "bookmark"): each.text or "" for each in root.iter(f"{{{NAMESPACE}}}article")},
        clauses=clauses,
        numbers=numbers,
        margins={each.text or "": _said(each, "own") == "yes" for each in root.iter(f"{{{NAMESPACE}}}margin")},
        pictures=int(root.get("pictures", "0")),
    )


def _open(element: Element, numbers: dict[str, str]) -> str:
    """A line of the list of what is open, with a mark for the number of the place."""
    label, number, bookmark = (_said(element, name) for name in ("label", "number", "bookmark"))
    if number:
        numbers[bookmark] = number
    at = f"{label} {mark(bookmark)}".strip() if number else label
    return f"{at} {without_marks(element.text or '')}".strip()


def _clause(element: Element, numbers: dict[str, str]) -> RecordedClause:
    words = element.find(f"{{{NAMESPACE}}}text")
    text = (words.text or "") if words is not None else ""
    if hashlib.sha256(text.encode("utf-8")).hexdigest() != _said(element, "sha256"):
        raise ValueError("sha256")
    pieces: list[str] = []
    done = 0
    for each in element.iter(f"{{{NAMESPACE}}}reference"):
        start, end = int(_said(each, "start")), int(_said(each, "end"))
        if not done <= start <= end <= len(text):
            raise ValueError("reference")
        numbers[_said(each, "bookmark")] = text[start:end]
        pieces += [without_marks(text[done:start]), mark(_said(each, "bookmark"))]
        done = end
    lines = "".join([*pieces, without_marks(text[done:])]).split("\n")
    return RecordedClause(_said(element, "id"), _said(element, "bookmark"), tuple(lines))


def _said(element: Element, name: str) -> str:
    """An attribute that must be there."""
    return str(element.attrib[name])
