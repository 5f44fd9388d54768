"""What the model says about a place in the program: the object, its fields, its choices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from leadkit.model.walk import unwrap


def annotation_at(root: type[BaseModel], location: Sequence[str | int]) -> object | None:
    """The type of the value at a location as pydantic reports it, which includes the tags of unions."""
    current: object = root
    for step in location:
        current = _step(current, step)
        if current is None:
            return None
    return current


def fields_at(root: type[BaseModel], location: Sequence[str | int]) -> dict[str, FieldInfo]:
    """The fields of the object at a location; empty where there is no object with fields."""
    core, _ = unwrap(annotation_at(root, location))
    return dict(core.model_fields) if isinstance(core, type) and issubclass(core, BaseModel) else {}


def tags_of(annotation: object, discriminator: str) -> tuple[str, ...]:
    """The words by which a union of objects tells its members apart."""
    core, _ = unwrap(annotation)
    return tuple(tag for member in get_args(core) for tag in _tags(member, discriminator))


def words_of(member: object) -> tuple[str, ...]:
    """The words by which one member of such a union is known."""
    return _tags(member, None)


def _step(annotation: object, step: str | int) -> object | None:
    core, _ = unwrap(annotation)
    if isinstance(core, type) and issubclass(core, BaseModel):
        return _field(core, step)
    parts: tuple[object, ...] = get_args(core)
    if get_origin(core) is dict:
        return parts[1]
    if get_origin(core) is tuple:
        return parts[0]
    tagged = next((member for member in parts if step in _tags(member, None)), None)
    return tagged or next((found for member in parts if (found := _field(member, step)) is not None), None)


def _field(member: object, step: str | int) -> object | None:
    core, _ = unwrap(member)
    if isinstance(core, type) and issubclass(core, BaseModel) and step in core.model_fields:
        return core.model_fields[str(step)].annotation
    return None


def _tags(member: object, discriminator: str | None) -> tuple[str, ...]:
    """The literal words of a union's member, in its discriminator or in any of its fields."""
    core, _ = unwrap(member)
    if not (isinstance(core, type) and issubclass(core, BaseModel)):
        return ()
    return tuple(
        str(word.value if hasattr(word, "value") else word)
        for name, field in core.model_fields.items()
        if discriminator in (None, name) and get_origin(field.annotation) is Literal
        for word in get_args(field.annotation)
    )
