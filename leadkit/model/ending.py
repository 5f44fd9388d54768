"""The version that ends a value: ``2019: {ended: true, sources: [SF-9]}``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import ValidationError

from leadkit.model.base import CitedSources, Closed, Confidence, Visibility, optional, required
from leadkit.model.references import DecisionId
from leadkit.model.scalars import Flag, Prose
from leadkit.model.versions import VERSIONS, Version, versions_of
from leadkit.source.tree import Mapping, Node, Sequence, Step, plain

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


class Ending(Closed):
    """Says that a value no longer holds, and where that is from."""

    ended: Flag = required("That the value ends on the day of this version.", "yes")
    sources: CitedSources = optional("The sources that say so, by id.", ["SF-9"], default={})
    adopted: DecisionId | None = optional("The decision that ended it, by its id under decisions.", "D-3")
    confidence: Confidence | None = optional("How well this is known: documented, inferred or disputed.", "documented")
    visibility: Visibility | None = optional("Who may read this: public, partners or internal.", "public")
    remark: Prose | None = optional("What else a reader must know about the end.", "The grant had run out.")


@dataclass(frozen=True, slots=True)
class WrittenEnding:
    """An ending as it stands in the text.

    Attributes:
        path: Where it stands in the text as written, with the steps ``versions`` and the day.
        version: The version that ends the value.
        ending: What it says; None where that cannot be read.
        errors: What pydantic found.
    """

    path: tuple[Step, ...]
    version: Version
    ending: Ending | None
    errors: tuple[ErrorDetails, ...] = ()


def endings(node: Node, path: tuple[Step, ...] = ()) -> Iterator[WrittenEnding]:
    """Every ending in a tree as written."""
    if isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from endings(item, (*path, index))
    elif isinstance(node, Mapping):
        for version in versions_of(node) or ():
            if version.ended:
                yield read_ending(version, (*path, VERSIONS, version.entry.key.value or ""))
        for name, entry in node.entries.items():
            yield from endings(entry.value, (*path, name))


def read_ending(version: Version, path: tuple[Step, ...]) -> WrittenEnding:
    """Type a version that ends a value; ``path`` is where it stands."""
    try:
        return WrittenEnding(path, version, Ending.model_validate(plain(version.entry.value)))
    except ValidationError as invalid:
        return WrittenEnding(path, version, None, tuple(invalid.errors(include_url=False, include_input=False)))
