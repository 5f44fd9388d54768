"""Tracked changes (ISO/IEC 29500-1, 17.13.5): what one of two versions of a text alone has."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

from leadkit.documents.tree.change import Change
from leadkit.documents.write.docx.xml import Element, W, element

_TAGS = {Change.ADDED: "ins", Change.REMOVED: "del"}
_DELETED = {f"{{{W}}}t": f"{{{W}}}delText", f"{{{W}}}instrText": f"{{{W}}}delInstrText"}
_RUN, _LINK, _PROPERTIES = f"{{{W}}}r", f"{{{W}}}hyperlink", f"{{{W}}}pPr"
_BOOKMARKS = f"{{{W}}}bookmarkStart", f"{{{W}}}bookmarkEnd"


def tracked(content: Iterable[Element], change: Change) -> list[Element]:
    """Runs as inserted or deleted; bookmarks among them stay as they are, and a link is kept around its runs."""
    tag = _TAGS.get(change)
    made: list[Element] = []
    for each in content:
        if tag is None or each.tag not in (_RUN, _LINK):
            made.append(each)
        elif each.tag == _LINK:
            each[:] = tracked(list(each), change)
            made.append(each)
        else:
            if not (made and made[-1].tag == f"{{{W}}}{tag}"):
                made.append(element(tag))
            made[-1].append(_deleted(each) if change is Change.REMOVED else each)
    return made


def _deleted(run: Element) -> Element:
    for part in run:
        part.tag = _DELETED.get(part.tag, part.tag)
    return run


def revised(paragraph: Element, change: Change) -> Element:
    """A paragraph as inserted or deleted, with the mark at its end."""
    tag = _TAGS.get(change)
    if tag is None:
        return paragraph
    properties, *content = paragraph
    assert properties.tag == _PROPERTIES
    properties.append(element("rPr", element(tag)))
    paragraph[:] = [properties, *tracked(content, change)]
    return paragraph


def is_added(paragraph: Element) -> bool:
    """Whether a paragraph was added as a whole."""
    return paragraph.find(f"{{{W}}}pPr/{{{W}}}rPr/{{{W}}}ins") is not None


def revised_row(row: Element, change: Change) -> Element:
    """A row of a table as inserted or deleted, with everything in it."""
    tag = _TAGS.get(change)
    if tag is None:
        return row
    properties, *cells = row
    properties.append(element(tag))
    for cell in cells:
        for paragraph in cell.iterchildren(f"{{{W}}}p"):
            revised(paragraph, change)
    return row


def sign(text: Iterable[Element], author: str, when: str) -> None:
    """Give every tracked change its author, its time, and a number that nothing else in the text has."""
    text = list(text)
    taken = {each.get(f"{{{W}}}id") for root in text for each in root.iter(*_BOOKMARKS)}
    numbers = (str(number) for number in count(1) if str(number) not in taken)
    for root in text:
        for each in root.iter(f"{{{W}}}ins", f"{{{W}}}del"):
            each.set(f"{{{W}}}id", next(numbers))
            each.set(f"{{{W}}}author", author)
            each.set(f"{{{W}}}date", when)
