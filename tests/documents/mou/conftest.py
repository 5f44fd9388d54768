"""The example county with fields laid over it, printed as a memorandum."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from leadkit.documents import Composition, compose_standing
from leadkit.model.load import load


@pytest.fixture
def printed(over_county: Callable[[str], Path]) -> Callable[..., Composition]:
    """Compose the memorandum of the example county with a piece of YAML laid over it."""

    def run(example: str = "program: {invented: yes}\n") -> Composition:
        standing = load(over_county(example)).resolve()
        assert standing.program is not None, standing.errors
        return compose_standing(standing, "mou")

    return run
