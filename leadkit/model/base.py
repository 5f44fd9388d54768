"""What every object of the program shares, and the three ways a field may be absent."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, JsonValue, WithJsonSchema
from pydantic.config import JsonDict

from leadkit.model.references import DecisionId, SourceId
from leadkit.model.scalars import Line, Several
from leadkit.values.dates import PartialDate


class Presence(StrEnum):
    """What silence about a field means.

    ``REQUIRED``: the object makes no sense without it, and ``open`` cannot stand in for it.
    ``EXPECTED``: it must be given, or its absence said under ``open``.
    ``OPTIONAL``: silence means that there is nothing to say.
    """

    REQUIRED = "required"
    EXPECTED = "expected"
    OPTIONAL = "optional"


PRESENCE_KEY = "x-presence"


def required(description: str, example: object) -> Any:
    """Declare a field without which its object makes no sense."""
    return Field(description=description, examples=[example], json_schema_extra={PRESENCE_KEY: "required"})


def expected(description: str, example: object, *, default: object = None) -> Any:
    """Declare a field whose absence must be said under ``open``.

    Give ``default={}`` or ``default=()`` for a collection, which then counts as absent while empty, and the class
    itself for an object all of whose fields may be absent.
    """
    return _declare(description, example, default, Presence.EXPECTED)


def optional(description: str, example: object, *, default: object = None) -> Any:
    """Declare a field whose silence means that there is nothing to say."""
    return _declare(description, example, default, Presence.OPTIONAL)


def _declare(description: str, example: object, default: object, presence: Presence) -> Any:
    extra: JsonDict = {PRESENCE_KEY: presence.value}
    if default == {}:
        default = dict  # pydantic copies a default each time it is used, and makes a new one much faster
    if isinstance(default, type):
        return Field(default_factory=default, description=description, examples=[example], json_schema_extra=extra)
    return Field(default=default, description=description, examples=[example], json_schema_extra=extra)


class Closed(BaseModel):
    """An object of the program: its fields are fixed, and it never changes once read."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, defer_build=True, allow_inf_nan=False, str_strip_whitespace=True
    )

    def expected_besides(self) -> tuple[str, ...]:
        """The optional fields that what is said in others makes expected; none unless a class says so."""
        return ()

    def spared(self) -> frozenset[str]:
        """The expected fields that what is said in others makes pointless to ask for; none unless a class says so."""
        return frozenset()


class Confidence(StrEnum):
    """How well a value is known: stated by its source, concluded from sources, or told differently by sources."""

    DOCUMENTED = "documented"
    INFERRED = "inferred"
    DISPUTED = "disputed"


class Visibility(StrEnum):
    """Who may read something: anybody, the partners to the agreement, or the program's own staff."""

    PUBLIC = "public"
    PARTNERS = "partners"
    INTERNAL = "internal"


class OtherValue(Closed):
    """What another source says instead."""

    value: Line = required("The value that the other source gives, as it gives it.", "3 g")
    sources: Several[SourceId] = required("The sources that give this other value.", ["SF-11"])
    remark: Line | None = optional(
        "Why the two may differ.", "The newspaper may have taken the figure from another program."
    )


WHOLE = ""
"""The name under which the sources of a whole object are kept; no field has it."""


def _by_field(value: object) -> object:
    """Read one source or a list as the sources of the whole object, kept under ``WHOLE``."""
    if isinstance(value, str):
        return {WHOLE: [value]}
    if isinstance(value, list):
        return {WHOLE: value}
    if isinstance(value, dict):
        return {field: [ids] if isinstance(ids, str) else ids for field, ids in value.items()}
    return value


_IDS: list[JsonValue] = [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]

CitedSources = Annotated[
    dict[str, tuple[SourceId, ...]],
    BeforeValidator(_by_field),
    WithJsonSchema({"anyOf": [*_IDS, {"type": "object", "additionalProperties": {"anyOf": _IDS}}]}),
]
"""Sources of a whole object (under ``WHOLE``) or of its fields (under their names)."""


class Item(Closed):
    """An object of the program with its origin: where it comes from, since when, and who may read it."""

    sources: CitedSources = optional(
        "The sources that state this: one id, a list, or a list for each field (keyed by field name).",
        ["SF-1", "SF-2"],
        default={},
    )
    adopted: DecisionId | None = optional("The decision that adopted this, by its id under decisions.", "D-3")
    confidence: Confidence | None = optional(
        "How well this is known: documented, inferred, or disputed (then give other_values).", "documented"
    )
    other_values: dict[str, tuple[OtherValue, ...]] = optional(
        "What other sources say instead of the value, by field. For a list, each entry is something that another "
        "source has in place of the list or of a part of it; what a source only adds belongs in the list itself.",
        {"at_most": [{"value": "3 g", "sources": ["SF-11"]}]},
        default={},
    )
    visibility: Visibility | None = optional(
        "Who may read this: public, partners or internal. Without it, what is said around it holds.", "public"
    )
    effective_from: PartialDate | None = optional(
        "The first day on which this holds, as a year, a month or a day.", "2026-07-01"
    )
    effective_until: PartialDate | None = optional(
        "The last day on which this holds, as a year, a month or a day.", "2029-06-30"
    )
