"""An officer refers in under two minutes, by a model of how long people take and never by the clock of this machine.

A browser as wide as a phone, without script, walks from the first page of the arrest door to the answer. What it does
is counted: keys pressed, fields answered or passed over, pages. The model turns that into seconds. It is the
keystroke-level model of Card, Moran and Newell (The Psychology of Human-Computer Interaction, 1983), on a phone,
and its figures are assumptions; nobody measured officers. A field that is answered takes a mental preparation (1.35 s)
and a pointing (1.1 s), one that is passed over the preparation alone; the button at the end of a page takes a pointing,
and the next page comes. Reading a question that one does not know yet takes longer and is not in it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from leadkit.policy.engine import load
from tests.gates.browser import FLAGS
from tests.gates.deploy.walking import demonstration, pages, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

KEY, FIELD, PASSED, PAGE = 0.3, 2.5, 1.35, 2.0
"""Seconds for a key on a phone, a field that is answered, one that is passed over, and a page with its button."""

ALLOWED = 120.0
PHONE: Any = {"width": 390, "height": 844}
DOOR = "arrest-diversion"
AREA = "sampleton-city"
"""Where the hour of the day makes no difference."""

KEPT_OPEN = "needs_information"
pytestmark = pytest.mark.gate("chromium", "python:playwright", "python:django", "python:gunicorn")


@dataclass
class Pace:
    """What somebody did on the way, and how long that takes by the model."""

    keys: int = 0
    fields: int = 0
    passed: int = 0
    pages: int = 0

    @property
    def seconds(self) -> float:
        """The time by the model."""
        return self.keys * KEY + self.fields * FIELD + self.passed * PASSED + self.pages * PAGE

    def __str__(self) -> str:
        return (
            f"{self.keys} keys, {self.fields} fields answered and {self.passed} passed over, {self.pages} pages: "
            f"{self.seconds:.0f} s"
        )


@pytest.fixture(scope="module")
def place(service: Callable[[str], Path]) -> Path:
    return service("example-county")


@pytest.fixture(scope="module")
def phone(place: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A phone on which an officer has signed in."""
    from playwright.sync_api import sync_playwright

    said, _password = demonstration(place, tmp_path_factory.mktemp("demo") / "lead.sqlite3")
    roles = pages(place, said)["roles"]
    officer = next(one for one in roles if any(address.startswith("/officer/") for address, _form in one["pages"]))
    with served(place, said) as home, sync_playwright() as driver:
        browser: Browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        context = browser.new_context(base_url=home, viewport=PHONE, java_script_enabled=False)
        context.add_cookies([{"name": "lead", "value": officer["cookie"], "url": home}])
        yield context.new_page()
        browser.close()


def test_every_offense_is_referred_in_under_two_minutes(place: Path, phone: Page) -> None:
    took = {offence: _walked(place, phone, offence) for offence in _offences(phone)}
    for offence, pace in took.items():
        print(f"{offence}: {pace}")
    assert len(took) > 10
    assert {offence: pace.seconds for offence, pace in took.items() if pace.seconds >= ALLOWED} == {}


def test_an_answer_is_changed_on_the_way_back(phone: Page) -> None:
    _refer(phone, _offences(phone)[0], Pace())
    first = phone.url
    kept = phone.locator("main fieldset").first.get_by_label("No", exact=True)
    kept.check()
    _send(phone)
    assert phone.url != first
    phone.go_back()
    assert phone.url == first
    assert kept.is_checked()
    phone.locator("main fieldset").first.get_by_label("Yes", exact=True).check()
    _send(phone)
    phone.goto(first)
    assert phone.locator("main fieldset").first.get_by_label("Yes", exact=True).is_checked()


def _offences(phone: Page) -> list[str]:
    phone.goto(f"/officer/new/{DOOR}/")
    return [str(one.get_attribute("value")) for one in phone.locator("[name=offences]").all()]


def _walked(place: Path, phone: Page, offence: str) -> Pace:
    """From the first page to the answer, every question answered so that the next one is asked."""
    pace = Pace(pages=1)  # the one on which the pathway is chosen
    facts = _refer(phone, offence, pace)
    engine = load(json.loads((place / "lead/data/policy.json").read_text(encoding="utf-8")))
    while "/questions/" in phone.url:
        pace.pages += 1
        for field in phone.locator("main form .field").all():
            _answer(field, engine, facts, pace)
        _send(phone)
    pace.pages += 1
    assert phone.locator("main a[href^='tel:']").count(), "The answer has no number to call."
    return pace


def _refer(phone: Page, offence: str, pace: Pace) -> dict[str, Any]:
    """Fill in the first page, and give what it tells the rules."""
    phone.goto(f"/officer/new/{DOOR}/")
    phone.locator(f"[name=offences][value={offence}]").check()
    phone.locator("[name=accepted][value=yes]").check()
    phone.locator("select[name=area]").select_option(AREA)
    for name, text in (("name", "Ada Invented-Example"), ("age", "30"), ("words", "Yes, you may call them.")):
        phone.locator(f"[name={name}]").fill(text)
        pace.keys += len(text)
    pace.fields += 6
    pace.passed += phone.locator("main form .field").count() - 6
    pace.pages += 1
    _send(phone)
    return {"area": AREA, "age": 30, "consents": True, "charges": [{"offence": offence}]}


def _send(phone: Page) -> None:
    phone.locator("main form button").last.click()
    assert phone.locator("[role=alert]").count() == 0, phone.locator("[role=alert]").first.inner_text()


def _answer(field: Locator, engine: Any, facts: dict[str, Any], pace: Pace) -> None:
    """Answer one field with the first answer that settles nothing yet."""
    shown = field.locator("input, select").first
    name = str(shown.get_attribute("name"))
    kind = "select" if field.locator("select").count() else shown.get_attribute("type")
    if kind == "radio":
        offered: list[Any] = [False, True]
    elif kind == "select":
        offered = [one.get_attribute("value") for one in shown.locator("option").all()][1:]
    else:
        offered = [1]
    answer = next((one for one in offered if _outcome(engine, facts, name, one) == KEPT_OPEN), None)
    if answer is None:
        pace.passed += 1
        return
    pace.fields += 1
    _tell(facts, name, answer)
    if kind == "radio":
        field.locator(f"input[value={'yes' if answer else 'no'}]").check()
    elif kind == "select":
        shown.select_option(str(answer))
    else:
        shown.fill("1")
        pace.keys += 4  # as many as a weight or a sum has


def _outcome(engine: Any, facts: dict[str, Any], name: str, answer: Any) -> str:
    tried = json.loads(json.dumps(facts))
    _tell(tried, name, answer)
    case = {"on": date.today().isoformat(), "pathway": DOOR, "facts": tried}
    return str(engine.decide(case, searched=False)["outcome"])


def _tell(facts: dict[str, Any], name: str, answer: Any) -> None:
    of, _dot, rest = name.partition(".")
    number, _dot, fact = rest.partition(".")
    if rest:
        facts[of][int(number) - 1][fact] = answer
    else:
        facts[of] = [{} for _entry in range(answer)] if of == "items" else answer
