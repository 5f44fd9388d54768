"""A site is used by keyboard alone: to the text, through the menu, to the other language, and through a search."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from leadkit.site.search import can_search
from tests.gates.deploy.looking import DESK, PHONE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.gate("chromium", "python:playwright")

MOST = 150
_AT = """() => {
    const at = document.activeElement;
    if (at === document.body) return null;
    const style = getComputedStyle(at), box = at.getBoundingClientRect();
    return {
        what: `${at.tagName} ${at.textContent.trim().slice(0, 40)}`, href: at.getAttribute("href") ?? "", id: at.id,
        outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        seen: box.width > 0 && box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight,
    };
}"""
"""What has the focus, whether an outline shows it, and whether it is in the window."""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that nobody has used yet."""
    context = browser.new_context(viewport=DESK)
    yield context
    context.close()


def _opened(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    return page


def _to(page: Page, href: str) -> None:
    """Go on by the tabulator until a link has the focus."""
    for _ in range(MOST):
        page.keyboard.press("Tab")
        at = page.evaluate(_AT)
        if at and at["href"] == href:
            return
    raise AssertionError(f"no key leads to {href}")


def test_the_first_key_leads_past_the_menu_to_the_text(context: BrowserContext, address: str) -> None:
    page = _opened(context, f"{address}/example-county/who.html")
    page.keyboard.press("Tab")
    at = page.evaluate(_AT)
    assert (at["href"], at["outlined"], at["seen"]) == ("#content", True, True)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("path", ["example-county/privacy.html", "es/compare.html"])
def test_whatever_has_the_focus_is_seen_to_have_it(path: str, context: BrowserContext, address: str) -> None:
    page = _opened(context, f"{address}/{path}")
    reached = []
    for _ in range(MOST):
        page.keyboard.press("Tab")
        at = page.evaluate(_AT)
        if at is None:
            break
        reached.append(at)
    assert len(reached) > 10
    assert [each["what"] for each in reached if not each["outlined"] or not each["seen"]] == []


def test_on_a_phone_the_menu_opens_by_a_key(context: BrowserContext, address: str) -> None:
    page = _opened(context, f"{address}/example-county/index.html")
    page.set_viewport_size(PHONE)
    link = page.locator('.menu a[href="who.html"]')
    link.wait_for(state="hidden")
    page.locator(".menu summary").focus()
    page.keyboard.press("Enter")
    assert link.is_visible()
    _to(page, "who.html")
    page.keyboard.press("Enter")
    page.wait_for_url("**/example-county/who.html")


def test_the_other_language_keeps_the_page(context: BrowserContext, address: str) -> None:
    page = _opened(context, f"{address}/example-county/who.html")
    _to(page, "es/who.html")
    page.keyboard.press("Enter")
    page.wait_for_url("**/example-county/es/who.html")
    assert page.locator("html").get_attribute("lang") == "es"


@pytest.mark.skipif(not can_search(), reason="not installed here: pagefind")
def test_a_search_is_asked_and_followed_by_keys(context: BrowserContext, address: str) -> None:
    page = _opened(context, f"{address}/example-county/es/index.html")
    page.locator("#query").focus()
    page.keyboard.type("sobredosis")
    page.locator("#found li a").first.wait_for()
    href = page.locator("#found li a").first.get_attribute("href") or ""
    assert any(each.isdigit() for each in page.locator("#state").inner_text().split())
    assert "Example County LEAD" in page.locator("#found").inner_text()
    _to(page, href)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url.endswith(href))
    page.locator("#query").focus()
    page.keyboard.type("sobredosis")
    page.locator("#found li a").first.wait_for()
    page.keyboard.press("Escape")
    assert page.locator("#found").is_hidden()


def test_a_table_that_scrolls_is_reached_and_named_for_as_long_as_it_does(
    context: BrowserContext, address: str
) -> None:
    page = _opened(context, f"{address}/example-county/results.html")
    table = page.locator("main .table").first
    assert table.get_attribute("tabindex") is None
    page.set_viewport_size({"width": 260, "height": 640})
    page.locator("main .table[tabindex='0'][role=region]").first.wait_for()
    assert table.get_attribute("aria-label") == "Referrals"
    page.set_viewport_size(DESK)
    page.locator("main:not(:has(.table[tabindex]))").wait_for()


def test_what_is_folded_opens_by_a_key_and_on_paper(context: BrowserContext, address: str) -> None:
    page = _opened(context, f"{address}/example-county/privacy.html")
    folded = page.locator("details:has(#privacy-to-case-management)")
    table = folded.locator("table")
    assert table.is_hidden()
    page.emulate_media(media="print")
    assert table.is_visible()
    assert page.locator(".menu").is_hidden()
    page.emulate_media(media="screen")
    folded.locator("summary").focus()
    page.keyboard.press("Enter")
    assert table.is_visible()
