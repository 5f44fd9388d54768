"""A case from a file, from single facts, or from both."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.diagnostic import Span
from leadkit.policy.cases.case import Told, nothing, text, told
from leadkit.policy.cases.codes import NO_CASE
from leadkit.source.decode import decode
from leadkit.source.places import LIMIT
from leadkit.source.reading import read_text
from leadkit.source.tree import Entry, Mapping, Sequence

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic
    from leadkit.source.tree import Node


def read_case(file: Path | None) -> tuple[Told, tuple[Diagnostic, ...], dict[str, str]]:
    """Read the case of a file, in YAML or JSON, which is YAML too; without a file, a case of which nothing is told.

    Returns:
        The case, everything found, and the text by the name of the file, for excerpts.

    Raises:
        OSError: It cannot be read.
    """
    if file is None:
        return Told(nothing()), (), {}
    name = file.as_posix()
    with file.open("rb") as opened:
        data = opened.read(LIMIT + 1)
    if len(data) > LIMIT:
        large = NO_CASE.at(Span(name), message=f"The file is larger than {LIMIT // 1_000_000} MB, and no case.")
        return Told(nothing()), (large,), {}
    decoded = decode(name, data)
    if decoded.text is None or not decoded.sound:
        return Told(nothing()), decoded.diagnostics, {name: decoded.text or ""}
    root, found = read_text(decoded.text, name)
    case, odd = told(root)
    return case, (*decoded.diagnostics, *found, *odd), {name: decoded.text}


def with_facts(case: Told, facts: tuple[str, ...], pathway: str | None, *, nothing_else: bool = False) -> Told:
    """The case with single facts and a pathway laid over it.

    Args:
        case: The case.
        facts: Such as ``age=34`` or ``charges.1.offence=theft``; one that begins so for a list that is told already
            is added to it.
        pathway: The pathway, where it is named.
        nothing_else: Whether it is said that nothing else is known.

    Raises:
        ValueError: A fact has another form; the sentence says what to write.
    """
    for fact in facts:
        name, equals, value = fact.partition("=")
        if not equals or not all(name.strip().split(".")):
            raise ValueError(f'"{fact}" names no fact: write NAME=VALUE, such as age=34 or charges.1.offence=theft')
        below = with_fact(case.facts, name.strip().split("."), text(value.strip()))
        case = replace(case, facts=below)
    return replace(
        case,
        pathway=text(pathway) if pathway else case.pathway,
        nothing_else=nothing_else or case.nothing_else,
    )


def with_fact(facts: Mapping, path: list[str], value: Node) -> Mapping:
    """The facts with one of them laid over; an entry of a list is found by its number, its id, or begun."""
    first, *rest = path
    old = facts.entries.get(first)
    if rest:
        under = _keyed(old.value if old else nothing(), rest[0])
        value = with_fact(under, rest, value)
    key = old.key if old else text(first)
    return replace(facts, entries={**facts.entries, first: Entry(key, value)})


def _keyed(node: Node, key: str) -> Mapping:
    """A list as a mapping in which an entry that is named by its number has that number for its key."""
    items: list[tuple[str, Node]] = []
    if isinstance(node, Mapping):
        items = [(name, entry.value) for name, entry in node.entries.items()]
    elif isinstance(node, Sequence):
        items = [(str(number), item) for number, item in enumerate(node.items, 1)]
    if key.isdecimal() and key not in dict(items) and 1 <= int(key) <= len(items):
        items[int(key) - 1] = (key, items[int(key) - 1][1])
    return replace(nothing(), entries={name: Entry(text(name), item) for name, item in items}, span=node.span)
