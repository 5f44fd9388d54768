"""The corpus of mistakes: each entry of ``corpus/*.yaml`` as a value, and the files and places that it means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from leadkit.resources import programs

CORPUS = Path(__file__).parent / "corpus"
COUNTY = programs() / "example-county"
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
OVERLAY = "own.yaml"
"""The file of a folder that extends the example county, where a mistake is made in such a folder."""


@dataclass(frozen=True)
class Change:
    """The first place of a text in a file, and what stands there instead."""

    file: str
    find: str
    put: str


@dataclass(frozen=True)
class Expected:
    """One finding: its code, the piece of text at which it begins, what it says, and the line put right.

    Attributes:
        code: The code.
        file: The file it stands in.
        at: The text at the beginning of the place; of several in the file, the one nearest to the change.
        says: A piece of the message or the remedy.
        fixed: The line as it should read, without its indentation, where the repair is obvious.
        severity: Its severity, where that matters.
    """

    code: str
    file: str
    at: str
    says: str
    fixed: str = ""
    severity: str = ""


@dataclass(frozen=True)
class Mistake:
    """One mistake, or several made at once.

    Attributes:
        name: The file of the corpus and the name in it.
        changes: What is changed in the example county.
        writes: Files that are written besides, by name.
        overlay: The text of a folder that extends the example county and is checked in its place; empty for none.
        encoding: The encoding of the changed files.
        found: The whole of what check says, but for the codes in ``also``.
        also: Codes that may be found besides.
        reads: Values by path as ``leadkit show`` prints them, where the text is to be read as it is meant.
        every_day: Whether it shows on other days only than the one that the program is described as of.
    """

    name: str
    changes: tuple[Change, ...]
    writes: dict[str, str]
    overlay: str
    encoding: str
    found: tuple[Expected, ...]
    also: frozenset[str]
    reads: dict[str, str]
    every_day: bool

    def files(self) -> dict[str, str]:
        """The text of each file that differs from the example county, by name."""
        made = dict(self.writes)
        for change in self.changes:
            text = made.get(change.file) or (COUNTY / change.file).read_text(encoding="utf-8")
            if change.find not in text:
                raise LookupError(f"{self.name}: {change.file} of the example county no longer has {change.find!r}")
            made[change.file] = text.replace(change.find, change.put, 1)
        return made | ({OVERLAY: self.overlay} if self.overlay else {})

    def place(self, expected: Expected) -> tuple[int, int]:
        """Line and column, both from 1, at which a finding must begin."""
        if not expected.at:
            return 1, 1
        text = self.files().get(expected.file) or (COUNTY / expected.file).read_text(encoding="utf-8")
        changed = self._changed(expected.file)
        starts = [at for at in range(len(text)) if text.startswith(expected.at, at)]
        if not starts:
            raise LookupError(f"{self.name}: {expected.at!r} is not in {expected.file}")
        start = min(starts, key=lambda at: abs(at - changed))
        return text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)

    def line(self, change: Change) -> int:
        """The line at which a change begins."""
        return (COUNTY / change.file).read_text(encoding="utf-8").partition(change.find)[0].count("\n") + 1

    def _changed(self, file: str) -> int:
        """Where a file is changed first, as a character from 0."""
        change = next((change for change in self.changes if change.file == file), None)
        return (COUNTY / file).read_text(encoding="utf-8").find(change.find) if change else 0


def corpus() -> Iterator[Mistake]:
    """Every mistake of the corpus."""
    for file in sorted(CORPUS.glob("*.yaml")):
        for name, entry in yaml.load(file.read_text(encoding="utf-8"), Loader=LOADER).items():
            yield _mistake(f"{file.stem}/{name}", entry)


def _mistake(name: str, entry: dict[str, Any]) -> Mistake:
    changes = entry.get("changes") or ([entry] if "find" in entry else [])
    overlay = entry.get("overlay", "")
    named = [entry.get("file", ""), *entry.get("write", {}), *(one.get("file", "") for one in changes)]
    file = next((name for name in named if name), OVERLAY)
    found = entry.get("found") or ([entry] if "code" in entry else [])
    return Mistake(
        name,
        tuple(Change(one.get("file", file), one["find"], one["put"]) for one in changes),
        entry.get("write", {}),
        overlay,
        entry.get("encoding", "utf-8"),
        tuple(_expected(one, OVERLAY if overlay else file) for one in found),
        frozenset(entry.get("also", ())),
        entry.get("reads", {}),
        entry.get("every_day", "no") == "yes",
    )


def _expected(entry: dict[str, str], file: str) -> Expected:
    fields = {name: entry.get(name, "") for name in ("code", "at", "says", "fixed", "severity")}
    return Expected(file=entry.get("in", file), **fields)
