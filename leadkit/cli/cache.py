"""Answers of ``leadkit check``, ``build`` and ``site build`` kept for programs that have not changed.

An answer is found by the command as typed and by every file it was made from and made, before click, PyYAML or
pydantic is imported. The cache only ever saves time: any trouble with it means that the command is run.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from leadkit.kept import folder, own_digest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadkit.source import Source

_FORMAT = "5"
_KEPT = (("check",), ("build",), ("site", "build"))
"""The commands whose answers are kept."""
_NOT_KEPT = ("-h", "--help", "--watch")
"""Options with which a command is not answered once and for all."""

_ANY_NAME = "surrogateescape"
"""How the name of a folder is kept whose bytes are no text."""


def answer(arguments: list[str]) -> int | None:
    """Print the kept answer to a command; return its exit code, or None where there is none."""
    if not any(tuple(arguments[: len(each)]) == each for each in _KEPT):
        return None
    if any(argument.startswith(_NOT_KEPT) for argument in arguments):
        return None
    from leadkit.cli.looked_at import is_unchanged

    try:
        with open(_file(arguments), "rb") as kept:  # noqa: PTH123  (pathlib costs 5 ms here)
            head, _, printed = kept.read().decode("utf-8", _ANY_NAME).partition("\n\n")
        code, own, *read = head.split("\n")
        if own != own_digest() or not all(is_unchanged(*line.split("\t")) for line in read):
            return None
        sys.stdout.buffer.write(printed.encode("utf-8"))
        sys.stdout.buffer.flush()
        return int(code)
    except (OSError, ValueError, AttributeError, TypeError):
        return None


def as_read(source: Source) -> str | None:
    """What a program was read from, as one line: a digest of the bytes, and the folders; None where it may not be kept.

    Those are the bytes that were read: what is saved while a check runs must not pass for what was checked. A program
    read from git is not kept, for its revision may move, nor one in which something could not be read.
    """
    line = "\t".join(["folders", source.digest, *source.folders])
    return None if not source.folders or source.incomplete or "\n" in line else line


def remember(read: Sequence[str | None], printed: str, code: int) -> None:
    """Keep the answer to the command as typed, with what it was made from."""
    known = [line for line in read if line is not None]
    if len(known) < len(read) or any(argument.startswith(_NOT_KEPT) for argument in sys.argv[1:]):
        return
    try:
        path = _file(sys.argv[1:])
        head = "\n".join([str(code), own_digest(), *known])
        kept_as = f"{head}\n\n{printed}".encode("utf-8", _ANY_NAME)
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)  # noqa: PTH103, PTH120
        fresh = f"{path}.{os.getpid()}"
        with open(fresh, "wb") as kept:  # noqa: PTH123
            kept.write(kept_as)
        os.replace(fresh, path)  # noqa: PTH105
    except (OSError, ValueError):
        return


def _file(arguments: list[str]) -> str:
    from _blake2 import blake2b

    shown = f"{sys.stdout.isatty()}{os.environ.get('NO_COLOR')}{os.environ.get('TERM')}"
    asked = "\0".join([_FORMAT, os.getcwd(), shown, *arguments])  # noqa: PTH109
    name = blake2b(asked.encode("utf-8", "surrogateescape"), digest_size=20).hexdigest()
    return os.path.join(folder(), "answers", name)  # noqa: PTH118
