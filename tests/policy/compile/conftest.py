"""Programs laid over the example county, compiled."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from leadkit.model.load import load
from leadkit.policy.compile import Compiled, compile_standing

Compiling = Callable[[str], Compiled]


def compiled(folder: Path) -> Compiled:
    """Compile a program as of its day."""
    jurisdiction = load(folder)
    standing = jurisdiction.resolve()
    assert standing.program is not None
    assert not standing.errors, standing.errors
    return compile_standing(jurisdiction, standing, standing.program, name=folder.name)


@pytest.fixture
def over(over_county: Callable[[str], Path]) -> Compiling:
    """Lay a piece of YAML over the example county, and compile what comes of it."""
    return lambda piece: compiled(over_county(piece))
