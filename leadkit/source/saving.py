"""Writing files anew: all of them or, where one cannot be written or has changed since it was read, none."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from leadkit.diagnostic import Diagnostic
from leadkit.diagnostic.own import NOT_WRITTEN, not_written
from leadkit.source.whole import write_whole, written_beside

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def save_all(before: Mapping[Path, bytes | None], after: Mapping[Path, bytes]) -> Diagnostic | None:
    """Write files in the order given: each beside its place first, and all moved there when nothing speaks against it.

    Args:
        before: The bytes that were read from each; None where no file was there.
        after: The bytes to write.

    Returns:
        None when they are written; else why not. Then none is, or the finding names those that stayed.
    """
    path = Path()
    moved: list[Path] = []
    try:
        with ExitStack() as kept:
            for path in after:
                _refuse_protected(path)
            beside: dict[Path, Path] = {}
            for path, data in after.items():
                beside[path] = kept.enter_context(written_beside(path, data))
            for path, was in before.items():
                if (path.read_bytes() if path.exists() else None) != was:
                    return _changed(path)
            for path, file in beside.items():
                file.replace(path)
                moved.append(path)
    except BaseException as trouble:
        stayed = [one for one in moved if not _put_back(one, before[one])]
        if not isinstance(trouble, OSError):
            raise
        return not_written(path, trouble, f"Make sure that you may write to the file and to its folder.{_said(stayed)}")
    return None


def _refuse_protected(path: Path) -> None:
    """Leave a file that nobody may write to: it was protected on purpose, also from an administrator.

    A file beside it could still be moved to its place, for that asks for the right to write to the folder alone.

    Raises:
        PermissionError: Nobody, or not this account, may write to the file.
    """
    if path.exists() and not (path.stat().st_mode & _WRITABLE and os.access(path, os.W_OK)):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def _put_back(path: Path, data: bytes | None) -> bool:
    """Whether a file could be made again what it was before."""
    try:
        if data is None:
            path.unlink()
        else:
            write_whole(path, data)
    except OSError:
        return False
    return True


def _changed(path: Path) -> Diagnostic:
    return NOT_WRITTEN.at(
        message=f"{path.as_posix()} was changed meanwhile, and is left as it is with the files that go with it.",
        remedy="Run the command again.",
    )


def _said(stayed: list[Path]) -> str:
    """What became of the other files."""
    if not stayed:
        return " Nothing was changed."
    return f" Changed, and not to be put back: {', '.join(path.as_posix() for path in stayed)}."
