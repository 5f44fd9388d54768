"""One JSON Schema for every file of a program: for editors, and for tools that know nothing of leadkit.

It says what the fields are and what they may hold. What must be there, and what holds on which day, is left to
``leadkit check``: a file of its own is never the whole program.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import TypeAlias

from leadkit.model.base import PRESENCE_KEY, Item
from leadkit.model.ending import Ending
from leadkit.model.root import Program
from leadkit.model.stamp import comment
from leadkit.values.dates import PartialDate

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ONE_TEXT = {"string", "number"}
_YES_OR_NO: tuple[Json, ...] = ("yes", "no", True, False)
_WHOLE_NUMBER: dict[str, Json] = {"type": ["integer", "string"], "minimum": 0, "pattern": "^[0-9,]+$"}
_SHORT = 120
"""A field that more than one object has is written once where its text is longer than this."""


def schema() -> dict[str, Json]:
    """The schema of a file, which is any set of sections, or an overlay over another program."""
    made: dict[str, Json] = Program.model_json_schema()
    ending: dict[str, Json] = Ending.model_json_schema()
    parts = {**_entries(ending.pop("$defs")), **_entries(made["$defs"]), "Ending": ending}
    told = {f"#/$defs/{name}": _entries(part).pop("description", None) for name, part in parts.items()}
    _explain([made, *parts.values()], told)
    sections = _object(_readable(made))
    definitions = {name: _object(_readable(part)) for name, part in parts.items()}
    fields = _entries(sections["properties"])
    whole: dict[str, Json] = {
        "$schema": DIALECT,
        "$comment": comment(),
        "type": "object",
        "properties": {**fields, **_overlay(fields)},
        "patternProperties": _free(),
        "additionalProperties": False,
        "$defs": {**definitions, "versions": _versions(), "ended": _ended()},
    }
    return _written_once(whole)


def _overlay(sections: dict[str, Json]) -> dict[str, Json]:
    """What a folder says of its base, or of itself as a base."""
    within: dict[str, Json] = {
        "type": "object",
        "properties": {name: {"$ref": f"#/properties/{name}"} for name in sections},
        "patternProperties": _free(),
        "additionalProperties": False,
    }
    reason: Json = {
        "type": "object",
        "properties": {"reason": {"description": "Why the base has it and this folder has not.", "type": "string"}},
        "patternProperties": _free(),
        "additionalProperties": False,
    }
    return {
        "base": {
            "description": "Whether this folder is a base alone: what others extend, and no program.",
            "enum": list(_YES_OR_NO),
        },
        "extends": {"description": "The base folder, as a path from this one: ../state-model.", "type": "string"},
        "add": {"description": "What this folder puts in that its base has not.", **within},
        "change": {"description": "What this folder has otherwise than its base.", **within},
        "remove": {
            "description": "What this folder takes out of its base: dotted paths, each with a reason.",
            "type": "object",
            "additionalProperties": reason,
        },
    }


def _versions() -> Json:
    """What tells versions from a value; the description is that of ``versions`` alone, or an editor would show it."""
    each: Json = {
        "description": "Values that change: each is keyed by the first day on which it holds.",
        "type": "object",
        "propertyNames": {"pattern": PartialDate.PATTERN},
    }
    return {"type": "object", "required": ["versions"], "properties": {"versions": each}}


def _ended() -> Json:
    return {"type": "object", "required": ["ended"]}


def _free() -> dict[str, Json]:
    """The fields that are nobody's business but the planner's."""
    return {"^x-": {}, "^notes$": {}}


def _object(part: Json) -> dict[str, Json]:
    """An object as it may be written: its fields, each of them versioned or not, and remarks."""
    definition = _entries(part)
    if "properties" not in definition:
        return definition
    own_first = sorted(_parts(definition["properties"]), key=lambda field: field[0] in Item.model_fields)
    fields = {name: _or_versions(field) for name, field in own_first}
    fields["versions"] = {"$ref": "#/$defs/versions/properties/versions"}
    kept = {name: value for name, value in definition.items() if name not in ("required", "$defs")}
    return {**kept, "properties": fields, "patternProperties": _free()}


def _or_versions(field: Json) -> Json:
    """A field as it may be written, with versions or without.

    They are told apart by ``if``, so that a mistake is reported where it is made.
    """
    entries = _entries(field)
    about = {name: value for name, value in entries.items() if name in ("description", "examples")}
    form = _without_null({name: value for name, value in entries.items() if name not in about})
    version: Json = {"if": {"$ref": "#/$defs/ended"}, "then": {"$ref": "#/$defs/Ending"}, "else": form}
    versions: Json = {"properties": {"versions": {"additionalProperties": version}}}
    return {**about, "if": {"$ref": "#/$defs/versions"}, "then": versions, "else": form}


def _without_null(form: Json) -> Json:
    """A field that may be absent is left out, never written as nothing."""
    options = _entries(form).get("anyOf")
    if not isinstance(options, list):
        return form
    given = [option for option in options if option != {"type": "null"}]
    return given[0] if len(given) == 1 else {**_entries(form), "anyOf": given}


def _readable(part: Json) -> Json:
    """Take a text, a number, or yes and no wherever leadkit reads text; drop what only leadkit needs."""
    if isinstance(part, list):
        return [_readable(item) for item in part]
    if not isinstance(part, dict):
        return part
    if "discriminator" in part:
        return _by_kind(part)
    kept = ((name, value) for name, value in part.items() if name not in (PRESENCE_KEY, "default", "title"))
    read: dict[str, Json] = {}
    for name, value in kept:
        if name == "examples":  # what a planner may write, whatever its fields are called
            read[name] = value
        else:
            read[name] = {key: _readable(inner) for key, inner in _parts(value)} if name in _NAMED else _readable(value)
    return _as_text(read)


_NAMED = frozenset({"properties", "patternProperties", "$defs"})
"""Parts whose names are names of fields, whatever they are called."""


def _as_text(read: dict[str, Json]) -> Json:
    kind = read.get("type")
    if "const" in read or "enum" in read:
        listed = read.pop("enum", None)
        choices = listed if isinstance(listed, list) else [read.pop("const")]
        read.pop("type", None)
        return {**read, "enum": [form for choice in choices for form in _forms(choice)]}
    if kind == "boolean":
        read.pop("type")
        return {**read, "enum": list(_YES_OR_NO)}
    if kind == "integer":
        return {**read, **_WHOLE_NUMBER}
    if kind in _ONE_TEXT:
        read.pop("format", None)
        return {**read, "type": ["string", "number", "boolean"]}
    if "patternProperties" in read:
        return {**read, "patternProperties": _ids(read["patternProperties"]), "additionalProperties": False}
    if kind == "array" and isinstance(read.get("items"), dict):
        about = {name: value for name, value in read.items() if name in ("description", "examples")}
        form = {name: value for name, value in read.items() if name not in about}
        return {**about, "anyOf": [form, read["items"]]}
    return read


def _ids(patterns: Json) -> Json:
    """The names that a collection may have: ids, and remarks, which are told from ids."""
    named: dict[str, Json] = {f"^(?!notes$|x-){pattern.removeprefix('^')}": part for pattern, part in _parts(patterns)}
    return {**named, **_free()}


def _explain(part: Json, told: dict[str, Json]) -> None:
    """Say at each field, and at each id of a collection, what kind of object it holds where it says nothing else.

    An object or a list of words bears no description itself: an editor would show that and not the field's own.
    """
    if isinstance(part, list):
        for item in part:
            _explain(item, told)
        return
    for name, value in _parts(part):
        _explain(value, told)
        for holder in _entries(value).values() if name in _NAMED else ():
            about = told.get(str(_entries(holder).get("$ref")))
            if about is not None:
                _entries(holder).setdefault("description", about)


def _forms(choice: Json) -> Iterator[Json]:
    """A word as editors may read it: ``1`` is a number to them, and ``no`` is false."""
    yield choice
    if isinstance(choice, str) and choice.isdigit():
        yield int(choice)
    elif choice in ("yes", "no", "on", "off"):
        yield choice in ("yes", "on")


def _by_kind(part: dict[str, Json]) -> Json:
    """Objects told apart by one field: say what is wrong with the kind that is meant, and with no other."""
    discriminator = _entries(part["discriminator"])
    field = str(discriminator["propertyName"])
    kinds = dict(_parts(discriminator["mapping"]))
    about = {name: value for name, value in part.items() if name in ("description", "examples")}
    cases: list[Json] = [
        {"if": {"properties": {field: {"const": kind}}, "required": [field]}, "then": {"$ref": target}}
        for kind, target in kinds.items()
    ]
    return {**about, "type": "object", "properties": {field: {"enum": list(kinds)}}, "allOf": cases}


def _written_once(whole: dict[str, Json]) -> dict[str, Json]:
    """Write once, under ``$defs``, what many fields hold, and the fields that many objects have."""
    homes: dict[str, str] = {}
    for field in _fields_of(whole):
        if "else" in field:
            held = json.dumps({name: field.pop(name) for name in ("if", "then", "else")})
            field["$ref"] = f"#/$defs/{homes.setdefault(held, f'held-{len(homes) + 1}')}"
    counted = Counter(json.dumps(field) for field in _fields_of(whole))
    for field in _fields_of(whole):
        text = json.dumps(field)
        if counted[text] > 1 and len(text) > _SHORT:
            field.clear()
            field["$ref"] = f"#/$defs/{homes.setdefault(text, f'field-{len(homes) + 1}')}"
    once: dict[str, Json] = {name: json.loads(text) for text, name in homes.items()}
    return {**whole, "$defs": {**_entries(whole["$defs"]), **once}}


def _fields_of(whole: dict[str, Json]) -> list[dict[str, Json]]:
    """The fields of a file and of every kind of object."""
    parts = (whole, *_entries(whole["$defs"]).values())
    return [_entries(field) for part in parts for field in _entries(_entries(part).get("properties", {})).values()]


def _entries(part: Json) -> dict[str, Json]:
    return part if isinstance(part, dict) else {}


def _parts(part: Json) -> Iterator[tuple[str, Json]]:
    yield from _entries(part).items()
