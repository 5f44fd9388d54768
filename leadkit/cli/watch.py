"""``leadkit check --watch``: check again whenever a file of a program changes."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from leadkit.cli.options import refuse_git

if TYPE_CHECKING:
    from leadkit.source import Parsed

_PAUSE = 0.5
"""Seconds between two looks at the files."""


def watch(places: Sequence[str], check: Callable[[], object]) -> NoReturn:
    """Run a check, and again after every change in the folders and the folders that they extend, until Ctrl+C.

    A copy of the schema for editors that is checked with them is watched with them.
    On a terminal the findings of the last run are all that is shown.
    """
    refuse_git(places)
    while True:
        folders, beside = watched(places)
        before = state(folders, beside)  # before the check reads them: a change while it runs is a change
        click.clear()
        check()
        click.echo(f"\nWatching {', '.join(_shown(folder) for folder in folders)}. Stop with Ctrl+C.")
        sys.stdout.flush()
        while state(folders, beside) == before:
            time.sleep(_PAUSE)


def watched(places: Sequence[str], parsed: Parsed | None = None) -> tuple[list[str], list[str]]:
    """The folders, and the copies of the schema that are looked at beside them.

    Args:
        places: The programs.
        parsed: Their files as they were read before, where a process reads them again and again.
    """
    from leadkit.check.schema_copy import copies
    from leadkit.source import read

    sources = [(place, read(place, parsed=parsed)) for place in places]
    folders = {folder for place, source in sources for folder in source.folders or (place,)}
    return sorted(folders), sorted({copy for _, source in sources for copy in copies(source)})


def state(folders: Sequence[str], beside: Sequence[str]) -> list[tuple[object, ...]]:
    """What tells of a change: each file with its size and time; an unreadable folder, too, may change."""
    inside = [seen for folder in folders for seen in _files(folder)]
    return [*inside, *((name, *_status(Path(name))) for name in beside)]


def _files(folder: str) -> Iterator[tuple[object, ...]]:
    from leadkit.source.places import is_yaml

    try:
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if is_yaml(entry.name) is not False:
                    yield entry.path, *_status(entry)
    except OSError as trouble:
        yield folder, trouble.errno  # a file in its place is another trouble than nothing there


def _status(entry: os.DirEntry[str] | Path) -> tuple[int, ...]:
    """The size, time and number of a file; nothing where it cannot be told, as of a link that leads nowhere."""
    try:
        status = entry.stat()
    except (OSError, ValueError):
        return ()
    return status.st_size, status.st_mtime_ns, status.st_ino


def _shown(folder: str) -> str:
    from leadkit.report.terminal import clean

    return clean(folder)
