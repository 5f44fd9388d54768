"""Repairs, each tried out in memory before it counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.check.hiding import hides_others
from leadkit.check.proof import Key, State, proves
from leadkit.check.run import checked
from leadkit.model.load import load
from leadkit.source import apply
from leadkit.source.decode import encode

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic, Edit
    from leadkit.source import Source


@dataclass(frozen=True)
class Repaired:
    """What became of a program.

    Attributes:
        before: The bytes of each file that changed, by its path, as they were read.
        after: The bytes of the same files with the repairs.
        found: The findings before any repair, in order.
        applied: The findings that were repaired, each with its place at the time.
        left: The findings that are left, in order.
        elsewhere: Those of them whose repair is to a file of another folder, which the program extends.
    """

    before: Mapping[Path, bytes]
    after: Mapping[Path, bytes]
    found: tuple[Diagnostic, ...]
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
        self._seen: list[dict[str, bytes]] = []
        self._applied: list[Diagnostic] = []
        source, self._now = self._look({})
        self._found = self._now.found
        self._path_of = source.path_of
        self._read = _bytes_of(source)

    def improve(self) -> bool:
        """Apply what can be applied, first what may hide other findings; whether anything was."""
        return self._improve(hiding=True) or self._improve(hiding=False)

    def result(self) -> Repaired:
        """What has become of the program."""
        paths = {name: self._path_of(name) for name in self._instead}
        return Repaired(
            {path: self._read[name] for name, path in paths.items()},
            {path: self._instead[name] for name, path in paths.items()},
            self._found,
            tuple(self._applied),
            self._now.found,
            tuple(one for one in self._now.found if one.fix and not self._is_ours(one)),
        )

    def _improve(self, *, hiding: bool) -> bool:
        """All repairs at once where that holds, or one after the other."""
        wanted = self._wanted(hiding)
        return bool(wanted) and (self._try(_apart(wanted)) or self._one_by_one(hiding))

    def _one_by_one(self, hiding: bool) -> bool:
        """Try each repair once, in the order of the text, as it stands when its turn comes."""
        tried: set[Key] = set()
        improved = False
        while True:
            left = [one for one in self._wanted(hiding) if self._now.key(one) not in tried]
            if not left:
                return improved
            tried.add(self._now.key(left[0]))
            improved = self._try(left[:1]) or improved

    def _wanted(self, hiding: bool) -> list[Diagnostic]:
        return [one for one in self._now.found if self._is_ours(one) and hides_others(one) == hiding]

    def _is_ours(self, one: Diagnostic) -> bool:
        return one.fix is not None and all(edit.file in self._read for edit in one.fix.edits)

    def _look(self, instead: Mapping[str, bytes]) -> tuple[Source, State]:
        jurisdiction = load(self._place, instead)
        return jurisdiction.source, State(jurisdiction.source.files, checked(jurisdiction).found)

    def _try(self, wanted: Sequence[Diagnostic]) -> bool:
        """Apply some repairs, and keep them where they do what they should."""
        edits: dict[str, list[Edit]] = {}
        for one in wanted:
            for edit in one.fix.edits if one.fix else ():
                edits.setdefault(edit.file, []).append(edit)
        instead = self._instead | {name: self._with(name, own) for name, own in edits.items()}
        if instead in self._seen:  # so that no two repairs undo each other without an end
            return False
        self._seen.append(instead)
        _, then = self._look(instead)
        if not proves(self._now, then, wanted, edits):
            return False
        self._instead, self._now = instead, then
        self._applied += wanted
        return True

    def _with(self, name: str, edits: Sequence[Edit]) -> bytes:
        return encode(apply(self._now.files[name], edits), self._read[name])


def _bytes_of(source: Source) -> dict[str, bytes]:
    """The bytes of the program's own files that can be edited: those that are in its folder, and are UTF-8."""
    if not source.folders:
        return {}
    own = ((name, source.data[name]) for name in source.files if source.is_own(name))
    return {name: data for name, data in own if encode(source.files[name], data) == data}


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
