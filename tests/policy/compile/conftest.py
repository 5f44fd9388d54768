"""Programs laid over the example county, compiled, with the fields that the compiler read of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from leadkit.model.load import load
from leadkit.policy.compile import Compiled, compile_standing
from tests.model.reading import Read, noting

_TEXT = Path(__file__).with_name("cases.yaml").read_text(encoding="utf-8")
CASES: dict[str, dict[str, Any]] = yaml.safe_load(_TEXT)
_OVER: dict[str, dict[str, Any]] = yaml.load(_TEXT, yaml.BaseLoader)
"""The same, with each scalar as text: as a planner's file is read."""

READ: Read = set()
"""The fields that the compiler has read so far of what was compiled here, each with the class that declares it."""

Compiling = Callable[[str], Compiled]
_DONE: dict[str, Compiled] = {}


@pytest.fixture
def over(over_county: Callable[[str], Path]) -> Compiling:
    """Lay a piece of YAML over the example county, and compile what comes of it."""
    return lambda piece: compiled(over_county(piece))


@pytest.fixture
def case(over: Compiling) -> Compiling:
    """Compile a case by its name, once for all tests."""

    def of(name: str) -> Compiled:
        if name not in _DONE:
            _DONE[name] = over(json.dumps(_OVER[name]["over"]))
        return _DONE[name]

    return of


def compiled(folder: Path) -> Compiled:
    """Compile a program as of its day."""
    jurisdiction = load(folder)
    standing = jurisdiction.resolve()
    assert standing.program is not None
    assert not standing.errors, standing.errors
    with noting(READ, lambda file: "leadkit/policy/compile/" in file):
        return compile_standing(jurisdiction, standing, standing.program, name=folder.name)
