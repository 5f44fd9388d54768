"""One JSON Schema for every file of a program: for editors, and for tools that know nothing of leadkit.

It says what the fields are and what they may hold. What must be there, and what holds on which day, is left to
``leadkit check``: a file of its own is never the whole program.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import TypeAlias

from leadkit.model.base import PRESENCE_KEY
from leadkit.model.root import Program
from leadkit.values.dates import PartialDate

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ONE_TEXT = {"string", "boolean", "integer", "number"}
_SHORT = 120
"""A field that more than one object has is written once where its text is longer than this."""


def schema() -> dict[str, Json]:
    """The schema of a file, which is any set of sections, or an overlay over another program."""
    made: dict[str, Json] = Program.model_json_schema()
    sections = _object(_readable(made))
    definitions = {name: _object(_readable(part)) for name, part in _parts(made["$defs"])}
    fields = _entries(sections["properties"])
    whole: dict[str, Json] = {
        "$schema": DIALECT,
        "title": "A leadkit program",
        "type": "object",
        "properties": {**fields, **_overlay(fields)},
        "patternProperties": _free(),
        "additionalProperties": False,
        "$defs": {**definitions, "versions": _versions()},
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
            "enum": ["yes", "no", True, False],
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
    return {
        "description": "Values that change: each is keyed by the first day on which it holds.",
        "type": "object",
        "required": ["versions"],
        "properties": {"versions": {"type": "object", "propertyNames": {"pattern": PartialDate.PATTERN}}},
    }


def _free() -> dict[str, Json]:
    """The fields that are nobody's business but the planner's."""
    return {"^x-": {}, "^notes$": {}}


def _object(part: Json) -> dict[str, Json]:
    """An object as it may be written: its fields, each of them versioned or not, and remarks."""
    definition = _entries(part)
    if "properties" not in definition:
        return definition
    fields = {name: _or_versions(field) for name, field in _parts(definition["properties"])}
    fields["versions"] = {"$ref": "#/$defs/versions/properties/versions"}
    kept = {name: value for name, value in definition.items() if name not in ("required", "$defs")}
    return {**kept, "properties": fields, "patternProperties": _free()}


def _or_versions(field: Json) -> Json:
    """A field as it may be written; told apart by ``if``, so that a mistake is reported where it is made."""
    entries = _entries(field)
    about = {name: value for name, value in entries.items() if name in ("description", "examples")}
    form: Json = {name: value for name, value in entries.items() if name not in about}
    return {**about, "if": {"$ref": "#/$defs/versions"}, "else": _without_null(form)}


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
    if kind in _ONE_TEXT:
        read.pop("format", None)
        return {**read, "type": ["string", "number", "boolean", "null"]}
    if kind == "array" and isinstance(read.get("items"), dict):
        about = {name: value for name, value in read.items() if name in ("description", "examples")}
        form = {name: value for name, value in read.items() if name not in about}
        return {**about, "anyOf": [form, read["items"]]}
    return read


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
    """Write a field that many objects share once, under ``$defs``, and refer to it."""
    definitions = _entries(whole["$defs"])
    fields = [field for part in definitions.values() for field in _parts(_entries(part).get("properties", {}))]
    counted = Counter((name, json.dumps(field)) for name, field in fields)
    homes: dict[tuple[str, str], str] = {}
    shared: dict[str, Json] = {}
    for (name, text), times in counted.items():
        if times > 1 and len(text) > _SHORT:
            home = f"field-{name}-{len(homes) + 1}"
            homes[name, text] = home
            shared[home] = json.loads(text)
    for part in definitions.values():
        properties = _entries(_entries(part).get("properties", {}))
        for name, field in properties.items():
            found = homes.get((name, json.dumps(field)))
            if found:
                properties[name] = {"$ref": f"#/$defs/{found}"}
    return {**whole, "$defs": {**definitions, **shared}}


def _entries(part: Json) -> dict[str, Json]:
    return part if isinstance(part, dict) else {}


def _parts(part: Json) -> Iterator[tuple[str, Json]]:
    yield from _entries(part).items()
