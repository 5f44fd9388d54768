"""A clause's source changed until it prints counsel's words: line by line where it can be, each step tried out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from leadkit.documents.returned.aligned import aligned
from leadkit.documents.returned.cells import patched
from leadkit.documents.returned.escaped import escaped
from leadkit.documents.returned.marks import key, keys
from leadkit.documents.returned.source_lines import is_series, origins, places_after, with_line
from leadkit.documents.template.clause_file import ClauseFile

_TAIL = re.compile(r"(?:; and|; or|;|\.)$")
Print = Callable[[ClauseFile], "tuple[str, ...] | None"]
"""Prints a clause as lines; None where it cannot be."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A line that is to be printed.

    Attributes:
        text: Its words, with marks for references.
        level: Depth of an item, from 0; None for a paragraph.
    """

    text: str
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Reworded:
    """A clause in other words.

    Attributes:
        clause: Its file.
        frozen: What followed the program before and is words now.
        flat: Whether the clause was written out, so that no condition or loop of it is left.
    """

    clause: ClauseFile
    frozen: tuple[str, ...] = ()
    flat: bool = False


def reworded(clause: ClauseFile, now: Sequence[str], wanted: Sequence[Wanted], print_: Print) -> Reworded | None:
    """Change the source of a clause until it prints some lines; None where that cannot be done line by line.

    Args:
        clause: The clause.
        now: The lines that it prints.
        wanted: The lines that it is to print.
        print_: Prints a clause.
    """
    lines = list(now)
    frozen: list[str] = []
    # From the last line to the first, so that the numbers of those before stay what they are.
    pairs = aligned(now, [line.text for line in wanted])
    for old, new in reversed(pairs):
        after = _place(old, new, pairs)
        step = _step(lines, old, wanted[new] if new is not None else None, after)
        if step is None:
            continue
        line = wanted[new] if new is not None else None
        tries = _tries(clause, lines, old, line, after)
        found = next((tried for tried in tries if _loosely(print_(tried[0])) == _loosely(step)), None)
        if found is None:
            return None
        clause, lines = found[0], step
        frozen += found[1]
    exact = print_(clause) or ()
    return Reworded(clause, tuple(frozen)) if keys(exact) == keys([line.text for line in wanted]) else None


def _place(old: int | None, new: int | None, pairs: Sequence[tuple[int | None, int | None]]) -> int:
    """After which line, as it is now, a new line stands; -1 for before the first."""
    if old is not None or new is None:
        return -1
    before = pairs[: pairs.index((old, new))]
    return max((one for one, _ in before if one is not None), default=-1)


def _step(lines: list[str], old: int | None, wanted: Wanted | None, after: int) -> list[str] | None:
    """The lines after one change; None where nothing changes but how an item of a series ends."""
    if old is None:
        assert wanted is not None
        return [*lines[: after + 1], wanted.text, *lines[after + 1 :]]
    if wanted is None:
        return [*lines[:old], *lines[old + 1 :]]
    if _loose(lines[old]) == _loose(wanted.text):
        return None
    return [*lines[:old], wanted.text, *lines[old + 1 :]]


def _tries(
    clause: ClauseFile, lines: list[str], old: int | None, wanted: Wanted | None, after: int
) -> Iterator[tuple[ClauseFile, tuple[str, ...]]]:
    """The ways to make one change, the likeliest first, each with what it takes from the program."""
    source = clause.body.split("\n")
    if old is None:
        assert wanted is not None
        yield from ((tried, ()) for tried in _added(clause, source, lines, wanted, after))
    elif wanted is None:
        for origin in origins(source, lines[old]):
            if not origin.after:
                yield _with(clause, [*source[: origin.number], *source[origin.number + 1 :]]), ()
    else:
        yield from _changed(clause, source, lines[old], wanted.text)


def _changed(
    clause: ClauseFile, source: list[str], was: str, text: str
) -> Iterator[tuple[ClauseFile, tuple[str, ...]]]:
    for origin in origins(source, was):
        made = patched(origin.cells, text)
        line = f"{origin.before}{made.source}{origin.after}"
        yield _with(clause, [*source[: origin.number], line, *source[origin.number + 1 :]]), made.frozen
    for origin in origins([clause.title], was):
        made = patched(origin.cells, text)
        plain = "{" not in clause.title and "{" not in text
        yield replace(clause, title=text if plain else made.source), made.frozen


def _added(clause: ClauseFile, source: list[str], lines: list[str], wanted: Wanted, after: int) -> Iterator[ClauseFile]:
    if after < 0 or not origins(source, lines[after]):
        yield _with(clause, with_line(source, 0, wanted.text, wanted.level))
        return
    for origin in origins(source, lines[after]):
        text = wanted.text
        if is_series(source[origin.number]):
            text = f"{_TAIL.sub('', text)};"
        for place in places_after(source, origin.number):
            yield _with(clause, with_line(source, place, text, wanted.level))


def _with(clause: ClauseFile, source: list[str]) -> ClauseFile:
    body = re.sub(r"\n{3,}", "\n\n", "\n".join(source)).strip("\n")
    return replace(clause, body=f"{body}\n")


def _loosely(lines: Sequence[str] | None) -> list[str] | None:
    return None if lines is None else [_loose(line) for line in lines]


def _loose(line: str) -> str:
    """A line without how an item of a series ends, which its neighbors decide."""
    return _TAIL.sub("", key(line))


def new_clause_body(lines: Sequence[Wanted]) -> str:
    """The body of a clause that counsel wrote."""
    source: list[str] = []
    for line in lines:
        source = with_line(source, len(source), line.text, line.level)
    return "\n".join(source).strip("\n") + "\n"


def title_of(words: str) -> str:
    """The heading of a clause that counsel wrote: words, whatever they look like."""
    return escaped(words) if "{" in words else words
