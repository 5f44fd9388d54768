"""Where the overrides of a program's documents are: in the state's pack, and where the program names them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.diagnostic import Diagnostic, Span
from leadkit.documents.overrides.codes import BAD_FOLDER
from leadkit.documents.overrides.layer import PARENTS, Files, Layer, Level, read_layer
from leadkit.resources import templates
from leadkit.source.attached import read_attached_folder, written_at
from leadkit.source.tree import Text, find

if TYPE_CHECKING:
    from leadkit.documents.paper import Paper
    from leadkit.model.program.section import ProgramSection
    from leadkit.model.standing import Standing

STATES = "states"
_STATE = re.compile(r"[a-z]{2}")


def layers_of(standing: Standing, paper: Paper, states: Path | None = None) -> tuple[Layer, ...]:
    """The layers of overrides of a program's document, the lowest first.

    They are those of the state; of the jurisdiction, each base before what extends it; and of this document alone.
    A folder that two fields name counts once, where it is named first.

    Args:
        standing: The program on the day.
        paper: The document.
        states: The folder of the state packs; without it, the shipped one.
    """
    program = standing.program.program if standing.program else None
    layers = [*_state(program, paper, states or templates() / STATES)] if program else []
    if program and program.clauses:
        layers += _named(standing, Level.JURISDICTION, ("program", "clauses"), paper.printer)
    if paper.setting is not None and paper.setting.overrides:
        layers += _named(standing, Level.AGREEMENT, ("documents", paper.id, "overrides"), "")
    first: dict[str, Layer] = {}
    for layer in layers:
        first.setdefault(layer.folder, layer)
    return tuple(first.values())


def _state(program: ProgramSection, paper: Paper, states: Path) -> Iterator[Layer]:
    state = program.state.lower()
    folder = states / f"us-{state}" / paper.printer
    if _STATE.fullmatch(state) and paper.printer and folder.is_dir():
        files = {path.name: path.read_bytes() for path in sorted(folder.glob("*.md"))}
        parents = {path.name: path.read_bytes() for path in sorted((folder / PARENTS).glob("*.md"))}
        yield read_layer(Level.STATE, f"{STATES}/us-{state}/{paper.printer}", "program.state", files, parents)


def _named(standing: Standing, level: Level, path: tuple[str, ...], kind: str) -> Iterator[Layer]:
    """The layers that a field names, and the same field of each base.

    Args:
        standing: The program on the day.
        level: Whose layers they are.
        path: The field.
        kind: The folder, below the one that is named, of the overrides of this kind of document; empty where the
            field names that folder itself.
    """
    written = find(standing.resolution.root, path)
    if not isinstance(written, Text) or not written.value:
        return
    for asked in dict.fromkeys((*written.origins, written.span)):
        value = written.value if asked == written.span else written_at(asked)
        if value:
            layer = _read(asked, value, level, ".".join(path), kind)
            if layer is not None:
                yield layer


def _read(asked: Span, value: str, level: Level, cause: str, kind: str) -> Layer | None:
    """The layer of one folder; None where a jurisdiction has no clauses of this kind."""
    place = asked.file.rpartition("/")[0]
    within = f"{value.rstrip('/')}/{kind}" if kind else value.rstrip("/")
    folder = f"{place}/{within}"
    files = read_attached_folder(place, within, asked)
    if files is None and kind and read_attached_folder(place, value.rstrip("/"), asked) is not None:
        return None
    if files is None:
        message = f"The program's folder holds no folder {value}."
        remedy = "Make it, or write its path from the program's folder with forward slashes."
        files = BAD_FOLDER.at(asked, message=message, remedy=remedy, path=cause)
    if isinstance(files, Diagnostic):
        return Layer(level, folder, cause, diagnostics=(files,))
    return read_layer(level, folder, cause, files, _parents(place, within, asked))


def _parents(place: str, within: str, asked: Span) -> Files:
    found = read_attached_folder(place, f"{within}/{PARENTS}", asked)
    return found if isinstance(found, dict) else {}
