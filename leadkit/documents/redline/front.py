"""What stands before the text in two versions: the lines of the cover and the contents, with tracked changes.

The contents are words here and no field: a field that begins in a line which is struck out would take the lines after
it along.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import chain
from typing import TypeVar

from lxml import etree

from leadkit.documents.compare.steps import steps
from leadkit.documents.redline.units import units
from leadkit.documents.tree.change import Change
from leadkit.documents.write.docx.revisions import revised, tracked
from leadkit.documents.write.docx.xml import Element, W

Part = TypeVar("Part")

_LABELLED = "CoverLine"
_LISTED = frozenset({"CoverItem", "TOC1", "TOC2"})
_CONTENTS = frozenset({"TOC1", "TOC2"})


def merged_front(old: Sequence[Element], new: Sequence[Element]) -> Iterator[Element]:
    """The paragraphs of both: a line that both have is kept, whatever it says; what it says is changed."""
    before, after = _without_field(old), _without_field(new)
    for alike, was, now in _stretches(before, after, _line_key):
        if alike:
            yield from (_line(one, other) for one, other in zip(was, now, strict=True))
        else:
            yield from (revised(each, Change.REMOVED) for each in was)
            yield from (revised(each, Change.ADDED) for each in now)


def _line(old: Element, new: Element) -> Element:
    """One line with its words of both versions; its look is that of the new."""
    (_, *before), (properties, *after) = old, new
    content: list[Element] = []
    for alike, was, now in _stretches(units(before), units(after), _unit_key):
        if alike:
            content += chain.from_iterable(now)
        else:
            content += tracked(chain.from_iterable(was), Change.REMOVED)
            content += tracked(chain.from_iterable(now), Change.ADDED)
    new[:] = [properties, *content]
    return new


def _stretches(
    old: Sequence[Part], new: Sequence[Part], key: Callable[[Part], Hashable]
) -> Iterator[tuple[bool, Sequence[Part], Sequence[Part]]]:
    """What both have, and between it what each has alone."""
    before, after = ([key(each) for each in side] for side in (old, new))
    for step, start, end, new_start, new_end in steps(before, after):
        yield step == "equal", old[start:end], new[new_start:new_end]


def _line_key(line: Element) -> Hashable:
    """By what a line is known: by its label, by all that it says, or as the one line of its style."""
    style = _style(line)
    if style in _LISTED:
        return style, _text(line)
    return style, _text(line[1]) if style == _LABELLED else ""


def _style(line: Element) -> str:
    named = line.find(f"{{{W}}}pPr/{{{W}}}pStyle")
    return "" if named is None else named.get(f"{{{W}}}val", "")


def _unit_key(unit: Sequence[Element]) -> Hashable:
    return tuple(etree.tostring(each) for each in unit)


def _without_field(lines: Sequence[Element]) -> list[Element]:
    """The same lines, in which the contents are links alone."""
    for line in lines:
        if _style(line) in _CONTENTS:
            for each in line.findall(f"{{{W}}}r"):
                line.remove(each)
    return list(lines)


def _text(part: Element) -> str:
    return "".join(each.text or "" for each in part.iter(f"{{{W}}}t"))
