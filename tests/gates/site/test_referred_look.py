"""How the questions look and are used in a real browser: with the keyboard, in either scheme, and without a script."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.gates.deploy.looking import AXE, DESK, PHONE, faults

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.gate("chromium", "python:playwright")


@pytest.mark.gate("npm:axe-core")
@pytest.mark.parametrize("path", ["example-county/referred.html", "example-county/es/referred.html"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_each_state_of_the_page_is_accessible(path: str, scheme: Any, browser: Browser, address: str) -> None:
    assert AXE.is_file()
    for size in (DESK, PHONE):
        context = browser.new_context(viewport=size, color_scheme=scheme)
        page = context.new_page()
        page.goto(f"{address}/{path}")
        page.locator("#referred form").wait_for()
        seen: set[str] = set()
        for _ in range(60):
            _is_well(page)
            seen.add(page.locator("#referred").get_attribute("data-outcome") or "")
            if not page.locator("#referred form").count():
                break
            if len(seen) == 1:
                page.locator("#referred button[type=submit]").click()  # without an answer
                assert page.locator("#referred [role=alert]").inner_text()
                seen.add("wrong")
                _is_well(page)
            _answer_by_keys(page)
        assert seen & {"eligible", "not_eligible", "needs_information", "needs_discretion"}
        context.close()


def _is_well(page: Page) -> None:
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def _answer_by_keys(page: Page) -> None:
    """Answer with the keyboard alone; the new heading has the focus then."""
    first = page.locator("#referred .step h2").inner_text()
    for field in page.locator("#referred [data-fact]").all():
        control = field.locator("input, select").first
        control.focus()
        kind = control.evaluate("one => one.type")
        if kind == "radio":
            page.keyboard.press("Space")
        elif kind == "select-one" and field.locator("input[type=checkbox]").count() == 0:
            page.keyboard.press("ArrowDown")
            page.keyboard.press("ArrowDown")
        else:
            field.locator("input[type=checkbox]").focus()
            page.keyboard.press("Space")
    page.locator("#referred button[type=submit]").focus()
    page.keyboard.press("Enter")
    assert page.locator("#referred .step h2").inner_text() != first
    assert page.evaluate("document.activeElement.tagName") == "H2"


def test_without_a_script_or_from_a_folder_the_page_says_so(browser: Browser, site: Path, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    for where in (f"{address}/example-county/referred.html", (site / "site/example-county/referred.html").as_uri()):
        page = context.new_page()
        page.goto(where)
        assert page.locator("#referred-unasked").is_visible()
        assert page.locator("#referred-unasked a[href='who.html']").is_visible()
        assert page.locator("#referred-unasked li").count() > 20
    context.close()
    opened = browser.new_page()
    opened.goto((site / "site/example-county/referred.html").as_uri())
    assert opened.locator("#referred-unasked").is_visible()
    assert not opened.locator("#referred form").count()
    opened.close()
