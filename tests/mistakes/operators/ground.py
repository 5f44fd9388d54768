"""A sound program, with every place at which a mistake can be made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from leadkit.check.subject import Subject
from leadkit.model.load import load
from leadkit.model.paths import annotation_at, fields_at
from leadkit.model.root import Program
from leadkit.model.walk import Use, references, unwrap
from leadkit.source.text import SourceText
from leadkit.source.tree import Entry, Mapping, Node, Sequence, Step, Text, find

Steps = tuple[Step, ...]
TAGS = ("kind", "test", "why")
"""The fields by which a union of objects is told apart; a path that pydantic knows goes through their words."""


@dataclass(frozen=True)
class Field:
    """A field as it is written, with its value.

    Attributes:
        path: Its path in the text.
        location: The same path with the tags of unions, as the model has it.
        entry: Its name and value.
        owner: The group of fields that it stands in.
        source: The file it stands in.
    """

    path: Steps
    location: Steps
    entry: Entry
    owner: Mapping
    source: SourceText

    @property
    def name(self) -> str:
        """Its name."""
        return str(self.path[-1])

    @property
    def file(self) -> str:
        """The file it stands in."""
        return self.entry.key.span.file

    @property
    def line(self) -> int:
        """The line its name stands in."""
        return self.entry.key.span.line

    @property
    def written(self) -> str:
        """The line that its name stands in."""
        return self.source.line(self.line)

    @property
    def block(self) -> bool:
        """Whether it stands first in its line, so not in braces nor behind a dash."""
        return not self.written[: self.entry.key.span.column - 1].strip()

    @property
    def text(self) -> str:
        """Its value where that is one text on the line of its name; empty otherwise."""
        value = self.entry.value
        if not isinstance(value, Text) or value.span.line != self.line or value.span.end_line != self.line:
            return ""
        return value.value or ""

    @property
    def plain(self) -> bool:
        """Whether its value is one text without quotes on the line of its name, and alone in its line."""
        value = self.entry.value
        return bool(self.text) and self.block and isinstance(value, Text) and not value.quoted and self.ends

    @property
    def ends(self) -> bool:
        """Whether nothing follows its value in the line, and the value does not go on in the next."""
        return self.written.rstrip()[self.entry.value.span.end_column - 1 :] == ""

    @property
    def known(self) -> bool:
        """Whether it is a field of the model rather than an id."""
        return self.name in fields_at(Program, self.location[:-1])

    @cached_property
    def kind(self) -> object:
        """The type of its value, bare."""
        return unwrap(annotation_at(Program, self.location))[0]

    @property
    def kind_name(self) -> str:
        """The name of that type."""
        return getattr(self.kind, "__name__", "")


class Ground:
    """A program to make mistakes in.

    Attributes:
        name: The name of its folder.
        texts: Its files by name, each as spans call it.
    """

    def __init__(self, folder: Path) -> None:
        self.name = folder.name
        self.jurisdiction = load(folder)
        self.texts = {name: SourceText(name, text) for name, text in self.jurisdiction.source.files.items()}

    @cached_property
    def fields(self) -> list[Field]:
        """Every field that is written, that the model places and that holds on the day of the program."""
        standing = self.subject.standing.resolution.root
        written = _fields(self.jurisdiction.source.root, (), (), self.texts)
        return [field for field in written if find(standing, field.path) is not None]

    @cached_property
    def by_path(self) -> dict[Steps, Field]:
        """The same by their paths."""
        return {field.path: field for field in self.fields}

    @cached_property
    def subject(self) -> Subject:
        """The program as the rules see it."""
        standing = self.jurisdiction.resolve()
        assert standing.program is not None
        return Subject(self.jurisdiction, standing, standing.program)

    def line_above(self, field: Field) -> int | None:
        """The line of the name of the object that a field belongs to; None for a section."""
        around = self.by_path.get(field.path[:-1])
        return around.line if around else None

    @cached_property
    def uses(self) -> list[tuple[Use, Text]]:
        """Every reference to an id that is written as a value of its own."""
        root = self.jurisdiction.source.root
        written = ((use, find(root, use.path)) for use in references(self.subject.program))
        return [(use, node) for use, node in written if isinstance(node, Text) and node.value == use.id]


def _fields(node: Node, path: Steps, location: Steps, texts: dict[str, SourceText]) -> Iterator[Field]:
    if isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from _fields(item, (*path, index), (*location, index), texts)
    if not isinstance(node, Mapping):
        return
    for name in TAGS:
        tag = node.entries.get(name)
        if tag and isinstance(tag.value, Text) and not fields_at(Program, location):
            location = (*location, tag.value.value or "")
    for name, entry in node.entries.items():
        if annotation_at(Program, (*location, name)) is None:
            continue
        yield Field((*path, name), (*location, name), entry, node, texts[entry.key.span.file])
        yield from _fields(entry.value, (*path, name), (*location, name), texts)
