"""A version of the format that never was, and the step from it to version 1.

In version 0 a limit was ``maximum_grams: 6`` where it is ``at_most: 6 g`` today, and offences were ``offenses``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from leadkit.diagnostic import Edit
from leadkit.migrate import plan, versions
from leadkit.migrate.migration import File, Migration
from leadkit.source.everywhere import ANY, entries_at
from leadkit.source.overlay import ADD, CHANGE, REMOVE
from leadkit.source.tree import Mapping, Text

MAXIMUM = "eligibility.amounts.*.maximum_grams"
OFFENSES = "eligibility.offenses"


def _paths_at(root: Mapping, pattern: str) -> Iterator[Text]:
    """Every dotted path under ``open`` and ``remove`` that names a field at a path with ``*`` for an id."""
    steps = pattern.split(".")
    for section in _of_paths(root):
        for name, entry in section.entries.items():
            if _fits(name.split("."), steps):
                yield entry.key


def _of_paths(root: Mapping) -> Iterator[Mapping]:
    overlaid = [root.entries[word].value for word in (ADD, CHANGE) if word in root.entries]
    for holder in [root, *overlaid]:
        for word in ("open", REMOVE):
            entry = holder.entries.get(word) if isinstance(holder, Mapping) else None
            if entry is not None and isinstance(entry.value, Mapping):
                yield entry.value


def _fits(words: Sequence[str], steps: Sequence[str]) -> bool:
    """Whether a dotted path fits; an id may itself contain dots, so ``*`` stands for one word or more."""
    if not steps or not words:
        return not steps and not words
    if steps[0] != ANY:
        return words[0] == steps[0] and _fits(words[1:], steps[1:])
    return any(_fits(words[size:], steps[1:]) for size in range(1, len(words) + 1))


def _edits(files: Sequence[File]) -> Iterator[Edit]:
    for file in files:
        for entry in entries_at(file.root, MAXIMUM):
            yield file.put(entry.key, "at_most")
            if isinstance(entry.value, Text):
                yield file.put(entry.value, f"{entry.value.value} g")
        for path in _paths_at(file.root, MAXIMUM):
            yield file.put(path, (path.value or "").replace("maximum_grams", "at_most"))
        for entry in entries_at(file.root, OFFENSES):
            yield file.put(entry.key, "offences")
        for path in _paths_at(file.root, f"{OFFENSES}.*"):
            yield file.put(path, (path.value or "").replace("offenses", "offences", 1))


STEP = Migration(0, _edits)


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let leadkit know the step from version 0."""
    monkeypatch.setattr(versions, "MIGRATIONS", (STEP,))
    monkeypatch.setattr(plan, "MIGRATIONS", (STEP,))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
