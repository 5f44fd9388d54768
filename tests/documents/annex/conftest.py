"""The documents of shipped programs as Markdown, and those of the example county with fields laid over it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from leadkit.documents import Composition, compose_standing, to_markdown
from leadkit.model.load import load
from leadkit.model.standing import Standing
from leadkit.resources import programs

Print = Callable[..., Composition]


@cache
def _standing(name: str) -> Standing:
    return load(programs() / name).resolve()


@cache
def _composed(document: str, name: str) -> Composition:
    return compose_standing(_standing(name), document)


@pytest.fixture
def composed() -> Print:
    """Compose a document of a shipped program: ``composed("areas-annex", "albany-ny")``."""
    return lambda document, name="example-county": _composed(document, name)


@pytest.fixture
def altered(over_county: Callable[[str], Path]) -> Print:
    """Compose a document of the example county with a piece of YAML laid over it."""

    standings: dict[str, Standing] = {}

    def run(document: str, piece: str) -> Composition:
        if piece not in standings:
            standings[piece] = load(over_county(piece)).resolve()
        assert standings[piece].program is not None, standings[piece].errors
        return compose_standing(standings[piece], document)

    return run


@pytest.fixture
def text() -> Callable[[Composition], str]:
    """The words of a composed document."""

    def words(composition: Composition) -> str:
        assert composition.document is not None, [one.message for one in composition.diagnostics]
        return to_markdown(composition.document)

    return words


@pytest.fixture
def refusal() -> Callable[[Composition], str]:
    """Why a document was refused."""

    def reason(composition: Composition) -> str:
        assert composition.document is None
        return " ".join(one.message for one in composition.diagnostics)

    return reason
