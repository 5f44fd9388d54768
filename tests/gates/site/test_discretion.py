"""The answer of a program whose public rules leave something to a person: whose decision it is, and how it looks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.gates.deploy.looking import PHONE, faults
from tests.gates.site.referred_walk import Walk
from tests.sampling import takes_long

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.gate("chromium", "python:playwright", "npm:axe-core")

PROGRAM = "santa-fe-nm"
CASE: dict[str, Any] = {
    "on": "2016-06-01", "pathway": "arrest-diversion",
    "facts": {
        "age": 34, "area": "city", "probable-cause": True, "consents": True,
        "charges": [{"offence": "opiate-possession", "act": "possess", "substance": "opiates"}],
        "items": [{"substance": "opiates", "weight": 7000}],
        "likely-to-return": False, "behind-drugs": False, "behind-sex-work": False, "not-amenable": False,
        "profit-above-subsistence": False, "exploits-minor": False, "promotes-prostitution": False,
    },
}  # fmt: skip
"""Seven grams, where the limit is six."""


def _policy(site: Path) -> dict[str, Any]:
    """A policy of which nothing is left to the agencies: what they alone know would keep every answer open."""
    policy = json.loads((site / f"site/data/{PROGRAM}-policy.json").read_text(encoding="utf-8"))
    kept = [rule for rule in policy["rules"] if "history" not in rule["id"] and "informant" not in rule["id"]]
    return {**policy, "rules": kept}


@takes_long
def test_who_may_set_a_presumption_aside_is_told(browser: Browser, site: Path, address: str) -> None:
    policy = _policy(site)
    context = browser.new_context(viewport=PHONE, color_scheme="dark", bypass_csp=True)
    page = context.new_page()
    page.clock.set_fixed_time(f"{CASE['on']}T12:00:00")
    page.route("**/*-policy.json", lambda route: route.fulfill(json=policy))
    page.goto(f"{address}/{PROGRAM}/referred.html")
    page.locator("#referred form").wait_for()
    assert Walk(page, policy, CASE).to_the_end() == "needs_discretion"
    told = page.locator(".outcome").inner_text()
    assert "Perhaps: somebody must decide" in told
    assert "more than 6 g. Who may set it aside: Attorney for the case." in told
    assert faults(page) == []
    context.close()
