"""Which built papers are no longer what the program would print."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.documents.codes import UNREAD_LIST
from leadkit.documents.drafts import Drafts
from leadkit.documents.manifest import NAME
from leadkit.documents.records import NoRecordError, Record, entries_of, files_of, read_record_or_say
from leadkit.documents.tree.document import Document
from leadkit.documents.tree.plain import inline_text
from leadkit.source.links import is_link

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic
    from leadkit.model.root import Program
    from leadkit.model.standing import Standing


class Fault(StrEnum):
    """Why a paper is not to be relied on."""

    OLD_SOURCE = "old_source"
    ADOPTED_TEXT_CHANGED = "adopted_text_changed"
    TEXT_CHANGED = "text_changed"
    STATUS_CHANGED = "status_changed"
    NO_LONGER_MADE = "no_longer_made"
    EDITED = "edited"
    MISSING = "missing"
    NEVER_BUILT = "never_built"


_FILE_FAULTS = (Fault.EDITED, Fault.MISSING)


@dataclass(frozen=True, slots=True)
class PaperStanding:
    """A paper and what is wrong with it.

    Attributes:
        document: What the program calls it.
        on: The day that it prints; empty where it was never built.
        files: The names of the files that are meant.
        faults: What is wrong with them; nothing where they are as they would be printed.
        edited: Those of the files that are not as they were built.
        missing: Those of the files that are not there.
        sources: The documents of which it names an older text.
        now: What the program says of its status and version, where that has changed.
    """

    document: str
    on: str
    files: tuple[str, ...]
    faults: tuple[Fault, ...] = ()
    edited: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    now: str = ""


def papers(standing: Standing, out: Path) -> tuple[tuple[PaperStanding, ...], Diagnostic | None]:
    """Every paper that was built into a folder or could be, and the finding that the list of them cannot be read.

    Each is compared with what the program prints today under the day of the paper: the date alone makes none stale.
    """
    if standing.program is None:
        return (), None
    try:
        record = read_record_or_say(out / NAME)
    except NoRecordError as problem:
        message = f"{(out / NAME).as_posix()}: {problem}."
        return (), UNREAD_LIST.at(message=message, remedy="Build the documents again, which writes it anew.")
    built = [*entries_of(record, "documents"), *entries_of(record, "earlier")] if record else []
    today = _Today(standing, standing.program)
    found = [_paper(entry, out, today) for entry in built]
    there = {each.document for each in found}
    found += [PaperStanding(each, "", (), (Fault.NEVER_BUILT,)) for each in today.printable() if each not in there]
    return tuple(sorted(found, key=lambda each: (each.document, each.files))), None


class _Today:
    """What the program prints, under the day of each paper that it is compared with."""

    def __init__(self, standing: Standing, program: Program) -> None:
        self._standing, self._program = standing, program
        self._drafts: dict[date, Drafts] = {}

    def of(self, document: str, on: date) -> Document | None:
        """The document of that very name; None where the program has none, or cannot print it."""
        drafts = self._on(on)
        return drafts.text(document).document if document in drafts.texts else None

    def printable(self) -> Iterator[str]:
        """The documents that the program can print, in the days that were asked for already."""
        drafts = next(iter(self._drafts.values()), None) or self._on(self._standing.on)
        return (each for each in drafts.texts if drafts.text(each).document is not None)

    def _on(self, on: date) -> Drafts:
        return self._drafts.setdefault(on, Drafts(self._standing, self._program, on))


def _paper(entry: Record, out: Path, today: _Today) -> PaperStanding:
    document, on = str(entry.get("document")), _day(entry.get("on"))
    files = files_of(entry)
    now = today.of(document, on) if on else None
    sources = tuple(_older(entry, now)) if now else ()
    states = {str(each["name"]): _file_state(out / str(each["name"]), str(each["sha256"])) for each in files}
    faults = [*_text_faults(entry, now, sources), *(one for one in _FILE_FAULTS if one in states.values())]
    return PaperStanding(
        document,
        str(on or ""),
        tuple(states),
        tuple(faults),
        edited=tuple(name for name, state in states.items() if state is Fault.EDITED),
        missing=tuple(name for name, state in states.items() if state is Fault.MISSING),
        sources=sources,
        now=_state(now) if now and Fault.STATUS_CHANGED in faults else "",
    )


def _day(told: object) -> date | None:
    try:
        return date.fromisoformat(told) if isinstance(told, str) else None
    except ValueError:
        return None


def _older(entry: Record, now: Document) -> Iterator[str]:
    """The documents of which a paper names another text than there is now."""
    told = entry.get("cites")
    if isinstance(told, Mapping):
        yield from (name for name, fingerprint in now.cites if name in told and told[name] != fingerprint)


def _text_faults(entry: Record, now: Document | None, sources: Sequence[str]) -> Iterator[Fault]:
    if now is None:
        yield Fault.NO_LONGER_MADE
        return
    before = (entry.get("status"), entry.get("version"))
    same_state = "status" not in entry or before == _told_state(now)
    if entry.get("fingerprint") != now.cover.fingerprint:
        if sources:
            yield Fault.OLD_SOURCE
        adopted = now.cover.adopted and same_state and before[1] is not None
        yield Fault.ADOPTED_TEXT_CHANGED if adopted else Fault.TEXT_CHANGED
    if not same_state:
        yield Fault.STATUS_CHANGED


def _told_state(document: Document) -> tuple[str, str | None]:
    return inline_text(document.cover.status), inline_text(document.cover.version) or None


def _state(document: Document) -> str:
    status, version = _told_state(document)
    return f"{status}, version {version}" if version else status


def _file_state(path: Path, digest: str) -> Fault | None:
    if is_link(path):
        return Fault.EDITED
    try:
        with path.open("rb") as file:
            return None if hashlib.file_digest(file, "sha256").hexdigest() == digest else Fault.EDITED
    except FileNotFoundError:
        return Fault.MISSING
    except OSError:
        return Fault.EDITED
