"""A drawing as a picture of points, for programs that show no drawings in lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typst

from leadkit.documents.write.fonts import own_fonts

if TYPE_CHECKING:
    from leadkit.documents.write.drawing import Drawing

_POINTS_PER_INCH = 220.0
_PAGE = b"""
#set page(width: float(sys.inputs.width) * 1pt, height: float(sys.inputs.height) * 1pt, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg", width: 100%)
"""


def png(drawing: Drawing) -> bytes:
    """The drawing as PNG; the same drawing gives the same bytes, since only our own fonts are used."""
    made = typst.compile(
        _PAGE, format="png", ppi=_POINTS_PER_INCH, font_paths=own_fonts(), ignore_system_fonts=True,
        sys_inputs={"svg": drawing.svg, "width": str(drawing.width), "height": str(drawing.height)},
    )  # fmt: skip
    assert isinstance(made, bytes)
    return made
