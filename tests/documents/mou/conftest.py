"""The example county with fields laid over it, printed as a memorandum."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from leadkit.documents import Composition, compose_standing
from leadkit.model.load import load

NOTHING_LAID_OVER = "program: {invented: yes}\n"

_KEPT: dict[str, Composition] = {}


@pytest.fixture
def printed(over_county: Callable[[str], Path]) -> Callable[..., Composition]:
    """Compose the memorandum of the example county with a piece of YAML laid over it; what many ask for is kept."""

    def run(example: str = NOTHING_LAID_OVER, *, keep: bool = False) -> Composition:
        if example in _KEPT:
            return _KEPT[example]
        standing = load(over_county(example)).resolve()
        assert standing.program is not None, standing.errors
        composed = compose_standing(standing, "mou")
        if keep or example == NOTHING_LAID_OVER:
            _KEPT[example] = composed
        return composed

    return run
