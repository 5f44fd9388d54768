"""Folders of YAML to read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from leadkit.source import Source, read

Write = Callable[..., Source]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder called ``county``, named from the folder above it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "county").mkdir()
    return tmp_path / "county"


@pytest.fixture
def write(folder: Path) -> Write:
    """Write files (paths from the folder above, or bare names in ``county``) and read ``county``."""

    def _write(**files: str | bytes) -> Source:
        for name, content in files.items():
            path = folder / f"{name}.yaml"
            path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return read("county")

    return _write
