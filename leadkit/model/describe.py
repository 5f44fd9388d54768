"""Write ``fields.json``: the text of every field, taken from the models."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from enum import Enum
from types import UnionType
from typing import Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from leadkit.model.base import Item
from leadkit.model.fields import ANYWHERE, FILE, FieldText
from leadkit.model.paths import words_of
from leadkit.model.root import Program
from leadkit.model.walk import presence_of, unwrap


def describe() -> tuple[FieldText, ...]:
    """The text of every field of a program, in the order of the model; what every object has comes once, first."""
    shared = [_text(f"{ANYWHERE}.{name}", field) for name, field in Item.model_fields.items()]
    rows: dict[tuple[str, str, str], FieldText] = {}
    for row in [*shared, *_describe(Program, "")]:
        same = (row.path, row.description, row.presence)
        rows[same] = _together(rows[same], row) if same in rows else row
    return tuple(rows.values())


def _together(one: FieldText, other: FieldText) -> FieldText:
    """One row for a field that objects of several kinds share, each with words and fields of its own."""
    choices = tuple(dict.fromkeys((*one.choices, *other.choices)))
    kinds = tuple(dict.fromkeys((*one.kinds, *other.kinds)))
    fields = tuple(dict.fromkeys((*one.fields, *other.fields)))
    return replace(one, choices=choices, fields=fields, kinds=kinds)


def as_json() -> str:
    """The rows as they stand in ``fields.json``."""
    return json.dumps([asdict(row) for row in describe()], ensure_ascii=False, indent=1) + "\n"


def objects_in(annotation: object) -> Iterator[type[BaseModel]]:
    """The classes of object that a value of this type may be, not looking into collections."""
    core, _ = unwrap(annotation)
    if isinstance(core, type) and issubclass(core, BaseModel):
        yield core
    elif get_origin(core) in (Union, UnionType):
        for member in get_args(core):
            yield from objects_in(member)


def choices_in(annotation: object) -> tuple[str, ...]:
    """The words a value of this type may be, where they are fixed; of a collection, those of its items."""
    core, _ = unwrap(annotation)
    if isinstance(core, type) and issubclass(core, Enum):
        return tuple(str(member.value) for member in core)
    if get_origin(core) is Literal:
        return tuple(str(word.value if isinstance(word, Enum) else word) for word in get_args(core))
    if get_origin(core) is tuple:
        return choices_in(get_args(core)[0])
    return ()


def _describe(
    owner: type[BaseModel], path: str, above: tuple[type[BaseModel], ...] = (), kinds: tuple[str, ...] = ()
) -> Iterator[FieldText]:
    for name, field in owner.model_fields.items():
        if name in Item.model_fields and issubclass(owner, Item):
            continue
        here = f"{path}.{name}" if path else name
        yield replace(_text(here, field), kinds=kinds)
        found = list(_inside(field.annotation))
        for suffix, inner in found:
            if inner not in above:
                own = words_of(inner) if len(found) > 1 else kinds
                yield from _describe(inner, here + suffix, (*above, owner), own)


def _inside(annotation: object, suffix: str = "") -> Iterator[tuple[str, type[BaseModel]]]:
    core, _ = unwrap(annotation)
    if get_origin(core) is dict:
        yield from _inside(get_args(core)[1], f"{suffix}.*")
    elif get_origin(core) is tuple:
        yield from _inside(get_args(core)[0], f"{suffix}.*")
    else:
        yield from ((suffix, found) for found in objects_in(core))


def _text(path: str, field: FieldInfo) -> FieldText:
    inner = [found for _, found in _inside(field.annotation)]
    names = dict.fromkeys(name for found in inner for name in found.model_fields if name not in Item.model_fields)
    example = field.examples[0] if field.examples else ""
    return FieldText(
        path=path,
        description=field.description or "",
        presence=presence_of(field).value,
        example=_yaml(path.rsplit(".", 1)[-1], example),
        choices=choices_in(field.annotation),
        fields=tuple(names),
    )


def _yaml(name: str, example: object) -> str:
    return f"{name}: {_flow(example)}" if example not in ("", {}, []) else ""


def _flow(value: object) -> str:
    """A value in YAML's one-line form; text is quoted only where YAML would read it as something else."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_flow(key)}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_flow(item) for item in value) + "]"
    text = str(value)
    plain = (
        text
        and text[0] not in "!&*?|>%@`\"'#{}[],-:"
        and not any(mark in text for mark in (": ", " #", ",", "{", "}", "[", "]"))
    )
    return text if plain else json.dumps(text, ensure_ascii=False)


if __name__ == "__main__":
    FILE.write_text(as_json(), encoding="utf-8", newline="\n")
