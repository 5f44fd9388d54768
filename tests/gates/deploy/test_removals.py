"""A program that says things twice: without a cell that leadkit calls idle its service answers all the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.deploy.repeating import REPEATING
from tests.gates.deploy.services import closing_line, rendered_into

pytestmark = pytest.mark.gate("python:django", "python:pytest_django")


def test_the_service_misses_every_cell_but_those_that_leadkit_calls_idle(
    over_county: Callable[[str], Path], tmp_path: Path
) -> None:
    service = rendered_into("repeating", tmp_path / "service", over_county(REPEATING))
    assert "1 passed" in closing_line(service, "tests/test_removals.py")
