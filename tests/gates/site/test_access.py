"""Every page of every site is accessible, fits its window, is small, and asks nothing of anybody but the site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from leadkit.resources import programs
from tests.gates.deploy.looking import AXE, DESK, PHONE, RULES, ZOOMED
from tests.gates.site.serving import served
from tests.sampling import takes_long
from tests.site.conftest import published
from tests.site.scenarios import PROGRAMS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.gate("chromium", "python:playwright", "npm:axe-core")

SMALL: Any = {"width": 320, "height": 640}
Look = tuple[Any, Any]
TOGETHER: tuple[Look, ...] = ((DESK, "light"), (PHONE, "dark"))
"""How each page of the site of all programs is looked at."""
ALONE: tuple[Look, ...] = ((DESK, "dark"), (PHONE, "light"))
"""How the pages of the site of one program are looked at, by turns."""
WHOLE, ONE_IN = "example-county", 3
"""The program whose own site is looked at page by page; of the others, whose pages are those of all, one in so many."""
LARGEST = 60_000
"""Bytes of a page without its pictures: twice what the largest has."""
_RUN = """rules => axe.run(document, {runOnly: rules, resultTypes: ["violations"], preload: false, iframes: false})
    .then(found => found.violations.flatMap(each =>
        each.nodes.map(node => `${each.id}: ${node.html.slice(0, 120)}`)))"""
_WIDE = "document.documentElement.scrollWidth"
_AXE = AXE.read_text(encoding="utf-8") if AXE.is_file() else ""


class Inspector:
    """Opens the pages of a site one after the other, in one window."""

    def __init__(self, browser: Browser, home: str) -> None:
        self._home, self.wrong = home, list[str]()
        self._page = browser.new_page()
        self._page.on("request", lambda request: self._asked(request.url))
        self._page.on("pageerror", lambda error: self.wrong.append(f"{self._page.url}: {error}"))
        self._page.on("console", lambda said: self._said(said.type, said.text))

    def _asked(self, url: str) -> None:
        if not url.startswith(f"{self._home}/"):
            self.wrong.append(f"{self._page.url} asks {url}")

    def _said(self, kind: str, words: str) -> None:
        if kind == "error":
            self.wrong.append(f"{self._page.url}: {words}")

    def look(self, path: str, looks: tuple[Look, ...]) -> None:
        """Open a page, and keep what is wrong with it in some looks."""
        self._page.goto(f"{self._home}/{path}")
        self._page.evaluate(_AXE)
        for size, scheme in looks:
            self._show(size, scheme)
            self.wrong += [f"{path} ({scheme}, {size['width']}): {each}" for each in self._page.evaluate(_RUN, RULES)]

    def widths(self, path: str) -> None:
        """Keep whether the page that stands open is wider than a small window, or one at 200 %."""
        for size in (SMALL, ZOOMED):
            self._page.set_viewport_size(size)
            if self._page.evaluate(_WIDE) > size["width"]:
                self.wrong.append(f"{path} is wider than {size['width']}")

    def _show(self, size: Any, scheme: Any) -> None:
        self._page.set_viewport_size(size)
        self._page.emulate_media(color_scheme=scheme)
        # What follows the size of the window runs with the next two pictures of it.
        self._page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def close(self) -> list[str]:
        """What was wrong."""
        self._page.close()
        return self.wrong


def _pages(site: Path) -> list[str]:
    return sorted(path.relative_to(site / "site").as_posix() for path in (site / "site").rglob("*.html"))


@takes_long
def test_every_page_of_the_site_of_all_programs_has_no_fault(browser: Browser, site: Path, address: str) -> None:
    pages = _pages(site)
    assert {"compare.html", "es/compare.html", *(f"{name}/es/who.html" for name in PROGRAMS)} < {*pages}
    inspector = Inspector(browser, address)
    for path in pages:
        inspector.look(path, TOGETHER)
        inspector.widths(path)
    assert inspector.close() == []


@takes_long
@pytest.mark.parametrize("name", PROGRAMS)
def test_the_site_of_one_program_has_no_fault(name: str, browser: Browser, tmp_path: Path) -> None:
    made = published(programs() / name, tmp_path / "out")
    assert not made.failed, made.findings
    with served(tmp_path / "out") as address:
        inspector = Inspector(browser, address)
        for place, path in enumerate(_pages(tmp_path / "out")[:: 1 if name == WHOLE else ONE_IN]):
            inspector.look(path, (ALONE[place % len(ALONE)],))
        assert inspector.close() == []


def test_no_page_is_large(site: Path) -> None:
    """What a program has alone is a little smaller than what it has among the others."""
    sizes = {path: (site / "site" / path).stat().st_size for path in _pages(site)}
    assert {path: size for path, size in sizes.items() if size > LARGEST} == {}


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The start of the site of all programs."""
    page = browser.new_page()
    page.goto(f"{address}/index.html")
    yield page
    page.close()


def test_the_judge_finds_a_fault(page: Page) -> None:
    page.evaluate("document.documentElement.removeAttribute('lang'); document.body.style.color = '#aaa'")
    page.evaluate(_AXE)
    assert {each.partition(":")[0] for each in page.evaluate(_RUN, RULES)} >= {"html-has-lang", "color-contrast"}
