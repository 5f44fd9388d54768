"""The edits of one clause sorted: those inside a value, and those of words."""

from __future__ import annotations

from collections.abc import Mapping

from leadkit.diagnostic import Diagnostic
from leadkit.documents.returned.aligned import aligned
from leadkit.documents.returned.codes import BY_HAND
from leadkit.documents.returned.compared import Edited, named
from leadkit.documents.returned.line import Line
from leadkit.documents.returned.marks import MARK, key, readable, shortened
from leadkit.documents.returned.places import places
from leadkit.documents.returned.sorted import Change, Kept, Sorted, WantedLine
from leadkit.documents.returned.today import TodayLine
from leadkit.documents.tree.blocks import Box, Signature, Table
from leadkit.documents.tree.inline import Gap, Value

_BLOCKS = {Box: "a box that tells what is open", Signature: "the lines to sign"}
_ANSWER = "Give the field its value in the program's YAML, and take its entry under open out."
_ROW = "The program prints this table from its own data: make the change there."


def sorted_edits(edited: Edited, numbers: Mapping[str, str]) -> Sorted:
    """Sort the edits of a clause.

    Args:
        edited: The clause.
        numbers: The number of each reference by its bookmark, for findings.
    """
    return _Sorting(edited, numbers).result()


class _Sorting:
    def __init__(self, edited: Edited, numbers: Mapping[str, str]) -> None:
        self._edited, self._now, self._numbers = edited, edited.now.lines, numbers
        self._place = named(edited.now)
        self._lines: list[WantedLine] = []
        self._changes: list[Change] = []
        self._touched: list[Line] = []
        self._findings: dict[tuple[object, ...], Diagnostic] = {}

    def result(self) -> Sorted:
        came = self._edited.lines
        if not came:  # taken out as a whole, whatever it held
            return Sorted(self._edited, (), (), (), ())
        for old, new in aligned(self._edited.now.texts, [line.text for line in came]):
            if new is None:
                assert old is not None
                self._gone(old)
            elif old is None:
                self._new(came[new])
            else:
                self._both(old, came[new])
        return Sorted(
            self._edited, tuple(self._lines), tuple(self._changes), tuple(self._touched),
            tuple(self._findings.values()),
        )  # fmt: skip

    def _gone(self, old: int) -> None:
        line = self._now[old]
        table = _block(line, Table)
        if table is not None:
            self._keep(old)
            self._by_hand(("row", table, line.shown.place[-1]), f"A row of a table was taken out in {self._place}: "
                          f"“{self._read(line.text)}”.", _ROW)  # fmt: skip
        elif self._is_set(old, f"“{self._read(line.text)}” was taken out of"):
            self._keep(old)

    def _new(self, line: Line) -> None:
        self._touched.append(line)
        if line.cell is not None:
            said = f"A row was added to a table in {self._place}: “{self._read(line.text)}”."
            self._by_hand(("new row", line.cell[:2]), said, _ROW)
        else:
            self._lines.append(WantedLine(line.text, line.level))

    def _both(self, old: int, line: Line) -> None:
        now = self._now[old]
        if key(now.text) == key(line.text):
            self._keep(old)
            return
        self._touched.append(line)
        wanted = self._wanted(old, now, line)
        if not _differs_only_in(wanted, now) and self._is_set(old, f"“{self._read(line.text)}” was written in"):
            self._keep(old)
            return
        self._lines.append(wanted)
        self._changes += [change for _, _, change in wanted.changed]

    def _keep(self, old: int) -> None:
        line = self._now[old]
        kept = tuple(
            Kept(p.start, p.end, p.node.path, n) for n, p in enumerate(line.parts) if isinstance(p.node, Value)
        )
        self._lines.append(WantedLine(line.text, None, old, kept))

    def _is_set(self, old: int, what: str) -> bool:
        """Whether a line is printed by a block of leadkit's own; then the edit is one to make by hand."""
        for kind, said in _BLOCKS.items():
            block = _block(self._now[old], kind)
            if block is not None:
                remedy = _ANSWER if kind is Box else "Change the fields of the party or of its signature."
                self._by_hand((kind, old), f"{what} {said} of {self._place}.", remedy)
                return True
        return False

    def _wanted(self, old: int, now: TodayLine, line: Line) -> WantedLine:
        """The line, with each of its values: left alone, written otherwise, or gone into words."""
        text = line.text
        kept: list[Kept] = []
        changed: list[tuple[int, int, Change]] = []
        for number, part, start, end in places(now, text):
            words = text[start:end]
            if key(words) == key(part.node.text):
                if isinstance(part.node, Value):
                    kept.append(Kept(start, end, part.node.path, number))
            elif isinstance(part.node, Value) and part.node.path and words.strip() and not MARK.search(words):
                changed.append((start, end, Change(part.node, words, line)))
            elif isinstance(part.node, Gap):
                said = f"“{self._read(words)}” was written where {self._place} prints that {part.node.path} is open."
                self._by_hand(("gap", old, number), said, _ANSWER)
        return WantedLine(text, line.level, old, tuple(kept), tuple(changed))

    def _read(self, text: str) -> str:
        return shortened(readable(text, self._numbers))

    def _by_hand(self, which: tuple[object, ...], message: str, remedy: str) -> None:
        self._findings.setdefault(tuple(map(id, which)) if which[0] == "row" else which,
                                  BY_HAND.at(message=message, remedy=remedy))  # fmt: skip


def _block(line: TodayLine, kind: type) -> object | None:
    return next((node for node in line.shown.place if isinstance(node, kind)), None)


def _differs_only_in(wanted: WantedLine, now: TodayLine) -> bool:
    """Whether nothing but values of a line was changed."""
    text = wanted.text
    for start, end, change in reversed(wanted.changed):
        text = f"{text[:start]}{change.node.text}{text[end:]}"
    return key(text) == key(now.text)
