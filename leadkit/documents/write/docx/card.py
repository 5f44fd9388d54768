"""The two sides of a card: a head across the sheet, then the text of each side in two columns."""

from __future__ import annotations

from copy import deepcopy

from leadkit.documents.write.columns import CARD_GUTTER
from leadkit.documents.write.docx.xml import Element, W, element


def column_width(width: int) -> int:
    """How wide a column of a text of a width is, in twentieths of a point."""
    return (width - CARD_GUTTER) // 2


def laid_out(front: list[Element], sides: list[list[Element]], page: Element) -> list[Element]:
    """Lay a card out: ``page``, the properties of the last section, becomes those of the last side.

    A section's properties stand in its last paragraph and say how it begins.
    """
    _end(front, page, "nextPage", columns=1)
    for index, side in enumerate(sides[:-1]):
        _end(side, page, _begins(index), columns=2)
    _set(page, _begins(len(sides) - 1), columns=2)
    return [*front, *(each for side in sides for each in side)]


def _begins(side: int) -> str:
    """Below the head, or on the back of the sheet."""
    return "nextPage" if side else "continuous"


def _end(part: list[Element], page: Element, begins: str, *, columns: int) -> None:
    properties = part[-1].find(f"{{{W}}}pPr")
    assert properties is not None
    own = deepcopy(page)
    _set(own, begins, columns)
    properties.append(own)


def _set(page: Element, begins: str, columns: int) -> None:
    """Set how a section begins and its columns; the schema wants the first before the size of the page."""
    size = page.find(f"{{{W}}}pgSz")
    margins = page.find(f"{{{W}}}pgMar")
    assert size is not None
    assert margins is not None
    size.addprevious(element("type", val=begins))
    margins.addnext(element("cols", num=columns, space=CARD_GUTTER))
