"""The way in: a place or a text is read, and only then is PyYAML imported."""

from __future__ import annotations

import os
from collections.abc import Mapping as Named
from typing import TYPE_CHECKING

from leadkit.diagnostic import Diagnostic
from leadkit.source.source import Source
from leadkit.source.tree import Mapping

if TYPE_CHECKING:
    from leadkit.source.parsed import Parsed


def read(
    place: str | os.PathLike[str], instead: Named[str, bytes] | None = None, parsed: Parsed | None = None
) -> Source:
    """Read a program from a folder or from ``git:REV:FOLDER``.

    Nothing raises for what is there or is not: every finding is in the result; one bad file hides no other.

    Args:
        place: The folder.
        instead: What to read in the place of some files, by the name that spans give them: to try out a change
            before it is written. A file that is not in the folder yet is read too.
        parsed: The files as they were read before, where a process reads them again and again.
    """
    from leadkit.source.layers import read_layers

    return read_layers(os.fspath(place), instead or {}, parsed)


def read_text(text: str, name: str) -> tuple[Mapping, tuple[Diagnostic, ...]]:
    """Read one text that is no part of a folder; ``name`` stands in its spans.

    Returns:
        Its fields, none where it cannot be read, and everything found.
    """
    from leadkit.source.document import document

    read = document(name, text)
    return read.root, read.diagnostics
