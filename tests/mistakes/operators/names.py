"""Operators on the names of fields."""

from __future__ import annotations

from random import Random

from leadkit.model.paths import fields_at
from leadkit.model.root import Program
from tests.mistakes.operators.ground import Field, Ground
from tests.mistakes.operators.made import Change, operator, slip, with_line, with_name


def _another(field: Field, name: str) -> Change | None:
    """The field under a name that its object does not know."""
    known = fields_at(Program, field.location[:-1])
    free = name.startswith("x-") or name in (*known, *field.owner.entries, "notes", "versions")
    return None if not field.known or free else with_name(field, name)


@operator
def misspelt_field(ground: Ground, field: Field, random: Random) -> Change | None:
    """``legal_nmae:``."""
    return _another(field, slip(field.name, random))


@operator
def field_in_capitals(ground: Ground, field: Field, random: Random) -> Change | None:
    """``Legal_name:``."""
    return _another(field, field.name.capitalize())


@operator
def hyphen_in_a_field(ground: Ground, field: Field, random: Random) -> Change | None:
    """``legal-name:``."""
    return _another(field, field.name.replace("_", "-"))


@operator
def space_in_a_field(ground: Ground, field: Field, random: Random) -> Change | None:
    """``legal name:``."""
    return _another(field, field.name.replace("_", " "))


@operator
def space_in_an_id(ground: Ground, field: Field, random: Random) -> Change | None:
    """``sampleton police:``."""
    if field.known or "-" not in field.name or field.name[0].isdigit() or field.path[0] in ("open", "law"):
        return None
    return with_name(field, field.name.replace("-", " ", 1))


@operator
def no_colon(ground: Ground, field: Field, random: Random) -> Change | None:
    """``legal_name Example County``."""
    return with_line(field, field.written.replace(":", "", 1)) if field.plain and ":" not in field.text else None


@operator
def no_space_after_a_colon(ground: Ground, field: Field, random: Random) -> Change | None:
    """``legal_name:Example County``."""
    return with_line(field, field.written.replace(": ", ":", 1)) if field.plain else None


@operator
def field_twice(ground: Ground, field: Field, random: Random) -> Change | None:
    """The line again below itself."""
    return with_line(field, field.written, field.written, name=field.line + 1) if field.plain else None
