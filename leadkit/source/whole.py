"""Writing a file as a whole or not at all."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place and move it there, so that nobody ever sees half of it.

    A file that was there before keeps who may read and write it.

    Raises:
        OSError: It cannot be written; the file that was there before is untouched.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, beside)
        beside.replace(path)
    finally:  # nothing is left beside it, also after Ctrl+C, and what went wrong first is what is told
        with suppress(OSError):
            beside.unlink(missing_ok=True)
