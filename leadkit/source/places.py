"""What every kind of place gives: the files of a folder, or findings that say why not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from leadkit.diagnostic import Diagnostic, Span

LIMIT = 5 * 1000 * 1000
"""The largest file that is read, in bytes."""


@dataclass(frozen=True, slots=True)
class File:
    """A ``.yaml`` file of a folder.

    Attributes:
        name: Its name as shown: the place as given, ``/`` and the file's own name.
        data: Its bytes; None where it was refused, with a finding.
    """

    name: str
    data: bytes | None


@dataclass(frozen=True, slots=True)
class Listing:
    """The files of a place, in order of their names, with what was found on the way.

    Attributes:
        files: The files, refused ones included.
        diagnostics: Everything found.
        there: Whether the place is a folder that can be read at all.
    """

    files: tuple[File, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    there: bool = True


class Place(Protocol):
    """A folder on disk or in git."""

    @property
    def name(self) -> str:
        """The place as shown, without a slash at its end."""

    @property
    def identity(self) -> str:
        """The same for two names of one folder."""

    @property
    def folder(self) -> str | None:
        """The folder on disk; None in git."""

    def listing(self) -> Listing:
        """Read every ``.yaml`` file directly in the folder."""

    def beside(self, path: str, asked: Span) -> Place | Diagnostic:
        """The base folder at a relative path that uses forward slashes, or why there is none."""

    def attached(self, steps: tuple[str, ...], asked: Span) -> bytes | Diagnostic:
        """Read the file at some steps below the folder, none of which leads up, or say why not."""

    def attached_folder(self, steps: tuple[str, ...], asked: Span) -> dict[str, bytes | Diagnostic] | Diagnostic | None:
        """Read the files directly in a folder below this one, each or why not; None where there is no such folder."""


def is_yaml(name: str) -> bool | None:
    """Whether a file is part of a program; None where its ending shows that it should be and is not.

    A file whose name begins with a dot is none: editors and file managers leave such files behind.
    """
    if name.startswith("."):
        return False
    if name.endswith(".yaml"):
        return True
    return None if name.lower().endswith((".yml", ".yaml")) else False


def is_left_behind(name: str) -> bool:
    """Whether a file is one that a system or an editor leaves behind, and nobody has written."""
    return name.startswith((".", "~")) or name.lower() in ("thumbs.db", "desktop.ini")


def shown(name: str) -> str:
    """A file's name as it can be printed: bytes that are no text become replacement characters."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
