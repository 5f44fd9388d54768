"""The copy of the schema that an editor reads: a stale one underlines what is right, and proposes what is not."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

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
"""The title and the mark of a schema stand in its first lines."""


def stale_copies(source: Source) -> Iterator[Diagnostic]:
    """A finding for each schema that files name and that is stale or absent; an address on the web is not looked at."""
    if not source.folders:  # read from git, where no editor looks
        return
    seen: set[Path] = set()
    for name, text in source.files.items():
        named = _NAMED.search(text)
        if named is None or "://" in named[1]:
            continue
        copy = Path(os.path.normpath(Path(name).parent / named[1]))
        if copy not in seen:
            seen.add(copy)
            yield from _judged(name, text, named, copy)


def _judged(name: str, text: str, named: re.Match[str], copy: Path) -> Iterator[Diagnostic]:
    from leadkit.model.stamp import is_stale
    from leadkit.source import SourceText

    try:
        if not copy.is_file():
            raise FileNotFoundError(copy)
        with copy.open(encoding="utf-8") as file:
            beginning = file.read(_BEGINNING)
        message = f'The schema "{named[1]}" was written by another version of leadkit.'
    except (OSError, ValueError):
        beginning = None
        message = f'The schema "{named[1]}" cannot be read.'
    if beginning is None or is_stale(beginning):
        span = SourceText(name, text).span(*named.span(1))
        yield CODE.at(span, message=message, remedy=f"Run: leadkit schema --out {copy.as_posix()}")
