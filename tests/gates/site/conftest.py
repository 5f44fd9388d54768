"""One browser for the pages of a site, and the site of the four programs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from leadkit.resources import programs
from leadkit.site.search import can_search
from leadkit.site.wanted import Wanted
from tests.gates.browser import FLAGS
from tests.gates.site.serving import served
from tests.site.conftest import published
from tests.site.scenarios import PROGRAMS

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        yield browser
        browser.close()


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
