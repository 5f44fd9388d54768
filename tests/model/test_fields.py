"""Every field explains itself: the text is the hover, the page and the finding."""

from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from leadkit.model import describe
from leadkit.model.base import Item
from leadkit.model.fields import FILE, all_fields, inner_fields
from leadkit.model.root import Program
from leadkit.model.walk import presence_of, unwrap


def _classes(annotation: object, seen: set[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    core, _ = unwrap(annotation)
    if isinstance(core, type) and issubclass(core, BaseModel):
        if core not in seen:
            seen.add(core)
            yield core
            for field in core.model_fields.values():
                yield from _classes(field.annotation, seen)
        return
    for part in get_args(core):
        yield from _classes(part, seen)


CLASSES = list(_classes(Program, set()))
FIELDS = [(owner, name, field) for owner in CLASSES for name, field in owner.model_fields.items()]


def test_every_field_has_a_description_and_an_example() -> None:
    lacking = [
        f"{owner.__name__}.{name}"
        for owner, name, field in FIELDS
        if not field.description or len(field.description) < 12 or not field.examples
    ]
    assert not lacking


@pytest.mark.parametrize("owner", [one for one in CLASSES if one is not Program], ids=lambda one: one.__name__)
def test_every_example_is_one_that_its_field_accepts(owner: type[BaseModel]) -> None:
    refused = [
        f"{name}: {example!r}"
        for name, field in owner.model_fields.items()
        for example in field.examples or ()
        if not _accepts(field, example)
    ]
    assert not refused


def _accepts(field: FieldInfo, example: object) -> bool:
    annotation: Any = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
    try:
        TypeAdapter(annotation).validate_python(example)
    except ValidationError:
        return False
    return True


def test_unions_are_told_apart_by_a_word_or_a_form_and_never_tried_in_turn() -> None:
    plain = [
        f"{owner.__name__}.{name}"
        for owner, name, field in FIELDS
        if _tried_in_turn(field.annotation, bool(field.discriminator))
    ]
    assert not plain


def _tried_in_turn(annotation: object, told_apart: bool) -> bool:
    if get_origin(annotation) is Annotated:
        inner, *metadata = get_args(annotation)
        return _tried_in_turn(inner, told_apart or any(getattr(one, "discriminator", None) for one in metadata))
    members = [part for part in get_args(annotation) if part is not type(None)]
    if get_origin(annotation) in (Union, UnionType):
        if len(members) > 1 and not told_apart:
            return True
        return any(_tried_in_turn(member, told_apart) for member in members) if len(members) == 1 else False
    return any(_tried_in_turn(member, False) for member in members)


def test_no_field_takes_anything_at_all() -> None:
    loose = [f"{owner.__name__}.{name}" for owner, name, field in FIELDS if "Any" in str(field.annotation)]
    assert not loose


def test_every_object_is_closed_and_frozen() -> None:
    assert all(owner.model_config.get("extra") == "forbid" and owner.model_config.get("frozen") for owner in CLASSES)


def test_the_text_of_the_fields_is_the_one_that_explain_reads() -> None:
    assert FILE.read_text(encoding="utf-8") == describe.as_json(), "run: make fields"


def _objects(annotation: object) -> Iterator[type[BaseModel]]:
    core, _ = unwrap(annotation)
    if isinstance(core, type) and issubclass(core, BaseModel):
        yield core
        return
    for part in get_args(core):
        yield from _objects(part)


def _places(
    owner: type[BaseModel], path: str = "", above: tuple[type[BaseModel], ...] = ()
) -> Iterator[tuple[str, type[BaseModel]]]:
    for name, field in owner.model_fields.items():
        if name not in Item.model_fields or not issubclass(owner, Item):
            for inner in _objects(field.annotation):
                yield f"{path}{name}", inner
                if inner not in above:
                    yield from _places(inner, f"{path}{name}.", (*above, owner))


def test_what_is_said_of_every_kind_is_so_in_every_kind_of_object() -> None:
    objects: dict[str, list[type[BaseModel]]] = {}
    for path, inner in _places(Program):
        objects.setdefault(path, []).append(inner)
    wrong = [
        f"{field.path}.{name} {presence}"
        for field in all_fields()
        if field.fields and not field.path.startswith("@")
        for (presence, kinds), names in inner_fields(field).items()
        if not kinds
        for name in names
        for one in objects[field.path.replace(".*", "")]
        if name in field.fields and (name not in one.model_fields or presence_of(one.model_fields[name]) != presence)
    ]
    assert not wrong
