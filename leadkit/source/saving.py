"""Writing a file anew: all of it or nothing, with the byte order mark and the rights that it had."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

_MARK = b"\xef\xbb\xbf"


def save(name: str, before: str, after: str) -> str | None:
    """Put a text in the place of another in a file.

    Args:
        name: The file.
        before: The text that was read from it, without a byte order mark.
        after: The text to write.

    Returns:
        None when it is written; else why it is not, as a sentence.
    """
    path = Path(name)
    fresh = path.with_name(f".{path.name}.{os.getpid()}.leadkit")
    try:
        data = path.read_bytes()
        mark = _MARK if data.startswith(_MARK) else b""
        if data != mark + before.encode("utf-8"):
            return f"{name} has changed while it was read: run the command again."
        fresh.write_bytes(mark + after.encode("utf-8"))
        shutil.copymode(path, fresh)
        fresh.replace(path)
    except OSError as trouble:
        fresh.unlink(missing_ok=True)
        return f"{name} could not be written: {trouble.strerror or 'the system gives no reason'}."
    return None
