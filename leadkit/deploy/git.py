"""git, run for a repository that leadkit made: without its hooks, and without changing a byte of a file."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.deploy.update_codes import GIT_FAILED

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic

_FIXED = (
    "-c", "core.autocrlf=false", "-c", f"core.hooksPath={os.devnull}", "-c", "commit.gpgsign=false",
    "-c", "core.fsmonitor=false", "-c", "merge.conflictStyle=merge", "-c", "core.quotePath=false",
)  # fmt: skip
_AS_LEADKIT = ("-c", "user.name=leadkit", "-c", "user.email=leadkit@localhost")


class GitError(Exception):
    """git could not do what it was asked; the text is what it said."""


def has_git() -> bool:
    """Whether git is installed."""
    return shutil.which("git") is not None


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository on disk.

    Attributes:
        place: Its folder.
    """

    place: Path

    def run(self, *arguments: str, given: bytes = b"", accept: tuple[int, ...] = (0,)) -> str:
        """Run git here, and return what it printed.

        Raises:
            GitError: It failed otherwise than with one of the exit codes that are accepted.
        """
        return self._run(arguments, given, accept).stdout.decode("utf-8", "replace")

    def holds(self, *arguments: str) -> bool:
        """Whether git answers a question with yes."""
        return self._run(arguments, b"", (0, 1, 128)).returncode == 0

    def _run(
        self, arguments: tuple[str, ...], given: bytes, accept: tuple[int, ...]
    ) -> subprocess.CompletedProcess[bytes]:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        environment |= {"GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
        command = ["git", "-C", str(self.place), *_FIXED, *self._author(arguments), *arguments]
        try:
            done = subprocess.run(command, input=given, capture_output=True, check=False, env=environment)
        except (OSError, ValueError) as trouble:
            raise GitError(str(trouble)) from trouble
        if done.returncode not in accept:
            said = (done.stderr or done.stdout).decode("utf-8", "replace").strip()
            raise GitError(said.partition("\n")[0].removeprefix("fatal: ") or f"git {arguments[0]} failed")
        return done

    def _author(self, arguments: tuple[str, ...]) -> tuple[str, ...]:
        """The name of leadkit on what it commits: the county need not have told git who it is."""
        return _AS_LEADKIT if arguments[0] in ("commit", "merge", "fast-import") else ()

    @property
    def is_one(self) -> bool:
        """Whether the folder is the top of a work tree of its own."""
        if not has_git() or not self.holds("rev-parse", "--show-toplevel"):
            return False
        return Path(self.run("rev-parse", "--show-toplevel").rstrip("\n")).resolve() == self.place.resolve()

    @property
    def unsaved(self) -> tuple[str, ...]:
        """The files with changes that are not committed."""
        listed = self.run("status", "--porcelain", "-z").split("\0")
        return tuple(entry[3:] for entry in listed if len(entry) > 3)


def failed(trouble: GitError, remedy: str) -> Diagnostic:
    """The finding about what git could not do."""
    return GIT_FAILED.at(message=f"git says: {str(trouble).rstrip('.')}.", remedy=remedy)
