"""What is looked for on a page that a browser shows: faults of accessibility, and what the page asks of whom."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page, Route

AXE = Path(__file__).parents[1] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21aa"]
PHONE: Any = {"width": 390, "height": 844}
DESK: Any = {"width": 1280, "height": 900}
ZOOMED: Any = {"width": 640, "height": 512}
"""As wide as a page of 1280 pixels is at 200 %."""


def faults(page: Page) -> list[str]:
    """What axe-core finds wrong with a page."""
    # Handed to the page by the debugger, so that the service's policy of content stays as strict as it is.
    page.evaluate(AXE.read_text(encoding="utf-8"))
    result = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
    return [f"{each['id']}: {node['html'][:120]}" for each in result["violations"] for node in each["nodes"]]


def watched(page: Page, home: str, wrong: list[str]) -> None:
    """Keep what a page asks of anybody else, and what the browser complains of."""

    def asked(request: Any) -> None:
        if urlsplit(request.url).netloc != urlsplit(home).netloc and not request.url.startswith("data:"):
            wrong.append(f"asks {request.url}")

    def said(message: Any) -> None:
        # A form that was sent with errors is answered by 422, and what is refused by 404: a browser calls both errors.
        if message.type == "error" and not any(f"status of {code}" in message.text for code in (403, 404, 422)):
            wrong.append(f"{page.url}: {message.text}")

    page.on("request", asked)
    page.on("console", said)


class Looker:
    """Shows axe-core a copy of a page that runs no script: axe-core is one, and the service is asked nothing twice."""

    def __init__(self, context: BrowserContext) -> None:
        self._page = context.new_page()
        self._copy = ""
        self._page.route("**/*", self._answer)

    def _answer(self, route: Route) -> None:
        if route.request.resource_type == "document":
            route.fulfill(body=self._copy, content_type="text/html; charset=utf-8")
        else:
            route.continue_()

    def faults(self, page: Page) -> list[str]:
        """What is wrong with a page, or too wide for its window."""
        size = page.viewport_size
        assert size is not None
        self._copy = page.content()
        self._page.set_viewport_size(size)
        self._page.goto(page.url)
        found = faults(self._page)
        if self._page.evaluate("document.documentElement.scrollWidth") > size["width"]:
            found.append(f"wider than {size['width']}")
        if self._page.locator("h1").count() != 1:
            found.append("not one heading")
        return found
