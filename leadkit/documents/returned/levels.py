"""Items of a returned file that were moved in or out in their lists, with or without an edit of their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from leadkit.documents.returned.aligned import aligned
from leadkit.documents.returned.codes import BY_HAND
from leadkit.documents.returned.compared import named
from leadkit.documents.returned.line import Place
from leadkit.documents.returned.marks import readable, shortened
from leadkit.documents.tree.blocks import Item

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic
    from leadkit.documents.returned.bench import State
    from leadkit.documents.returned.body import Body
    from leadkit.documents.returned.line import Line
    from leadkit.documents.returned.record import Record
    from leadkit.documents.returned.today import TodayLine


def told_of_levels(record: Record, body: Body, now: State) -> Iterator[Diagnostic]:
    """Tell of each line that has another depth in its list than the program prints.

    Args:
        record: What the file was built with.
        body: Its text.
        now: The program as it is.
    """
    lines: dict[str, list[Line]] = {}
    for line in body.lines:
        if line.place is Place.CLAUSE:
            lines.setdefault(line.owner, []).append(line)
    for built in record.clauses:
        clause, own = now.clauses.get(built.id), lines.get(built.bookmark, [])
        depths = _depths(clause.lines) if clause else []
        if clause is None or [*map(_depth_of_line, own)] == depths:
            continue
        for was, came in aligned(clause.texts, [line.text for line in own]):
            if was is not None and came is not None and depths[was] != _depth_of_line(own[came]):
                text = shortened(readable(own[came].text, now.numbers))
                said = _said(depths[was], _depth_of_line(own[came]))
                yield BY_HAND.at(
                    message=f"In {named(clause)}, “{text}” {said}.",
                    remedy=f"Indent it so with leadkit override, clause {built.id}, or leave it where it was.",
                )


def _depths(lines: Sequence[TodayLine]) -> list[int]:
    """How deep each line stands as an item; a further paragraph of an item has no number, and so no depth."""
    begun: set[int] = set()
    depths: list[int] = []
    for line in lines:
        items = [each for each in line.shown.place if isinstance(each, Item)]
        begins = bool(items) and id(items[-1]) not in begun
        begun.update(map(id, items))
        depths.append(len(items) if begins else 0)
    return depths


def _depth_of_line(line: Line) -> int:
    return 0 if line.level is None else line.level + 1


def _said(was: int, came: int) -> str:
    if not was:
        return "became an item of a list"
    if not came:
        return "is no item of its list any more"
    return "was moved one level in or more" if came > was else "was moved one level out or more"
