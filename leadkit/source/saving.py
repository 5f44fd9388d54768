"""Writing files anew: each as a whole, and none where one has changed since it was read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from leadkit.diagnostic import Diagnostic
from leadkit.diagnostic.own import NOT_WRITTEN, not_written
from leadkit.source.decode import MARK
from leadkit.source.whole import write_whole


def as_stored(path: Path, text: str) -> bytes:
    """A text as a file has it: behind a byte order mark where the file begins with one."""
    try:
        mark = MARK if path.read_bytes().startswith(MARK) else b""
    except OSError:  # which is said when it is to be written
        mark = b""
    return mark + text.encode("utf-8")


def save_all(before: Mapping[Path, bytes | None], after: Mapping[Path, bytes]) -> Diagnostic | None:
    """Write files in the order given, after all of them were looked at.

    Args:
        before: The bytes that were read from each; None where no file was there.
        after: The bytes to write.

    Returns:
        None when they are written; else why not. Where one cannot be written, those before it are.
    """
    path = Path()
    written: list[Path] = []
    try:
        for path, data in before.items():
            if (path.read_bytes() if path.exists() else None) != data:
                return _changed(path)
        for path, data in after.items():
            write_whole(path, data)
            written.append(path)
    except OSError as trouble:
        return not_written(path, trouble, f"See to it that your account may write to the folder.{_said(written)}")
    return None


def _changed(path: Path) -> Diagnostic:
    return NOT_WRITTEN.at(
        message=f"{path.as_posix()} was changed meanwhile, and is left as it is with the files that go with it.",
        remedy="Run the command again.",
    )


def _said(written: list[Path]) -> str:
    """Which files are new although another could not be written."""
    return f" Written before it: {', '.join(path.as_posix() for path in written)}." if written else ""
