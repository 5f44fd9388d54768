"""What an answer was made from and what it made, each as one line: is it still what it was?"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from leadkit.digest import digest_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def as_lying(files: Sequence[str]) -> str | None:
    """Files that are looked at beside a program, or are not there, as such a line; to be asked before the look."""
    line = "\t".join(["beside", digest_of(map(_lying, files)), *files])
    return None if "\n" in line else line


def as_standing(files: Sequence[str]) -> str | None:
    """Files that a command wrote, as such a line: by size and time, for a person's editor changes both."""
    try:
        line = "\t".join(["standing", digest_of((each, None) for each in map(_standing, files)), *files])
    except OSError:
        return None
    return None if "\n" in line else line


def as_trees(without: str, folders: Sequence[str]) -> str | None:
    """Folders with all that lies below them, as such a line, but for one folder into which the command writes."""
    try:
        line = "\t".join(["trees", _of_trees(without, *folders), without, *folders])
    except OSError:
        return None
    return None if "\n" in line else line


def is_unchanged(kind: str, digest: str, *places: str) -> bool:
    """Whether what such a line tells of is as it was.

    Raises:
        OSError: Something cannot be read any more.
    """
    if kind == "beside":
        return digest == digest_of(map(_lying, places))
    if kind == "standing":
        return digest == digest_of((each, None) for each in map(_standing, places))
    if kind == "trees":
        return digest == _of_trees(*places)
    return digest == digest_of(file for folder in places for file in _files(folder))


_ENOUGH = 10_000
"""How much of a file beside a program is looked at, and more than is read of a schema."""


def _lying(name: str) -> tuple[str, bytes | None]:
    """A file by name, with its beginning where there is one that can be read."""
    try:
        if not os.path.isfile(name):  # noqa: PTH113
            return name, None
        with open(name, "rb") as file:  # noqa: PTH123
            return name, file.read(_ENOUGH)
    except (OSError, ValueError):
        return name, None


def _files(folder: str) -> Iterator[tuple[str, bytes]]:
    """The files that a program is read from, by name.

    Raises:
        OSError: The folder or a file cannot be read, or a file is one that is not read as it stands.
    """
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.name.startswith(".") or not entry.name.lower().endswith((".yml", ".yaml")):
            continue
        if not entry.name.endswith(".yaml") or entry.is_symlink() or not entry.is_file():
            raise OSError(f"{entry.name} is no ordinary file of a program")
        with open(entry.path, "rb") as file:  # noqa: PTH123
            yield f"{folder.rstrip('/') or folder}/{entry.name}", file.read()


def _standing(name: str) -> str:
    """A file by name, size and time.

    Raises:
        OSError: It is gone.
    """
    status = os.stat(name)  # noqa: PTH116
    return f"{name}:{status.st_size}:{status.st_mtime_ns}"


def _of_trees(without: str, *folders: str) -> str:
    left_out = os.path.abspath(without)  # noqa: PTH100
    return digest_of((each, None) for folder in folders for each in _below(folder, left_out))


def _below(folder: str, left_out: str) -> Iterator[str]:
    """Every file below a folder; what is hidden belongs to no program."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.name.startswith(".") or os.path.abspath(entry.path) == left_out:  # noqa: PTH100
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path, left_out)
        else:
            status = entry.stat(follow_symlinks=False)
            yield f"{entry.path}:{status.st_size}:{status.st_mtime_ns}"
