"""``leadkit check --watch``: check again whenever a file of a program changes."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from typing import NoReturn

import click

from leadkit.cli.options import refuse_git

_PAUSE = 0.5
"""Seconds between two looks at the files."""


def watch(places: Sequence[str], check: Callable[[], object]) -> NoReturn:
    """Run a check, and again after every change in the folders and the folders that they extend, until Ctrl+C.

    On a terminal the findings of the last run are all that is shown.
    """
    refuse_git(places)
    while True:
        folders = sorted({folder for place in places for folder in _folders(place)})
        before = _state(folders)  # before the check reads them: a change while it runs is a change
        click.clear()
        check()
        click.echo(f"\nWatching {', '.join(_shown(folder) for folder in folders)}. Stop with Ctrl+C.")
        sys.stdout.flush()
        while _state(folders) == before:
            time.sleep(_PAUSE)


def _folders(place: str) -> tuple[str, ...]:
    from leadkit.source import read

    return read(place).folders or (place,)


def _state(folders: Sequence[str]) -> list[tuple[object, ...]]:
    """What tells of a change: each file with its size and time; an unreadable folder, too, may change."""
    return [seen for folder in folders for seen in _files(folder)]


def _files(folder: str) -> Iterator[tuple[object, ...]]:
    from leadkit.source.places import is_yaml

    try:
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if is_yaml(entry.name) is not False:
                    yield entry.path, *_status(entry)
    except OSError as trouble:
        yield folder, trouble.errno  # a file in its place is another trouble than nothing there


def _status(entry: os.DirEntry[str]) -> tuple[int, ...]:
    """The size, time and number of a file; nothing where it cannot be told, as of a link that leads nowhere."""
    try:
        status = entry.stat()
    except OSError:
        return ()
    return status.st_size, status.st_mtime_ns, status.st_ino


def _shown(folder: str) -> str:
    from leadkit.report.terminal import clean

    return clean(folder)
