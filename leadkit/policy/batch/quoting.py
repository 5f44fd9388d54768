"""Names and texts as SQL writes them; no name of a file or a column comes into a query otherwise."""

from __future__ import annotations

import glob
from pathlib import Path


def quoted(name: str) -> str:
    """A name, whatever letters are in it."""
    doubled = name.replace('"', '""')
    return f'"{doubled}"'


def text(text: str) -> str:
    """A text, whatever letters are in it."""
    doubled = text.replace("'", "''")
    return f"'{doubled}'"


def alone(file: Path) -> str:
    """The path of one file, for what also takes patterns: a name with brackets or stars in it is no pattern."""
    return glob.escape(file.as_posix())
