"""A version of the format that never was, and the step from it to version 1.

In version 0 a limit was ``maximum_grams: 6`` where it is ``at_most: 6 g`` today, and offences were ``offenses``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from leadkit.diagnostic import Edit
from leadkit.migrate import plan, versions
from leadkit.migrate.migration import File, Migration, entries_at, paths_at
from leadkit.source.tree import Text

MAXIMUM = "eligibility.amounts.*.maximum_grams"
OFFENSES = "eligibility.offenses"


def _edits(files: Sequence[File]) -> Iterator[Edit]:
    for file in files:
        for entry in entries_at(file.root, MAXIMUM):
            yield file.put(entry.key, "at_most")
            if isinstance(entry.value, Text):
                yield file.put(entry.value, f"{entry.value.value} g")
        for path in paths_at(file.root, MAXIMUM):
            yield file.put(path, (path.value or "").replace("maximum_grams", "at_most"))
        for entry in entries_at(file.root, OFFENSES):
            yield file.put(entry.key, "offences")
        for path in paths_at(file.root, f"{OFFENSES}.*"):
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
