"""The runs of a paragraph, with their tracked changes, fields, comments and bookmarks."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import Enum

from leadkit.documents.returned.asides import Aside, Asides
from leadkit.documents.returned.line import Piece, Trace
from leadkit.documents.returned.marks import mark, tidy, without_marks
from leadkit.documents.returned.xml import local, trace_of, value
from leadkit.documents.write.docx.xml import Element, W

_GOING = {"del", "moveFrom"}
_COMING = {"ins", "moveTo"}
_INSIDE = {"hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "fldSimple", "dir", "bdo"}
_REFERENCE = re.compile(r"\s*REF\s+(_lkr_\w+)")
_SIGNS = {"tab": " ", "ptab": " ", "noBreakHyphen": "\u2011", "softHyphen": "", "cr": "\n"}


class View(Enum):
    """Which text is read: the one with every tracked change accepted, or with every one rejected."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"

    @property
    def left_out(self) -> set[str]:
        """The tracked changes whose words are no part of the text."""
        return _GOING if self is View.ACCEPTED else _COMING


@dataclass
class _Field:
    """A field that has begun.

    Attributes:
        instruction: What it computes.
        has_result: Whether its result has begun.
        mark: What stands for it where it is a reference of ours; empty for any other.
        shown: What a reference shows.
        trace: Who inserted a reference.
    """

    instruction: str = ""
    has_result: bool = False
    mark: str = ""
    shown: str = ""
    trace: Trace | None = None


@dataclass
class ParagraphReader:
    """Reads paragraphs one after the other; comments and bookmarks may run over several.

    Attributes:
        view: Which text is read.
        bookmark: What to do where a bookmark begins (with its name) or ends (with its id and no name).
        pieces: What was read of the paragraph so far.
        traces: Who changed anything in it.
        unread: What stands beside its text.
    """

    view: View
    bookmark: Callable[[str, str], None]
    asides: Asides = field(default_factory=Asides)
    pieces: list[Piece] = field(default_factory=list)
    traces: list[Trace] = field(default_factory=list)
    unread: list[Aside] = field(default_factory=list)
    _comments: set[str] = field(default_factory=set)
    _fields: list[_Field] = field(default_factory=list)

    def read(self, element: Element, trace: Trace | None = None) -> None:
        """Read what stands in a paragraph or in a part of it."""
        for child in element:
            self._child(child, local(child), trace)

    @property
    def in_contents(self) -> bool:
        """Whether the paragraph that was read belongs to the contents, which every editor writes anew."""
        return any(each.instruction.strip().startswith("TOC") for each in self._fields)

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
            shown = "".join(each.text or "" for each in child.iter(f"{{{W}}}t"))
            self._add(mark(found[1]), trace, tidy(without_marks(shown)))
        elif name in _INSIDE:
            self.read(child, trace)
        else:
            self._beside(child)
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
                    self._fields[-1].instruction += child.text or ""
            elif name in ("t", "delText"):
                self._words(without_marks(child.text or ""), trace)
            elif name == "br":
                self._words("\n" if value(child, "type") in ("", "textWrapping") else "", trace)
            elif name in _SIGNS:
                self._words(_SIGNS[name], trace)
            elif name == "commentReference":
                self._commented(value(child, "id"))
            else:
                self._beside(child)

    def _beside(self, element: Element) -> None:
        """Note what an element puts beside the text."""
        before = "".join(piece.text if piece.shown is None else piece.shown for piece in self.pieces)
        if (aside := self.asides.at(element, before, self.view.left_out)) is not None:
            self.unread.append(aside)

    def _field(self, kind: str, trace: Trace | None) -> None:
        """A field begins, comes to its result, or ends; a reference of ours counts by what it points at."""
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            here = self._fields[-1]
            found = _REFERENCE.match(here.instruction)
            if found and not self._quiet(-1):
                here.mark, here.trace = mark(found[1]), trace
            here.has_result = True
        elif kind == "end" and self._fields:
            ended = self._fields.pop()
            if ended.mark:
                self._add(ended.mark, ended.trace, tidy(ended.shown))

    def _words(self, text: str, trace: Trace | None) -> None:
        if not self._quiet():
            self._add(text, trace)
        elif reference := next((each for each in self._fields if each.mark), None):
            reference.shown += text

    def _quiet(self, last: int | None = None) -> bool:
        """Whether what stands here is an instruction, or the result of a reference, which is read as one."""
        return any(not each.has_result or each.mark for each in self._fields[:last])

    def _add(self, text: str, trace: Trace | None, shown: str | None = None) -> None:
        if text:
            self.pieces.append(Piece(text, trace, frozenset(self._comments), shown))

    def _commented(self, id_: str) -> None:
        """A comment without a range stands on the words before it."""
        if self.pieces and not any(id_ in piece.comments for piece in self.pieces):
            last = self.pieces[-1]
            self.pieces[-1] = replace(last, comments=last.comments | {id_})
