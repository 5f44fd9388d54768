"""A new override as files: the change with its text to edit, what it was made from, and the field that names it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.diagnostic import Diagnostic, nearest
from leadkit.documents.library import alternates, default_root, load
from leadkit.documents.overrides.codes import BAD_FOLDER, MANDATORY, TWICE, UNKNOWN_ALTERNATE, UNKNOWN_TARGET
from leadkit.documents.overrides.file import Override, OverrideKind, parent_hash, write_override
from leadkit.documents.overrides.homes import home_of
from leadkit.documents.overrides.layer import ENDING, PARENTS, parent_name
from leadkit.documents.overrides.places import layers_of
from leadkit.documents.template.clause_file import ClauseFile, write_clause
from leadkit.source import apply
from leadkit.source.decode import MARK, encode
from leadkit.source.tree import Text, find

if TYPE_CHECKING:
    from leadkit.documents.library import Library
    from leadkit.documents.overrides.homes import Home
    from leadkit.documents.paper import Paper
    from leadkit.model.load import Jurisdiction


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asks for: a change to one clause.

    Attributes:
        kind: What becomes of the clause.
        clause: Its id.
        by: Who makes the change.
        on: When.
        reason: Why.
        use: The name of an alternate; empty for none.
        id: The id of a new clause; empty elsewhere.
    """

    kind: OverrideKind
    clause: str
    by: str
    on: date
    reason: str
    use: str = ""
    id: str = ""


@dataclass(slots=True)
class Made:
    """What is to be written.

    Attributes:
        before: The bytes of each file as it is; None where there is none.
        after: The bytes to write, the override first.
        line: The line to add where the program does not name the folder yet; empty where it does.
        where: The field that the line belongs below.
        above: The word, ``add`` or ``change``, under which a folder that extends a base has that field; empty for none.
        added: Whether ``after`` holds that line.
    """

    before: dict[Path, bytes | None] = field(default_factory=dict)
    after: dict[Path, bytes] = field(default_factory=dict)
    line: str = ""
    where: str = ""
    above: str = ""
    added: bool = False


def make_override(jurisdiction: Jurisdiction, paper: Paper, asked: Asked) -> Made | Diagnostic:
    """What a new override writes, or why there can be none.

    Args:
        jurisdiction: The program, in a folder on disk.
        paper: The document.
        asked: The change.
    """
    place = jurisdiction.source.root.span.file
    home = home_of(jurisdiction, paper)
    layers = layers_of(jurisdiction.resolve(), paper)
    folder = f"{place}/{home.folder}"
    at = next((index for index, each in enumerate(layers) if each.folder == folder), len(layers))
    taken = [each for each in layers[at].overrides if each.target == asked.clause] if at < len(layers) else []
    library = load(paper.printer, default_root(), layers[:at])
    base = _base(library, paper, asked)
    if isinstance(base, Diagnostic):
        return base
    if taken and asked.kind is not OverrideKind.INSERT_AFTER and taken[0].kind is not OverrideKind.INSERT_AFTER:
        message = f"{taken[0].file} changes the clause {asked.clause} already."
        return TWICE.at(message=message, remedy="Change that file, or delete it first.")
    file = f"{folder}/{asked.id or asked.clause}{ENDING}"
    if Path(file).exists():
        return BAD_FOLDER.at(message=f"{file} is there already.", remedy="Change that file, or rename it first.")
    made = Made()
    _put(made, Path(file), write_override(_override(asked, base, file)))
    kept = Path(folder) / PARENTS / f"{parent_name(asked.clause, parent_hash(base))}{ENDING}"
    _put(made, kept, write_clause(base))
    if not home.is_named:
        _name(made, jurisdiction, home)
    return made


def _base(library: Library, paper: Paper, asked: Asked) -> ClauseFile | Diagnostic:
    """The text that the override is made from."""
    target = library.clauses.get(asked.clause)
    if target is None:
        near = nearest(asked.clause, library.clauses)
        remedy = f"Did you mean {near}?" if near else "See leadkit override DIR --document ID --list."
        return UNKNOWN_TARGET.at(message=f"The document has no clause {asked.clause}.", remedy=remedy)
    if asked.kind is OverrideKind.REMOVE and target.status == "mandatory":
        message = f"The clause {asked.clause} is mandatory."
        return MANDATORY.at(message=message, remedy="Change its words with --as replace.")
    if asked.kind is OverrideKind.INSERT_AFTER and asked.id in library.clauses:
        return TWICE.at(message=f"The document has a clause {asked.id} already.", remedy="Choose another --id.")
    if not asked.use:
        return target
    known = alternates(paper.printer, default_root(), asked.clause)
    if asked.use not in known:
        remedy = f"Use {', '.join(known)}." if known else "The library has none for it: use --as replace."
        message = f"There is no alternate {asked.use} of the clause {asked.clause}."
        return UNKNOWN_ALTERNATE.at(message=message, remedy=remedy)
    return known[asked.use] if asked.kind is OverrideKind.REPLACE else target


def _override(asked: Asked, base: ClauseFile, file: str) -> Override:
    """The override; a new clause has no text yet, and so refuses the document until somebody has written it."""
    replaces = asked.kind is OverrideKind.REPLACE
    title = asked.id.replace("-", " ").capitalize() if asked.kind is OverrideKind.INSERT_AFTER else None
    return Override(
        file, asked.kind, asked.clause, parent_hash(base), asked.by, asked.on, asked.reason, asked.use, asked.id,
        title=title, body=base.body if replaces else "",
    )  # fmt: skip


def _put(made: Made, path: Path, text: str) -> None:
    content = text.encode("utf-8")
    there = path.read_bytes() if path.is_file() else None
    if there != content:
        made.before[path], made.after[path] = there, content


def _name(made: Made, jurisdiction: Jurisdiction, home: Home) -> None:
    """Add the field that names the folder, where it has a plain place; else leave it to be added by hand."""
    from leadkit.model.load import load as load_program

    made.line, made.where, made.above = f"{home.path[-1]}: {home.value}", ".".join(home.path[:-1]), home.above
    if home.edit is None:
        return
    source, name = jurisdiction.source, home.edit.file
    data = source.data[name]
    tried = encode(apply(source.files[name], [home.edit]), data if data.startswith(MARK) else None)
    written = find(load_program(source.name, {name: tried}).source.root, home.path)
    if isinstance(written, Text) and written.value == home.value:
        made.before[source.path_of(name)], made.after[source.path_of(name)] = data, tried
        made.added = True
