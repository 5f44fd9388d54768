"""The override files of a document: which of them prints a clause now, and which names are free for new ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from leadkit.documents.overrides.layer import ENDING

if TYPE_CHECKING:
    from leadkit.documents.overrides.file import Override
    from leadkit.documents.overrides.homes import Home
    from leadkit.documents.overrides.layer import Layer
    from leadkit.documents.returned.bench import State
    from leadkit.documents.template.clause_file import ClauseFile


@dataclass
class OwnFiles:
    """Finds the override files of a document, and names new ones.

    Attributes:
        state: The program with the values that counsel changed.
        home: Where the overrides of the document are kept.
    """

    state: State
    home: Home
    _given: set[str] = field(default_factory=set)

    @property
    def _layer(self) -> Layer | None:
        folder = f"{self.state.jurisdiction.source.name}/{self.home.folder}"
        return next((layer for layer in self.state.layers if layer.folder == folder), None)

    def own(self, id_: str) -> Override | None:
        """The override of the document's own that prints a clause now."""
        found = self._layer.overrides if self._layer else ()
        return next((each for each in found if (each.id or each.target) == id_), None)

    def name(self, old: Override | None, id_: str) -> str:
        """The name of an override file, which no other has."""
        if old is not None:
            return old.file.rpartition("/")[2]
        taken = self._layer.texts if self._layer else {}
        return self._give(id_, lambda name: f"{name}{ENDING}" not in taken, ENDING)

    def free_id(self, id_: str) -> str:
        """An id for a new clause, which no other has."""
        taken = self.state.composition.clauses
        return self._give(id_, lambda name: name not in taken)

    def _give(self, name: str, is_free: Callable[[str], bool], ending: str = "") -> str:
        """A name that is free, also of those that this review has given to something else."""
        given = _first_free(name, lambda one: is_free(one) and f"{one}{ending}" not in self._given) + ending
        self._given.add(given)
        return given

    def before(self, file: ClauseFile) -> str:
        """The override or the alternate that prints a clause now; empty for one of the library."""
        found = [each for layer in self.state.layers for each in layer.overrides if (each.id or each.target) == file.id]
        if not found:
            return ""
        last = found[-1]
        return f"the alternate {last.use}, chosen in {last.file}" if last.use else last.file


def _first_free(name: str, is_free: Callable[[str], bool]) -> str:
    """A name, or the first that is free of those which number it."""
    return name if is_free(name) else next(one for number in count(2) if is_free(one := f"{name}-{number}"))
