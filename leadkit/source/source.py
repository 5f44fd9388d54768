"""What was read: the text of a program with everything found in it."""

from __future__ import annotations

from dataclasses import dataclass

from leadkit.diagnostic import Diagnostic, Span
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
