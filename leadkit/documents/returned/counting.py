"""What each reference of a returned file shows once it is refreshed, by the numbering of that file itself.

Editors write lists, their numbers and their styles anew, so the count is made from what the file holds (ISO/IEC
29500-1, 17.9), and never from what leadkit wrote. Some editors count a tracked paragraph, and others pass it over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from leadkit.documents.returned.marks import tidy
from leadkit.documents.returned.paragraph import View
from leadkit.documents.returned.xml import local, said, value
from leadkit.documents.tree.numbering import count_text
from leadkit.documents.write.docx.archive import Archive
from leadkit.documents.write.docx.xml import Element, W

_COUNT = re.compile(r"%([1-9])")
_LEVELS = 9
_MOST = 10_000
"""The highest count that is printed; roman numbers of a made one would fill the memory."""
_DEEPEST_STYLE = 20


def shown_numbers(archive: Archive, body: Element) -> dict[str, frozenset[str]]:
    """The numbers that a reference to each bookmark may show, with and without what the number stands under.

    Args:
        archive: The file.
        body: Its element ``w:body``.
    """
    lists = _Lists(_part(archive, "numbering"), _part(archive, "styles"))
    placed = list(_placed(body, lists))
    found: dict[str, set[str]] = {}
    for left_out in (*(view.left_out for view in View), set[str]()):
        counter = _Counter(lists)
        for each in placed:
            numbers = () if each.changes & left_out else counter.next(each.place)
            for bookmark in each.bookmarks:
                found.setdefault(bookmark, set()).update(numbers)
    return {bookmark: frozenset(numbers) for bookmark, numbers in found.items()}


def _part(archive: Archive, kind: str) -> Element | None:
    return archive.trees.get(archive.one(archive.main, kind) or "")


@dataclass(frozen=True, slots=True)
class _Placed:
    """A paragraph: its bookmarks, its place among the lists, and the tracked changes of the mark that ends it."""

    bookmarks: tuple[str, ...]
    place: tuple[str, int]
    changes: frozenset[str]


def _placed(body: Element, lists: _Lists) -> Iterator[_Placed]:
    """The paragraphs with a number, each with the bookmarks in it and before it."""
    waiting: list[str] = []
    for each in body.iter(f"{{{W}}}p", f"{{{W}}}bookmarkStart"):
        if local(each) == "bookmarkStart":
            if next(each.iterancestors(f"{{{W}}}p"), None) is None:
                waiting.append(value(each, "name"))
        elif (place := lists.place(each)) is not None:
            inside = (value(start, "name") for start in each.iter(f"{{{W}}}bookmarkStart"))
            mark = each.find(f"{{{W}}}pPr/{{{W}}}rPr")
            yield _Placed((*waiting, *inside), place, frozenset(map(local, mark if mark is not None else ())))
            waiting = []
        else:
            waiting = []


@dataclass(frozen=True, slots=True)
class _Level:
    """How a level is numbered: where it begins, the format of its count, the text around it, and its style."""

    start: int = 1
    format: str = "none"
    text: str = ""
    style: str = ""


class _Lists:
    """The lists of a file, and the place in them that each style has."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        made = {} if numbering is None else _by_id(numbering, "abstractNum", "abstractNumId")
        self.levels = {id_: dict(map(_level, _all(each, "lvl"))) for id_, each in made.items()}
        nums = {} if numbering is None else _by_id(numbering, "num", "numId")
        self.definition = {id_: said(each, "abstractNumId") for id_, each in nums.items()}
        self.starts = {id_: dict(_starts(each)) for id_, each in nums.items()}
        self._styles = {} if styles is None else _by_id(styles, "style", "styleId")
        self._places: dict[str, tuple[str, str]] = {}

    def place(self, paragraph: Element) -> tuple[str, int] | None:
        """The list of a paragraph and its level there; None for one without a number."""
        own = paragraph.find(f"{{{W}}}pPr/{{{W}}}numPr")
        style = said(paragraph.find(f"{{{W}}}pPr"), "pStyle")
        number, level = self._of_style(style)
        number, level = said(own, "numId") or number, said(own, "ilvl") or level
        if number not in self.definition:
            return None
        return number, min(int(level), _LEVELS - 1) if level.isdigit() else 0

    def _of_style(self, style: str) -> tuple[str, str]:
        if style not in self._places:
            self._places[style] = self._inherited(style)
        return self._places[style]

    def _inherited(self, style: str) -> tuple[str, str]:
        for _ in range(_DEEPEST_STYLE):
            made = self._styles.get(style)
            if made is None:
                break
            numbering = made.find(f"{{{W}}}pPr/{{{W}}}numPr")
            if number := said(numbering, "numId"):
                levels = self.levels.get(self.definition.get(number, ""), {})
                linked = next((str(index) for index, each in levels.items() if each.style == style), "")
                return number, linked or said(numbering, "ilvl")
            style = said(made, "basedOn")
        return "", ""


@dataclass
class _Counter:
    """Counts as Word does: lists of one definition go on from one another, unless one says where it begins."""

    lists: _Lists
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def next(self, place: tuple[str, int]) -> tuple[str, ...]:
        """The number of the next paragraph, alone and with what it stands under."""
        number, level = place
        definition = self.lists.definition[number]
        levels, counts = self.lists.levels.get(definition, {}), self.counts.setdefault(definition, {})
        start = levels.get(level, _Level()).start
        if (number, level) not in self.begun and level in self.lists.starts[number]:
            counts.pop(level, None)
            start = self.lists.starts[number][level]
        self.begun.add((number, level))
        counts[level] = counts[level] + 1 if level in counts else start
        for deeper in range(level + 1, _LEVELS):
            counts.pop(deeper, None)
        own = _printed(levels, counts, level)
        both = [tidy(each) for each in (own, _in_context(levels, counts, level))]
        return tuple(dict.fromkeys((*both, *(each.rstrip(".") for each in both))))  # Word leaves a last period out


def _printed(levels: Mapping[int, _Level], counts: Mapping[int, int], level: int) -> str:
    def count(found: re.Match[str]) -> str:
        index = int(found[1]) - 1
        form = levels.get(index, _Level())
        return "" if form.format in ("none", "bullet") else count_text(form.format, counts.get(index, form.start))

    return "" if any(each > _MOST for each in counts.values()) else _COUNT.sub(count, levels.get(level, _Level()).text)


def _in_context(levels: Mapping[int, _Level], counts: Mapping[int, int], level: int) -> str:
    """A number with those that it stands under and does not say itself: ``5.2(b)(i)``."""
    text, least = _printed(levels, counts, level), _least(levels, level)
    for above in range(level - 1, -1, -1):
        if above < least and above in counts:
            text, least = _printed(levels, counts, above) + text, _least(levels, above)
    return text


def _least(levels: Mapping[int, _Level], level: int) -> int:
    return min((int(each) - 1 for each in _COUNT.findall(levels.get(level, _Level()).text)), default=level)


def _level(element: Element) -> tuple[int, _Level]:
    start = said(element, "start")
    made = _Level(_whole(start, 1), said(element, "numFmt"), said(element, "lvlText"), said(element, "pStyle"))
    return _whole(value(element, "ilvl"), 0), made


def _starts(number: Element) -> Iterator[tuple[int, int]]:
    for each in _all(number, "lvlOverride"):
        if start := said(each, "startOverride"):
            yield _whole(value(each, "ilvl"), 0), _whole(start, 1)


def _whole(text: str, otherwise: int) -> int:
    return int(text) if text.isdecimal() and len(text) < _LEVELS else otherwise


def _by_id(root: Element, name: str, id_: str) -> dict[str, Element]:
    return {value(each, id_): each for each in _all(root, name)}


def _all(root: Element, name: str) -> Iterator[Element]:
    return root.iterchildren(f"{{{W}}}{name}")
