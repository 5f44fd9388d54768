"""Every text that a program words itself, with a mark of its own: what of it reaches a page can be traced back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, get_args

from pydantic import StringConstraints

from leadkit.model.load import load
from leadkit.model.references import Reference
from leadkit.model.root import Program
from leadkit.model.walk import Path, objects, places, unwrap
from leadkit.resources import programs

MARK = re.compile(r"Zq([0-9]+)q")
_READ = ("said_in", "time_zone", "map", "letterhead", "overrides", "sources", "members", "languages", "city", "why")
"""Fields that something is read from, or looked up by: another word in them is another program."""
_COLLECTIONS = ("agencies", "areas", "roles", "pathways")
"""The sections that are collections themselves."""
_MEANT = ("value", "of", "law", "clock", "phone", "email", "line", "interpreter_line", "state", "limbs", "grades")


@cache
def _program() -> Program:
    program = load(programs() / "example-county").resolve().program
    assert program is not None
    return program


def marked(county: Any, *below: str) -> dict[int, Path]:
    """Mark each free text of the example county, or each below one of some paths; return where each mark stands."""
    marks: dict[int, Path] = {}
    wanted = tuple(f"{each}." for each in below)
    for holder, path in free_texts(county):
        if below and not ".".join(map(str, path)).startswith(wanted):
            continue
        holder[path[-1]] = f"{holder[path[-1]].rstrip('.')} Zq{len(marks)}q"
        marks[len(marks)] = path
    return marks


def free_texts(county: Any) -> Iterator[tuple[Any, Path]]:
    """Where each free text of the example county stands, with the mapping or the list that holds it."""
    seen: set[Path] = set()
    for place in places(_program()):
        if place.name in (*_READ, *_MEANT) or not _is_free(Annotated[place.field.annotation, *place.field.metadata, 0]):
            continue
        for path in _texts(place.value, place.path):
            holder, text = at(county, path[:-1]), at(county, path)
            if isinstance(text, str) and isinstance(holder, dict | list) and path not in seen:
                seen.add(path)
                yield holder, path


def hideable(county: Any) -> list[Path]:
    """The objects of the example county that say for themselves who may read them, but for its sections."""
    found = [path for path, one in objects(_program()) if "visibility" in type(one).model_fields and len(path) > 1]
    return [path for path in found if isinstance(at(county, path), dict)]


def members(county: Any, kept: str) -> list[Path]:
    """The members of a collection; of a section that says for itself who may read it, the section."""
    path = tuple(kept.split("."))
    return [(*path, member) for member in at(county, path)] if "." in kept or kept in _COLLECTIONS else [path]


def hide(county: Any, path: Path, visibility: str = "internal") -> None:
    """Say of an object who may read it."""
    at(county, path)["visibility"] = visibility


def at(value: Any, path: Path) -> Any:
    """What stands at a path of the text; None where the program was read from something else, such as one for many."""
    for step in path:
        there = isinstance(value, dict) and step in value
        there = there or (isinstance(value, list) and isinstance(step, int) and step < len(value))
        if not there:
            return None
        value = value[step]
    return value


def _texts(value: object, path: Path) -> Iterator[Path]:
    if isinstance(value, str):
        yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, tuple) else ()
    for key, each in items:
        yield from _texts(each, (*path, key))


def _is_free(annotation: object) -> bool:
    core, metadata = unwrap(annotation)
    if core is str:
        bound = any(isinstance(each, Reference) or getattr(each, "pattern", None) for each in metadata)
        return not bound and any(isinstance(each, StringConstraints) for each in metadata)
    return any(_is_free(each) for each in get_args(core))
