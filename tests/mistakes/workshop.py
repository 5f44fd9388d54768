"""A copy of a program in which one mistake after another is made, checked and taken back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from leadkit.source import layers
from leadkit.source.document import Document, document


class Workshop:
    """A folder with a copy of a program.

    Attributes:
        folder: The copy.
    """

    def __init__(self, program: Path, place: Path, *, without: str = "") -> None:
        """Copy a program, but for the file that is named: many scenarios are a quarter of the work of checking."""
        self.folder = place / program.name
        shutil.copytree(program, self.folder, ignore=shutil.ignore_patterns(without))

    @contextmanager
    def changed(self, files: Mapping[str, bytes]) -> Iterator[Path]:
        """The folder with some files changed or new, for as long as the block lasts."""
        before = {name: self._read(name) for name in files}
        try:
            for name, data in files.items():
                (self.folder / name).write_bytes(data)
            yield self.folder
        finally:
            for name, old in before.items():
                if old is None:
                    (self.folder / name).unlink()
                else:
                    (self.folder / name).write_bytes(old)

    def _read(self, name: str) -> bytes | None:
        file = self.folder / name
        return file.read_bytes() if file.exists() else None


@cache
def _kept(name: str, text: str) -> Document:
    return document(name, text)


@contextmanager
def reading_once() -> Iterator[None]:
    """Read each text once only, as long as the block lasts: of a program all files but one stay as they are."""
    layers.document = _kept
    try:
        yield
    finally:
        layers.document = document
        _kept.cache_clear()
