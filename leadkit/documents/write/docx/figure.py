"""A figure as a picture in DrawingML (ISO/IEC 29500-1, 20.4 and 20.2), with what stands for it where it is not seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from leadkit.documents.tree.plain import alternative, inline_text
from leadkit.documents.write.docx.xml import Element, R, element
from leadkit.documents.write.drawing import drawn
from leadkit.documents.write.picture import png

if TYPE_CHECKING:
    from collections.abc import Callable

    from leadkit.documents.tree.blocks import Figure
    from leadkit.documents.write.drawing import Drawing

WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_EMU = 12700
"""English metric units in a point."""


class Pictures:
    """The pictures of one document, each a part of its package."""

    def __init__(self, attach: Callable[[bytes], str]) -> None:
        self._attach = attach
        self._count = 0

    def run(self, figure: Figure, widest: float) -> Element:
        """The run that shows a figure, no wider than ``widest`` points."""
        drawing = drawn(figure)
        self._count += 1
        return _run(figure, drawing, self._attach(png(drawing)), self._count, widest)


def _run(figure: Figure, drawing: Drawing, part: str, number: int, widest: float) -> Element:
    scale = min(1.0, widest / drawing.shown_width)
    size = {
        "cx": str(round(drawing.shown_width * scale * _EMU)),
        "cy": str(round(drawing.shown_height * scale * _EMU)),
    }
    told = {"id": str(number), "name": f"Figure {number}", "descr": alternative(figure)}
    inline = _made(WP, "inline", distT="0", distB="0", distL="0", distR="0")
    _below(inline, WP, "extent", **size)
    _below(inline, WP, "docPr", **told, title=inline_text(figure.caption))
    _below(inline, WP, "cNvGraphicFramePr")
    data = _below(_below(inline, A, "graphic"), A, "graphicData", uri=PIC)
    shown = _below(data, PIC, "pic")
    names = _below(shown, PIC, "nvPicPr")
    _below(names, PIC, "cNvPr", **told)
    _below(names, PIC, "cNvPicPr")
    fill = _below(shown, PIC, "blipFill")
    _below(fill, A, "blip").set(f"{{{R}}}embed", part)
    _below(_below(fill, A, "stretch"), A, "fillRect")
    form = _below(shown, PIC, "spPr")
    place = _below(form, A, "xfrm")
    _below(place, A, "off", x="0", y="0")
    _below(place, A, "ext", **size)
    _below(_below(form, A, "prstGeom", prst="rect"), A, "avLst")
    return element("r", element("drawing", inline))


def _made(space: str, name: str, /, **attributes: str) -> Element:
    made = etree.Element(f"{{{space}}}{name}", nsmap={"wp": WP, "a": A, "pic": PIC})
    for attribute, value in attributes.items():
        made.set(attribute, value)
    return made


def _below(parent: Element, space: str, name: str, /, **attributes: str) -> Element:
    made = _made(space, name, **attributes)
    parent.append(made)
    return made
