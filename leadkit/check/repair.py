"""Repairs, each tried out in memory before it counts.

A repair is taken only where the program, read and checked anew, has lost its finding and has no other that the repair
made. What cannot be read hides other findings: a misspelt field keeps the rules from running over its section. The
repair that takes such a finding away may bring those to light; they were there before. About what it
wrote it may bring none, and a repair of anything else may bring none at all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.check.hiding import hides_others
from leadkit.check.run import checked
from leadkit.model.load import load
from leadkit.source import SourceText, apply
from leadkit.source.decode import MARK
from leadkit.source.places import shown

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic, Edit, Span
    from leadkit.source import Source

_LINE = re.compile(r"\bline \d+")
_Key = tuple[str, str, str]


@dataclass(frozen=True)
class Repaired:
    """What became of a program.

    Attributes:
        before: The bytes of each file that changed, by its path, as they were read.
        after: The bytes of the same files with the repairs.
        applied: The findings that were repaired, each with its place at the time.
        left: The findings that are left, in order.
        elsewhere: Those of them whose repair is to a file of another folder, which the program extends.
    """

    before: Mapping[Path, bytes]
    after: Mapping[Path, bytes]
    applied: tuple[Diagnostic, ...]
    left: tuple[Diagnostic, ...]
    elsewhere: tuple[Diagnostic, ...]


def repair(place: str) -> Repaired:
    """Repair a program in memory as far as its findings tell how; nothing is written.

    Args:
        place: The folder of the program.
    """
    bench = _Bench(place)
    while bench.improve():
        pass
    return bench.result()


class _Bench:
    """A program under repair."""

    def __init__(self, place: str) -> None:
        self._place = place
        self._instead: dict[str, bytes] = {}
        self._applied: list[Diagnostic] = []
        self._seen: list[dict[str, bytes]] = []
        self._source, self._found = self._look({})
        self._read = _bytes_of(self._source)

    def improve(self) -> bool:
        """Apply what can be applied, all at once where that holds, or one after the other."""
        wanted = [one for one in self._found if self._is_ours(one)]
        hiding = [one for one in wanted if hides_others(one)]
        others = [one for one in wanted if not hides_others(one)]
        return self._improve(hiding) or self._improve(others)

    def _improve(self, wanted: Sequence[Diagnostic]) -> bool:
        if not wanted:
            return False
        if self._try(_apart(wanted)):
            return True
        tried = [self._try([one]) for one in self._still(wanted)]
        return any(tried)

    def _still(self, wanted: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
        """Each finding, one after the other, as it stands when its turn comes: a repair moves what follows it."""
        for one in wanted:
            now = next((other for other in self._found if _key(other) == _key(one) and self._is_ours(other)), None)
            if now is not None:
                yield now

    def result(self) -> Repaired:
        """What has become of the program."""
        folder = Path(self._source.folders[0]) if self._source.folders else Path()
        changed = {name: folder / name.rpartition("/")[2] for name in self._instead}
        return Repaired(
            {path: self._read[name] for name, path in changed.items()},
            {path: self._instead[name] for name, path in changed.items()},
            tuple(self._applied),
            self._found,
            tuple(one for one in self._found if one.fix and not self._is_ours(one)),
        )

    def _look(self, instead: Mapping[str, bytes]) -> tuple[Source, tuple[Diagnostic, ...]]:
        jurisdiction = load(self._place, instead)
        return jurisdiction.source, checked(jurisdiction).found

    def _is_ours(self, one: Diagnostic) -> bool:
        return one.fix is not None and all(edit.file in self._read for edit in one.fix.edits)

    def _try(self, wanted: Sequence[Diagnostic]) -> bool:
        """Apply some repairs, and keep them where they do what they should."""
        edits: dict[str, list[Edit]] = {}
        for one in wanted:
            for edit in one.fix.edits if one.fix else ():
                edits.setdefault(edit.file, []).append(edit)
        texts = {name: apply(self._source.files[name], own) for name, own in edits.items()}
        marks = {name: MARK if self._read[name].startswith(MARK) else b"" for name in texts}
        instead = {**self._instead, **{name: marks[name] + text.encode("utf-8") for name, text in texts.items()}}
        if instead in self._seen:  # so that no two repairs undo each other without an end
            return False
        self._seen.append(instead)
        source, found = self._look(instead)
        if not _is_better(self._found, found, wanted, _written(edits, texts)):
            return False
        self._instead, self._source, self._found = instead, source, found
        self._applied += wanted
        return True


def _bytes_of(source: Source) -> dict[str, bytes]:
    """The bytes of the program's own files that can be edited: those that are in its folder, and are text."""
    read: dict[str, bytes] = {}
    if not source.folders:
        return read
    folder = source.folders[0]
    prefix = shown(folder.rstrip("/") or folder)
    for name, text in source.files.items():
        where, _, file = name.rpartition("/")
        path = Path(folder) / file
        if where != prefix or not path.is_file():
            continue
        data = path.read_bytes()
        if data.removeprefix(MARK) == text.encode("utf-8", "replace"):  # else it changed, or is not UTF-8
            read[name] = data
    return read


def _apart(wanted: Sequence[Diagnostic]) -> list[Diagnostic]:
    """As many of the findings, from the first, as have repairs that do not meet."""
    taken: list[Edit] = []
    chosen: list[Diagnostic] = []
    for one in wanted:
        edits = one.fix.edits if one.fix else ()
        if not any(_meet(edit, other) for edit in edits for other in taken):
            taken += edits
            chosen.append(one)
    return chosen


def _meet(one: Edit, other: Edit) -> bool:
    return one.file == other.file and one.start <= other.end and other.start <= one.end


def _written(edits: Mapping[str, Sequence[Edit]], texts: Mapping[str, str]) -> tuple[Span, ...]:
    """Where what was written stands, in the text as it is then."""
    spans: list[Span] = []
    for name, own in edits.items():
        text = SourceText(name, texts[name])
        moved = 0
        for edit in sorted(own, key=lambda edit: edit.start):
            start = edit.start + moved
            moved += len(edit.text) - (edit.end - edit.start)
            spans.append(text.span(start, start + len(edit.text)))
    return tuple(spans)


def _key(one: Diagnostic) -> _Key:
    """What makes a finding the same in another state of the text, where it may stand in another line."""
    return one.code, _LINE.sub("line", one.message), one.spans[0].file if one.spans else ""


def _is_better(
    before: Sequence[Diagnostic],
    after: Sequence[Diagnostic],
    wanted: Sequence[Diagnostic],
    written: tuple[Span, ...],
) -> bool:
    old, new = Counter(map(_key, before)), Counter(map(_key, after))
    removed, added = old - new, new - old
    if Counter(map(_key, wanted)) - removed:
        return False
    if not added:
        return True
    hid = any(hides_others(one) and _key(one) in removed for one in before)
    return hid and not any(_key(one) in added and _is_about(one, written) for one in after)


def _is_about(one: Diagnostic, written: tuple[Span, ...]) -> bool:
    """Whether a finding points at something that a repair wrote, or at what begins or ends beside it."""
    return any(
        place.file == span.file
        and (place.line, place.column) <= (span.end_line, span.end_column)
        and (span.line, span.column) <= (place.end_line, place.end_column)
        for place in one.spans[:1]
        for span in written
    )
