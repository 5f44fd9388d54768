"""One JSON Schema for every file of a program: for editors, and for tools that know nothing of leadkit."""

from __future__ import annotations

from typing import TypeAlias

from leadkit.model.base import PRESENCE_KEY
from leadkit.model.root import Program
from leadkit.values.dates import PartialDate

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
_OVERLAY = ("extends", "add", "change", "remove")


def schema() -> dict[str, Json]:
    """The schema of a file, which is any set of sections.

    It says what the fields are and what they may hold, so that an editor can complete and explain them. Where a
    reader of YAML takes an unquoted ``2014`` for a number, the schema takes both. What must be there is left to
    ``leadkit check``: a file of its own is never the whole program.
    """
    made: dict[str, Json] = Program.model_json_schema()
    definitions = made["$defs"]
    assert isinstance(definitions, dict)
    properties = _entry(_loosened(made["properties"]))
    return {
        "$schema": DIALECT,
        "title": "A leadkit program",
        "type": "object",
        "properties": {**properties, **{name: {} for name in _OVERLAY}},
        "patternProperties": {"^x-": {}, "^notes$": {}},
        "additionalProperties": False,
        "$defs": {name: _object(_loosened(definition)) for name, definition in definitions.items()},
    }


def _object(definition: Json) -> Json:
    """An object as it may be written: its fields, remarks, and versions keyed by their first day."""
    if not isinstance(definition, dict) or definition.get("type") != "object":
        return definition
    properties: dict[str, Json] = {
        **_entry(definition.get("properties", {})),
        "versions": {
            "description": "The versions of this, each keyed by its first day.",
            "type": "object",
            "additionalProperties": {},
            "propertyNames": {"pattern": PartialDate.PATTERN},
        },
    }
    kept = {name: value for name, value in definition.items() if name != "required"}
    free: dict[str, Json] = {"^x-": {}, "^notes$": {}}
    return {**kept, "properties": properties, "patternProperties": free}


def _loosened(part: Json) -> Json:
    """Take text, number or yes and no wherever the field reads text; drop leadkit's own marks."""
    if isinstance(part, list):
        return [_loosened(item) for item in part]
    if not isinstance(part, dict):
        return part
    kept = ((name, value) for name, value in part.items() if name not in (PRESENCE_KEY, "default"))
    loosened: dict[str, Json] = {name: _loosened(value) for name, value in kept}
    kind = loosened.get("type")
    if kind in ("string", "boolean", "integer", "number") and "enum" not in loosened and "const" not in loosened:
        loosened["type"] = ["string", "number", "boolean", "null"]
        loosened.pop("format", None)
    elif kind == "array" and isinstance(loosened.get("items"), dict):
        return {"anyOf": [loosened, loosened["items"], *_versioned()]}
    return loosened


def _versioned() -> list[Json]:
    return [{"type": "object", "required": ["versions"]}]


def _entry(part: Json) -> dict[str, Json]:
    return part if isinstance(part, dict) else {}
