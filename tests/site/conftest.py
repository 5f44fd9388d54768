"""The example county as a folder that a test may change, and its site."""

from __future__ import annotations

import copy
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from leadkit.model.load import load
from leadkit.resources import programs
from leadkit.site.publishing import Published, publish
from leadkit.site.wanted import Wanted
from leadkit.source import read
from leadkit.source.tree import plain
from leadkit.source.writing import to_yaml

QUIET = Wanted(search=False)


@cache
def _plain(name: str) -> Any:
    return plain(read(programs() / name).root)


@pytest.fixture
def county() -> Any:
    """The example county as mappings and lists of text, to be changed."""
    return copy.deepcopy(_plain("example-county"))


@pytest.fixture
def put(tmp_path: Path) -> Callable[..., Path]:
    """Write a program into a folder of its own."""

    def written(program: Any, name: str = "county") -> Path:
        folder = tmp_path / "programs" / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "program.yaml").write_text(to_yaml(program), encoding="utf-8")
        return folder

    return written


def published(folders: Path | list[Path], out: Path, wanted: Wanted = QUIET) -> Published:
    """The site of one program, or of several."""
    places = folders if isinstance(folders, list) else [folders]
    return publish({place.name: load(place) for place in places}, out, wanted)


@pytest.fixture(scope="session")
def albany(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of Albany, which no test changes."""
    out = tmp_path_factory.mktemp("site") / "albany"
    made = published(programs() / "albany-ny", out)
    assert not made.failed, made.findings
    return out


def texts_below(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path."""
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()}
