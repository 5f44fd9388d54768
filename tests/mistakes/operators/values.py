"""Operators on values."""

from __future__ import annotations

import re
from enum import Enum
from random import Random
from typing import Literal, get_args, get_origin

from leadkit.model.walk import unwrap
from leadkit.source.tree import Text
from leadkit.values.dates import PartialDate
from leadkit.values.text_type import TextType
from tests.mistakes.operators.ground import Field, Ground
from tests.mistakes.operators.made import Change, operator, put, slip, with_value

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def choices(field: Field) -> list[str]:
    """The words that a field can hold; none where it is no choice."""
    kind = field.kind
    if get_origin(kind) is tuple:
        kind = unwrap(get_args(kind)[0])[0]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return [str(word.value) for word in kind]
    return [str(getattr(word, "value", word)) for word in get_args(kind)] if get_origin(kind) is Literal else []


def _other_word(field: Field, word: str) -> Change | None:
    known = choices(field)
    return with_value(field, word) if field.text in known and word not in known else None


def _unreadable(field: Field, value: str) -> Change | None:
    """Another value, which the type of the field cannot read."""
    kind = field.kind
    if not field.text or not (isinstance(kind, type) and issubclass(kind, TextType)):
        return None
    try:
        kind.parse(value)
    except ValueError:
        return with_value(field, value)
    return None


@operator
def misspelt_word(ground: Ground, field: Field, random: Random) -> Change | None:
    """``type: polise``."""
    return _other_word(field, slip(field.text, random)) if field.text else None


@operator
def word_in_capitals(ground: Ground, field: Field, random: Random) -> Change | None:
    """``type: Police``."""
    return _other_word(field, field.text.capitalize()) if field.text else None


@operator
def misspelt_reference(ground: Ground, field: Field, random: Random) -> Change | None:
    """``agency: sampleton-polise``."""
    use, node = random.choice(ground.uses)
    name = slip(use.id, random)
    if any(name in ground.subject.ids(collection) for collection in use.reference.collections):
        return None
    return put(ground.texts[node.span.file], node.span, name, node.span.line)


@operator
def date_as_in_the_united_states(ground: Ground, field: Field, random: Random) -> Change | None:
    """``03/04/2024``."""
    day = _DAY.fullmatch(field.text)
    return _unreadable(field, f"{day[2]}/{day[3]}/{day[1]}") if day and field.kind is PartialDate else None


@operator
def day_that_is_none(ground: Ground, field: Field, random: Random) -> Change | None:
    """``2024-02-30``."""
    day = _DAY.fullmatch(field.text)
    if not day or field.kind is not PartialDate:
        return None
    return _unreadable(field, random.choice((f"{day[1]}-02-30", f"{day[1]}-13-{day[3]}", f"{day[1]}-{day[2]}-32")))


@operator
def dollars_in_a_number(ground: Ground, field: Field, random: Random) -> Change | None:
    """``$250``."""
    return with_value(field, f"${field.text}") if field.kind is int and field.text.isdigit() else None


@operator
def no_unit(ground: Ground, field: Field, random: Random) -> Change | None:
    """``60`` for ``60 days``."""
    number = re.match(r"[0-9]+(?= [a-z])", field.text)
    return _unreadable(field, number[0]) if number else None


@operator
def number_in_words(ground: Ground, field: Field, random: Random) -> Change | None:
    """``sixty days``."""
    number = re.match(r"[0-9]+(?= [a-z])", field.text)
    return _unreadable(field, field.text.replace(number[0], "sixty", 1)) if number else None


@operator
def neither_yes_nor_no(ground: Ground, field: Field, random: Random) -> Change | None:
    """``yess``."""
    return with_value(field, random.choice(("yess", "perhaps", "y", "on", "1"))) if field.kind is bool else None


@operator
def nothing_after_a_field(ground: Ground, field: Field, random: Random) -> Change | None:
    """``legal_name:``."""
    return with_value(field, "") if field.plain else None


@operator
def placeholder(ground: Ground, field: Field, random: Random) -> Change | None:
    """``legal_name: {{ name }}``."""
    return with_value(field, "{{ name }}") if field.plain else None


@operator
def text_where_fields_belong(ground: Ground, field: Field, random: Random) -> Change | None:
    """``term: to be agreed``, in place of its fields in braces."""
    value = field.entry.value
    object_of_the_model = bool(_fields_of(field)) and not isinstance(value, Text)
    braces = field.source.text[field.source.offset(value.span.line, value.span.column)] == "{"
    return with_value(field, "to be agreed") if object_of_the_model and braces else None


def _fields_of(field: Field) -> dict[str, object]:
    return dict(getattr(field.kind, "model_fields", {}))
