"""The page of a letterhead: that of its last section, with the headers and footers that hold there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from leadkit.documents.codes import BAD_LETTERHEAD
from leadkit.documents.guest import UnfitFile
from leadkit.documents.write.columns import MARGIN, PAGE_HEIGHT, PAGE_WIDTH
from leadkit.documents.write.docx.xml import Element, R, W, element

LEAST_WIDTH, LEAST_HEIGHT = 5760, 4320
"""The smallest space for text, in twentieths of a point: four inches by three."""

_KEPT = ("pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType", "titlePg", "docGrid")
_SIZE = re.compile("[0-9]{1,5}")
_MAY_BE_NEGATIVE = ("top", "bottom")
"""Word writes these below nought where a header may run into the text."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page.

    Attributes:
        properties: What of ``w:sectPr`` is kept, in the order of the schema.
        references: The id of the relationship to each header and footer, by ``header`` or ``footer`` and its type.
        text_width: How wide its text is, in twentieths of a point.
    """

    properties: tuple[Element, ...]
    references: dict[tuple[str, str], str]
    text_width: int

    @property
    def own_first_page(self) -> bool:
        """Whether its first page has a header and footer of its own."""
        return any(on(each) for each in self.properties if each.tag == f"{{{W}}}titlePg")


def on(toggle: Element | None) -> bool:
    """Whether an element that switches something on or off switches it on."""
    return toggle is not None and toggle.get(f"{{{W}}}val", "1") not in ("0", "false", "off")


def last_page(document: Element) -> Page:
    """The page of the last section of a document.

    Raises:
        UnfitFile: It leaves no room for a text.
    """
    body = document.find(f"{{{W}}}body")
    sections = [] if body is None else list(body.iter(f"{{{W}}}sectPr"))
    last = sections[-1] if sections else element("sectPr")
    found = {name: last.find(f"{{{W}}}{name}") for name in _KEPT}
    size = found["pgSz"] = _sized(found["pgSz"], "pgSz", w=PAGE_WIDTH, h=PAGE_HEIGHT)
    margins = found["pgMar"] = _sized(
        found["pgMar"], "pgMar", top=MARGIN, right=MARGIN, bottom=MARGIN, left=MARGIN, header=720, footer=720, gutter=0
    )
    properties = tuple(_plain(each) for each in found.values() if each is not None and not _related(each))
    return Page(properties, _references(sections), _text_width(size, margins))


def _sized(found: Element | None, tag: str, **usual: int) -> Element:
    """A size with every measure that it needs."""
    made = element(tag) if found is None else found
    for name, value in usual.items():
        written = made.get(f"{{{W}}}{name}")
        if written is None:
            made.set(f"{{{W}}}{name}", str(value))
        elif not _SIZE.fullmatch(written.removeprefix("-") if name in _MAY_BE_NEGATIVE else written):
            raise _no_room()
    return made


def _plain(each: Element) -> Element:
    """Without attributes of other namespaces, which only the root that they stood under may declare."""
    for one in each.iter():
        for name in [name for name in one.attrib if not str(name).startswith(f"{{{W}}}")]:
            del one.attrib[name]
    return each


def _related(each: Element) -> bool:
    """Whether something below it points at another part, such as the picture of a border."""
    return any(str(name).startswith(f"{{{R}}}") for one in each.iter() for name in one.attrib)


def _references(sections: list[Element]) -> dict[tuple[str, str], str]:
    """A section without a header of a type has that of the section before it."""
    found: dict[tuple[str, str], str] = {}
    for section in sections:
        for kind in ("header", "footer"):
            for each in section.iterfind(f"{{{W}}}{kind}Reference"):
                found[kind, each.get(f"{{{W}}}type", "default")] = each.get(f"{{{R}}}id", "")
    return found


def _text_width(size: Element, margins: Element) -> int:
    def measure(each: Element, *names: str) -> int:
        return sum(abs(int(each.get(f"{{{W}}}{name}", "0"))) for name in names)

    width = measure(size, "w") - measure(margins, "left", "right", "gutter")
    if width < LEAST_WIDTH or measure(size, "h") - measure(margins, "top", "bottom") < LEAST_HEIGHT:
        raise _no_room()
    return width


def _no_room() -> UnfitFile:
    return UnfitFile(
        BAD_LETTERHEAD,
        "The page of the letterhead leaves no room for text.",
        "Leave at least 4 inches of width and 3 inches of height between its margins.",
    )
