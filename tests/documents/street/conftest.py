"""The papers for the street: of the example county, of real programs, and of the county with fields laid over it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from leadkit.documents import Composition, compose_standing, to_markdown
from leadkit.model.load import load
from leadkit.model.standing import Standing
from leadkit.resources import programs


@cache
def _standing(name: str) -> Standing:
    return load(programs() / name).resolve()


@cache
def _composed(paper: str, name: str) -> Composition:
    return compose_standing(_standing(name), paper)


def _words(composition: Composition) -> str:
    assert composition.document is not None, [one.message for one in composition.diagnostics]
    return to_markdown(composition.document)


@pytest.fixture
def paper() -> Callable[..., str]:
    """The words of a paper of a shipped program: ``paper("protocol")``."""
    return lambda paper, name="example-county": _words(_composed(paper, name))


_ALTERED: dict[str, Standing] = {}


@pytest.fixture
def altered(over_county: Callable[[str], Path]) -> Callable[..., str]:
    """The words of a paper of the example county with a piece of YAML laid over it."""

    def run(paper: str, piece: str) -> str:
        if piece not in _ALTERED:
            _ALTERED[piece] = load(over_county(piece)).resolve()
        assert _ALTERED[piece].program is not None, _ALTERED[piece].errors
        return _words(compose_standing(_ALTERED[piece], paper))

    return run


@pytest.fixture
def refusal(over_county: Callable[[str], Path]) -> Callable[..., str]:
    """Why a program has no such paper: a shipped one by its name, or the county with a piece of YAML laid over it."""

    def run(paper: str, name: str = "", piece: str = "") -> str:
        standing = _standing(name) if name else load(over_county(piece)).resolve()
        composition = compose_standing(standing, paper)
        assert composition.document is None
        return " ".join(one.message for one in composition.diagnostics)

    return run
