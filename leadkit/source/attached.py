"""Files that are no YAML and belong to a program all the same, such as a letterhead."""

from __future__ import annotations

import os

from leadkit.diagnostic import Diagnostic, Span
from leadkit.source.folder import DiskFolder
from leadkit.source.obstacles import missing
from leadkit.source.revision import PREFIX, GitFolder


def read_attached(place: str, path: str, asked: Span) -> bytes | Diagnostic:
    """Read a file that a field names; it lies in the folder itself or below it, and no link leads to it.

    Args:
        place: The program's folder, or ``git:REV:FOLDER``.
        path: The file from there, with forward slashes.
        asked: Where the field stands, for the finding.

    Returns:
        What the file holds, or why it is not read.
    """
    steps = tuple(path.split("/"))
    if any(step in ("", ".", "..") for step in steps) or set(path) & set("\\:\0"):
        return missing(asked, path)
    folder = GitFolder.parse(place) if place.startswith(PREFIX) else DiskFolder(place.replace(os.sep, "/"))
    return folder if isinstance(folder, Diagnostic) else folder.attached(steps, asked)
