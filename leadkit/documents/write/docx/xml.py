"""Elements of WordprocessingML (ISO/IEC 29500-1), made by hand."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = {"w": W, "r": R}
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Element = etree._Element

_HOME = [etree.Element("home", nsmap=_NAMESPACES)]


def begin_file() -> None:
    """Make what follows in a document of its own: lxml counts the names that it makes up for namespaces in each."""
    _HOME[0] = etree.Element("home", nsmap=_NAMESPACES)


def element(tag: str, *children: Element | None, **attributes: str | int) -> Element:
    """Make ``w:tag`` with attributes of the same namespace; children that are None are left out.

    All elements of a file are made below one, until they are put in their place: a document for each of them takes
    twice as long.
    """
    made = etree.SubElement(_HOME[0], _named(tag))
    for name, value in attributes.items():
        made.set(_named(name), str(value))
    made.extend([child for child in children if child is not None])
    return made


@cache
def _named(name: str) -> str:
    return f"{{{W}}}{name.rstrip('_')}"


def text_element(tag: str, text: str) -> Element:
    """Make ``w:t`` or ``w:instrText`` with its spaces kept."""
    made = element(tag)
    made.text = text
    made.set(_XML_SPACE, "preserve")
    return made


def run(text: str, properties: Element | None = None) -> Element:
    """Make a run of text."""
    return element("r", properties, text_element("t", text))


def line_break() -> Element:
    """Make a run that begins a new line in the same paragraph."""
    return element("r", element("br"))


def tab() -> Element:
    """Make a run that goes to the next tab stop."""
    return element("r", element("tab"))


def run_properties(*, style: str = "", bold: bool = False, italic: bool = False, locale: str = "") -> Element | None:
    """Make ``w:rPr`` with its children in the order of the schema; None where nothing is set."""
    children = [
        element("rStyle", val=style) if style else None,
        element("b") if bold else None,
        element("i") if italic else None,
        element("lang", val=locale) if locale else None,
    ]
    return element("rPr", *children) if any(each is not None for each in children) else None


def paragraph(
    style: str, *content: Element, numbering: tuple[int, int] | None = None, left: int | None = None,
    hanging: int | None = None, keep_next: bool = False,
) -> Element:  # fmt: skip
    """Make a paragraph.

    Args:
        style: Id of its style.
        content: Runs, fields and bookmarks.
        numbering: Number and level, where they do not come from the style.
        left: Indent from the left margin in twentieths of a point, where it does not come from the style.
        hanging: How far its first line begins to the left of ``left``.
        keep_next: Keep it on one page with the next paragraph.
    """
    properties = element(
        "pPr",
        element("pStyle", val=style),
        element("keepNext") if keep_next else None,
        _numbering(numbering) if numbering else None,
        _indent(left, hanging) if left is not None else None,
    )
    return element("p", properties, *content)


def _numbering(numbering: tuple[int, int]) -> Element:
    number, level = numbering
    return element("numPr", element("ilvl", val=level), element("numId", val=number))


def _indent(left: int, hanging: int | None) -> Element:
    return element("ind", left=left) if hanging is None else element("ind", left=left, hanging=hanging)


def keep_with_next(paragraphs: Iterable[Element]) -> None:
    """Keep each of some paragraphs, which have a style, on one page with what follows it."""
    for each in paragraphs:
        properties = each.find(f"{{{W}}}pPr")
        assert properties is not None
        if properties.find(f"{{{W}}}keepNext") is None:
            properties.insert(1, element("keepNext"))


def space_after(made: Element, twentieths: int) -> Element:
    """Leave room below a paragraph that has a style and nothing else, in twentieths of a point."""
    properties = made.find(f"{{{W}}}pPr")
    assert properties is not None
    properties.append(element("spacing", after=twentieths))
    return made


def ruled_below(made: Element) -> Element:
    """Draw a line below a paragraph that has a style and nothing else."""
    properties = made.find(f"{{{W}}}pPr")
    assert properties is not None
    properties.append(element("pBdr", element("bottom", val="single", sz=8, space=4, color="404040")))
    return made


def page_break_before(made: Element) -> Element:
    """Make a paragraph begin a page."""
    properties = made.find(f"{{{W}}}pPr")
    assert properties is not None
    before = {f"{{{W}}}{name}" for name in ("pStyle", "keepNext", "keepLines")}
    place = sum(1 for child in properties if child.tag in before)
    properties.insert(place, element("pageBreakBefore"))
    return made
