"""Writing a file anew: all of it or nothing, with the byte order mark and the rights that it had."""

from __future__ import annotations

from pathlib import Path

from leadkit.source.decode import MARK
from leadkit.source.whole import write_whole


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
    try:
        data = path.read_bytes()
        mark = MARK if data.startswith(MARK) else b""
        if data != mark + before.encode("utf-8"):
            return f"{name} has changed while it was read: run the command again."
        write_whole(path, mark + after.encode("utf-8"))
    except OSError as trouble:
        return f"{name} could not be written: {trouble.strerror or 'the system gives no reason'}."
    return None
