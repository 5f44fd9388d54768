"""The runs of a paragraph, with their tracked changes, fields, comments and bookmarks."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from leadkit.documents.returned.line import Piece, Trace
from leadkit.documents.returned.marks import mark, without_marks
from leadkit.documents.write.docx.xml import Element, W

_GOING = {"del", "moveFrom"}
_COMING = {"ins", "moveTo"}
_INSIDE = {"hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "fldSimple", "dir", "bdo"}
_REFERENCE = re.compile(r"\s*REF\s+(_lkr_\w+)")
_SIGNS = {"tab": " ", "ptab": " ", "noBreakHyphen": "\u2011", "softHyphen": "", "cr": "\n"}
_UNREAD = {
    "footnoteReference": "a footnote", "endnoteReference": "an endnote", "sym": "a symbol of a font of its own",
    "oMath": "a formula", "oMathPara": "a formula", "ruby": "words with marks above them",
    "subDoc": "the text of another file",
}  # fmt: skip
_BOXED = {"drawing", "pict", "object", "AlternateContent"}


class View(Enum):
    """Which text is read: the one with every tracked change accepted, or with every one rejected."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"

    @property
    def left_out(self) -> set[str]:
        """The tracked changes whose words are no part of the text."""
        return _GOING if self is View.ACCEPTED else _COMING


def local(element: Element) -> str:
    """The name of an element without its namespace; empty for a comment or an instruction."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value(element: Element, name: str) -> str:
    """An attribute of the namespace of WordprocessingML; empty where there is none."""
    return str(element.get(f"{{{W}}}{name}", ""))


def trace_of(element: Element) -> Trace:
    """Who made a tracked change, and when."""
    return Trace(without_marks(value(element, "author")).strip(), day_of(value(element, "date")))


def day_of(text: str) -> date | None:
    """The day of a time as files write it; None for what is none."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


@dataclass
class ParagraphReader:
    """Reads paragraphs one after the other; comments and bookmarks may run over several.

    Attributes:
        view: Which text is read.
        bookmark: What to do where a bookmark begins (with its name) or ends (with its id and no name).
        pieces: What was read of the paragraph so far.
        traces: Who changed anything in it.
        unread: What it holds that is not read.
    """

    view: View
    bookmark: Callable[[str, str], None]
    pieces: list[Piece] = field(default_factory=list)
    traces: list[Trace] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    _comments: set[str] = field(default_factory=set)
    _fields: list[list[str]] = field(default_factory=list)

    def read(self, element: Element, trace: Trace | None = None) -> None:
        """Read what stands in a paragraph or in a part of it."""
        for child in element:
            self._child(child, local(child), trace)

    @property
    def in_contents(self) -> bool:
        """Whether the paragraph that was read belongs to the contents, which every editor writes anew."""
        return any(instruction.strip().startswith("TOC") for instruction, _ in self._fields)

    @property
    def is_inside_instruction(self) -> bool:
        """Whether a field begins in the paragraph that was read and does not come to its result there."""
        return self._quiet()

    def anchor(self, child: Element, name: str) -> None:
        """A bookmark or the range of a comment that begins or ends here."""
        if name == "bookmarkStart":
            self.bookmark(value(child, "name"), value(child, "id"))
        elif name == "bookmarkEnd":
            self.bookmark("", value(child, "id"))
        elif name == "commentRangeStart":
            self._comments.add(value(child, "id"))
        elif name == "commentRangeEnd":
            self._comments.discard(value(child, "id"))

    def _child(self, child: Element, name: str, trace: Trace | None) -> None:
        if name == "r":
            self._run(child, trace)
        elif name in _GOING | _COMING:
            made = trace_of(child)
            self.traces.append(made)
            if name in self.view.left_out:
                self._anchors(child)
            else:
                self.read(child, made)
        elif name == "fldSimple" and (found := _REFERENCE.match(value(child, "instr"))):
            self._add(mark(found[1]), trace)
        elif name in _INSIDE:
            self.read(child, trace)
        elif name in _UNREAD:
            self.unread.append(_UNREAD[name])
        else:
            self.anchor(child, name)

    def _anchors(self, element: Element) -> None:
        """What begins or ends inside words that are left out."""
        for each in element.iter():
            self.anchor(each, local(each))

    def _run(self, run: Element, trace: Trace | None) -> None:
        for child in run:
            name = local(child)
            if name == "fldChar":
                self._field(value(child, "fldCharType"), trace)
            elif name in ("instrText", "delInstrText"):
                if self._fields:
                    self._fields[-1][0] += child.text or ""
            elif name in ("t", "delText"):
                self._words(without_marks(child.text or ""), trace)
            elif name == "br":
                self._words("\n" if value(child, "type") in ("", "textWrapping") else "", trace)
            elif name in _SIGNS:
                self._words(_SIGNS[name], trace)
            elif name == "commentReference":
                self._commented(value(child, "id"))
            elif name in _UNREAD:
                self.unread.append(_UNREAD[name])
            elif name in _BOXED and any(each.text for each in child.iter(f"{{{W}}}t")):
                self.unread.append("a text box")

    def _field(self, kind: str, trace: Trace | None) -> None:
        """A field begins, comes to its result, or ends; a reference of ours counts by what it points at."""
        if kind == "begin":
            self._fields.append(["", ""])
        elif kind == "separate" and self._fields:
            found = _REFERENCE.match(self._fields[-1][0])
            self._fields[-1][1] = "reference" if found else "result"
            if found and not self._quiet(-1):
                self._add(mark(found[1]), trace)
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _words(self, text: str, trace: Trace | None) -> None:
        if not self._quiet():
            self._add(text, trace)

    def _quiet(self, last: int | None = None) -> bool:
        """Whether what stands here is an instruction, or the result of a reference that was read already."""
        return any(state != "result" for _, state in self._fields[:last])

    def _add(self, text: str, trace: Trace | None) -> None:
        if text:
            self.pieces.append(Piece(text, trace, frozenset(self._comments)))

    def _commented(self, id_: str) -> None:
        """A comment without a range stands on the words before it."""
        if self.pieces and not any(id_ in piece.comments for piece in self.pieces):
            last = self.pieces[-1]
            self.pieces[-1] = Piece(last.text, last.trace, last.comments | {id_})
