"""What stands beside the text of a returned file: footnotes, text boxes and the like, which no clause can hold."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass, field

from leadkit.documents.returned.marks import tidy, without_marks
from leadkit.documents.returned.xml import local, value
from leadkit.documents.write.docx.archive import Archive
from leadkit.documents.write.docx.xml import Element, W

_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_NAMES = {
    "footnoteReference": "a footnote", "endnoteReference": "an endnote", "sym": "a symbol of a font of its own",
    "oMath": "a formula", "oMathPara": "a formula", "ruby": "words with marks above them",
    "subDoc": "the text of another file", "altChunk": "the text of another file",
}  # fmt: skip
_BOXED = {"drawing", "pict", "object", "AlternateContent"}
_BREAKS = {"p", "br", "cr", "tab"}
_AFTER = 40
"""How many letters before it tell where it stands."""
_MOST_BOXES = 50
"""How deep text boxes may stand in one another before what is in them is passed over."""


@dataclass(frozen=True, slots=True)
class Aside:
    """Something beside the text.

    Attributes:
        what: What it is.
        words: What it says; empty where that cannot be read.
        after: The words before it; empty at the beginning of a paragraph.
        comments: The ids of the comments in it.
    """

    what: str
    words: str = ""
    after: str = ""
    comments: frozenset[str] = frozenset()

    @property
    def told(self) -> str:
        """What it is, where it stands and what it says, as a finding tells it."""
        place = f" after “{self.after}”" if self.after else ""
        return f"{self.what}{place}, which says “{self.words}”" if self.words else f"{self.what}{place}"


@dataclass(frozen=True)
class Asides:
    """Tells what stands beside the text.

    Attributes:
        notes: The footnotes and endnotes of the file, by the name of what points at them and their ids.
    """

    notes: dict[tuple[str, str], Element] = field(default_factory=dict)

    def at(self, element: Element, before: str, left_out: Set[str]) -> Aside | None:
        """What an element puts beside the text; None where it puts nothing there.

        Args:
            element: A part of a paragraph or of a run.
            before: The words of the paragraph before it.
            left_out: The tracked changes whose words are no part of the text.
        """
        name = local(element)
        held = self.notes.get((name, value(element, "id"))) if name in _NOTES else element
        words = "" if held is None else tidy(without_marks("".join(_words(held, left_out))))
        if name not in _NAMES and not (name in _BOXED and words):
            return None
        comments = frozenset() if held is None else frozenset(_comments(held))
        return Aside(_NAMES.get(name, "a text box"), words, _end_of(before), comments)


def read_asides(archive: Archive) -> Asides:
    """Find the footnotes and endnotes of a file."""
    notes: dict[tuple[str, str], Element] = {}
    for reference, kind in _NOTES.items():
        part = archive.trees.get(archive.one(archive.main, f"{kind}s") or "")
        if part is not None:
            notes |= {(reference, value(each, "id")): each for each in part.iter(f"{{{W}}}{kind}")}
    return Asides(notes)


def _words(element: Element, left_out: Set[str], depth: int = 0) -> Iterator[str]:
    """The words in an element; of a box that is written twice for older programs, those of one."""
    for each in element:
        name = local(each)
        if name == "t":
            yield each.text or ""
        elif name in _BREAKS:
            yield " "
        if name not in left_out and name != "Fallback" and depth < _MOST_BOXES:
            yield from _words(each, left_out, depth + 1)


def _comments(element: Element) -> Iterator[str]:
    return (value(each, "id") for each in element.iter(f"{{{W}}}commentRangeStart", f"{{{W}}}commentReference"))


def _end_of(before: str) -> str:
    before = tidy(before)
    return before if len(before) <= _AFTER else f"…{before[-_AFTER:]}"
