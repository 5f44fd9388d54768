"""Writing a file as a whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place and move it there, so that nobody ever sees half of it.

    A file that was there before keeps who may read and write it.

    Raises:
        OSError: It cannot be written; the file that was there before is untouched.
    """
    with written_beside(path, content) as beside:
        beside.replace(path)


@contextmanager
def written_beside(path: Path, content: bytes) -> Iterator[Path]:
    """A file that is whole, beside the place that it is to be moved to; what was not moved there is gone afterwards."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, beside)
        yield beside
    finally:  # nothing is left beside it, also after Ctrl+C, and what went wrong first is what is told
        with suppress(OSError):
            beside.unlink(missing_ok=True)
