"""Answers of ``leadkit check`` kept for programs that have not changed.

An answer is found by the command as typed and the contents of every file it was made from, before click, PyYAML or
pydantic is imported. The cache only ever saves time: any trouble with it means that the check is run.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_SWITCH = "LEADKIT_CACHE"
"""Environment: a folder to keep answers in, or ``off``."""

_FORMAT = "1"


def answer(arguments: list[str]) -> int | None:
    """Print the kept answer to a command; return its exit code, or None where there is none."""
    if arguments[:1] != ["check"] or any(argument.startswith(("-h", "--help")) for argument in arguments):
        return None
    try:
        with open(_file(arguments), encoding="utf-8", newline="") as kept:  # noqa: PTH123  (pathlib costs 5 ms here)
            head, _, printed = kept.read().partition("\n\n")
        code, digest, *folders = head.split("\n")
        if digest != fingerprint(folders):
            return None
        sys.stdout.buffer.write(printed.encode("utf-8"))
        sys.stdout.buffer.flush()
        return int(code)
    except (OSError, ValueError, AttributeError):
        return None


def remember(read: Sequence[Sequence[str]], printed: str, code: int) -> None:
    """Keep the answer to the command as typed, with the folders that each program was read from.

    A program read from git has no folder, and then nothing is kept: its revision may move.
    """
    folders = [folder for folders_of_one in read for folder in folders_of_one]
    if not all(read) or any("\n" in folder for folder in folders):
        return
    try:
        path = _file(sys.argv[1:])
        head = "\n".join([str(code), fingerprint(folders), *folders])
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)  # noqa: PTH103, PTH120
        fresh = f"{path}.{os.getpid()}"
        with open(fresh, "w", encoding="utf-8", newline="") as kept:  # noqa: PTH123
            kept.write(f"{head}\n\n{printed}")
        os.replace(fresh, path)  # noqa: PTH105
    except OSError:
        return


def fingerprint(folders: Iterable[str]) -> str:
    """A digest of every file that bears on the answer: the programs' and leadkit's own.

    Raises:
        OSError: A folder cannot be read.
    """
    from _blake2 import blake2b

    digest = blake2b(digest_size=20)
    for folder in folders:
        for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
            digest.update(f"{entry.name}\0{entry.is_symlink()}\0".encode("utf-8", "surrogateescape"))
            if entry.is_file() and entry.name.endswith((".yaml", ".yml")):
                with open(entry.path, "rb") as file:  # noqa: PTH123
                    digest.update(file.read())
    for line in _own_files(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))):  # noqa: PTH100, PTH120
        digest.update(line.encode("utf-8"))
    return digest.hexdigest()


def _own_files(folder: str) -> Iterator[str]:
    """Leadkit's own code and data by name, size and time, so that an upgrade or an edit is never answered from old."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_dir():
            if entry.name not in ("__pycache__", "shipped"):
                yield from _own_files(entry.path)
        elif entry.name.endswith((".py", ".yaml", ".json")):
            status = entry.stat()
            yield f"{entry.name}:{status.st_size}:{status.st_mtime_ns}\n"


def _file(arguments: list[str]) -> str:
    from _blake2 import blake2b

    switch = os.environ.get(_SWITCH)
    if switch == "off":
        raise OSError("the cache is switched off")
    shown = f"{sys.stdout.isatty()}{os.environ.get('NO_COLOR')}{os.environ.get('TERM')}"
    asked = "\0".join([_FORMAT, os.getcwd(), shown, *arguments])  # noqa: PTH109
    name = blake2b(asked.encode("utf-8", "surrogateescape"), digest_size=20).hexdigest()
    return os.path.join(switch or _home(), "checks", name)  # noqa: PTH118


def _home() -> str:
    if os.name == "nt":
        return os.path.join(os.environ.get("LOCALAPPDATA", os.path.expanduser("~")), "leadkit")  # noqa: PTH111, PTH118
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")  # noqa: PTH111, PTH118
    return os.path.join(base, "leadkit")  # noqa: PTH118
