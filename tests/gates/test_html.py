"""Every HTML page is accessible in a real browser: light, dark, on a phone and on paper."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from leadkit.resources import programs

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, ViewportSize

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21aa"]
LOOKS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "print": {"media": "print"},
}
PROGRAMS = frozenset(file.name for file in programs().iterdir())
PHONE: ViewportSize = {"width": 360, "height": 740}

pytestmark = pytest.mark.gate("chromium", "python:playwright", "npm:axe-core")


@pytest.fixture
def opened(browser: Browser, written: Path) -> Iterator[Callable[..., Page]]:
    """Open a program's page, and close it after the test."""
    contexts = []

    def open_page(program: str, **context: Any) -> Page:
        made = browser.new_context(bypass_csp=True, **context)
        contexts.append(made)
        page = made.new_page()
        page.goto((written / program / "mou.html" if program in PROGRAMS else Path(program)).as_uri())
        return page

    yield open_page
    for each in contexts:
        each.close()


@pytest.mark.parametrize("look", LOOKS)
def test_the_page_has_no_fault(program: str, look: str, opened: Callable[..., Page]) -> None:
    page = opened(program)
    page.emulate_media(**LOOKS[look])
    assert _faults(page) == []


def test_the_judge_finds_a_fault(opened: Callable[..., Page]) -> None:
    page = opened("albany-ny")
    page.evaluate("document.documentElement.removeAttribute('lang'); document.body.style.color = '#aaa'")
    assert {fault.split(":")[0] for fault in _faults(page)} >= {"html-has-lang", "color-contrast"}


_MISSING = """[...document.querySelectorAll('a')].map(a => a.getAttribute('href'))
    .filter(to => to.startsWith('#') && !document.getElementById(to.slice(1)))"""
"""The links of a page that lead to no place on it."""


def test_a_phone_shows_every_paper_without_a_fault_and_without_scrolling_sideways(
    program: str, browser: Browser, written: Path
) -> None:
    context = browser.new_context(bypass_csp=True, viewport=PHONE)
    page = context.new_page()
    wrong: dict[str, list[str]] = {}
    for file in sorted((written / program).glob("*.html")):
        page.goto(file.as_uri())
        faults = [*_faults(page), *(f"leads nowhere: {each}" for each in page.evaluate(_MISSING))]
        if page.evaluate("document.documentElement.scrollWidth") > PHONE["width"]:
            faults.append("wider than a phone")
        if faults:
            wrong[file.stem] = faults
    context.close()
    assert wrong == {}


def test_a_paper_asks_for_nothing(program: str, browser: Browser, written: Path) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    files = [file.as_uri() for file in sorted((written / program).glob("*.html"))]
    for file in files:
        page.goto(file)
    page.close()
    assert asked == files


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of findings about a program with errors, and about one with warnings and notes."""
    out = tmp_path_factory.mktemp("findings")
    county = Path(shutil.copytree(programs() / "example-county", out / "county"))
    text = (county / "agencies.yaml").read_text(encoding="utf-8")
    (county / "agencies.yaml").write_text(text.replace("can_sign: yes", "can_sgin: " + "perhaps" * 30), "utf-8")
    places = [str(county), str(programs() / "albany-ny")]
    command = [sys.executable, "-m", "leadkit", "check", *places, "--format", "html", "--out", str(out / "page.html")]
    assert subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode == 1
    return str(out / "page.html")


@pytest.mark.parametrize("look", LOOKS)
def test_the_page_of_findings_has_no_fault(findings: str, look: str, opened: Callable[..., Page]) -> None:
    page = opened(findings, viewport=PHONE)
    page.emulate_media(**LOOKS[look])
    assert _faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.fixture(scope="module")
def redline(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of what differs between two days of the county's memorandum."""
    out = tmp_path_factory.mktemp("redline")
    county = str(programs() / "example-county")
    days = ("--on-old", "2024-03-04", "--on", "2026-11-24")
    command = [sys.executable, "-m", "leadkit", "redline", county, *days, "--format", "html", "--out", str(out)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return str(out / "example-county" / "mou-redline.html")


@pytest.mark.parametrize("look", LOOKS)
def test_the_page_of_a_redline_has_no_fault(redline: str, look: str, opened: Callable[..., Page]) -> None:
    page = opened(redline, viewport=PHONE)
    page.emulate_media(**LOOKS[look])
    assert _faults(page) == []
    if look != "print":  # nobody prints on a sheet as narrow as a phone
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def _faults(page: Page) -> list[str]:
    page.add_script_tag(path=str(AXE))
    result = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
    return [f"{each['id']}: {node['html'][:120]}" for each in result["violations"] for node in each["nodes"]]
