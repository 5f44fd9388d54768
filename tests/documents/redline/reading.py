"""A reader of tracked changes that knows nothing of how leadkit writes them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Hashable
from copy import deepcopy
from itertools import count

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ACCEPTED, REJECTED = ("del", "ins"), ("ins", "del")
"""What goes and what stays where all changes are accepted, and where all are rejected."""

Element = etree._Element
Line = tuple[Hashable, ...]


def body_of(file: bytes) -> Element:
    """The body of a Word file."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        body = etree.fromstring(archive.read("word/document.xml")).find(f"{W}body")
    assert body is not None
    return body


def revisions(file: bytes) -> list[Element]:
    """Every tracked change."""
    return list(body_of(file).iter(f"{W}ins", f"{W}del"))


def lines(file: bytes, version: tuple[str, str] | None = None) -> list[Line]:
    """Each paragraph with style, numbering and words, and each table row by row; in one version of a redline.

    Empty paragraphs at the end are left out.
    """
    body = deepcopy(body_of(file))
    if version:
        _resolve(body, *version)
    lists: dict[str, int] = {}
    numbers = count(1)
    # LibreOffice puts contents into a frame of their own
    tops = (inner for each in body for inner in (each.iter(f"{W}p") if each.tag == f"{W}sdt" else (each,)))
    found = [_line(each, lists, numbers) for each in tops if each.tag in (f"{W}p", f"{W}tbl")]
    while found and found[-1][-1] == "":
        found.pop()
    return found


def _resolve(body: Element, gone: str, stays: str) -> None:
    for row in list(body.iter(f"{W}tr")):
        if row.find(f"{W}trPr/{W}{gone}") is not None:
            _drop(row)
    for table in list(body.iter(f"{W}tbl")):
        if table.find(f"{W}tr") is None:
            _drop(table)
    left_over: list[Element] = []
    for paragraph in list(body.iter(f"{W}p")):
        for each in list(paragraph.iter(f"{W}{gone}")):
            if each.getparent().tag != f"{W}rPr":  # type: ignore[union-attr]
                _drop(each)
        for each in list(paragraph.iter(f"{W}{stays}")):
            parent = each.getparent()
            assert parent is not None
            parent[parent.index(each) : parent.index(each) + 1] = list(each)
        if left_over:
            paragraph[1:1] = left_over
            left_over = []
        if paragraph.find(f"{W}pPr/{W}rPr/{W}{gone}") is not None:
            # the mark goes: what is left of the paragraph stands at the beginning of the next
            left_over = [
                each for each in paragraph if each.tag == f"{W}r" and each.find(f"{W}commentReference") is None
            ]
            _drop(paragraph)
    assert not left_over, "the last paragraph went, with words in it"


def _drop(each: Element) -> None:
    parent = each.getparent()
    assert parent is not None
    parent.remove(each)


def _line(each: Element, lists: dict[str, int], numbers: count[int]) -> Line:
    if each.tag == f"{W}tbl":
        rows = each.iterchildren(f"{W}tr")
        return "table", *(tuple(_words(cell) for cell in row.iterchildren(f"{W}tc")) for row in rows), "table"
    style = each.find(f"{W}pPr/{W}pStyle")
    level, number = each.find(f"{W}pPr/{W}numPr/{W}ilvl"), each.find(f"{W}pPr/{W}numPr/{W}numId")
    numbering: Hashable = None
    if level is not None and number is not None:
        # which list it is, by when it began: its number in the file says nothing
        began = lists.setdefault(number.get(f"{W}val", ""), next(numbers))
        numbering = level.get(f"{W}val"), list(lists.values()).index(began)
    return "paragraph", style.get(f"{W}val") if style is not None else "", numbering, _words(each)


def _words(part: Element) -> str:
    """What is read: the words, with the cached results of fields, and no instructions."""
    signs = {f"{W}tab": "\t", f"{W}br": "\n"}
    kinds = (f"{W}t", f"{W}delText", f"{W}tab", f"{W}br")
    return "".join(signs.get(each.tag, each.text or "") for each in part.iter(*kinds) if _is_read(each))


def _is_read(each: Element) -> bool:
    """Whether it is part of a run, and no tab stop; a new page is none of the words."""
    parent = each.getparent()
    return parent is not None and parent.tag == f"{W}r" and each.get(f"{W}type") != "page"
