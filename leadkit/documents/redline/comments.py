"""One comment for each clause that differs, at its first line: which field of the program made it differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from leadkit.documents.compare.comparison import Change, ClauseChange, Comparison
from leadkit.documents.redline.reasons import NUMBERS, reasons, what_happened
from leadkit.documents.write.docx.identity import clause_bookmark
from leadkit.documents.write.docx.opc import WORD
from leadkit.documents.write.docx.xml import Element, R, W, element, run

if TYPE_CHECKING:
    from docx.document import Document as Package


def comment(package: Package, text: Sequence[Element], comparison: Comparison, author: str, when: str) -> None:
    """Put a comment at each clause that differs; the first also tells how numbers read in a redline."""
    places = _first_paragraphs(text)
    told: list[Element] = []
    for clause in comparison.clauses:
        place = places.get(clause_bookmark(clause.id))
        if place is None or not _differs(clause, places):
            continue
        lines = [what_happened(clause), *reasons(clause), *([] if told else [NUMBERS])]
        _anchor(place, len(told))
        told.append(_comment(len(told), lines, author, when))
    if told:
        _attach(package, told)


def _differs(clause: ClauseChange, places: dict[str, Element]) -> bool:
    """Whether a clause has other words, or stands elsewhere: its old place is then marked under another name."""
    return clause.change is not Change.KEPT or clause_bookmark(f"was:{clause.id}") in places


def _first_paragraphs(text: Sequence[Element]) -> dict[str, Element]:
    """The first paragraph of each clause, by the clause's bookmark."""
    found: dict[str, Element] = {}
    waiting: list[str] = []
    for root in text:
        for each in root.iter(f"{{{W}}}p", f"{{{W}}}bookmarkStart"):
            if each.tag == f"{{{W}}}bookmarkStart":
                waiting.append(each.get(f"{{{W}}}name", ""))
                parent = each.getparent()
                if parent is None or parent.tag != f"{{{W}}}p":
                    continue
                found |= dict.fromkeys(waiting, parent)
            else:
                found |= dict.fromkeys(waiting, each)
            waiting = []
    return found


def _anchor(paragraph: Element, number: int) -> None:
    """Put a comment at a paragraph: around its words, or among them where they come and go with it.

    LibreOffice would join the paragraphs around a comment that stands beside words which come and go.
    """
    mark = element("r", element("commentReference", id=number))
    whole = _whole(paragraph)
    if whole is not None:
        whole.append(mark)
        return
    paragraph.insert(1, element("commentRangeStart", id=number))
    paragraph.append(element("commentRangeEnd", id=number))
    paragraph.append(mark)


def _whole(paragraph: Element) -> Element | None:
    """The words of a paragraph that was added or removed as a whole."""
    if paragraph.find(f"{{{W}}}pPr/{{{W}}}rPr") is None:
        return None
    return next(paragraph.iterchildren(f"{{{W}}}ins", f"{{{W}}}del"), None)


def _comment(number: int, lines: Sequence[str], author: str, when: str) -> Element:
    paragraphs = [element("p", run(line)) for line in lines]
    return element("comment", *paragraphs, id=number, author=author, date=when, initials=author[:1])


def _attach(package: Package, told: list[Element]) -> None:
    content = etree.tostring(element("comments", *told), xml_declaration=True, encoding="UTF-8", standalone=True)
    main = package.part
    part = Part(PackURI("/word/comments.xml"), f"{WORD}.comments+xml", content, main.package)
    main.relate_to(part, f"{R}/comments")
