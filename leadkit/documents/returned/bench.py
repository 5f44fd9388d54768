"""A program under review: what it prints today, and what it would print with changes, tried out in memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from leadkit.check.run import check_jurisdiction
from leadkit.documents.library import default_root
from leadkit.documents.library import load as load_library
from leadkit.documents.overrides.layer import Layer, read_layer
from leadkit.documents.overrides.places import layers_of
from leadkit.documents.paper import papers_of
from leadkit.documents.returned.today import TodayClause, numbers_of, today
from leadkit.documents.standing import compose_standing
from leadkit.model.load import load

if TYPE_CHECKING:
    from datetime import date

    from leadkit.diagnostic import Diagnostic
    from leadkit.documents.composition import Composition
    from leadkit.documents.overrides.homes import Home
    from leadkit.documents.paper import Paper
    from leadkit.model.load import Jurisdiction
    from leadkit.model.standing import Standing


@dataclass(frozen=True)
class State:
    """A program with some changes, as it would be.

    Attributes:
        jurisdiction: The program as it would be read.
        standing: The program on the day of the document.
        composition: The document as it would be composed.
        layers: The overrides that it was composed with.
    """

    jurisdiction: Jurisdiction
    standing: Standing
    composition: Composition
    layers: tuple[Layer, ...] = ()

    @cached_property
    def clauses(self) -> dict[str, TodayClause]:
        """What the document prints, by clause; nothing where it is refused."""
        return today(self.composition.document) if self.composition.document else {}

    @cached_property
    def numbers(self) -> dict[str, str]:
        """The numbers of its references."""
        return numbers_of(self.composition.document) if self.composition.document else {}

    @cached_property
    def errors(self) -> tuple[Diagnostic, ...]:
        """What is wrong with the program and with the document."""
        found = (*check_jurisdiction(self.jurisdiction, self.standing.on), *self.composition.diagnostics)
        return tuple(one for one in found if one.is_error)

    def brought(self, errors: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Those of some errors that this program does not have."""
        known = {(each.code, each.message) for each in self.errors}
        return [each for each in errors if (each.code, each.message) not in known]


@dataclass(frozen=True)
class Bench:
    """A folder, a document and a day; nothing is ever written.

    Attributes:
        place: The folder of the program.
        document: What the program calls the document.
        on: The day that it prints.
    """

    place: str
    document: str
    on: date

    @cached_property
    def now(self) -> State:
        """The program as it is."""
        return self.state({})

    def state(
        self, instead: Mapping[str, bytes], home: Home | None = None, files: Mapping[str, bytes] | None = None
    ) -> State:
        """The program with some files of YAML in the place of its own, and with override files.

        Args:
            instead: The bytes of files of YAML by their names.
            home: Where the overrides are kept; None where there are no new ones.
            files: The bytes of new or changed override files by their names, and with ``parents/`` before the name
                those of the texts that they were made from.
        """
        jurisdiction = load(self.place, instead)
        standing = jurisdiction.resolve(self.on)
        paper = self.paper(standing)
        layers = layers_of(standing, paper) if paper else ()
        if home is not None and files:
            layers = _with_files(layers, f"{jurisdiction.source.name}/{home.folder}", home, files)
        composition = compose_standing(standing, self.document, layers={self.document: layers})
        return State(jurisdiction, standing, composition, layers)

    def checked(self, instead: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
        """What is wrong with the program with some files of YAML in the place of its own; no document is composed."""
        return tuple(one for one in check_jurisdiction(load(self.place, instead), self.on) if one.is_error)

    @cached_property
    def phrases(self) -> Mapping[str, Mapping[str, str]]:
        """What the document prints for a word of a list of choices, by list and word."""
        paper = self.paper(self.now.standing)
        return load_library(paper.printer, default_root()).phrases if paper and paper.printer else {}

    def paper(self, standing: Standing) -> Paper | None:
        """The document among those of the program."""
        settings = standing.program.documents if standing.program else {}
        return next((one for one in papers_of(settings) if one.id == self.document), None)


def _with_files(layers: tuple[Layer, ...], folder: str, home: Home, files: Mapping[str, bytes]) -> tuple[Layer, ...]:
    """The layers with files added to the one of a folder, which may not be there yet."""
    old = next((layer for layer in layers if layer.folder == folder), Layer(home.level, folder, home.cause))
    kept = {name: text.encode("utf-8") for name, text in old.texts.items()}
    own = {name: data for name, data in files.items() if "/" not in name}
    parents = {name.partition("/")[2]: data for name, data in files.items() if "/" in name}
    made = read_layer(home.level, folder, home.cause, dict(sorted({**kept, **own}.items())), parents)
    made = Layer(made.level, made.folder, made.cause, made.overrides, {**old.parents, **made.parents}, made.texts,
                 made.diagnostics)  # fmt: skip
    if any(layer.folder == folder for layer in layers):
        return tuple(made if layer.folder == folder else layer for layer in layers)
    return (*layers, made)
