"""People at their desks: each in a browser of their own that runs no script, as somebody of a role sees the service."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.gates.deploy.looking import DESK, Looker, watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Locator

CODE = re.compile(r"\b[2-9A-Z]{4}-[2-9A-Z]{4}\b")
CONTROLS = "input:not([type=hidden]):visible, select:visible, textarea:visible"
STEPS = 60
"""More questions than any desk is asked about one person."""


@dataclass
class Town:
    """A service in use, and what was wrong with any page that somebody saw."""

    home: str
    database: Path
    password: str
    cookies: dict[str, str]
    browser: Browser
    looker: Looker
    code: Callable[[str], str]
    """The digits that an account's authenticator shows now."""
    wrong: list[str] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)
    """What one desk hands to the next by word of mouth, such as a person's code."""

    @property
    def today(self) -> str:
        """The day, as the service counts it."""
        with closing(sqlite3.connect(self.database)) as asks:
            return str(asks.execute("select max(conference) from records_agendaitem").fetchone()[0])

    @contextmanager
    def desk(self, account: str = "", size: Any = DESK) -> Iterator[Desk]:
        """Somebody's browser, signed in; without an account, anybody's."""
        context = self.browser.new_context(base_url=self.home, viewport=size, java_script_enabled=False)
        context.set_default_timeout(5000)
        if account:
            context.add_cookies([{"name": "lead", "value": self.cookies[account], "url": self.home}])
        yield Desk(self, context)
        context.close()

    def passed(self, route: str) -> bool:
        """Whether somebody saw a page of a route."""
        told = re.compile(re.sub("<[^>]+>", "[^/]+", route))
        return any(told.fullmatch(one) for one in self.seen)

    def log(self, code: str = "", **asked: Any) -> list[dict[str, Any]]:
        """The entries of the access log, of a person's record where a code is given."""
        names = {**asked, **({"person": self._person(code)} if code else {})}
        found = " and ".join(f"{name} = ?" for name in names) or "1"
        with closing(sqlite3.connect(self.database)) as asks:
            asks.row_factory = sqlite3.Row
            rows = asks.execute(f"select * from audit_auditevent where {found} order by number", [*names.values()])
            return [dict(one) for one in rows]

    def _person(self, code: str) -> int:
        with closing(sqlite3.connect(self.database)) as asks:
            return int(asks.execute("select id from records_person where code = ?", [code]).fetchone()[0])


class Desk:
    """One browser: what somebody opens, answers and sends, and what they see."""

    def __init__(self, town: Town, context: BrowserContext) -> None:
        self.town, self.page = town, context.new_page()
        watched(self.page, town.home, town.wrong)

    def open(self, address: str, status: int = 200) -> str:
        """Go to an address; what the page says."""
        answer = self.page.goto(address)
        assert answer is not None
        assert answer.status == status, (address, answer.status)
        return self._looked()

    def follow(self, words: str) -> str:
        """Go where a link leads."""
        return self._click(self.page.locator("main").get_by_role("link", name=words).first)

    def press(self, words: str) -> str:
        """Press a button."""
        return self._click(self.page.locator("main").get_by_role("button", name=words).first)

    def send(self, button: str, /, **said: Any) -> str:
        """Answer some fields of the form that a button sends, leave the rest as it is, and send it."""
        form = self.form(button)
        for name, value in said.items():
            _answer(form, name, value)
        seen = self._click(form.get_by_role("button", name=button).last)
        errors = self.page.locator("main [role=alert]")
        assert not errors.count(), errors.first.inner_text()
        return seen

    def refused(self, words: str) -> str:
        """Send a form as it is; it comes back and says what is wrong."""
        seen = self._click(self.form(words).get_by_role("button", name=words).last)
        assert self.page.locator("main [role=alert]").count(), seen
        return seen

    def form(self, words: str) -> Locator:
        """The form that a button sends."""
        return self.page.locator("main form", has=self.page.get_by_role("button", name=words)).last

    def asked(self, *, yes: tuple[str, ...] = (), **said: Any) -> int:
        """Answer whatever is asked, page after page, until nothing more is; how many pages that was.

        Yes where a word of ``yes`` is in the question's name, what is said for a name, and else no, none, the first.
        """
        for step in range(STEPS):
            form = self.page.locator(f"main form[method=post]:has({CONTROLS.split(',')[0]}, select, textarea)").last
            link = self.page.locator("main a.button[href*='/questions/']")
            if form.count() and not form.locator("[name=answer]").count():
                names = form.locator(CONTROLS).evaluate_all("all => [...new Set(all.map(one => one.name))]")
                for name in names:
                    _answer(form, name, said.get(name, "yes" if any(one in name for one in yes) else None))
                self._click(form.get_by_role("button").last)
            elif link.count():
                self._click(link.first)
            else:
                return step
        raise AssertionError(f"{self.page.url} asks without an end")

    def _click(self, what: Locator) -> str:
        with self.page.expect_navigation():
            what.click()
        return self._looked()

    def _looked(self) -> str:
        """What the page says; what is wrong with it is kept."""
        at = self.page.url.removeprefix(self.town.home)
        self.town.seen.append(at)
        self.town.wrong += [f"{at} {fault}" for fault in self.town.looker.faults(self.page)]
        return self.said()

    def said(self) -> str:
        """What the page says."""
        return self.page.locator("main").inner_text()

    def code(self) -> str:
        """The code of the person whom the page is about."""
        found = CODE.search(self.said())
        assert found, self.said()
        return found[0]

    def number(self) -> str:
        """The number of the record in the page's address."""
        return next(one for one in self.page.url.split("/") if one.isdecimal())


def _answer(form: Locator, name: str, value: Any) -> None:
    """Answer one field as a person does, by what kind it is; without a value, with what says least."""
    fields = form.locator(f'[name="{name}"]')
    kind = fields.first.evaluate("one => one.type")
    if kind in ("radio", "checkbox"):
        _tick(fields, kind, value)
    elif kind.startswith("select"):
        options = fields.first.locator("option").evaluate_all("all => all.map(one => one.value)")
        first = "no" if "no" in options else next((one for one in options if one), "")
        fields.first.select_option(first if value is None else value)
    elif value is not None or kind == "number":
        fields.first.fill("0" if value is None else str(value))


def _tick(fields: Locator, kind: str, value: Any) -> None:
    values = fields.evaluate_all("all => all.map(one => one.value)")
    if kind == "checkbox" and value in (True, None):
        if value:
            fields.first.check()
        return
    for one in [value] if isinstance(value, str) else value or ["no" if "no" in values else values[0]]:
        fields.nth(values.index(one)).check()


def about(seen: str, label: str) -> str:
    """What a page says of something."""
    lines = seen.splitlines()
    return lines[lines.index(label) + 1]
