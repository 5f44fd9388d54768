"""A folder and the folders it extends, read one after the other and laid over each other."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping as Named
from collections.abc import Sequence
from dataclasses import dataclass, replace

from leadkit.diagnostic import Diagnostic, Severity, Span
from leadkit.digest import digest_of
from leadkit.source.codes_overlay import BAD_BASE, BASE_ALONE, BASE_CYCLE, BASE_SHAPE, NO_BASE
from leadkit.source.codes_structure import TWICE_A_SECTION
from leadkit.source.decode import decode
from leadkit.source.document import document
from leadkit.source.folder import DiskFolder, says_nothing
from leadkit.source.overlay import BASE, DIFFERENCES, EXTENDS, WORDS, Overlay, not_extending
from leadkit.source.parsed import Parsed
from leadkit.source.places import File, Listing, Place
from leadkit.source.revision import PREFIX, GitFolder
from leadkit.source.source import Removal, Source
from leadkit.source.tree import Entry, Mapping, Text

_YES, _NO = ("yes", "true"), ("no", "false")
_DRIVE = re.compile(r"[A-Za-z]:")


@dataclass(frozen=True, slots=True)
class _Layer:
    """One folder: its sections by name, and whether something in it could not be read."""

    sections: dict[str, Entry]
    incomplete: bool


class _Reading:
    """What has been read so far."""

    def __init__(self, instead: Named[str, bytes], parsed: Parsed | None) -> None:
        self._instead = instead
        self._document = parsed.document if parsed else document
        self.texts: dict[str, str] = {}
        self.found: list[Diagnostic] = []
        self.incomplete: list[str] = []
        self.files: list[File] = []
        self.folders: list[str] = []

    def with_new(self, place: Place, listing: Listing) -> Listing:
        """The files of a folder, with those that are there only to be tried out."""
        there = {file.name for file in listing.files}
        new = [
            File(name, data)
            for name, data in self._instead.items()
            if name not in there and name.rpartition("/")[0] == place.name
        ]
        files = sorted((*listing.files, *new), key=lambda file: file.name) if new else listing.files
        return replace(listing, files=tuple(files))

    def layer(self, listing: Listing) -> _Layer:
        """Read the files of one folder."""
        files = [replace(file, data=self._instead.get(file.name, file.data)) for file in listing.files]
        self.files += files
        self.found += listing.diagnostics
        before = len(self.incomplete)
        sections: dict[str, Entry] = {}
        for file in files:
            for name, entry in self._sections(file).items():
                known = sections.setdefault(name, entry)
                if known is not entry:
                    sections[name] = self._second(name, known, entry)
        return _Layer(sections, len(self.incomplete) > before)

    def _second(self, name: str, known: Entry, entry: Entry) -> Entry:
        """A section that stands in two files: an error, but that what differs from a base may be told by section."""
        if name not in DIFFERENCES or not isinstance(known.value, Mapping) or not isinstance(entry.value, Mapping):
            self.found.append(_twice(name, entry.key, known.key))
            return known
        joined = dict(known.value.entries)
        for inner, one in entry.value.entries.items():
            first = joined.setdefault(inner, one)
            if first is not one:
                self.found.append(_twice(f"{name}.{inner}", one.key, first.key))
        return replace(known, value=replace(known.value, entries=joined))

    def _sections(self, file: File) -> dict[str, Entry]:
        """Read one file."""
        if file.data is None:
            self.incomplete.append(file.name)
            return {}
        decoded = decode(file.name, file.data)
        self.found += decoded.diagnostics
        if decoded.text is not None:
            self.texts[file.name] = decoded.text
        if decoded.text is None or not decoded.sound:
            self.incomplete.append(file.name)
            return {}
        read = self._document(file.name, decoded.text)
        self.found += read.diagnostics
        if read.incomplete:
            self.incomplete.append(file.name)
        return read.root.entries

    def source(self, name: str, root: Mapping, removed: Sequence[Removal] = (), *, base: bool = False) -> Source:
        """Put everything together."""
        digest = digest_of((file.name, file.data) for file in self.files)
        found, incomplete = tuple(self.found), tuple(self.incomplete)
        data = {file.name: file.data for file in self.files if file.data is not None}
        folders = tuple(self.folders)
        return Source(name, root, self.texts, found, digest, folders, incomplete, tuple(removed), base, data)


def read_layers(name: str, instead: Named[str, bytes], parsed: Parsed | None = None) -> Source:
    """Read a place and everything it extends; ``name`` is the place as given, the others as ``read`` has them."""
    reading = _Reading(instead, parsed)
    here = Span(name)
    place = GitFolder.parse(name) if name.startswith(PREFIX) else DiskFolder(name.replace(os.sep, "/"))
    if isinstance(place, Diagnostic):
        reading.found.append(place)
        return reading.source(name, Mapping({}, here, (here,)))
    here = Span(place.name)
    layers = _chain(place, reading)
    root = Mapping(_own(layers[-1].sections), here, (here,))
    bottom = layers[-1]
    if EXTENDS not in bottom.sections:
        reading.found += not_extending(bottom.sections)
    removed: list[Removal] = []
    incomplete = bottom.incomplete
    for layer in reversed(layers[:-1]):
        overlay = Overlay(root, incomplete)
        overlay.apply(layer.sections)
        root = overlay.root
        reading.found += overlay.found
        removed += overlay.removed
        incomplete = incomplete or layer.incomplete
    base = _is_base(layers[0], reading)
    if not root.entries and all(finding.severity is Severity.NOTE for finding in reading.found):
        reading.found = [says_nothing(here)]
    return reading.source(name, root, removed, base=base)


def _is_base(layer: _Layer, reading: _Reading) -> bool:
    """Whether the folder itself says that it is a base, with the finding that says what follows from it."""
    entry = layer.sections.get(BASE)
    if entry is None:
        return False
    said = entry.value.value if isinstance(entry.value, Text) else None
    if said not in (*_YES, *_NO):
        message, remedy = "base holds something else than yes or no.", "Write base: yes, or delete the line."
        reading.found.append(BASE_SHAPE.at(entry.value.span, message=message, remedy=remedy, path=BASE))
    elif said in _YES:
        message = (
            "This folder is a base: its text and its fields are checked, and the rest in the programs that extend it."
        )
        remedy = "Check a folder that extends it, too."
        reading.found.append(BASE_ALONE.at(entry.key.span, message=message, remedy=remedy, path=BASE))
    return said in _YES


def _own(sections: dict[str, Entry]) -> dict[str, Entry]:
    return {name: entry for name, entry in sections.items() if name not in WORDS}


def _chain(place: Place, reading: _Reading) -> list[_Layer]:
    """Read a folder, then its base, then the base of that, as far as they can be read."""
    layers: list[_Layer] = []
    seen: set[str] = set()
    asked: Text | None = None
    while True:
        seen.add(place.identity)
        if place.folder is not None:
            reading.folders.append(place.folder)
        listing = reading.with_new(place, place.listing())
        if asked is not None and not listing.files:
            reading.found.append(_no_base(asked, listing))
            reading.incomplete.append(asked.span.file)
            return layers
        layers.append(reading.layer(listing))
        entry = layers[-1].sections.get(EXTENDS)
        if entry is None:
            return layers
        base = _base(place, entry, seen)
        if isinstance(base, Diagnostic):
            reading.found.append(base)
            reading.incomplete.append(entry.key.span.file)
            return layers
        place = base
        asked = entry.value if isinstance(entry.value, Text) else None


def _base(place: Place, entry: Entry, seen: set[str]) -> Place | Diagnostic:
    """The folder that ``extends`` names, or why it cannot be one."""
    value = entry.value
    path = value.value if isinstance(value, Text) else None
    span = value.span if path else entry.key.span
    if not path:
        return _bad(span, "extends names no folder.")
    if path.startswith(("/", "~", PREFIX)) or _DRIVE.match(path) or "\\" in path or not path.isprintable():
        return _bad(span, f'"{path}" is not a path from this folder with forward slashes.')
    base = place.beside(path.rstrip("/"), span)
    if isinstance(base, Diagnostic) or base.identity not in seen:
        return base
    return BASE_CYCLE.at(
        span,
        message=f'With "{path}" a folder would extend itself.',
        remedy="Let one folder of the circle extend nothing.",
    )


def _bad(span: Span, message: str) -> Diagnostic:
    return BAD_BASE.at(span, message=message, remedy="Write a path such as ../state-model.", path=EXTENDS)


def _no_base(asked: Text, listing: Listing) -> Diagnostic:
    why = listing.diagnostics[0]
    message = f'The base folder "{asked.value}" cannot be read: {why.message}'
    remedy = "Check the path; it is taken from the folder of this file."
    return NO_BASE.at(asked.span, *why.spans, message=message, remedy=remedy, path=EXTENDS)


def _twice(name: str, second: Text, first: Text) -> Diagnostic:
    return TWICE_A_SECTION.at(
        second.span,
        first.span,
        message=f'The section "{name}" stands in this file and in {first.span.file.rpartition("/")[2]}.',
        remedy="Keep it in one of the two, and move there what the other says.",
        path=name,
    )
