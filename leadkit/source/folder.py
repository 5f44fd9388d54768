"""A program's folder on disk."""

from __future__ import annotations

import os
import posixpath
import stat
from dataclasses import dataclass
from pathlib import Path

from leadkit.diagnostic import Diagnostic, Span
from leadkit.source.codes_place import (
    LINK,
    NO_FOLDER,
    NO_YAML,
    NOT_A_FOLDER,
    SPECIAL_FILE,
    TOO_LARGE,
    UNREADABLE,
    WRONG_ENDING,
)
from leadkit.source.links import is_link
from leadkit.source.obstacles import linked, missing, no_file, too_large, unreadable
from leadkit.source.places import LIMIT, File, Listing, is_left_behind, is_yaml, shown


@dataclass(frozen=True, slots=True)
class DiskFolder:
    """A folder on disk.

    Attributes:
        path: The folder as given, with forward slashes.
    """

    path: str

    @property
    def name(self) -> str:
        """The folder as shown."""
        return shown(self.path.rstrip("/") or self.path)

    @property
    def identity(self) -> str:
        """The folder's real path."""
        try:
            return os.path.normcase(os.path.realpath(self.path))
        except (OSError, ValueError):
            return self.path

    @property
    def folder(self) -> str:
        """The folder on disk."""
        return self.path

    def beside(self, path: str, asked: Span) -> DiskFolder | Diagnostic:
        """The base folder; a link anywhere on the way to it is refused."""
        target = posixpath.normpath(posixpath.join(self.path, path))
        step = self.path
        for part in path.split("/"):
            step = posixpath.join(step, part)
            if part not in ("", ".", "..") and is_link(step):
                return LINK.at(
                    asked,
                    message=f'The base folder "{path}" is reached through a link.',
                    remedy="Name the folder itself.",
                )
        return DiskFolder(target)

    def attached(self, steps: tuple[str, ...], asked: Span) -> bytes | Diagnostic:
        """Read a file below the folder; a link anywhere on the way to it is refused."""
        named = "/".join(steps)
        try:
            step = Path(self.path).joinpath(*steps)
            mode = self._mode(steps)
            if mode is None:
                return linked(asked, named)
            if not stat.S_ISREG(mode):
                return no_file(asked, named)
            with step.open("rb") as file:
                data = file.read(LIMIT + 1)
        except (FileNotFoundError, NotADirectoryError, ValueError):
            return missing(asked, named)
        except OSError as trouble:
            return unreadable(asked, named, trouble)
        return too_large(asked, named) if len(data) > LIMIT else data

    def attached_folder(self, steps: tuple[str, ...], asked: Span) -> dict[str, bytes | Diagnostic] | Diagnostic | None:
        """Read the files directly in a folder below this one; links to it and in it are refused."""
        named = "/".join(steps)
        try:
            mode = self._mode(steps)
            if mode is None:
                return linked(asked, named)
            if not stat.S_ISDIR(mode):
                return no_file(asked, named)
            with os.scandir(Path(self.path).joinpath(*steps)) as entries:
                names = sorted(entry.name for entry in entries if not entry.is_dir(follow_symlinks=False))
        except (FileNotFoundError, NotADirectoryError, ValueError):
            return None
        except OSError as trouble:
            return unreadable(asked, named, trouble)
        return {shown(name): self.attached((*steps, name), asked) for name in names if not is_left_behind(name)}

    def _mode(self, steps: tuple[str, ...]) -> int | None:
        """What stands at some steps below the folder; None where a link is on the way to it.

        Raises:
            OSError: There is nothing, or it cannot be looked at.
        """
        step, mode = Path(self.path), 0
        for name in steps:
            step /= name
            mode = step.lstat().st_mode
            if stat.S_ISLNK(mode):
                return None
        return mode

    def listing(self) -> Listing:
        """Read every ``.yaml`` file directly in the folder."""
        here = Span(self.name)
        try:
            status = Path(self.path).stat()
            if not stat.S_ISDIR(status.st_mode):
                return Listing(diagnostics=(_not_a_folder(here),), there=False)
            with os.scandir(self.path) as entries:
                names = sorted(entries, key=lambda entry: entry.name)
        except (FileNotFoundError, NotADirectoryError, ValueError):
            return Listing(diagnostics=(_no_folder(here),), there=False)
        except OSError as trouble:
            return Listing(diagnostics=(_unreadable(here, "folder", trouble),), there=False)
        return gathered(here, [found for entry in names if (found := self._take(entry)) is not None])

    def _take(self, entry: os.DirEntry[str]) -> tuple[File, Diagnostic | None] | None:
        """Read a file, or say why not; None where it is no part of a program."""
        yaml = is_yaml(entry.name)
        if yaml is False:
            return None
        name = f"{self.name}/{shown(entry.name)}"
        here = Span(name)
        try:
            status = entry.stat(follow_symlinks=False)
            if stat.S_ISDIR(status.st_mode):
                return None
            refusal = refused(here, yaml, stat.S_ISLNK(status.st_mode), status.st_size)
            if refusal is None and not stat.S_ISREG(status.st_mode):
                refusal = _special(here)
            if refusal is not None:
                return File(name, None), refusal
            with open(entry.path, "rb") as file:  # noqa: PTH123  (an entry is no Path)
                data = file.read(LIMIT + 1)
        except OSError as trouble:
            return File(name, None), _unreadable(here, "file", trouble)
        return File(name, data), None


def gathered(here: Span, found: list[tuple[File, Diagnostic | None]]) -> Listing:
    """Put the files of a folder together; a folder without any is no program."""
    diagnostics = tuple(finding for _, finding in found if finding is not None)
    if not found:
        diagnostics = (
            NO_YAML.at(
                here,
                message="This folder holds no .yaml file, so it is no program.",
                remedy="Name the folder that holds program.yaml.",
            ),
        )
    return Listing(tuple(file for file, _ in found), diagnostics)


def says_nothing(here: Span) -> Diagnostic:
    """A folder whose files are all empty is no program either."""
    return NO_YAML.at(
        here,
        message="No file in this folder says anything, so it is no program.",
        remedy="Begin with program.yaml: its name, its law and its governments.",
    )


def refused(here: Span, yaml: bool | None, link: bool, size: int) -> Diagnostic | None:
    """Why a file is not read although it is there; None where nothing speaks against it."""
    base = here.file.rpartition("/")[2]
    if yaml is None:
        right = f"{base.rpartition('.')[0]}.yaml"
        return WRONG_ENDING.at(
            here, message=f"{base} is not read, because of its ending.", remedy=f"Rename the file to {right}."
        )
    if link:
        return LINK.at(
            here,
            message=f"{base} is a link, and links are not followed.",
            remedy="Put the file itself here; what programs share belongs in a base folder named by extends.",
        )
    if size > LIMIT:
        return TOO_LARGE.at(
            here,
            message=f"{base} has {size / 1_000_000:.1f} MB; files up to {LIMIT // 1_000_000} MB are read.",
            remedy="Check what stands in it; a program described by hand is far smaller.",
        )
    return None


def _no_folder(here: Span) -> Diagnostic:
    return NO_FOLDER.at(
        here,
        message=f'There is no folder "{here.file}".',
        remedy="Check the spelling, and from which folder you started the command.",
    )


def _not_a_folder(here: Span) -> Diagnostic:
    return NOT_A_FOLDER.at(
        here, message=f'"{here.file}" is a file, not a folder.', remedy="Name the folder that the file is in."
    )


def _special(here: Span) -> Diagnostic:
    return SPECIAL_FILE.at(
        here,
        message=f"{here.file.rpartition('/')[2]} is no ordinary file.",
        remedy="Replace it with a file, or rename it if it is no part of the program.",
    )


def _unreadable(here: Span, kind: str, trouble: OSError) -> Diagnostic:
    reason = (trouble.strerror or "unknown reason").rstrip(".")
    return UNREADABLE.at(
        here,
        message=f"This {kind} cannot be read: {reason}.",
        remedy=f"See to it that your account may read the {kind}.",
    )
