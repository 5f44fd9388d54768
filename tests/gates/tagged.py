"""The words of a PDF by its tags, read from the file's own objects: what a screen reader is given.

pdfinfo tells the same, and takes most of a minute for one memorandum, where this takes half a second.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf

_WORDS = ("Tj", "TJ", "'", '"')


@dataclass(frozen=True)
class Element:
    """A tag with its words in order: elements inside it, and texts of its own.

    Attributes:
        tag: Such as ``P`` or ``TH``.
        alternate: What is said in its place, as for a figure.
        inside: Elements and texts, in reading order.
    """

    tag: str
    alternate: str
    inside: tuple[Element | str, ...]

    @property
    def words(self) -> str:
        """All of its words; those of a figure are what is said in its place."""
        if self.tag == "Figure":
            return self.alternate
        return "".join(each if isinstance(each, str) else each.words for each in self.inside)

    def walk(self) -> Iterator[Element]:
        """The element and all inside it, in reading order."""
        yield self
        for each in self.inside:
            if isinstance(each, Element):
                yield from each.walk()


def tagged(file: Path) -> Element:
    """The element of the whole document."""
    with pikepdf.open(file) as pdf:
        return _Reader().element(pdf.Root.StructTreeRoot, None)


class _Reader:
    """Reads one file; the marked words of each page, and the letters of each font, are read once."""

    def __init__(self) -> None:
        self._pages: dict[tuple[int, int], dict[int, str]] = {}
        self._fonts: dict[tuple[int, int], dict[int, str]] = {}

    def element(self, node: pikepdf.Object, page: pikepdf.Object | None) -> Element:
        page = node.get("/Pg", page)
        kids: Any = node.get("/K", pikepdf.Array())
        kids = kids if isinstance(kids, pikepdf.Array) else [kids]
        inside = tuple(found for each in kids for found in self._inside(each, page))
        return Element(str(node.get("/S", "/")).lstrip("/"), str(node.get("/Alt", "")), inside)

    def _inside(self, kid: object, page: pikepdf.Object | None) -> Iterator[Element | str]:
        if isinstance(kid, int):
            assert page is not None
            yield self._marked(page).get(kid, "")
        elif isinstance(kid, pikepdf.Dictionary) and "/MCID" in kid:
            yield from self._inside(int(kid["/MCID"]), kid.get("/Pg", page))
        elif isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") != "/OBJR":
            yield self.element(kid, page)

    def _marked(self, page: pikepdf.Object) -> dict[int, str]:
        """The words of a page by the number that marks them."""
        if page.objgen not in self._pages:
            self._pages[page.objgen] = self._read(page)
        return self._pages[page.objgen]

    def _read(self, page: pikepdf.Object) -> dict[int, str]:
        found: dict[int, str] = {}
        marks: list[int | None] = []
        letters: dict[int, str] = {}
        fonts: Any = page.Resources.get("/Font", pikepdf.Dictionary())
        instructions: Any = pikepdf.parse_content_stream(page)
        for operands, operator in instructions:
            name = str(operator)
            if name == "BDC" or name == "BMC":
                marks.append(_mark(operands, marks[-1] if marks else None))
            elif name == "EMC":
                marks.pop()
            elif name == "Tf":
                letters = self._letters(fonts[str(operands[0])])
            elif name in _WORDS and marks and marks[-1] is not None:
                found[marks[-1]] = found.get(marks[-1], "") + _shown(operands[-1], letters)
        return found

    def _letters(self, font: pikepdf.Object) -> dict[int, str]:
        """What each code of a font stands for, as its table for that says."""
        if font.objgen not in self._fonts:
            self._fonts[font.objgen] = _letters(font.ToUnicode.read_bytes().decode("ascii"))
        return self._fonts[font.objgen]


def _mark(operands: Any, around: int | None) -> int | None:
    """The number of a mark; one without a number is inside the one around it."""
    number = operands[1].get("/MCID") if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) else None
    return around if number is None else int(number)


def _shown(operand: pikepdf.Object, letters: dict[int, str]) -> str:
    parts = operand if isinstance(operand, pikepdf.Array) else [operand]
    raw = b"".join(bytes(each) for each in parts if isinstance(each, pikepdf.String))
    return "".join(letters[int.from_bytes(raw[place : place + 2], "big")] for place in range(0, len(raw), 2))


def _letters(table: str) -> dict[int, str]:
    found: dict[int, str] = {}
    for part in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", part):
            found[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    for part in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", part):
            start = bytes.fromhex(text).decode("utf-16-be")
            for code in range(int(first, 16), int(last, 16) + 1):
                found[code] = start[:-1] + chr(ord(start[-1]) + code - int(first, 16))
    return found
