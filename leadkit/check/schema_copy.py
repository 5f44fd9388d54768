"""The copy of the schema that an editor reads: a stale one underlines what is right, and proposes what is not."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity, Span

if TYPE_CHECKING:
    from leadkit.source import Source

CODE = Code(
    "LK292",
    "stale-schema",
    Severity.WARNING,
    "The schema that a file names for editors is not this leadkit's, or is not there.",
    "The line # yaml-language-server: $schema=… tells an editor which schema to complete and explain fields by. After "
    "an upgrade of leadkit, a copy of the old schema underlines new fields as mistakes and proposes fields that are "
    "gone.",
    "(# yaml-language-server: $schema=leadkit.schema.json, and that file was written by an older leadkit)",
    "(leadkit schema --out leadkit.schema.json)",
)
_NAMED = re.compile(r"^#[ \t]*yaml-language-server:[ \t]*\$schema=(\S+)", re.MULTILINE)
_BEGINNING = 2000
"""The mark of a schema stands in its first lines."""
_USUAL_NAME = "leadkit.schema.json"


def stale_copies(source: Source) -> Iterator[Diagnostic]:
    """A finding for each copy that is stale, or that is named and not there; the web is not looked at.

    A copy is named at the top of a file, or lies in the folder or beside it under its usual name, for editors that are
    told of it by their settings.
    """
    if not source.folders:  # read from git, where no editor looks
        return
    places = _named(source)
    for usual in _usual(source):
        if usual not in places and _is_file(usual):
            places[usual] = Span(usual.as_posix())
    for copy, span in places.items():
        yield from _judged(copy, span)


def copies(source: Source) -> tuple[str, ...]:
    """Every place that is looked at for a copy, whether there is one or not."""
    return tuple(str(place) for place in dict.fromkeys([*_named(source), *_usual(source)]))


def _usual(source: Source) -> list[Path]:
    return [
        Path(os.path.normpath(f"{folder}/{at}{_USUAL_NAME}")) for folder in source.folders[:1] for at in ("", "../")
    ]


def _named(source: Source) -> dict[Path, Span]:
    """Each copy that files name, with the place where the first of them names it."""
    from leadkit.source import SourceText

    places: dict[Path, Span] = {}
    for name, text in source.files.items():
        named = _NAMED.search(text)
        if named is not None and _is_beside(named[1]):
            copy = Path(os.path.normpath(Path(name).parent / named[1]))
            places.setdefault(copy, SourceText(name, text).span(*named.span(1)))
    return places


def _is_beside(named: str) -> bool:
    """Whether a place is told from the file on: a web address, a drive or a share might be another machine's."""
    return ":" not in named and not named.startswith(("/", "\\"))


def _is_file(place: Path) -> bool:
    """Whether there is a file that may be looked at."""
    try:
        return place.is_file()
    except (OSError, ValueError):
        return False


def _judged(copy: Path, span: Span) -> Iterator[Diagnostic]:
    try:
        if not _is_file(copy):
            raise FileNotFoundError(copy)
        with copy.open(encoding="utf-8") as file:
            trouble = _trouble(copy, file.read(_BEGINNING))
    except (OSError, ValueError):
        trouble = "cannot be read"
    if trouble:
        where = copy.as_posix()
        yield CODE.at(span, message=f"The schema {where} {trouble}.", remedy=f"Run: leadkit schema --out {where}")


def _trouble(copy: Path, text: str) -> str:
    """What is wrong with a copy; empty for a fresh one, and for a schema of somebody's own under another name."""
    from leadkit.model.stamp import is_stale, is_stamped

    if is_stale(text):
        return "was written by another version of leadkit"
    return "is none that leadkit wrote" if copy.name == _USUAL_NAME and not is_stamped(text) else ""
