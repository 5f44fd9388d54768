"""New entries tried out: put into the program's text in memory, read back, and checked with all the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from leadkit.check.proof import State, brought
from leadkit.check.rules.lk502_open_but_given import CODE as OPEN_BUT_GIVEN
from leadkit.check.run import check_jurisdiction
from leadkit.diagnostic import Diagnostic, Edit, Span
from leadkit.model.load import Jurisdiction, load
from leadkit.source import Source, SourceText, apply
from leadkit.source.decode import encode
from leadkit.source.room import NoRoomError, at_end_of_file, edits_for
from leadkit.source.tree import Plain, plain
from leadkit.spreadsheets.codes import NO_ROOM
from leadkit.spreadsheets.splicing.answered import OPEN, taken_out

_FREE = "notes"
_NO_LONGER_OPEN = (
    "The new entries stand there now: take the entry under open out, and leadkit check tells what they still lack. "
    "Where it is a list that is known to be incomplete, say partly: yes instead."
)


@dataclass(frozen=True)
class Trial:
    """What would become of a program.

    Attributes:
        before: The bytes of each file that changes; None for a new one.
        after: The bytes that it would have.
        refused: Why nothing can be written.
        brought: The findings that the program would have and has not now.
        texts: The text of every file with the new entries.
        closed: The entries that were taken out of ``open``, because what is added answers them.
    """

    before: Mapping[Path, bytes | None]
    after: Mapping[Path, bytes]
    refused: tuple[Diagnostic, ...] = ()
    brought: tuple[Diagnostic, ...] = ()
    texts: Mapping[str, str] | None = None
    closed: tuple[str, ...] = ()

    @property
    def breaks(self) -> bool:
        """Whether the program would have an error that it has not now."""
        return any(one.is_error for one in self.brought)


def closing(jurisdiction: Jurisdiction, more: dict[str, Plain], trial: Trial) -> Trial | None:
    """The same with the entries taken out of ``open`` that what is added answers.

    None where it answers none, or where they cannot be taken out without another error.

    Args:
        jurisdiction: The program as it was read.
        more: What to add, by section.
        trial: What becomes of it while the entries stay.
    """
    open_ = jurisdiction.source.root.entries.get(OPEN)
    paths = tuple(one.path for one in trial.brought if one.code == OPEN_BUT_GIVEN.code and one.path)
    if open_ is None or not paths:
        return None
    file = open_.key.span.file
    edits = taken_out(SourceText(file, jurisdiction.source.files[file]), open_, paths)
    if edits is None:
        return None
    closed = try_out(jurisdiction, more, paths, edits)
    return None if closed.refused or _errors(closed) - _errors(trial) else closed


def _errors(trial: Trial) -> set[tuple[str, str]]:
    return {(one.code, one.message) for one in trial.brought if one.is_error}


def try_out(
    jurisdiction: Jurisdiction, more: dict[str, Plain], closed: tuple[str, ...] = (), closing: Sequence[Edit] = ()
) -> Trial:
    """Add fields to a program in memory.

    Args:
        jurisdiction: The program as it was read.
        more: What to add, by section.
        closed: The entries that are taken out of ``open`` with it.
        closing: The edits of one file that take them out.
    """
    try:
        edits = _edits(jurisdiction, more)
        for edit in closing:
            edits.setdefault(edit.file, []).append(edit)
        after = _bytes(jurisdiction.source, edits)
    except NoRoomError as why:
        return Trial({}, {}, (_no_room(why),))
    tried = load(jurisdiction.source.folders[0], after)
    if plain(tried.source.root) != _with(_without(plain(jurisdiction.source.root), closed), more):
        return Trial({}, {}, (_unfit(next(iter(edits.values()))[0], jurisdiction),))
    source = jurisdiction.source
    return Trial(
        {source.path_of(name): source.data.get(name) for name in after},
        {source.path_of(name): data for name, data in after.items()},
        (),
        tuple(map(_next, brought(_state(jurisdiction), _state(tried), edits))),
        tried.source.files,
        closed,
    )


def _state(jurisdiction: Jurisdiction) -> State:
    return State(jurisdiction.source.files, check_jurisdiction(jurisdiction))


def _next(one: Diagnostic) -> Diagnostic:
    """A finding that says what to do about it after an import: what it added is not to be taken out again."""
    return replace(one, remedy=_NO_LONGER_OPEN) if one.code == OPEN_BUT_GIVEN.code else one


def _edits(jurisdiction: Jurisdiction, more: dict[str, Plain]) -> dict[str, list[Edit]]:
    """The edits that add fields, by file."""
    source = jurisdiction.source
    if len(source.folders) > 1:
        here = Span(source.name)
        raise NoRoomError(here, "the folder is laid over a base, and what it adds stands under add")
    edits: dict[str, list[Edit]] = {}
    for section, fields in more.items():
        entry = source.root.entries.get(section)
        if entry is not None and isinstance(fields, dict):
            file = entry.key.span.file
            own = edits_for(SourceText(file, source.files[file]), entry, fields)
        else:
            file = f"{source.name}/{section}.yaml"
            own = [at_end_of_file(SourceText(file, source.files.get(file, "")), {section: fields})]
        edits.setdefault(file, []).extend(own)
    return edits


def _bytes(source: Source, edits: Mapping[str, list[Edit]]) -> dict[str, bytes]:
    """The bytes of each file with its edits."""
    return {name: encode(apply(source.files.get(name, ""), own), source.data.get(name)) for name, own in edits.items()}


def _with(old: Plain, more: Plain) -> Plain:
    """A tree as it should be read back; what is free is no part of it."""
    if not isinstance(more, dict):
        return more
    merged = dict(old) if isinstance(old, dict) else {}
    return merged | {name: _with(merged.get(name), value) for name, value in more.items() if name != _FREE}


def _without(old: Plain, closed: tuple[str, ...]) -> Plain:
    """A tree without some entries of ``open``."""
    entries = old.get(OPEN) if isinstance(old, dict) else None
    if not isinstance(old, dict) or not isinstance(entries, dict):
        return old
    return old | {OPEN: {path: entry for path, entry in entries.items() if path not in closed}}


def _no_room(why: NoRoomError) -> Diagnostic:
    return NO_ROOM.at(why.span, message=why.message, remedy=why.remedy)


def _unfit(edit: Edit, jurisdiction: Jurisdiction) -> Diagnostic:
    """The text is written in a way that a line at the end would change the meaning of."""
    text = SourceText(edit.file, jurisdiction.source.files.get(edit.file, ""))
    return _no_room(NoRoomError(text.span(edit.start, edit.end), "what stands before would be read in another way"))


def is_sound(jurisdiction: Jurisdiction) -> bool:
    """Whether a program's text can be read as a whole, so that something can be added to it."""
    source = jurisdiction.source
    errors = any(one.is_error for one in source.diagnostics)
    return bool(source.root.entries) and not source.incomplete and not errors
