"""A real browser walks through the service as a county runs it: every page, as whoever opens it, in light and in error.

The browser runs the service's own policy of content, so that a page which needs what it forbids is found here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.gates.browser import FLAGS
from tests.gates.deploy.looking import PHONE, ZOOMED, faults, watched
from tests.gates.deploy.walking import IN_STORIES, NO_PAGE, demonstration, pages, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.gate("chromium", "python:playwright", "npm:axe-core", "python:django", "python:gunicorn")


@dataclass
class Walk:
    """A service that answers, and who signs in to it."""

    home: str
    roles: list[dict[str, Any]]
    unseen: list[str]
    browser: Browser

    def context(self, cookie: str, **said: Any) -> BrowserContext:
        """A window of somebody who signed in."""
        made = self.browser.new_context(base_url=self.home, **said)
        if cookie:
            made.add_cookies([{"name": "lead", "value": cookie, "url": self.home}])
        return made


@pytest.fixture(scope="module")
def walk(service: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    from playwright.sync_api import sync_playwright

    place = service("example-county")
    said, _password = demonstration(place, tmp_path_factory.mktemp("demo") / "lead.sqlite3")
    known = pages(place, said)
    with served(place, said) as home, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        yield Walk(home, known["roles"], known["unseen"], browser)
        browser.close()


def test_the_browser_is_shown_every_page_that_the_stories_do_not_pass(walk: Walk) -> None:
    assert sum(len(role["pages"]) for role in walk.roles) > 50
    assert {*walk.unseen} <= {*NO_PAGE, *IN_STORIES}
    told = "".join(one.read_text(encoding="utf-8") for one in Path(__file__).parent.glob("days/test_*.py"))
    assert not [story for story in IN_STORIES.values() if f"def {story}(" not in told]


def test_no_page_has_a_fault_asks_elsewhere_or_breaks_the_policy_of_content(walk: Walk) -> None:
    wrong: list[str] = []
    for role in walk.roles:
        context = walk.context(role["cookie"], viewport=PHONE)
        page = context.new_page()
        watched(page, walk.home, wrong)
        for address, has_form in role["pages"]:
            answer = page.goto(address)
            assert answer is not None
            assert answer.status == 200, (role["role"], address)
            wrong += [f"{role['role']} {address}: {fault}" for fault in faults(page)]
            if has_form and _sent_empty(page):
                wrong += [f"{role['role']} {address} in error: {fault}" for fault in faults(page)]
        context.close()
    assert wrong == []


def test_every_page_fits_a_phone_and_a_screen_at_twice_the_size(walk: Walk) -> None:
    wide: list[str] = []
    for size in (PHONE, ZOOMED):
        for role in walk.roles:
            context = walk.context(role["cookie"], viewport=size, java_script_enabled=True)
            page = context.new_page()
            for address, _has_form in role["pages"]:
                page.goto(address)
                if page.evaluate("document.documentElement.scrollWidth") > size["width"]:
                    wide.append(f"{address} at {size['width']}")
            context.close()
    assert wide == []


def test_an_officer_refers_on_a_phone_without_script(walk: Walk) -> None:
    officer = next(one for one in walk.roles if any(address.startswith("/officer/") for address, _form in one["pages"]))
    context = walk.context(officer["cookie"], viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto("/officer/new/arrest-diversion/")
    page.get_by_label("Name", exact=False).first.fill("Ada Invented-Browser")
    page.locator("[name=age]").fill("30")
    page.locator("[name=accepted][value=yes]").check()
    page.locator("[name=agreed_at]").fill("10:15")
    page.locator("[name=words]").fill("Yes, call them.")
    page.locator("[name=offences]").first.check()
    if page.locator("select[name=area]").count():
        page.locator("select[name=area]").select_option(index=1)
    page.locator("main form button[type=submit], main form button").last.click()
    assert page.locator("[role=alert]").count() == 0, page.locator("[role=alert]").first.inner_text()
    assert "/questions/" in page.url
    page.goto(page.url.split("questions/")[0])
    assert "Ada Invented-Browser" in page.locator("main").inner_text()
    context.close()


def _sent_empty(page: Page) -> bool:
    """Send a page's form as it is, past what the browser would ask; whether it came back with errors."""
    form = page.locator("main form[method=post]").first
    if not form.count():
        return False
    # The browser's own questions are left out; the page's policy lets no script stand in it, and none does.
    form.evaluate("form => { form.noValidate = true }")
    with page.expect_navigation():
        form.locator("button").last.click()
    return page.locator("[role=alert]").count() > 0
