"""A program's folder in a revision of a git repository, read without touching the work tree."""

from __future__ import annotations

import os
import posixpath
from dataclasses import dataclass

from leadkit.diagnostic import Diagnostic, Span
from leadkit.source.codes_overlay import BAD_BASE
from leadkit.source.codes_place import NOT_A_FOLDER, NOT_IN_GIT
from leadkit.source.folder import gathered, refused
from leadkit.source.obstacles import linked, missing, no_file, too_large
from leadkit.source.places import LIMIT, File, Listing, is_left_behind, is_yaml

PREFIX = "git:"
_LINK_MODE = "120000"


class GitError(Exception):
    """git could not answer; the text is a sentence for the planner."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """What a tree says of one name in it; only a file has a size."""

    mode: str
    kind: str
    id: str
    size: int


@dataclass(frozen=True, slots=True)
class GitFolder:
    """A folder of one revision.

    Attributes:
        revision: The revision as given.
        path: The folder from the top of the repository, with forward slashes; empty for the top itself.
    """

    revision: str
    path: str

    @classmethod
    def parse(cls, place: str) -> GitFolder | Diagnostic:
        """Read ``git:REV:FOLDER``."""
        revision, colon, path = place.removeprefix(PREFIX).partition(":")
        folder = _inside(path.replace(os.sep, "/"))
        if colon and revision and not revision.startswith("-") and "\0" not in place and folder is not None:
            return cls(revision, folder)
        return NOT_IN_GIT.at(
            Span(place),
            message=f'"{place}" does not name a revision and a folder of it.',
            remedy="Write git:REVISION:FOLDER, with the folder's path from the top of the repository.",
        )

    @property
    def name(self) -> str:
        """The place as shown."""
        return f"{PREFIX}{self.revision}:{self.path or '.'}"

    @property
    def identity(self) -> str:
        """The same for every way to write the folder."""
        return self.name

    @property
    def folder(self) -> None:
        """A revision is not on disk."""
        return

    def beside(self, path: str, asked: Span) -> GitFolder | Diagnostic:
        """The base folder in the same revision; it must not lead out of the repository."""
        target = _inside(posixpath.join(self.path, path))
        if target is not None:
            return GitFolder(self.revision, target)
        return BAD_BASE.at(
            asked,
            message=f'The base folder "{path}" lies outside the repository.',
            remedy="Keep the base folder in the same repository as the program.",
        )

    def attached(self, steps: tuple[str, ...], asked: Span) -> bytes | Diagnostic:
        """Read a file below the folder in the same revision; a link anywhere on the way to it is refused."""
        try:
            return self._attached(steps, asked)
        except GitError as trouble:
            return NOT_IN_GIT.at(asked, message=str(trouble), remedy=_remedy())

    def _attached(self, steps: tuple[str, ...], asked: Span) -> bytes | Diagnostic:
        named = "/".join(steps)
        found, kind = self._tree(), "tree"
        for step in steps:
            entry = _entries(found).get(step) if found and kind == "tree" else None
            if entry is None:
                return missing(asked, named)
            if entry.mode == _LINK_MODE:
                return linked(asked, named)
            found, kind = entry.id, entry.kind
            if entry.size > LIMIT:
                return too_large(asked, named)
        return no_file(asked, named) if kind != "blob" or found is None else _blobs([found])[0]

    def attached_folder(self, steps: tuple[str, ...], asked: Span) -> dict[str, bytes | Diagnostic] | Diagnostic | None:
        """Read the files directly in a folder below this one, in the same revision; links are refused."""
        try:
            return self._attached_folder(steps, asked)
        except GitError as trouble:
            return NOT_IN_GIT.at(asked, message=str(trouble), remedy=_remedy())

    def _attached_folder(
        self, steps: tuple[str, ...], asked: Span
    ) -> dict[str, bytes | Diagnostic] | Diagnostic | None:
        named, found = "/".join(steps), self._tree()
        for step in steps:
            entry = _entries(found).get(step) if found else None
            if entry is None:
                return None
            if entry.mode == _LINK_MODE:
                return linked(asked, named)
            if entry.kind != "tree":
                return no_file(asked, named)
            found = entry.id
        files: dict[str, bytes | Diagnostic] = {}
        wanted: dict[str, str] = {}
        for name, entry in sorted(_entries(found).items()) if found else ():
            if entry.kind == "tree" or is_left_behind(name):
                continue
            if entry.mode == _LINK_MODE or entry.size > LIMIT:
                refuse = linked if entry.mode == _LINK_MODE else too_large
                files[name] = refuse(asked, f"{named}/{name}")
            else:
                wanted[name] = entry.id
        files |= dict(zip(wanted, _blobs(list(wanted.values())), strict=True))
        return dict(sorted(files.items()))

    def listing(self) -> Listing:
        """Read every ``.yaml`` file directly in the folder."""
        here = Span(self.name)
        try:
            tree = self._tree()
            if tree is None:
                finding = NOT_A_FOLDER.at(
                    here,
                    message=f'"{self.path}" is a file or a link, not a folder.',
                    remedy="Name the folder.",
                )
                return Listing(diagnostics=(finding,), there=False)
            return gathered(here, self._files(tree))
        except GitError as trouble:
            finding = NOT_IN_GIT.at(here, message=str(trouble), remedy=_remedy())
            return Listing(diagnostics=(finding,), there=False)

    def _tree(self) -> str | None:
        """The id of the folder's tree; None where there is something else by that name."""
        git("rev-parse", "--git-dir", otherwise="The current folder is in no git repository")
        commit = git(
            "rev-parse",
            "--verify",
            "--quiet",
            f"{self.revision}^{{commit}}",
            otherwise=f'The repository has no revision "{self.revision}"',
        )
        place = f"{commit.decode('ascii').strip()}:{self.path}"
        missing = f'Revision "{self.revision}" has no folder "{self.path}"'
        tree = git("rev-parse", "--verify", "--quiet", place, otherwise=missing).decode("ascii").strip()
        kind = git("cat-file", "-t", tree, otherwise=missing).strip()
        return tree if kind == b"tree" else None

    def _files(self, tree: str) -> list[tuple[File, Diagnostic | None]]:
        """The files of a tree, with the reason for each that is refused."""
        found: list[tuple[File, Diagnostic | None]] = []
        wanted: dict[int, str] = {}
        for base, entry in sorted(_entries(tree).items()):
            yaml = is_yaml(base)
            if yaml is False or entry.kind != "blob":
                continue
            name = f"{self.name}/{base}"
            refusal = refused(Span(name), yaml, entry.mode == _LINK_MODE, entry.size)
            if refusal is None:
                wanted[len(found)] = entry.id
            found.append((File(name, None), refusal))
        for index, data in zip(wanted, _blobs(list(wanted.values())), strict=True):
            found[index] = File(found[index][0].name, data), None
        return found


def _inside(path: str) -> str | None:
    """A path from the top of the repository in its shortest form; None where it leads out of it."""
    folder = posixpath.normpath(path or ".")
    if folder.startswith(("/", "../")) or folder == "..":
        return None
    return "" if folder == "." else folder


def _entries(tree: str) -> dict[str, _Entry]:
    """What a tree holds, by name."""
    listed = git("ls-tree", "--full-tree", "-z", "-l", tree, otherwise="The folder cannot be listed")
    entries: dict[str, _Entry] = {}
    for line in listed.decode("utf-8", "replace").split("\0"):
        description, _, base = line.partition("\t")
        if description:
            mode, kind, id_, size = description.split()
            # a tree has no size ("-"), nor has a file whose contents the repository lacks ("BAD")
            entries[base] = _Entry(mode, kind, id_, int(size) if size.isdecimal() else 0)
    return entries


def _blobs(ids: list[str]) -> list[bytes]:
    """The contents of blobs, in order."""
    if not ids:
        return []
    out = git(
        "cat-file",
        "--batch",
        otherwise="The files cannot be read",
        given="\n".join([*ids, ""]).encode("ascii"),
    )
    blobs: list[bytes] = []
    at = 0
    for blob in ids:
        header, _, _ = out[at : at + 200].partition(b"\n")
        words = header.split()
        if len(words) != 3 or words[1] != b"blob":
            raise GitError(f"The repository lacks the contents of a file ({blob}).")
        start = at + len(header) + 1
        blobs.append(out[start : start + int(words[2])])
        at = start + int(words[2]) + 1
    return blobs


def git(*arguments: str, otherwise: str, given: bytes = b"") -> bytes:
    """Run git, which must neither ask, nor write, nor reach for the network.

    Raises:
        GitError: It failed; ``otherwise`` says what that means.
    """
    import subprocess

    environment = os.environ | {
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_NO_LAZY_FETCH": "1",
    }
    command = ["git", "-c", "protocol.allow=never", *arguments]
    try:
        done = subprocess.run(command, input=given, capture_output=True, check=False, env=environment)
    except (OSError, ValueError) as trouble:
        raise GitError("git cannot be started; is it installed?") from trouble
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0].removeprefix("fatal: ").rstrip(".")
        raise GitError(f"{otherwise}: {said}." if said else f"{otherwise}.")
    return done.stdout


def _remedy() -> str:
    return (
        "Check the revision with git log, and write the folder's path from the top of the repository that you are in; "
        "where you are in that folder and it is the top, a dot: git:REV:."
    )
