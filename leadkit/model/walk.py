"""Walk a typed program: every field with its path, and every reference to an id."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from leadkit.model.base import PRESENCE_KEY, Closed, Presence
from leadkit.model.references import Reference
from leadkit.source import everywhere

Path: TypeAlias = tuple[str | int, ...]

ANY = everywhere.ANY
"""In a path, every id that stands there."""


@dataclass(frozen=True, slots=True)
class Place:
    """A field of a typed object.

    Attributes:
        path: Where the field stands in the program, as steps.
        owner: The object that has the field.
        name: The name of the field.
        field: What the model says of the field.
        value: Its value.
    """

    path: Path
    owner: BaseModel
    name: str
    field: FieldInfo
    value: object

    @property
    def presence(self) -> Presence:
        """What silence about this field means."""
        return presence_of(self.field)

    @property
    def absent(self) -> bool:
        """Whether nothing was said: the field was not written, or is empty."""
        return self.name not in self.owner.model_fields_set or self.value in (None, (), {})


@dataclass(frozen=True, slots=True)
class Use:
    """A place where the program refers to an id."""

    path: Path
    id: str
    reference: Reference


def presence_of(field: FieldInfo) -> Presence:
    """What silence about a field means."""
    extra = field.json_schema_extra
    return Presence(str(extra[PRESENCE_KEY])) if isinstance(extra, dict) else Presence.OPTIONAL


def objects(value: object, path: Path = ()) -> Iterator[tuple[Path, BaseModel]]:
    """Every object in a value, with its path, outer ones first."""
    if isinstance(value, BaseModel):
        yield path, value
        for name in _plan(type(value)).holding:
            if name in value.model_fields_set:
                yield from objects(getattr(value, name), (*path, name))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from objects(item, (*path, key))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from objects(item, (*path, index))


def places(value: object, path: Path = ()) -> Iterator[Place]:
    """Every field of every object in a value."""
    for here, owner in objects(value, path):
        for name, field in type(owner).model_fields.items():
            yield Place((*here, name), owner, name, field, getattr(owner, name))


def silences(value: object, path: Path = ()) -> Iterator[Place]:
    """Every expected field about which nothing was said."""
    for here, owner in objects(value, path):
        yield from silences_of(owner, here)


def silences_of(owner: BaseModel, path: Path) -> Iterator[Place]:
    """Every expected field of one object about which nothing was said."""
    for name in _expected_of(owner):
        place = Place((*path, name), owner, name, type(owner).model_fields[name], getattr(owner, name))
        if place.absent:
            yield place


def emptied(value: object, path: Path = ()) -> Iterator[Place]:
    """Every list that is written and holds nothing, of which silence would mean the same, and is no silence above."""
    for here, owner in objects(value, path):
        fields = type(owner).model_fields
        for name in owner.model_fields_set:
            if () == getattr(owner, name) == fields[name].default and name not in _silent(owner):
                yield Place((*here, name), owner, name, fields[name], ())


def _silent(owner: BaseModel) -> set[str]:
    return {one.name for one in silences_of(owner, ())}


def _expected_of(owner: BaseModel) -> Iterator[str]:
    """The fields that this object must not be silent about, in view of what it says."""
    if not isinstance(owner, Closed):
        return
    spared = owner.spared()
    yield from (name for name in _plan(type(owner)).expected if name not in spared)
    yield from owner.expected_besides()


def references(value: object, path: Path = ()) -> Iterator[Use]:
    """Every reference to an id in a value."""
    for here, owner in objects(value, path):
        for name, annotation in _plan(type(owner)).referring.items():
            if name in owner.model_fields_set:
                yield from _uses(getattr(owner, name), annotation, (*here, name))


def along(value: object, path: Path) -> Iterator[object]:
    """What a path leads through: the value itself, then what stands at each step."""
    yield value
    for step in path:
        value = next((inner for name, inner in _inside(value, str(step)) if name == str(step)), None)
        yield value


def lacking(value: object, words: Sequence[str], path: tuple[str, ...] = ()) -> Iterator[str]:
    """The fields that a path with ``*`` means and that have no value, each as a path of its own."""
    first, *rest = words
    if not rest and isinstance(value, BaseModel):
        if first in type(value).model_fields and getattr(value, first) in (None, (), {}):
            yield ".".join((*path, first))
        return
    for name, inner in _inside(value, first):
        if rest:
            yield from lacking(inner, rest, (*path, name))


def _inside(value: object, word: str) -> Iterator[tuple[str, object]]:
    """What stands under a name, or under every id where the word is ``*``."""
    if isinstance(value, dict):
        yield from ((key, item) for key, item in value.items() if word in (ANY, key))
    elif isinstance(value, tuple):
        yield from ((str(index), item) for index, item in enumerate(value) if word in (ANY, str(index)))
    elif isinstance(value, BaseModel) and word in type(value).model_fields:
        yield word, getattr(value, word)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a walk needs to know of a class: which fields hold objects, refer to ids, and must not be silent."""

    holding: tuple[str, ...]
    referring: dict[str, object]
    expected: tuple[str, ...]


@cache
def _plan(owner: type[BaseModel]) -> _Plan:
    fields = owner.model_fields
    types = {name: Annotated[field.annotation, *field.metadata, None] for name, field in fields.items()}
    return _Plan(
        holding=tuple(name for name in fields if _holds_objects(types[name])),
        referring={name: kind for name, kind in types.items() if _mentions_reference(kind)},
        expected=tuple(name for name, field in fields.items() if presence_of(field) is Presence.EXPECTED),
    )


def _holds_objects(annotation: object) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(_holds_objects(part) for part in get_args(annotation))


def _mentions_reference(annotation: object) -> bool:
    return isinstance(annotation, Reference) or any(_mentions_reference(part) for part in get_args(annotation))


def _uses(value: object, annotation: object, path: Path) -> Iterator[Use]:
    core, metadata = unwrap(annotation)
    if isinstance(value, str):
        yield from (Use(path, value, part) for part in metadata if isinstance(part, Reference))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _uses(item, get_args(core)[0], (*path, index))
    elif isinstance(value, dict):
        key_type, item_type = get_args(core)
        for key, item in value.items():
            yield from _uses(key, key_type, (*path, key))
            yield from _uses(item, item_type, (*path, key))


@cache
def unwrap(annotation: object) -> tuple[object, tuple[object, ...]]:
    """Take ``Annotated`` and an optional ``None`` off an annotation: the bare type and its metadata."""
    if get_origin(annotation) is Annotated:
        inner, *metadata = get_args(annotation)
        core, deeper = unwrap(inner)
        return core, (*deeper, *metadata)
    if get_origin(annotation) in (Union, UnionType):
        members = [member for member in get_args(annotation) if member is not type(None)]
        if len(members) == 1:
            return unwrap(members[0])
    return annotation, ()
