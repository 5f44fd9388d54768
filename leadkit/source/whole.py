"""Writing a file as a whole or not at all."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def write_whole(path: Path, content: bytes, *, lasting: bool = True) -> None:
    """Write a file beside its place and move it there, so that nobody ever sees half of it.

    A file that was there before keeps who may read and write it, and its owner where the system lets it be given away.

    Args:
        path: Its place.
        content: What it holds.
        lasting: Whether it must outlast a power failure from now on; what can be made again need not.

    Raises:
        OSError: It cannot be written; the file that was there before is untouched.
    """
    with written_beside(path, content, lasting=lasting) as beside:
        beside.replace(path)


@contextmanager
def written_beside(path: Path, content: bytes, *, lasting: bool = True) -> Iterator[Path]:
    """A file that is whole, beside the place that it is to be moved to; what was not moved there is gone afterwards."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with beside.open("wb") as file:
            file.write(content)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        keep_rights(path, beside)
        yield beside
    finally:  # nothing is left beside it, also after Ctrl+C, and what went wrong first is what is told
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def keep_rights(path: Path, beside: Path) -> None:
    """Give a file that is to take another's place the owner of that one, and who may read and write it."""
    if path.exists():
        _keep_owner(path, beside)
        shutil.copymode(path, beside)


def _keep_owner(path: Path, beside: Path) -> None:
    """Give a new file the owner and the group of the old one: only an administrator may do so for another's file."""
    if sys.platform == "win32":  # a file has the owner and the rights of its folder there
        return
    there = path.stat()
    for owner in (there.st_uid, -1):  # who may not give a file away may still keep its group
        with suppress(OSError):
            os.chown(beside, owner, there.st_gid)
            return
