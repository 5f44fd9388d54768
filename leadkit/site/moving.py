"""Files moved into a folder all together or not at all: what goes wrong halfway is taken back."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from leadkit.source.whole import keep_rights

_BEFORE = ".before"
"""Below the new folder: what stood in the place of each file that was moved."""


class Moving:
    """Moves files out of a new folder into their places, and remembers what stood there."""

    def __init__(self, new: Path, out: Path) -> None:
        self._new, self._out = new, out
        self._done: list[str] = []

    def put(self, path: str) -> None:
        """Move a file into its place."""
        target = self._out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        keep_rights(target, self._new / path)
        self._remember(path)
        (self._new / path).replace(target)

    def take_away(self, path: str) -> None:
        """Delete a file, and the folders that stand empty then."""
        self._remember(path)
        (self._out / path).unlink()
        self._without_empty(path)

    def take_back(self) -> None:
        """Put everything back as it stood."""
        while self._done:
            path = self._done.pop()
            before, target = self._new / _BEFORE / path, self._out / path
            with suppress(OSError):  # the rest is put back all the same
                if before.exists():
                    target.parent.mkdir(parents=True, exist_ok=True)
                    before.replace(target)
                else:
                    target.unlink(missing_ok=True)
                    self._without_empty(path)

    def _remember(self, path: str) -> None:
        target, before = self._out / path, self._new / _BEFORE / path
        if target.exists():
            before.parent.mkdir(parents=True, exist_ok=True)
            try:
                os.link(target, before)
            except OSError:  # some disks have no second name for a file
                shutil.copy2(target, before)
        self._done.append(path)

    def _without_empty(self, path: str) -> None:
        with suppress(OSError):  # the first that holds something ends it
            for folder in (self._out / path).parents:
                if folder == self._out:
                    return
                folder.rmdir()


@contextmanager
def moving(new: Path, out: Path) -> Iterator[Moving]:
    """Files that are moved together; where that breaks off, by Ctrl+C too, all of it is taken back."""
    moved = Moving(new, out)
    try:
        yield moved
    except BaseException:
        moved.take_back()
        raise
