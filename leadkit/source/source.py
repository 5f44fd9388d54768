"""What was read: the text of a program with everything found in it."""

from __future__ import annotations

from collections.abc import Mapping as Named
from dataclasses import dataclass, field
from pathlib import Path

from leadkit.diagnostic import Diagnostic, Span
from leadkit.source.places import shown
from leadkit.source.tree import Mapping


@dataclass(frozen=True, slots=True)
class Removal:
    """Something that a folder took out of the base it extends.

    Attributes:
        path: The field, as steps from the root.
        reason: Why, in the planner's words.
        span: Where the removal is written.
        was: Where the base had written the name of the field.
    """

    path: tuple[str, ...]
    reason: str
    span: Span
    was: Span


@dataclass(frozen=True, slots=True)
class Source:
    """A folder of YAML, read.

    Attributes:
        name: The place as given: a folder, or ``git:REV:FOLDER``.
        root: All sections, in the order of the files; what the folder changed in its base is already changed.
        files: The text of each file by its name (``<place as given>/<file>``), with the line breaks it was
            written with and without a byte order mark. A file that is not UTF-8 is kept with replacement
            characters, for showing its lines only.
        diagnostics: Everything found, in the order of the files.
        digest: A digest of the names and bytes of everything read (``digest_of``).
        folders: The folders read, this one first and then its bases; none where the place is in git.
        incomplete: Names of the files from which something could not be read. A thing missing from the
            program may stand in one of them, so that its absence is no finding of its own.
        removed: What was taken out of a base, and why.
        base: Whether the folder says that it is a base, and no program of its own.
        data: The bytes of each file as they were read, by the same names.
    """

    name: str
    root: Mapping
    files: dict[str, str]
    diagnostics: tuple[Diagnostic, ...]
    digest: str
    folders: tuple[str, ...] = ()
    incomplete: tuple[str, ...] = ()
    removed: tuple[Removal, ...] = ()
    base: bool = False
    data: Named[str, bytes] = field(default_factory=dict)

    def is_own(self, name: str) -> bool:
        """Whether a file lies in the folder itself, and not in one that it extends."""
        return _folder_of(name) == self.root.span.file

    def path_of(self, name: str) -> Path:
        """Where a file of the program is on disk: where its folder's name is no text, the file's name is no path."""
        here = (folder for folder in self.folders if shown(folder.rstrip("/") or folder) == _folder_of(name))
        return Path(next(here, _folder_of(name))) / name.rpartition("/")[2]


def _folder_of(name: str) -> str:
    return name.rpartition("/")[0]
