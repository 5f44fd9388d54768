"""The table of pydantic's error types has every type that the model can produce, and no other.

What the model can produce is read from its core schema, which is what pydantic validates with.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Annotated, Any

import pytest
from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, ValidationError, create_model

from leadkit.check.shape.sentences import HANDLERS, WANTED
from leadkit.model.root import Program

CONSTRAINED = {
    "str": {"min_length": "string_too_short", "max_length": "string_too_long", "pattern": "string_pattern_mismatch"},
    "int": {"gt": "greater_than", "ge": "greater_than_equal", "lt": "less_than", "le": "less_than_equal"},
    "tuple": {"min_length": "too_short", "max_length": "too_long"},
    "dict": {"min_length": "too_short", "max_length": "too_long"},
}
"""The error of each constraint of each kind of schema."""

ALWAYS = {
    "str": {"string_type"},
    "int": {"int_type", "int_parsing", "int_parsing_size"},
    "bool": {"bool_type", "bool_parsing"},
    "tuple": {"tuple_type"},
    "dict": {"dict_type"},
    "enum": {"enum"},
    "literal": {"literal_error"},
    "model": {"model_type"},
    "tagged-union": {"union_tag_invalid", "union_tag_not_found"},
    "function-before": {"value_error"},
    "function-after": {"value_error"},
    "function-wrap": {"value_error"},
    "function-plain": {"value_error"},
    "model-fields": {"extra_forbidden"},
    **{kind: set() for kind in ("nullable", "default", "definitions", "definition-ref", "model-field", "no-info")},
}
"""The errors that each kind of schema can always give."""

AFTERWARDS = {"min_length_validator": "too_short", "max_length_validator": "too_long"}
"""The error of each constraint that stands behind a function of the model's: pydantic then makes it a function, too."""

ASKED_FOR = {"serialization", "metadata", "cls", "ref", "computed_fields"}
"""What a schema holds besides other schemas that a value is validated with."""


def produced(schema: Any, read: bool = False) -> Iterator[str]:
    """The types of error that a schema can give.

    Args:
        schema: The schema, or a part of it.
        read: Whether a function of the model's has read the text before, so that no text comes here any more.
    """
    if isinstance(schema, list | tuple):
        for part in schema:
            yield from produced(part)
    if not isinstance(schema, dict):
        return
    kind = schema.get("type")
    if kind == "dataclass" and read:  # the function has made the object, which is taken as it is
        return
    if isinstance(kind, str):
        assert kind in ALWAYS, f"say which errors a schema of the kind {kind} can give"
        yield from (error for error in ALWAYS[kind] if not (read and "_parsing" in error))
        yield from (error for name, error in CONSTRAINED.get(kind, {}).items() if schema.get(name) is not None)
        if kind == "function-after":
            yield from _behind(schema["function"]["function"])
        if kind == "model-fields" and any(_required(field) for field in schema["fields"].values()):
            yield "missing"
        if kind == "tagged-union" and schema.get("from_attributes", True):
            yield "model_attributes_type"
    for name, part in schema.items():
        if name not in ASKED_FOR:
            yield from produced(part, read=kind == "function-before" and name == "schema")


def _behind(function: Any) -> Iterator[str]:
    """The error of a constraint that pydantic keeps as a function."""
    if isinstance(function, partial):
        assert function.func.__name__ in AFTERWARDS, f"say which error {function.func.__name__} gives"
        yield AFTERWARDS[function.func.__name__]


def _required(field: dict[str, Any]) -> bool:
    return bool(field["schema"]["type"] != "default")


def _of(model: type[BaseModel]) -> set[str]:
    model.model_rebuild()
    return set(produced(model.__pydantic_core_schema__))


def test_the_table_has_every_type_of_error_that_the_model_can_produce() -> None:
    assert _of(Program) - HANDLERS.keys() == set()


def test_the_table_has_no_type_that_the_model_cannot_produce() -> None:
    assert HANDLERS.keys() - _of(Program) == set()
    assert WANTED.keys() - _of(Program) == set()


@pytest.mark.parametrize(
    ("annotation", "value"),
    [
        (int, "x"),
        (Annotated[int, Field(ge=1)], "0"),
        (Annotated[str, Field(max_length=1)], "ab"),
        (Annotated[tuple[str, ...], Field(min_length=1)], ()),
        (Annotated[str, AfterValidator(str), Field(max_length=1)], "ab"),
        (Annotated[str, AfterValidator(str), Field(min_length=1)], ""),
        (bool, "perhaps"),
        (Annotated[bool, BeforeValidator(lambda text: text == "yes" if isinstance(text, str) else text)], []),
    ],
)
def test_what_a_schema_is_said_to_produce_it_produces(annotation: Any, value: object) -> None:
    model = create_model("Model", field=(annotation, ...))
    with pytest.raises(ValidationError) as wrong:
        model.model_validate({"field": value})
    assert {error["type"] for error in wrong.value.errors()} <= _of(model)


def test_a_type_that_the_table_lacks_is_noticed() -> None:
    assert "int_parsing" in _of(create_model("Model", number=(int, ...))) - HANDLERS.keys()
