"""Walk a typed program: every field with its path, and every reference to an id."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from leadkit.model.base import PRESENCE_KEY, Presence
from leadkit.model.references import Reference

Path: TypeAlias = tuple[str | int, ...]


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


def presence_of(field: FieldInfo) -> Presence:
    """What silence about a field means."""
    extra = field.json_schema_extra
    return Presence(str(extra[PRESENCE_KEY])) if isinstance(extra, dict) else Presence.OPTIONAL


def places(value: object, path: Path = ()) -> Iterator[Place]:
    """Every field of an object and of the objects inside it, depth first, in the order of the model."""
    for place in fields_of(value, path):
        yield place
        if not place.absent:
            yield from places(place.value, place.path)


def fields_of(value: object, path: Path = ()) -> Iterator[Place]:
    """The fields of an object, or of each object in a collection, without going deeper."""
    if isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            yield Place((*path, name), value, name, field, getattr(value, name))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from fields_of(item, (*path, key))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from fields_of(item, (*path, index))


@dataclass(frozen=True, slots=True)
class Use:
    """A place where the program refers to an id."""

    path: Path
    id: str
    reference: Reference


def references(program: BaseModel) -> Iterator[Use]:
    """Every reference in a typed object, in the order of the model."""
    for place in places(program):
        owner = type(place.owner)
        if _refers(owner, place.name):
            yield from _uses(place.value, _annotation(owner, place.name), place.path)


@cache
def _annotation(owner: type[BaseModel], name: str) -> object:
    field = owner.model_fields[name]
    return Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation


@cache
def _refers(owner: type[BaseModel], name: str) -> bool:
    return _mentions_reference(_annotation(owner, name))


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
