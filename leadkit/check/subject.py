"""What a rule looks at: a program on one day, with the way back to the lines it came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from leadkit.check.locate import locate
from leadkit.diagnostic import Severity, nearest
from leadkit.model.declared import declared_in
from leadkit.model.resolve import Gone
from leadkit.model.versions import VERSIONS
from leadkit.source.tree import Entry, Mapping, Text, find

if TYPE_CHECKING:
    from leadkit.check.ask.slips import Declared, Wanted
    from leadkit.diagnostic import Span
    from leadkit.model.geography import Geography
    from leadkit.model.load import Jurisdiction
    from leadkit.model.open import OpenEntry, Said
    from leadkit.model.root import Program
    from leadkit.model.standing import Standing
    from leadkit.model.walk import Path, Use


@dataclass(frozen=True)
class Subject:
    """A program on one day, as the rules see it.

    Attributes:
        jurisdiction: The folder it was read from.
        standing: The program as it stood on the day.
        program: The typed program of ``standing``.
    """

    jurisdiction: Jurisdiction
    standing: Standing
    program: Program

    @property
    def on(self) -> date:
        """The day the rules ask about."""
        return self.standing.on

    def span(self, *path: str | int) -> Span:
        """Where the value at a path is written; for something missing, the nearest field around it."""
        return locate(self._text(path), path, of_key=False)

    def key(self, *path: str | int) -> Span:
        """Where the name of the field or the id at a path is written."""
        return locate(self._text(path), path, of_key=True)

    def _text(self, path: Path) -> Mapping:
        """The text that a path leads through: of the day, or with all versions where it names one of them."""
        return self.jurisdiction.source.root if VERSIONS in path else self.standing.resolution.root

    def has(self, *path: str | int) -> bool:
        """Whether something is written at a path on this day."""
        return find(self.standing.resolution.root, path) is not None

    def empty(self, path: Path) -> bool:
        """Whether the name of the field is written with nothing after it, which is a finding of its own."""
        node = find(self.standing.resolution.root, path)
        return isinstance(node, Text) and node.value is None

    def gone(self, path: Path) -> Gone | None:
        """Why a value is missing on this day although it is written for another; None where it is not so."""
        for length in range(len(path), 0, -1):
            found = self.standing.resolution.gone.get(path[:length])
            if found is not None:
                return found[0]
        return None

    def said(self, path: Path) -> OpenEntry | None:
        """The entry under ``open`` for a field or for something around it."""
        return self._said.of(path)

    def incomplete(self, path: Path) -> bool:
        """Whether a list is said to be known in part only, so that nothing follows from what it lacks."""
        found = self._said.exactly(path)
        return found is not None and found.partly

    @cached_property
    def open_entries(self) -> dict[str, OpenEntry]:
        """What is open on the day, by path, with one entry for each object that a path with ``*`` speaks for."""
        return self._said.concrete(self.program)

    def written_under_open(self, entry: OpenEntry) -> str:
        """The path under which an entry is written, which may have a ``*`` where its field has an id."""
        return self._written[id(entry)]

    def weigh(self, path: Path, severity: Severity, *, accepts_none: bool = False) -> Severity | None:
        """How much a finding about something absent weighs.

        What is not documented or not decided yet cannot be a fault: it is a note. Where that is said of the whole
        section, there is nothing to add about a field of it; nor where the absence is a decision, for a rule that
        accepts such a decision.

        Returns:
            The severity of the finding; None where there is nothing to find.
        """
        entry = self.said(path)
        if entry is None:
            return None if self.gone(path) else severity
        if entry.why == "none":
            return None if accepts_none else severity
        return None if len(path) > 1 and entry is self._said.exactly(path[:1]) else Severity.NOTE

    def explained(self, path: Path) -> bool:
        """Whether the absence of a field is accounted for: under ``open``, by another day, or by another finding.

        A collection is accounted for by another day, too, where all that stands in it belongs to other days.
        """
        faulty = self.standing.faulty
        return (
            self.empty(path)
            or self.said(path) is not None
            or self.gone(path) is not None
            or any(other[: len(path)] == path for other in self.standing.resolution.gone)
            or self._given_misspelt(path)
            or any(path[:length] in faulty for length in range(1, len(path) + 1))
            or any(other[: len(path)] == path for other in faulty)
        )

    @cached_property
    def broken(self) -> frozenset[str]:
        """The sections in which something could not be typed, or whose own name is misspelt."""
        return self.standing.broken | {str(path[0]) for path in self._misspelt if len(path) == 1}

    def steps(self, dotted: str) -> Path:
        """A dotted path as steps; an id may itself contain dots, so the longest id that is declared wins."""
        return self.jurisdiction.steps(dotted)

    @cached_property
    def uses(self) -> tuple[Use, ...]:
        """Every reference to an id in the program, and in what ends a value on any day."""
        from leadkit.model.walk import references

        return (*self.standing.each_section(references), *self.jurisdiction.uses_of_endings)

    @cached_property
    def geography(self) -> Geography:
        """Which areas lie in which."""
        from leadkit.model.geography import Geography

        return Geography(self.program.areas)

    @cached_property
    def slips(self) -> dict[Wanted, Declared]:
        """The declarations that are misspelt, by what many references want instead."""
        from leadkit.check.ask.slips import slips

        return slips(self)

    def ids(self, collection: str) -> frozenset[str]:
        """Every id that a collection declares; ``catalogue.…`` is the law's, ``vocabulary.…`` the field's own words."""
        if collection not in self._ids:
            self._ids[collection] = self._find_ids(collection)
        return self._ids[collection]

    def unread(self, collection: str, name: str) -> bool:
        """Whether the id may be in a part of the collection that could not be read."""
        path = tuple(collection.split("."))
        around = [path[:length] for length in range(1, len(path) + 1)]
        if any(one in self.standing.faulty or one in self._misspelt for one in around):
            return True
        spoilt = [str(one[-1]) for one in self.standing.faulty if one[:-1] == path]
        return bool(spoilt) and nearest(name, spoilt) is not None

    def _find_ids(self, collection: str) -> frozenset[str]:
        if collection == "vocabulary.actors":
            from leadkit.model.actors import Actor

            return frozenset(actor.value for actor in Actor)
        if collection.startswith("catalogue."):
            return self._catalogued(collection.removeprefix("catalogue."))
        return frozenset(self.declared(collection))

    def declared(self, collection: str) -> dict[str, Entry]:
        """Every id that a collection declares on any day, with the place where it is written."""
        if collection not in self._declared:
            self._declared[collection] = dict(declared_in(self.jurisdiction.source.root, collection))
        return self._declared[collection]

    def _catalogued(self, kind: str) -> frozenset[str]:
        from leadkit.law import ids

        return ids(self.program.program.law, kind)

    @cached_property
    def _said(self) -> Said:
        from leadkit.model.open import Said

        return Said(self.program.open, self.on)

    @cached_property
    def _written(self) -> dict[int, str]:
        return {id(entry): dotted for dotted, entry in self.program.open.items()}

    @cached_property
    def _misspelt(self) -> frozenset[Path]:
        """The fields that are given under a misspelt name."""
        if not self.standing.errors:
            return frozenset()
        from leadkit.check.shape.meant import meant_fields

        return meant_fields(self.standing)

    def _given_misspelt(self, path: Path) -> bool:
        if not self._misspelt:
            return False
        from leadkit.check.shape.meant import accounted_for

        return accounted_for(path, self._misspelt)

    @cached_property
    def _ids(self) -> dict[str, frozenset[str]]:
        return {}

    @cached_property
    def _declared(self) -> dict[str, dict[str, Entry]]:
        return {}
