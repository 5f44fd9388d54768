"""Operators on the marks of YAML: quotes, brackets, spaces and what cannot be seen."""

from __future__ import annotations

from random import Random

from leadkit.source.tree import Text
from tests.mistakes.operators.ground import Field, Ground
from tests.mistakes.operators.made import Change, operator, with_line, with_value


def _words(field: Field) -> list[str]:
    return field.text.split(" ") if field.plain and ": " not in field.text and " #" not in field.text else []


@operator
def quote_never_closed(ground: Ground, field: Field, random: Random) -> Change | None:
    """``"Example County``."""
    value = field.entry.value
    if field.text and field.block and field.ends and isinstance(value, Text) and value.quoted:
        return with_value(field, field.written[value.span.column - 1 : value.span.end_column - 2])
    return with_value(field, f'"{field.text}') if field.plain and '"' not in field.text else None


@operator
def typographic_quotes(ground: Ground, field: Field, random: Random) -> Change | None:
    """``“Example County”``."""
    return with_value(field, f"“{field.text}”") if field.plain else None


@operator
def colon_in_text(ground: Ground, field: Field, random: Random) -> Change | None:
    """``Example: County``."""
    words = _words(field)
    at = random.randrange(1, len(words)) if len(words) > 1 else 0
    return with_value(field, f"{' '.join(words[:at])}: {' '.join(words[at:])}") if at else None


@operator
def number_sign_in_text(ground: Ground, field: Field, random: Random) -> Change | None:
    """``Example #County``."""
    words = _words(field)
    at = random.randrange(1, len(words)) if len(words) > 1 else 0
    cut = f"{' '.join(words[:at])} #{' '.join(words[at:])}"
    return with_value(field, cut) if at and words[at][:1].isalnum() else None


@operator
def bracket_never_closed(ground: Ground, field: Field, random: Random) -> Change | None:
    """``[covered_entity``."""
    span = field.entry.value.span
    last = field.written[-1:]
    if span.end_line != field.line or span.end_column != len(field.written) + 1 or last not in "]}" or not field.block:
        return None
    return with_line(field, field.written[:-1]) if not isinstance(field.entry.value, Text) else None


@operator
def tab(ground: Ground, field: Field, random: Random) -> Change | None:
    """A tab in place of the spaces before a field."""
    indent = len(field.written) - len(field.written.lstrip(" "))
    return with_line(field, "\t" * (indent // 2) + field.written.lstrip(" ")) if indent and field.block else None


@operator
def no_break_space_before_a_field(ground: Ground, field: Field, random: Random) -> Change | None:
    """A no-break space in place of the first space of a line."""
    indented = field.block and field.written.startswith(" ")
    return with_line(field, "\u00a0" + field.written[1:]) if indented else None


@operator
def no_break_space_after_a_colon(ground: Ground, field: Field, random: Random) -> Change | None:
    """A no-break space between a colon and its value."""
    return with_line(field, field.written.replace(": ", ":\u00a0", 1)) if field.plain else None


@operator
def character_that_cannot_be_seen(ground: Ground, field: Field, random: Random) -> Change | None:
    """A zero-width space or a control character inside a value."""
    hidden = random.choice("\u200b\u202e\u2066\u0007\u0085")
    return with_value(field, field.text[:1] + hidden + field.text[1:]) if field.plain else None


@operator
def mark_before_a_value(ground: Ground, field: Field, random: Random) -> Change | None:
    """``@mayor``, ``*mayor``, ``&mayor …``, ``!mayor …``, ``%mayor``."""
    mark = random.choice(("@", "`", "%", "*", "&a ", "!a "))
    word = field.text if mark != "*" else field.text.split(" ")[0].strip(".,:/()'$")
    return with_value(field, mark + word) if field.plain and word.isascii() and word else None


@operator
def text_after_a_quote(ground: Ground, field: Field, random: Random) -> Change | None:
    """``"Example" County``."""
    words = field.text.replace('"', "").split(" ") if field.plain else []
    return with_value(field, f'"{words[0]}" {" ".join(words[1:])}') if len(words) > 1 else None
