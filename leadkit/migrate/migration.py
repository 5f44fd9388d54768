"""One step from a version of the format to the next: a pure function from nodes to text edits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from leadkit.diagnostic import Edit
from leadkit.source import SourceText
from leadkit.source.overlay import ADD, CHANGE, REMOVE
from leadkit.source.tree import Entry, Mapping, Text

ANY = "*"
_VERSIONS = "versions"
_OPEN = "open"


@dataclass(frozen=True, slots=True)
class File:
    """A file of a folder: its text, and what it says.

    Attributes:
        text: The text.
        root: Its sections.
    """

    text: SourceText
    root: Mapping

    def put(self, written: Text, value: str) -> Edit:
        """The edit that puts another value, or another name, in the place of one; quotes stay."""
        was = self.text.replace(written.span, value)
        quote = self.text.text[was.start] if written.quoted else ""
        return self.text.replace(written.span, f"{quote}{value}{quote}")


Edits: TypeAlias = Callable[[Sequence[File]], Iterable[Edit]]
"""From the files of one folder to the edits that bring them to the next version."""


@dataclass(frozen=True, slots=True)
class Migration:
    """One step of the format.

    Attributes:
        before: The version that it takes; it gives the one after.
        edits: Its edits. ``schema_version`` is none of them: whoever applies the step writes it.
    """

    before: int
    edits: Edits


def entries_at(root: Mapping, pattern: str) -> Iterator[Entry]:
    """Every field at a path with ``*`` for an id, wherever a file may say it.

    That is in its section, in any version of it, and below ``add`` and ``change``.
    """
    steps = tuple(pattern.split("."))
    yield from _below(root, steps)
    for word in (ADD, CHANGE):
        entry = root.entries.get(word)
        if entry is not None and isinstance(entry.value, Mapping):
            yield from _below(entry.value, steps)


def paths_at(root: Mapping, pattern: str) -> Iterator[Text]:
    """Every dotted path under ``open`` and ``remove`` that names a field at a path with ``*`` for an id."""
    steps = pattern.split(".")
    for section in _of_paths(root):
        for name, entry in section.entries.items():
            if _fits(name.split("."), steps):
                yield entry.key


def _below(node: Mapping, steps: tuple[str, ...]) -> Iterator[Entry]:
    step, *rest = steps
    for name, entry in node.entries.items():
        if name == _VERSIONS and isinstance(entry.value, Mapping):
            for version in entry.value.entries.values():
                if isinstance(version.value, Mapping):
                    yield from _below(version.value, steps)
        elif step not in (ANY, name):
            continue
        elif not rest:
            yield entry
        elif isinstance(entry.value, Mapping):
            yield from _below(entry.value, tuple(rest))


def _of_paths(root: Mapping) -> Iterator[Mapping]:
    overlaid = [root.entries[word].value for word in (ADD, CHANGE) if word in root.entries]
    for holder in [root, *overlaid]:
        for word in (_OPEN, REMOVE):
            entry = holder.entries.get(word) if isinstance(holder, Mapping) else None
            if entry is not None and isinstance(entry.value, Mapping):
                yield entry.value


def _fits(words: Sequence[str], steps: Sequence[str]) -> bool:
    """Whether a dotted path fits; an id may itself contain dots, so ``*`` stands for one word or more."""
    if not steps or not words:
        return not steps and not words
    if steps[0] != ANY:
        return words[0] == steps[0] and _fits(words[1:], steps[1:])
    return any(_fits(words[size:], steps[1:]) for size in range(1, len(words) + 1))
