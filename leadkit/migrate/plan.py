"""What would become of a program's files in this version of the format."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from leadkit.diagnostic import Diagnostic
from leadkit.migrate.migration import File, Migration
from leadkit.migrate.versions import CURRENT, MIGRATIONS, no_way, version_of, version_text
from leadkit.source import Source, SourceText, apply, read, read_text
from leadkit.source.decode import encode
from leadkit.source.places import shown
from leadkit.source.tree import Text


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A file with its text as it is and as it would be.

    Attributes:
        path: The file.
        before: Its bytes now.
        after: Its bytes in this version of the format.
        says_version: Whether the version of the format stands in it.
    """

    path: Path
    before: bytes
    after: bytes
    says_version: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done to a program: nothing where something was found that stands in the way.

    Attributes:
        source: The program as it was read.
        files: The files that change, the base first.
        found: What stands in the way.
    """

    source: Source
    files: tuple[Rewritten, ...] = ()
    found: tuple[Diagnostic, ...] = ()


def plan(place: str | os.PathLike[str], migrations: Sequence[Migration] | None = None) -> Plan:
    """Work out the migration of a folder and of the folders it extends, which are one program. Nothing is written.

    Args:
        place: The folder.
        migrations: The steps that are known; without them, those of this leadkit.
    """
    source = read(place)
    if source.incomplete or not source.files:  # what was not read could not be migrated with the rest
        return Plan(source, found=tuple(one for one in source.diagnostics if one.is_error))
    steps = {step.before: step for step in (MIGRATIONS if migrations is None else migrations)}
    rewritten: list[Rewritten] = []
    said: Text | None = None
    for folder in reversed(source.folders):
        files = list(_files(source, folder))
        said = next(filter(None, (version_text(file.root) for file in files)), said)
        refusal = no_way(said, steps.values()) if said is not None else None
        if refusal is not None:
            return Plan(source, found=(refusal,))
        if said is not None:
            rewritten += _migrated(source, files, version_of(said), steps)
    return Plan(source, tuple(rewritten))


def _files(source: Source, folder: str) -> Iterator[File]:
    """The files of one of the folders that a program was read from."""
    prefix = shown(folder.rstrip("/") or folder)
    for name, text in source.files.items():
        if name.rpartition("/")[0] == prefix:
            yield File(SourceText(name, text), read_text(text, name)[0])


def _migrated(source: Source, files: Sequence[File], version: int, steps: dict[int, Migration]) -> Iterator[Rewritten]:
    """Take one step after another, each on what the one before has made."""
    for number in range(version, CURRENT):
        files = list(_stepped(files, steps[number]))
    for file in files:
        name, text = file.text.name, file.text.text
        if text != source.files[name]:
            says_version, was = version_text(file.root) is not None, source.data[name]
            yield Rewritten(source.path_of(name), was, encode(text, was), says_version)


def _stepped(files: Sequence[File], step: Migration) -> Iterator[File]:
    edits = list(step.edits(files))
    for file in files:
        own = [edit for edit in edits if edit.file == file.text.name]
        said = version_text(file.root)
        if said is not None:
            own.append(file.put(said, str(step.before + 1)))
        text = apply(file.text.text, own)
        yield File(SourceText(file.text.name, text), read_text(text, file.text.name)[0])
