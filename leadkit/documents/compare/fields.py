"""Which fields differ between two programs, with their values as far as the readers of a document may see them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.documents.compare.comparison import FieldChange
from leadkit.documents.tree.trace import walk
from leadkit.model.audience import WIDENING, audience_of
from leadkit.model.base import Visibility
from leadkit.model.documents import Audience
from leadkit.source.tree import Mapping as Group
from leadkit.source.tree import Node, Sequence, Step, Text, find

if TYPE_CHECKING:
    from leadkit.documents.tree.document import Document
    from leadkit.model.standing import Standing
    from leadkit.source.history import Commit, History

WITHHELD = "a value that not every reader of this document may see"
SEVERAL = "an entry of several fields"
_NAMES = ("name", "label", "title")
_READERS = {
    Audience.PUBLIC: Visibility.PUBLIC,
    Audience.RESTRICTED: Visibility.PARTNERS,
    Audience.PRIVILEGED: Visibility.INTERNAL,
}

_Path = tuple[Step, ...]


def changed_fields(
    old: Standing, new: Standing, texts: tuple[Document, Document], history: History
) -> dict[str, FieldChange]:
    """The fields that differ between two programs on their days, each by its path.

    A value is told where its document's readers may see it, or where the document itself prints it.

    Args:
        old: The program as it was.
        new: The program as it is.
        texts: The document in both versions.
        history: The history of the new program's files.
    """
    readers = _READERS[
        max((Audience(each.audience) for each in texts), key=tuple(Audience).index, default=Audience.PUBLIC)
    ]
    shown = _Shown(readers, texts)
    found: dict[str, FieldChange] = {}
    for path, was, now in _differences(old.resolution.root, new.resolution.root, ()):
        commit = _commit(new.resolution.root, path, history) if now is not None else None
        values = shown.value(old, path, was), shown.value(new, path, now)
        name = ".".join(str(step) for step in path)
        told = (commit.id, commit.author, commit.date) if commit else ("", "", "")
        found[name] = FieldChange(name, *values, *told)
    return found


class _Shown:
    """Tells which values the readers of a document may see."""

    def __init__(self, readers: Visibility, texts: tuple[Document, Document]) -> None:
        self._readers = readers
        self._printed = {getattr(node, "path", "") for text in texts for node in walk((text.cover, text.articles))}

    def value(self, standing: Standing, path: _Path, node: Node | None) -> str | None:
        """A value in words; None where there is none."""
        if node is None:
            return None
        written, at = _written(node, path)
        allowed = WIDENING.index(audience_of(standing.program, at)) >= WIDENING.index(self._readers)
        return written if allowed or ".".join(map(str, at)) in self._printed else WITHHELD


def _written(node: Node, path: _Path) -> tuple[str, _Path]:
    """A value as it is written, and its path; of a group, what it is called."""
    if isinstance(node, Text):
        return node.value or "", path
    if isinstance(node, Sequence):
        return "; ".join(_written(item, path)[0] for item in node.items), path
    named = ((find(node, (name,)), (*path, name)) for name in _NAMES)
    return next(((one.value, at) for one, at in named if isinstance(one, Text) and one.value), (SEVERAL, path))


def _differences(old: Node | None, new: Node | None, path: _Path) -> Iterator[tuple[_Path, Node | None, Node | None]]:
    if isinstance(old, Group) and isinstance(new, Group):
        for name in dict.fromkeys((*old.entries, *new.entries)):
            was, now = (each.entries.get(name) for each in (old, new))
            yield from _differences(was.value if was else None, now.value if now else None, (*path, name))
    elif _said(old) != _said(new):
        yield path, old, new


def _said(node: Node | None) -> object:
    if isinstance(node, Text):
        return node.value
    if isinstance(node, Sequence):
        return [_said(item) for item in node.items]
    return {name: _said(entry.value) for name, entry in node.entries.items()} if node else None


def _commit(root: Group, path: _Path, history: History) -> Commit | None:
    node = find(root, path)
    return history.of(node.span.file, node.span.line) if node is not None else None
