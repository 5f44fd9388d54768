"""A mistake that was made: the new text of a file, and the lines that may be named for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from leadkit.diagnostic import Span
from leadkit.source import apply
from leadkit.source.text import SourceText
from tests.mistakes.operators.ground import Field, Ground


@dataclass(frozen=True)
class Made:
    """One mistake.

    Attributes:
        operator: What made it.
        file: The file it stands in, as spans call it.
        text: What the file says now.
        lines: The lines one of which is the right one to name; one, but where two fields were exchanged.
    """

    operator: str
    file: str
    text: str
    lines: frozenset[int]


Change = tuple[str, str, set[int]]
"""A file, its new text, and the lines to name."""
Operator = Callable[[Ground, Field, Random], Change | None]
OPERATORS: dict[str, Operator] = {}


def operator(make: Operator) -> Operator:
    """Register an operator under the name of its function."""
    OPERATORS[make.__name__] = make
    return make


def put(source: SourceText, span: Span, text: str, line: int) -> Change:
    """A file with another text in a span, and the line to name."""
    return source.name, apply(source.text, [source.replace(span, text)]), {line}


def with_value(field: Field, value: str) -> Change:
    """The file with another value, and the line of the value."""
    span = field.entry.value.span
    return put(field.source, span, value, span.line)


def with_name(field: Field, name: str) -> Change:
    """The file with another name of the field."""
    return put(field.source, field.entry.key.span, name, field.line)


def with_line(field: Field, *lines: str, name: int | None = None) -> Change:
    """The file with other lines in place of the line of the field; the line to name is that one, or another."""
    line = field.line
    whole = Span(field.file, line, 1, line, len(field.written) + 1)
    return put(field.source, whole, "\n".join(lines), name or line)


def slip(word: str, random: Random) -> str:
    """A word with one slip of the hand inside it: two letters exchanged, one lost, doubled or wrong."""
    places = [at for at in range(1, len(word) - 1) if word[at].isalpha()]
    if not places:
        return word
    at = random.choice(places)
    return random.choice((
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + random.choice("aeinorst") + word[at + 1 :],
    ))  # fmt: skip
