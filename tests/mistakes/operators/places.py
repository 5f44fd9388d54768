"""Operators on where something stands, and whether it does."""

from __future__ import annotations

from random import Random

from pydantic import BaseModel

from leadkit.diagnostic import Span
from leadkit.model.paths import fields_at
from leadkit.model.root import Program
from leadkit.source import apply
from leadkit.source.tree import Mapping, find
from leadkit.values.dates import PartialDate
from tests.mistakes.operators.ground import Field, Ground
from tests.mistakes.operators.made import Change, operator, with_line
from tests.mistakes.operators.values import choices


@operator
def required_field_deleted(ground: Ground, field: Field, random: Random) -> Change | None:
    """A field without which its object makes no sense is gone; the line to name is that of the object."""
    known = fields_at(Program, field.location[:-1])
    around = ground.line_above(field)
    needed = field.name in known and known[field.name].is_required()
    if not field.plain or not around or len(field.owner.entries) < 2 or not needed:
        return None
    start, end = field.source.offset(field.line, 1), field.source.offset(field.line + 1, 1)
    return field.file, field.source.text[:start] + field.source.text[end:], {around}


def _after_one_line(field: Field) -> bool:
    """Whether it is no first field of its group, and the one before it is one text in one line."""
    names = list(field.owner.entries)
    at = names.index(field.name)
    above = field.owner.entries[names[at - 1]].value.span if at else None
    return field.plain and above is not None and above.line == above.end_line == field.line - 1


@operator
def one_space_too_many(ground: Ground, field: Field, random: Random) -> Change | None:
    """A line indented by one space more than its neighbors."""
    return with_line(field, " " + field.written) if _after_one_line(field) and _is_text(field) else None


@operator
def one_space_too_few(ground: Ground, field: Field, random: Random) -> Change | None:
    """A line indented by one space less than its neighbors."""
    return with_line(field, field.written[1:]) if _after_one_line(field) and field.written[0] == " " else None


@operator
def one_level_too_deep(ground: Ground, field: Field, random: Random) -> Change | None:
    """A line indented as if it belonged to the text above it."""
    return with_line(field, "  " + field.written) if _after_one_line(field) and _is_text(field) else None


def _is_text(field: Field) -> bool:
    """Whether the field above is a plain text, so that nothing can belong to it."""
    names = list(field.owner.entries)
    above = field.owner.entries[names[names.index(field.name) - 1]].value
    return not isinstance(above, Mapping) and field.source.line(field.line - 1).rstrip()[-1:] not in "|>-"


@operator
def one_level_too_shallow(ground: Ground, field: Field, random: Random) -> Change | None:
    """The last field of a group, indented as if it belonged beside the group, where no field has its name."""
    outer = fields_at(Program, field.location[:-2])
    around = find(ground.jurisdiction.source.root, field.path[:-2])
    last = list(field.owner.entries)[-1] == field.name
    named = isinstance(around, Mapping) and field.name in around.entries
    if not (field.plain and last and outer and field.known) or field.name in outer or named:
        return None
    return with_line(field, field.written[2:]) if len(field.owner.entries) > 1 else None


@operator
def two_names_exchanged(ground: Ground, field: Field, random: Random) -> Change | None:
    """``status: 2024-01-01`` beside ``date: signed``."""
    for name, entry in field.owner.entries.items():
        other = ground.by_path.get((*field.path[:-1], name))
        if other and other.kind is PartialDate and other.plain and field.plain and choices(field):
            edits = [
                field.source.replace(field.entry.key.span, name),
                field.source.replace(entry.key.span, field.name),
            ]
            return field.file, apply(field.source.text, edits), {field.line, other.line}
    return None


@operator
def section_in_two_files(ground: Ground, field: Field, random: Random) -> Change | None:
    """A section of another file begins at the end of this one too."""
    text = field.source.text
    if len(field.path) != 1:
        return None
    others = [one.name for one in ground.fields if len(one.path) == 1 and one.file < field.file]
    if not others:
        return None
    return field.file, f"{text}{random.choice(others)}:\n  x-more: one\n", {text.count("\n") + 1}


@operator
def two_sections_exchanged(ground: Ground, field: Field, random: Random) -> Change | None:
    """The fields of one section stand under the name of another that is in the same file."""
    inside = field.entry.value
    beside = [one for one in ground.fields if len(one.path) == 1 and one.file == field.file and one != field]
    if len(field.path) != 1 or not beside or not isinstance(inside, Mapping):
        return None
    other = random.choice(beside)
    edits = [
        field.source.replace(field.entry.key.span, other.name),
        field.source.replace(other.entry.key.span, field.name),
    ]
    spans: list[Span] = [field.entry.key.span, other.entry.key.span]
    for section in (field, other):
        if isinstance(section.entry.value, Mapping):
            spans += [entry.key.span for entry in section.entry.value.entries.values()]
    return field.file, apply(field.source.text, edits), {span.line for span in spans}


@operator
def fields_of_a_group_as_a_text(ground: Ground, field: Field, random: Random) -> Change | None:
    """``term: to be agreed``, in place of the lines of its fields."""
    span = field.entry.value.span
    holds = isinstance(field.kind, type) and issubclass(field.kind, BaseModel)
    if not holds or not field.block or span.line == field.line:
        return None
    start = field.source.offset(field.line, field.entry.key.span.end_column) + 1
    end = field.source.offset(span.end_line, span.end_column)
    return field.file, f"{field.source.text[:start]} to be agreed{field.source.text[end:]}", {field.line}
