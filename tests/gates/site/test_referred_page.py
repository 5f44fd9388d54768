"""The questions in a real browser: the answers of leadkit, for every scenario; nothing stored, nothing sent."""

from __future__ import annotations

import copy
import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from leadkit.model.load import load
from leadkit.policy.engine import load as engine_of
from leadkit.policy.scenarios import run_scenarios
from leadkit.resources import programs
from leadkit.source import read
from leadkit.source.tree import plain
from leadkit.source.writing import to_yaml
from tests.gates.site.referred_walk import Walk
from tests.gates.site.serving import served
from tests.sampling import sampled
from tests.site.conftest import published
from tests.site.hostile import made_hostile
from tests.site.scenarios import PROGRAMS, as_public, public_case

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.gate("chromium", "python:playwright")

_DECIDE = """async ([policy, cases]) => {
    const { load } = await import(new URL("/js/engine.js", location.href));
    const engine = load(policy);
    return cases.map((one) => engine.decide(one));
}"""
_TOLD = ("outcome", "charges", "missing")
_SITE = Path("site/data")


def _policy(site: Path, name: str) -> dict[str, Any]:
    return dict(json.loads((site / _SITE / f"{name}-policy.json").read_text(encoding="utf-8")))


def _whole(policy: dict[str, Any]) -> dict[str, Any]:
    """The policy with the parts that are left out where they are empty, as the engine of leadkit reads it."""
    return {"seriousness": [], "open": [], "facts": {}, **policy}


def _open(context: BrowserContext, address: str, name: str, day: str) -> Page:
    page = context.new_page()
    page.clock.set_fixed_time(f"{day}T12:00:00")
    page.goto(f"{address}/{name}/referred.html")
    page.locator("#referred form").wait_for()
    return page


@pytest.mark.parametrize("name", PROGRAMS)
def test_the_engine_of_the_page_decides_every_scenario_as_leadkit_does(
    name: str, browser: Browser, site: Path, address: str
) -> None:
    """On the days for which the page holds with what it has itself, on others with what it would have."""
    jurisdiction, own = load(programs() / name), _policy(site, name)
    asked: dict[str, tuple[dict[str, Any], list[Any], list[Any]]] = {}
    for tested in run_scenarios(jurisdiction, name=name):
        if tested.desk is None or tested.case is None or tested.decision is None:
            continue
        on = tested.case["on"]
        holds = own.get("holds_from", "") <= on <= own.get("holds_until", "9999")
        policy = own if holds else as_public(jurisdiction, tested)
        case = public_case(policy, tested.case)
        if case is not None:
            entry = asked.setdefault("own" if holds else on, (policy, [], []))
            entry[1].append(case)
            entry[2].append((tested.id, tested.decision))
    context = browser.new_context()
    page = _open(context, address, name, own["on"])
    assert "own" in asked
    for policy, cases, expected in asked.values():
        for found, (id_, decision) in zip(page.evaluate(_DECIDE, [policy, cases]), expected, strict=True):
            assert {key: found[key] for key in _TOLD} == {key: decision[key] for key in _TOLD}, id_
    context.close()


def _walked(name: str, site: Path) -> list[tuple[str, dict[str, Any], str]]:
    """Scenarios that the page can be asked, without what it does not ask, and what leadkit decides of that."""
    policy = _policy(site, name)
    whole = _whole(policy)
    found = []
    for tested in run_scenarios(load(programs() / name), name=name):
        case = tested.case and public_case(policy, tested.case, restricted=False)
        if case and policy.get("holds_from", "") <= case["on"] <= policy.get("holds_until", "9999"):
            found.append((tested.id, case, engine_of(whole).decide(case)["outcome"]))
    return found


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_walk_by_clicks_comes_to_the_same_outcome(name: str, browser: Browser, site: Path, address: str) -> None:
    context = browser.new_context()
    scenarios = _walked(name, site)
    for id_, case, outcome in scenarios[:: max(1, len(scenarios) // len(sampled(range(12), 3)))]:
        page = _open(context, address, name, case["on"])
        assert Walk(page, _policy(site, name), case).to_the_end() == outcome, id_
        page.close()
    context.close()


def test_a_walk_stores_nothing_and_sends_nothing(browser: Browser, site: Path, address: str) -> None:
    context = browser.new_context()
    name, (_, case, _) = "example-county", _walked("example-county", site)[0]
    page = _open(context, address, name, case["on"])
    began, asked = page.url, list[str]()
    page.on("request", lambda request: asked.append(request.url))
    Walk(page, _policy(site, name), case).to_the_end()
    page.get_by_role("button", name="Change").first.click()
    assert asked == []
    assert context.cookies() == []
    assert page.url == began
    held = "[localStorage.length, sessionStorage.length, history.state, history.length, window.name]"
    assert page.evaluate(held) == [0, 0, None, page.evaluate("history.length"), ""]
    assert page.evaluate("indexedDB.databases()") == []
    assert page.evaluate("caches.keys()") == []
    page.goto(f"{address}/{name}/who.html")
    page.go_back()
    page.locator("#referred form").wait_for()
    assert not page.locator("#referred .answers").count()
    context.close()


def test_what_is_not_known_makes_nobody_eligible(browser: Browser, site: Path, address: str) -> None:
    context = browser.new_context()
    for name in PROGRAMS:
        policy = _policy(site, name)
        for pathway in policy["pathways"]:
            page = _open(context, address, name, date.fromisoformat(policy["on"]).isoformat())
            unknown = {"on": policy["on"], "pathway": pathway, "facts": {}}
            outcome = Walk(page, policy, unknown).to_the_end()
            assert outcome == engine_of(_whole(policy)).decide(unknown)["outcome"], (name, pathway)
            assert outcome != "eligible", (name, pathway)
            page.close()
    context.close()


def test_the_questions_of_a_hostile_program_run_nothing(browser: Browser, tmp_path: Path) -> None:
    """The policy of the page is switched off, so that nothing but the script itself keeps another from running."""
    (tmp_path / "county").mkdir()
    county = made_hostile(copy.deepcopy(plain(read(programs() / "example-county").root)))
    (tmp_path / "county/program.yaml").write_text(to_yaml(county), encoding="utf-8")
    made = published(tmp_path / "county", tmp_path / "out")
    assert not made.failed, made.findings
    context = browser.new_context(bypass_csp=True)
    context.add_init_script("window.ran = 0; window.evil = () => { window.ran += 1; };")
    policy = json.loads((tmp_path / "out" / _SITE / "policy.json").read_text(encoding="utf-8"))
    with served(tmp_path / "out") as address:
        page = context.new_page()
        page.goto(f"{address}/referred.html")
        page.locator("#referred input[type=radio]").first.check()
        page.locator("#referred button[type=submit]").click()
        Walk(page, policy, {"facts": {}}).to_the_end()
        assert "evil" in page.locator("#referred").inner_text()
        assert page.evaluate("window.ran") == 0
    context.close()
