"""A clause's source changed until it prints counsel's words: line by line where it can be, each step tried out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from leadkit.documents.returned.aligned import aligned
from leadkit.documents.returned.cells import patched
from leadkit.documents.returned.escaped import escaped
from leadkit.documents.returned.marks import key, keys
from leadkit.documents.returned.source_lines import is_series, line_after, origins, places_after
from leadkit.documents.template.clause_file import ClauseFile

_TAIL = re.compile(r"(?:; and|; or|;|\.)$")
_FEW = 20
"""How many new lines that cannot be put in together are tried one by one."""
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
    for change in reversed(_changes(now, wanted)):
        if (made := _made(clause, lines, change, print_)) is None:
            return None
        clause, lines = made.clause, made.lines
        frozen += made.frozen
    exact = print_(clause) or ()
    return Reworded(clause, tuple(frozen)) if keys(exact) == keys([line.text for line in wanted]) else None


@dataclass(frozen=True, slots=True)
class _Change:
    """A line that goes or gets other words, or lines that are new.

    Attributes:
        old: Which line it is, from 0; None for new ones.
        new: The lines in its place; none where it goes.
        after: After which line new ones stand; -1 for before the first.
    """

    old: int | None
    new: tuple[Wanted, ...]
    after: int = -1


@dataclass(frozen=True, slots=True)
class _Made:
    """A clause after a change, with what it prints then and what follows the program no longer."""

    clause: ClauseFile
    lines: list[str]
    frozen: tuple[str, ...] = ()


def _changes(now: Sequence[str], wanted: Sequence[Wanted]) -> list[_Change]:
    """What is to be done, in order; new lines that stand together are one change, or each would be tried alone."""
    changes: list[_Change] = []
    new: list[Wanted] = []
    after = -1
    for old, number in aligned(now, [line.text for line in wanted]):
        line = () if number is None else (wanted[number],)
        if old is None:
            new += line
            continue
        changes += [_Change(None, tuple(new), after)] if new else []
        changes.append(_Change(old, line))
        new, after = [], old
    return [*changes, _Change(None, tuple(new), after)] if new else changes


def _made(clause: ClauseFile, lines: list[str], change: _Change, print_: Print) -> _Made | None:
    """The clause after a change; None where no way of making it prints just that."""
    step = _step(lines, change)
    if step is None:
        return _Made(clause, lines)
    for tried, frozen in _tries(clause, lines, change):
        if _loosely(print_(tried)) == _loosely(step):
            return _Made(tried, step, frozen)
    if not 1 < len(change.new) <= _FEW:
        return None
    made: _Made | None = _Made(clause, lines)
    for line in reversed(change.new):
        made = made and _made(made.clause, made.lines, replace(change, new=(line,)), print_)
    return made


def _step(lines: list[str], change: _Change) -> list[str] | None:
    """The lines after one change; None where nothing changes but how an item of a series ends."""
    new = [line.text for line in change.new]
    if change.old is None:
        return [*lines[: change.after + 1], *new, *lines[change.after + 1 :]]
    if new and _loose(lines[change.old]) == _loose(new[0]):
        return None
    return [*lines[: change.old], *new, *lines[change.old + 1 :]]


def _tries(clause: ClauseFile, lines: list[str], change: _Change) -> Iterator[tuple[ClauseFile, tuple[str, ...]]]:
    """The ways to make one change, the likeliest first, each with what it takes from the program."""
    source = clause.body.split("\n")
    if change.old is None:
        yield from ((tried, ()) for tried in _added(clause, source, lines, change))
    elif not change.new:
        for origin in origins(source, lines[change.old]):
            if not origin.after:
                yield _with(clause, [*source[: origin.number], *source[origin.number + 1 :]]), ()
    else:
        yield from _changed(clause, source, lines[change.old], change.new[0].text)


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


def _added(clause: ClauseFile, source: list[str], lines: list[str], change: _Change) -> Iterator[ClauseFile]:
    if change.after < 0 or not (found := origins(source, lines[change.after])):
        yield _with(clause, _put_in(source, 0, change.new))
        return
    for origin in found:
        new = change.new
        if is_series(source[origin.number]):
            new = tuple(replace(line, text=f"{_TAIL.sub('', line.text)};") for line in new)
        for place in places_after(source, origin.number):
            yield _with(clause, _put_in(source, place, new))


def _put_in(source: list[str], place: int, lines: Sequence[Wanted]) -> list[str]:
    """The source with paragraphs and items put in."""
    made = source[place - 1 : place] if place else [""]
    for line in lines:
        made += line_after(made[-1], line.text, line.level)
    return [*source[:place], *made[1:], *source[place:]]


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
    return "\n".join(_put_in([], 0, lines)).strip("\n") + "\n"


def title_of(words: str) -> str:
    """The heading of a clause that counsel wrote: words, whatever they look like."""
    return escaped(words) if "{" in words else words
