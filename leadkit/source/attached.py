"""Files that are no YAML and belong to a program all the same, such as a letterhead."""

from __future__ import annotations

import os

from leadkit.diagnostic import Diagnostic, Span
from leadkit.source.decode import MARK
from leadkit.source.folder import DiskFolder
from leadkit.source.obstacles import missing
from leadkit.source.places import Place
from leadkit.source.reading import read_text
from leadkit.source.revision import PREFIX, GitFolder
from leadkit.source.text import SourceText
from leadkit.source.tree import plain


def read_attached(place: str, path: str, asked: Span) -> bytes | Diagnostic:
    """Read a file that a field names; it lies in the folder itself or below it, and no link leads to it.

    Args:
        place: The program's folder, or ``git:REV:FOLDER``.
        path: The file from there, with forward slashes.
        asked: Where the field stands, for the finding.

    Returns:
        What the file holds, or why it is not read.
    """
    steps = _steps(path)
    folder = _folder(place)
    if steps is None:
        return missing(asked, path)
    return folder if isinstance(folder, Diagnostic) else folder.attached(steps, asked)


def read_attached_folder(place: str, path: str, asked: Span) -> dict[str, bytes | Diagnostic] | Diagnostic | None:
    """Read every file directly in a folder that a field names; no link leads to it, and none in it is followed.

    A name that begins with a dot or a tilde is passed over: systems and editors leave such files behind.

    Args:
        place: The program's folder, or ``git:REV:FOLDER``.
        path: The folder from there, with forward slashes.
        asked: Where the field stands, for the findings.

    Returns:
        What each file holds or why it is not read, by name and in order; None where there is no such folder; or why
        the folder cannot be read.
    """
    steps = _steps(path)
    folder = _folder(place)
    if steps is None:
        return None
    return folder if isinstance(folder, Diagnostic) else folder.attached_folder(steps, asked)


def written_at(span: Span) -> str | None:
    """The value of one line that stands at a place of a file, which a layer above may have changed since.

    Returns:
        The value without its quotes; None where the file cannot be read again.
    """
    place, _, name = span.file.rpartition("/")
    data = read_attached(place, name, span)
    if isinstance(data, Diagnostic):
        return None
    text = SourceText(span.file, data.removeprefix(MARK).decode("utf-8", "replace"))
    edit = text.replace(span, "")
    root, _ = read_text(f"value: {text.text[edit.start : edit.end]}\n", span.file)
    value = plain(root.entries["value"].value) if "value" in root.entries else None
    return value if isinstance(value, str) else None


def _steps(path: str) -> tuple[str, ...] | None:
    """The steps of a path; None where one of them leads up, or out of the folder."""
    steps = tuple(path.split("/"))
    if any(step in ("", ".", "..") for step in steps) or set(path) & set("\\:\0"):
        return None
    return steps


def _folder(place: str) -> Place | Diagnostic:
    return GitFolder.parse(place) if place.startswith(PREFIX) else DiskFolder(place.replace(os.sep, "/"))
