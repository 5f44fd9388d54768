"""Where leadkit keeps what only saves time, and for which leadkit it was kept.

Nothing heavy is imported here: an unchanged program is answered before pathlib is.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SWITCH = "LEADKIT_CACHE"
"""Environment: a folder to keep things in, or ``off``."""


def folder() -> str:
    """The folder in which things are kept.

    Raises:
        OSError: Nothing is to be kept.
    """
    switch = os.environ.get(_SWITCH)
    if switch == "off":
        raise OSError("the cache is switched off")
    return switch or _home()


def own_digest() -> str:
    """A digest of leadkit's own code and data, so that an upgrade or an edit is never answered from old."""
    from leadkit.digest import digest_of

    lines = _own_files(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120
    return digest_of((line, None) for line in lines)


def _own_files(folder: str) -> Iterator[str]:
    """Leadkit's own files by name, size and time."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_dir():
            if entry.name not in ("__pycache__", "shipped"):
                yield from _own_files(entry.path)
        elif entry.name.endswith((".py", ".yaml", ".json", ".css", ".js")):
            status = entry.stat()
            yield f"{entry.name}:{status.st_size}:{status.st_mtime_ns}"


def _home() -> str:
    if os.name == "nt":
        return os.path.join(os.environ.get("LOCALAPPDATA", os.path.expanduser("~")), "leadkit")  # noqa: PTH111, PTH118
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")  # noqa: PTH111, PTH118
    return os.path.join(base, "leadkit")  # noqa: PTH118
