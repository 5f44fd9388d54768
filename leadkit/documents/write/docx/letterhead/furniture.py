"""The headers and footers of a letterhead, with their pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from leadkit.documents.codes import UNSAFE_LETTERHEAD
from leadkit.documents.guest import LETTERHEAD, UnfitFile
from leadkit.documents.write.docx.archive import Archive
from leadkit.documents.write.docx.base import EMPTY_FOOTER
from leadkit.documents.write.docx.dangers import refuse_clock
from leadkit.documents.write.docx.letterhead.page import Page
from leadkit.documents.write.docx.letterhead.scrub import scrubbed
from leadkit.documents.write.docx.opc import BasePart
from leadkit.documents.write.docx.xml import Element, R, W

_PICTURES = {
    "image/png": "png", "image/jpeg": "jpeg", "image/jpg": "jpeg", "image/gif": "gif", "image/bmp": "bmp",
    "image/tiff": "tiff", "image/x-emf": "emf", "image/emf": "emf", "image/x-wmf": "wmf", "image/wmf": "wmf",
    "image/svg+xml": "svg",
}  # fmt: skip
_SHOWN = ("t", "drawing", "pict", "fldChar", "fldSimple", "sym", "tbl", "pBdr")


@dataclass(frozen=True, slots=True)
class Furniture:
    """A header or footer.

    Attributes:
        kind: ``header`` or ``footer``.
        type: ``default``, ``first`` or ``even``: on which pages it stands.
        root: Its tree.
        pictures: Its pictures, each by the id of the relationship.
    """

    kind: str
    type: str
    root: Element
    pictures: tuple[tuple[str, BasePart], ...] = ()


def is_shown(root: Element) -> bool:
    """Whether a header or footer shows anything."""
    return next(root.iter(*(f"{{{W}}}{name}" for name in _SHOWN)), None) is not None


def furniture(archive: Archive, page: Page, *, even_pages: bool) -> Iterator[Furniture]:
    """The headers and footers that show on the page, and an empty footer wherever there is none for our lines."""
    shown = ["default", *(["first"] if page.own_first_page else []), *(["even"] if even_pages else [])]
    related = archive.related.get(archive.main, {})
    pictures = Pictures(archive)
    for kind in ("header", "footer"):
        for type_ in shown:
            found = related.get(page.references.get((kind, type_), ""))
            if found is not None and found.kind == kind:
                root = scrubbed(archive.copy(found.target))
                refuse_clock(root, LETTERHEAD)
                yield Furniture(kind, type_, root, pictures.of(found.target, [root]))
            elif kind == "footer":
                yield Furniture(kind, type_, etree.fromstring(EMPTY_FOOTER.encode("utf-8")))


class Pictures:
    """The pictures of a letterhead, each carried once and named anew."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._made: dict[str, BasePart] = {}

    def of(self, part: str, trees: Iterable[Element]) -> tuple[tuple[str, BasePart], ...]:
        """The pictures that a part shows.

        Raises:
            UnfitFile: It shows something else, or something that is not there.
        """
        related = self._archive.related.get(part, {})
        used = {
            str(value)
            for tree in trees
            for each in tree.iter(etree.Element)
            for name, value in each.attrib.items()
            if str(name).startswith(f"{{{R}}}")
        }
        for id_ in used:
            if id_ not in related or related[id_].target not in self._archive.parts:
                raise LETTERHEAD.unread("A picture of the letterhead is missing in the file.")
        return tuple((id_, self._picture(related[id_].kind, related[id_].target)) for id_ in sorted(used))

    def _picture(self, kind: str, name: str) -> BasePart:
        ending = _PICTURES.get(self._archive.type(name))
        if kind != "image" or ending is None:
            raise UnfitFile(
                UNSAFE_LETTERHEAD,
                "The header or footer of the letterhead holds something else than text and pictures.",
                "Keep text and pictures in it alone, and save a chart or drawing as a picture (PNG).",
            )
        if name not in self._made:
            path = f"media/image{len(self._made) + 1}.{ending}"
            self._made[name] = BasePart(path, "image", self._archive.type(name), self._archive.parts[name])
        return self._made[name]
