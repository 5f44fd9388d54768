"""The site of the four programs, and where it is served."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from leadkit.resources import programs
from leadkit.site.search import can_search
from leadkit.site.wanted import Wanted
from tests.gates.site.serving import served
from tests.site.conftest import published
from tests.site.scenarios import PROGRAMS


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the four programs, with its search."""
    out = tmp_path_factory.mktemp("four") / "out"
    made = published([programs() / name for name in PROGRAMS], out, Wanted(search=can_search()))
    assert not made.failed, made.findings
    return out


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where it is served."""
    with served(site) as address:
        yield address
