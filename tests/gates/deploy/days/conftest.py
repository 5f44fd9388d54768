"""A day at each desk, in a real browser that runs no script: each fixture is what went before a story.

What one desk does the next one finds, and each story is told alone. Every page on the way is shown to axe-core.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.gates.browser import FLAGS
from tests.gates.deploy.days.people import CARE, CITY, FELONY, NOTE, OFFICER, RECORDS, SCREENING, SUPERVISION, YES, Ada
from tests.gates.deploy.looking import PHONE, Looker
from tests.gates.deploy.stories import Town, about
from tests.gates.deploy.walking import IN_STORIES, code_now, demonstration, served, sessions


@pytest.fixture(scope="package")
def town(service: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    from playwright.sync_api import sync_playwright

    place, database = service("example-county"), tmp_path_factory.mktemp("stories") / "lead.sqlite3"
    said, password = demonstration(place, database)
    cookies = sessions(place, said)
    with served(place, said) as home, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        looker = Looker(browser.new_context(base_url=home))
        yield Town(home, database, password, cookies, browser, looker, lambda account: code_now(place, said, account))
        browser.close()


@pytest.fixture(autouse=True)
def faultless(town: Town, request: pytest.FixtureRequest) -> Iterator[None]:
    """No page that somebody saw has a fault, and a story passes the pages that nobody has before it."""
    yield
    wrong, town.wrong = town.wrong, []
    assert wrong == []
    for route in (one for one, story in IN_STORIES.items() if story == request.node.name):
        assert town.passed(route), route


@pytest.fixture(scope="package")
def referred(town: Town) -> Ada:
    """An officer referred Ada on a phone, having signed in with a password and a code."""
    with town.desk(size=PHONE) as desk:
        assert "Sign in" in desk.open("/officer/new/arrest-diversion/")
        desk.refused("Sign in")
        desk.send("Sign in", login=OFFICER, password=town.password)
        desk.send("Sign in", code=town.code(OFFICER))
        assert desk.page.url.endswith("/officer/new/arrest-diversion/")
        desk.refused("Send the referral")
        told = {"name": "Ada Story", "born": "1990-02-03", "accepted": "yes", "words": "Yes, call them."}
        desk.send("Send the referral", offences="possession", area="downtown-core", **told)
        ada = Ada(desk.code(), desk.number())
        desk.asked(yes=(*YES, "threat"))
        assert "Ada Story" in desk.said()
        seen = desk.press("I have called the case manager")
        assert "Somebody meets the person by" in seen
        assert "Search" not in seen
        desk.open("/screening/", 403)
        desk.open("/care/", 403)
    return ada


@pytest.fixture(scope="package")
def screened(town: Town, referred: Ada) -> Ada:
    """The records desk of the agency answered what tells criminal history."""
    ada = referred
    with town.desk(RECORDS) as desk:
        assert ada.code in desk.open("/screening/")
        desk.follow(ada.code)
        desk.asked(yes=YES, supervising_agency="community-corrections")
        assert "Somebody may override" in desk.said()
    with town.desk(OFFICER, PHONE) as desk:
        assert "Not eligible, unless somebody overrides it." in desk.open(f"/officer/{ada.referral}/")
    return ada


@pytest.fixture(scope="package")
def overridden(town: Town, screened: Ada) -> Ada:
    """The office that the rules name overrode the exclusion."""
    ada = screened
    with town.desk(FELONY) as desk:
        assert ada.code not in desk.open("/prosecutor/overrides/")
    with town.desk(CITY) as desk:
        assert ada.code in desk.open("/prosecutor/overrides/")
        desk.follow(ada.code)
        desk.refused("Record the decision")
        desk.send("Record the decision", answer="eligible", ground="He shouted, and nobody was in danger.")
        assert ada.code not in desk.said()
    return ada


@pytest.fixture(scope="package")
def approved(town: Town, overridden: Ada) -> Ada:
    """The screening desk said yes for the program."""
    ada = overridden
    with town.desk(SCREENING) as desk:
        assert ada.code in desk.open("/screening/")
        seen = desk.follow(ada.code)
        assert "shouted" not in seen
        desk.follow("Answer for the program")
        desk.refused("Answer for the program")
        desk.send("Answer for the program", answer="yes")
        assert ada.code not in desk.open("/screening/")
    return ada


@pytest.fixture(scope="package")
def taken_in(town: Town, approved: Ada) -> Ada:
    """The case manager met Ada and did the intake."""
    ada = approved
    with town.desk(CARE, PHONE) as desk:
        assert ada.code in desk.open("/care/")
        desk.follow(f"Handoff {ada.code}")
        desk.refused("Save")
        desk.send("Save", outcome="met", place="The bench by the river")
        ada.person = desk.number()
        desk.follow("Begin the intake")
        desk.send("Save", tonight="Yes, at her sister's", found="At the bench, mornings")
        desk.follow("Finish the intake")
        desk.refused("Save")
        seen = desk.send("Save", offered=True, enough=True, languages="English")
        assert "active" in seen.lower()
        assert ada.code in desk.open("/care/people/")
    return ada


@pytest.fixture(scope="package")
def unsigned(town: Town, taken_in: Ada) -> Ada:
    """The office and supervision looked before Ada had signed anything."""
    ada = taken_in
    with town.desk(CITY) as desk:
        desk.open("/prosecutor/")
        seen = desk.follow(ada.code)
        ada.charge = desk.number()
        assert "not shared with you" in about(seen, "Intake done")
        assert "No flow of the agreement lets you learn this now" in desk.follow("Why? Intake done")
    with town.desk(SUPERVISION) as desk:
        assert ada.code not in desk.open("/supervision/")
    return ada


@pytest.fixture(scope="package")
def signed(town: Town, unsigned: Ada) -> Ada:
    """Ada signed two releases, one on paper, and struck a part."""
    ada = unsigned
    at = f"/care/{ada.person}/release"
    signed = {"clear": "yes", "interpreted": "no", "signed_name": "Ada Story", "copy_given": True}
    care = {"part_care-1": "initialed", "part_care-2": "initialed"}
    with town.desk(CARE) as desk:
        desk.open(f"{at}/care-team-release/en/")
        desk.refused("Sign the release")
        desk.send("Sign the release", how="paper", kept_at="Folder 7", **care, **signed)
        desk.open(f"{at}/justice-release/en/")
        parts = desk.page.locator("main form [name^=part_]").evaluate_all("all => [...new Set(all.map(o => o.name))]")
        marks = {name: "struck" if name == "part_referring-officers-1" else "initialed" for name in parts}
        seen = desk.send("Sign the release", how="screen", **{**marks, "part_intake-1": True}, **signed)
        assert "/care/signed/" in desk.page.url, seen
        assert "struck out" in seen, seen
        assert "Nobody signs a draft" in desk.open(f"{at}/justice-release/es/")
    return ada


@pytest.fixture(scope="package")
def planned(town: Town, signed: Ada) -> Ada:
    """The case manager wrote down plan, contact and service."""
    ada = signed
    with town.desk(CARE) as desk:
        desk.open(f"/care/{ada.person}/")
        desk.follow("Assessment")
        desk.refused("Save")
        desk.send("Save", housing="Sleeps outside.", wishes="A door that locks.")
        desk.follow("Add a step to the plan")
        desk.refused("Save")
        desk.send("Save", goal="A door that locks", step="Fill in the form together", agreed=True)
        desk.follow("Write down a contact")
        desk.refused("Save")
        seen = desk.send("Save", kind="visit", minutes="30", purpose="housing", note=NOTE)
        assert NOTE in seen
        desk.follow("Send to a service")
        desk.refused("Save")
        places = desk.page.locator("[name=place] option").evaluate_all("all => all.map(one => one.value)")
        seen = desk.send("Save", place=next(one for one in places if one), reason="A bed")
        assert "What you may tell the provider yourself" in seen
        desk.open(f"/care/{ada.person}/")
        desk.follow("What came of it")
        desk.send("Save", answer="accepted")
    return ada


@pytest.fixture(scope="package")
def told(town: Town, planned: Ada) -> Ada:
    """The office learned that the intake is done, and no more."""
    with town.desk(CITY) as desk:
        seen = desk.open(f"/prosecutor/charge/{planned.charge}/")
        assert "yes" in about(seen, "Intake done").lower()
        for word in (NOTE, "A door that locks", "Sleeps outside", "Folder 7", "sister"):
            assert word not in desk.page.content()
    return planned
