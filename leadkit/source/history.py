"""Who last wrote a line of a program's text, where git knows; of a folder that was edited since, from its commits."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import SequenceMatcher

from leadkit.diagnostic import Diagnostic
from leadkit.source.revision import PREFIX, GitError, GitFolder, git


@dataclass(frozen=True, slots=True)
class Commit:
    """The commit that last wrote a line.

    Attributes:
        id: The first digits of its hash.
        author: The name of who made it, as git has it: whatever somebody chose to call themselves.
        date: The day it was made, as ``2026-03-01``; empty where it says none that can be.
    """

    id: str
    author: str
    date: str


class History:
    """The history of the files of a program, each asked of git once."""

    def __init__(self, data: Mapping[str, bytes]) -> None:
        """Begin without any.

        Args:
            data: The bytes of each file by its name: a line that was written after the last commit has no history.
        """
        self._data = data
        self._known: dict[str, dict[int, Commit]] = {}

    def of(self, file: str, line: int) -> Commit | None:
        """The commit that last wrote a line, from 1; None where git does not know."""
        if file not in self._known:
            try:
                self._known[file] = _blamed(file, self._data[file]) if file in self._data else {}
            except GitError:
                self._known[file] = {}
        return self._known[file].get(line)


def _blamed(file: str, data: bytes) -> dict[int, Commit]:
    folder, _, base = file.rpartition("/")
    place = GitFolder.parse(folder) if folder.startswith(PREFIX) else None
    if isinstance(place, Diagnostic):
        return {}
    here = "." if place else folder or "."
    top = _said(here, "--show-toplevel")
    if place:
        revision, path = place.revision, "/".join(part for part in (place.path, base) if part)
    else:
        revision, path = "HEAD", _said(here, "--show-prefix") + base
    at = ("-C", top)
    committed = git(*at, "cat-file", "blob", f"{revision}:{path}", otherwise="")
    # Neither a filter nor a converter of text: both are commands that a repository could bring along.
    told = git(*at, "blame", "--line-porcelain", "--no-textconv", revision, "--", path, otherwise="")
    commits = _lines(told.decode("utf-8", "replace"))
    return {line: commits[was] for line, was in _same(data, committed) if was in commits}


def _same(data: bytes, committed: bytes) -> Iterator[tuple[int, int]]:
    """Each line, from 1, that stands as it was committed, with its number there; ends of lines may be others."""
    here, there = ([line.rstrip(b"\r") for line in text.split(b"\n")] for text in (data, committed))
    for block in SequenceMatcher(None, here, there, autojunk=False).get_matching_blocks():
        yield from ((block.a + each + 1, block.b + each + 1) for each in range(block.size))


def _said(folder: str, question: str) -> str:
    return os.fsdecode(git("-C", folder, "rev-parse", question, otherwise="")).rstrip("\n")


def _lines(told: str) -> dict[int, Commit]:
    """What ``git blame --line-porcelain`` says of each line: a head, facts by name, and the line after a tab."""
    found: dict[int, Commit] = {}
    facts: dict[str, str] = {}
    head: list[str] = []
    for line in told.split("\n"):
        if line.startswith("\t"):
            found[int(head[2])] = Commit(head[0][:10], facts.get("author", ""), _day(facts.get("author-time", "")))
            head, facts = [], {}
        elif not head:
            head = line.split()
        else:
            name, _, value = line.partition(" ")
            facts[name] = value
    return found


def _day(seconds: str) -> str:
    """The day of a time as git has it; empty for one that no calendar has, which whoever commits may write."""
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return ""
