"""What a style of a letterhead takes from ours: numbers, outline level, place; not fonts, sizes and colours."""

from __future__ import annotations

from copy import deepcopy

from leadkit.documents.write.docx.letterhead import order
from leadkit.documents.write.docx.xml import Element, W, element

_FLOW, _PLACEMENT = ("keepNext", "keepLines", "pageBreakBefore", "framePr"), ("tabs", "ind")
_BODY_TEXT = 9
"""The outline level of a paragraph that is no heading."""


def adopt(known: Element, ours: Element) -> None:
    """Give a style of the letterhead what our text relies on; how it looks stays as it is.

    What ours has not must be said to be none, for the letterhead's style may be based on a heading.
    """
    properties, given = order.child(known, "pPr", order.STYLE), ours.find(f"{{{W}}}pPr")
    wanted = {} if given is None else {str(each.tag).rpartition("}")[2]: each for each in given}
    _take(properties, "numPr", wanted.get("numPr", no_number()))
    _take(properties, "outlineLvl", wanted.get("outlineLvl", element("outlineLvl", val=_BODY_TEXT)))
    for name in _FLOW:
        _take(properties, name, wanted.get(name))
    for name in _PLACEMENT:
        # A numbered style is placed by its number; another one keeps its place unless ours needs one.
        if name in wanted or "numPr" in wanted:
            _take(properties, name, wanted.get(name))


def no_number() -> Element:
    """The property of a style that has no number, whatever it is based on."""
    return element("numPr", element("numId", val=0))


def _take(properties: Element, name: str, wanted: Element | None) -> None:
    """Set a property as it is wanted, or take it out."""
    remove(properties, name)
    if wanted is not None:
        order.put(properties, deepcopy(wanted), order.PARAGRAPH)


def remove(parent: Element, name: str) -> None:
    """Take out every child of a name."""
    for each in parent.findall(f"{{{W}}}{name}"):
        parent.remove(each)
