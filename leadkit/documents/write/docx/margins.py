"""What stands at the head and foot of the pages of a Word file, as its record keeps it and as it is read again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from leadkit.documents.write.docx.xml import Element, W

_PASSED = frozenset(f"{{{W}}}{name}" for name in ("del", "moveFrom", "fldSimple", "pPr", "rPr"))
_PICTURES = frozenset(f"{{{W}}}{name}" for name in ("drawing", "pict", "object"))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


@dataclass(frozen=True, slots=True)
class Margins:
    """Headers or footers of a file, or both.

    Attributes:
        lines: Each line of text once, without the numbers of pages and what else a field shows.
        pictures: How many pictures the one has that has the most: editors write one header as several.
    """

    lines: tuple[str, ...]
    pictures: int


def margins(roots: Iterable[Element]) -> Margins:
    """Read headers and footers, tracked changes taken as accepted."""
    lines: list[str] = []
    most = 0
    for root in roots:
        reader = _Reader()
        reader.read(root, [])
        if reader.fields:  # one without an end would hide the words behind it
            reader = _Reader(reads_fields=True)
            reader.read(root, [])
        lines += (" ".join("".join(each).split()) for each in reader.paragraphs)
        most = max(most, reader.pictures)
    return Margins(tuple(dict.fromkeys(line for line in lines if line)), most)


@dataclass
class _Reader:
    reads_fields: bool = False
    paragraphs: list[list[str]] = field(default_factory=list)
    pictures: int = 0
    fields: int = 0

    def read(self, parent: Element, words: list[str]) -> None:
        for each in _shown(parent):
            name = str(each.tag)
            if name == f"{{{W}}}fldChar":
                step = {"begin": 1, "end": -1}.get(each.get(f"{{{W}}}fldCharType", ""), 0)
                self.fields = max(0, self.fields + step)
            elif name == f"{{{W}}}t" and (self.reads_fields or not self.fields):
                words.append(each.text or "")
            elif name in (f"{{{W}}}tab", f"{{{W}}}br"):
                words.append(" ")
            elif name == f"{{{W}}}p":
                self.paragraphs.append([])
                self.read(each, self.paragraphs[-1])
            else:
                self.pictures += name in _PICTURES
                self.read(each, words)


def _shown(parent: Element) -> Iterator[Element]:
    return (each for each in parent if isinstance(each.tag, str) and each.tag not in _PASSED and each.tag != _FALLBACK)
