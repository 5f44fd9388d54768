"""A day at each desk, in a real browser that runs no script: what one desk does, the next one finds, and no more.

The stories stand in the order of the days, and each leans on those before it, as people at a county's desks do.
Every page that somebody sees on the way is shown to axe-core, in error too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.gates.browser import FLAGS
from tests.gates.deploy.looking import PHONE, Looker
from tests.gates.deploy.stories import Town
from tests.gates.deploy.walking import IN_STORIES, code_now, demonstration, served, sessions

pytestmark = pytest.mark.gate("chromium", "python:playwright", "npm:axe-core", "python:django", "python:gunicorn")

OFFICER, RECORDS = "city-referrals@sampleton-police", "records-check@sampleton-police"
DEPUTY, LIAISON = "county-referrals@county-sheriff", "police-liaison@sampleton-police"
CITY, FELONY = "misdemeanor-charging@city-attorney", "felony-charging@county-prosecutor"
SCREENING, CARE = "screening-desk@justice-center", "case-management@bridgeway"
MANAGER, PRIVACY = "project-manager@justice-center", "data-steward@public-health"
SUPERVISION = "supervision@community-corrections"
YES = ("probable", "user-quantity", "consents")
"""The questions whose yes speaks for a person."""
NOTE = "She sleeps in the blue van"
"""What only case management may read."""


@pytest.fixture(scope="module")
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


def test_an_officer_signs_in_with_password_and_code_and_refers_on_a_phone(town: Town) -> None:
    with town.desk(size=PHONE) as desk:
        assert "Sign in" in desk.open("/officer/new/arrest-diversion/")
        desk.refused("Sign in")
        desk.send("Sign in", login=OFFICER, password=town.password)
        desk.send("Sign in", code=town.code(OFFICER))
        assert desk.page.url.endswith("/officer/new/arrest-diversion/")
        desk.refused("Send the referral")
        told = {"name": "Ada Story", "born": "1990-02-03", "accepted": "yes", "words": "Yes, call them."}
        seen = desk.send("Send the referral", offences="possession", area="downtown-core", **told)
        town.said["ada"], town.said["referral"] = desk.code(), desk.number()
        assert "Ada Story" in seen
        desk.asked(yes=(*YES, "threat"))
        seen = desk.press("I have called the case manager")
        assert "Somebody meets the person by" in seen
        assert "Search" not in seen
        desk.open("/screening/", 403)
        desk.open("/care/", 403)
    log = town.log(town.said["ada"])
    assert [one["role"] for one in log if one["action"] == "entered"] == ["city-referrals"]
    assert all(one["allowed"] for one in log)


def test_the_records_desk_answers_what_tells_criminal_history_and_keeps_none_of_it(town: Town) -> None:
    with town.desk(RECORDS) as desk:
        assert town.said["ada"] in desk.open("/screening/")
        desk.follow(town.said["ada"])
        desk.asked(yes=YES, supervising_agency="community-corrections")
        assert "Somebody may override" in desk.said()
    kept = [one for one in town.log(town.said["ada"]) if one["action"] == "records_check"]
    assert [one["role"] for one in kept] == ["records-check"]
    with town.desk(OFFICER, PHONE) as desk:
        assert "Not eligible, unless somebody overrides it." in desk.open(f"/officer/{town.said['referral']}/")


def test_the_office_that_the_rules_name_overrides_on_a_ground(town: Town) -> None:
    ada = town.said["ada"]
    with town.desk(FELONY) as desk:
        assert ada not in desk.open("/prosecutor/overrides/")
    with town.desk(CITY) as desk:
        assert ada in desk.open("/prosecutor/overrides/")
        desk.follow(ada)
        desk.refused("Record the decision")
        desk.send("Record the decision", answer="eligible", ground="He shouted, and nobody was in danger.")
        assert ada not in desk.said()
    assert [one["role"] for one in town.log(ada, thing="override") if one["allowed"]] == ["misdemeanor-charging"]


def test_the_screening_desk_says_yes_for_the_program(town: Town) -> None:
    ada = town.said["ada"]
    with town.desk(SCREENING) as desk:
        assert ada in desk.open("/screening/")
        seen = desk.follow(ada)
        assert "shouted" not in seen
        desk.refused("Answer for the program")
        desk.send("Answer for the program", answer="yes")
        assert ada not in desk.open("/screening/")


def test_the_case_manager_meets_the_person_and_does_the_intake(town: Town) -> None:
    ada = town.said["ada"]
    with town.desk(CARE, PHONE) as desk:
        assert ada in desk.open("/care/")
        desk.follow(f"Handoff {ada}")
        desk.refused("Save")
        desk.send("Save", outcome="met", place="The bench by the river")
        town.said["person"] = desk.number()
        desk.follow("Begin the intake")
        desk.send("Save", tonight="Yes, at her sister's", found="At the bench, mornings")
        desk.follow("Finish the intake")
        desk.refused("Save")
        seen = desk.send("Save", offered=True, enough=True, languages="English")
        assert "active" in seen.lower()
        assert ada in desk.open("/care/people/")
    kinds = [one["thing"] for one in town.log(ada, role="case-management") if one["action"] == "changed"]
    assert kinds, town.log(ada, role="case-management")


def test_the_office_learns_nothing_of_the_intake_before_the_person_signed(town: Town) -> None:
    with town.desk(CITY) as desk:
        desk.open("/prosecutor/")
        seen = desk.follow(town.said["ada"])
        town.said["charge"] = desk.number()
        assert "not shared with you" in _about(seen, "Intake done")
        assert "No flow of the agreement lets you learn this now" in desk.follow("Why? Intake done")
    with town.desk(SUPERVISION) as desk:
        assert town.said["ada"] not in desk.open("/supervision/")


def test_the_person_signs_two_releases_one_on_paper_and_strikes_a_part(town: Town) -> None:
    at = f"/care/{town.said['person']}/release"
    signed = {"clear": "yes", "interpreted": "no", "signed_name": "Ada Story", "copy_given": True}
    with town.desk(CARE) as desk:
        desk.open(f"{at}/care-team-release/en/")
        desk.refused("Sign the release")
        desk.send("Sign the release", how="paper", kept_at="Folder 7", part_care="initialed", **signed)
        desk.open(f"{at}/justice-release/en/")
        parts = desk.page.locator("main form [name^=part_]").evaluate_all("all => [...new Set(all.map(o => o.name))]")
        marks = {name: "struck" if name == "part_referring-officers" else "initialed" for name in parts}
        seen = desk.send("Sign the release", how="screen", **{**marks, "part_intake": True}, **signed)
        assert seen.count("In force. It lets these know:") == 2
        assert "Nobody signs a draft" in desk.open(f"{at}/justice-release/es/")


def test_the_case_manager_writes_down_plan_contact_and_service(town: Town) -> None:
    with town.desk(CARE) as desk:
        desk.open(f"/care/{town.said['person']}/")
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
        desk.open(f"/care/{town.said['person']}/")
        desk.follow("What came of it")
        desk.send("Save", answer="accepted")


def test_the_office_learns_that_intake_is_done_and_nothing_more(town: Town) -> None:
    ada = town.said["ada"]
    with town.desk(CITY) as desk:
        seen = desk.open(f"/prosecutor/charge/{town.said['charge']}/")
        assert "yes" in _about(seen, "Intake done").lower()
        for word in (NOTE, "A door that locks", "Sleeps outside", "Folder 7", "sister"):
            assert word not in desk.page.content()
        desk.open(f"/care/{town.said['person']}/", 403)
        desk.open(f"/why/{town.said['person']}/clinical/")
        assert "No flow of the agreement" in desk.said()
        desk.open(f"/prosecutor/charge/{town.said['charge']}/")
        desk.refused("Record the decision")
        seen = desk.send("Record the decision", state="ended", note="Done as agreed.")
        assert "This charge has ended." in seen
    told = [one for one in town.log(ada, role="misdemeanor-charging") if one["thing"] == "intake"]
    assert next(one["allowed"] for one in told) == 0
    assert told[-1]["basis"] == "release"
    assert told[-1]["category"] == "intake-completed"


def test_an_office_extends_a_clock_on_the_ground_that_the_agreement_names(town: Town) -> None:
    with town.desk(OFFICER, PHONE) as desk:
        desk.open("/officer/new/arrest-diversion/")
        told = {"name": "Cy Story", "born": "1991-04-05", "accepted": "yes", "words": "All right."}
        desk.send("Send the referral", offences="possession", area="downtown-core", **told)
        cy = desk.code()
    with town.desk(CITY) as desk:
        desk.open("/prosecutor/")
        desk.follow(cy)
        desk.follow("Extend: Intake")
        desk.refused("Extend")
        assert "Extended once." in desk.send("Extend", ground="In detox until Friday.")
        assert not desk.page.get_by_role("link", name="Extend: Intake").count()
    assert [one["thing"] for one in town.log(cy, action="changed", role="misdemeanor-charging")] == ["extend:intake"]


def test_the_liaison_and_the_supervising_officer_see_what_the_person_signed_and_no_more(town: Town) -> None:
    ada = town.said["ada"]
    with town.desk(LIAISON) as desk:
        assert ada in desk.open("/police/")
        seen = desk.follow(ada)
        assert "not shared with you" in _about(seen, "Engaged")  # that part was struck
        desk.open("/care/", 403)
    with town.desk(SUPERVISION) as desk:
        assert ada in desk.open("/supervision/")
        seen = desk.follow(ada)
        assert "active" in _about(seen, "Engaged").lower()
        desk.refused("Send the answer")
        assert "You agreed." in desk.send("Send the answer", answer="yes")
        assert "Sleeps outside" not in desk.page.content()
    assert {one["allowed"] for one in town.log(ada, role="supervision")} == {1}


def test_the_project_manager_takes_a_social_contact_in_and_sees_to_the_program(town: Town) -> None:
    for account, name, area in ((DEPUTY, "Bo Story", "unincorporated"), (OFFICER, "Bo Storey", "sampleton-city")):
        with town.desk(account, PHONE) as desk:
            desk.open("/officer/new/social-contact/")
            told = {"name": name, "born": "1985-05-06", "accepted": "yes", "words": "Yes, please."}
            desk.send("Send the referral", area=area, **told)
            town.said[name] = desk.code()
            desk.asked(yes=(*YES, "behind-drugs"))
    with town.desk(MANAGER) as desk:
        assert town.said["Bo Story"] in desk.open("/project/")
        desk.follow(town.said["Bo Story"])
        desk.refused("Record the decision")
        desk.send("Record the decision", answer="accept", agency="bridgeway")
        assert town.said["Bo Story"] not in desk.said()
        desk.open("/project/places/")
        for one in ("Bo Story", "Bo Storey"):
            assert town.said[one] in desk.open("/project/people/")
        desk.open(f"/project/agenda/propose/{town.said['person']}/")
        desk.refused("Put on the agenda")
        desk.send("Put on the agenda", conference=town.today, question="Who rides along?")
        seen = desk.open("/project/agenda/print/")
        assert "Ada Story" in seen
        assert NOTE not in desk.page.content()
        desk.open("/project/duplicates/")
        desk.follow(town.said["Bo Story"])
        desk.refused("Record it")
        desk.send("Record it", answer="one")
        assert "Figures" in desk.open("/project/figures/")
        assert "hidden" in desk.said()


def test_the_case_manager_takes_a_release_back_and_the_privacy_officer_sees_to_it(town: Town) -> None:
    ada = town.said["ada"]
    with town.desk(CARE) as desk:
        desk.open(f"/care/{town.said['person']}/")
        desk.follow("Take it back: Release to my care team")
        desk.refused("Take it back now")
        seen = desk.send("Take it back now", recipient="*", means="in_person")
        assert "was taken back" in seen
    with town.desk(PRIVACY) as desk:
        seen = desk.open("/privacy/consents/")
        assert ada in seen
        assert "Ada Story" not in seen
        desk.page.get_by_role("button", name="told").first.click()
        desk.open("/privacy/consents/")


def test_the_privacy_officer_reviews_the_log_disclosures_and_an_emergency(town: Town) -> None:
    ada = town.said["ada"]
    with town.desk(PRIVACY) as desk:
        seen = desk.open(f"/privacy/log/?code={ada}")
        assert "Ada Story" not in seen
        assert "misdemeanor-charging@city-attorney" in seen
        desk.open("/privacy/log/review/")
        desk.refused("Sign off the review")
        desk.send("Sign off the review", finding="Nothing was opened that nobody had to open.")
        assert "Last reviewed on" in desk.said()
        desk.open("/privacy/disclosures/")
        desk.send("Open the account", code=ada)
        assert "Intake done" in desk.said()
        assert NOTE not in desk.page.content()
        desk.open("/privacy/emergencies/")
        desk.page.locator("main table a").first.click()
        desk.refused("Keep the finding")
        desk.send("Keep the finding", finding="The hospital confirmed that it asked for the medication.")
        desk.open("/privacy/register/")
        desk.refused("Enter it")
        desk.send("Enter it", kind="incident", text="A sheet was left in the printer.")
        desk.page.locator("main table a").first.click()
        desk.refused("Close it")
        desk.send("Close it", finding="It was shredded within the hour.")
    assert [one["role"] for one in town.log(action="emergency_reviewed")] == ["data-steward"]


def test_the_privacy_officer_holds_a_record_and_destroys_one_in_two_steps(town: Town) -> None:
    with town.desk(PRIVACY) as desk:
        seen = desk.open("/privacy/retention/")
        gone = desk.code()
        desk.open("/privacy/retention/hold/")
        desk.refused("Put it on hold")
        desk.send("Put it on hold", person=gone, reason="A letter of counsel asks for it.")
        assert f"Prepare the purge of {gone}" not in desk.page.content()
        desk.follow(f"Lift the hold of {gone}")
        desk.refused("Lift the hold")
        desk.send("Lift the hold", why="Counsel took the letter back.")
        desk.press(f"Prepare the purge of {gone}")
        assert "Prepared" in desk.said()
        desk.refused("Destroy it")
        seen = desk.send("Destroy it", code=gone)
        assert "Certificate of a purge" in seen
    assert [one["action"] for one in town.log(gone) if "purge" in one["action"]] == ["purge_prepared", "purged"]


def test_the_person_gets_a_printed_account_of_who_was_told(town: Town) -> None:
    with town.desk(CARE) as desk:
        desk.open(f"/care/{town.said['person']}/")
        seen = desk.follow("Account of disclosures")
        assert "Who was told about you" in seen
        assert "Release to police and prosecutors" in seen
        desk.page.emulate_media(media="print")
        assert not desk.page.locator("header:visible, form:visible, .why:visible").count()


def test_a_neighbor_asks_by_the_public_form_and_the_desk_answers(town: Town) -> None:
    with town.desk(size=PHONE) as desk:
        desk.open("/help/")
        desk.follow("Community referral")
        desk.refused("Send the request")
        told: dict[str, Any] = {
            "about_whom": "A man in a green coat",
            "where": "By the old mill",
            "asker": "Nel Neighbor",
        }
        desk.asked(**told, contact="360-555-0123", area="sampleton-city")
        seen = desk.said()
        assert "The number of your request" in seen
        assert "green coat" not in seen
        for address in ("/help/inbox/", "/project/", "/privacy/log/"):
            assert "Sign in" in desk.open(address)
    with town.desk(MANAGER) as desk:
        assert "By the old mill" not in desk.open("/help/inbox/")  # where somebody is, only the screening desk is told
    with town.desk(SCREENING) as desk:
        assert "By the old mill" in desk.open("/help/inbox/")
        row = desk.page.locator("main tr", has_text="By the old mill")
        row.get_by_role("link").click()
        desk.refused("Answer")
        desk.send("Answer", answer="refer")
        assert "The caller was told." in desk.press("I told the caller")


def test_no_page_that_somebody_saw_has_a_fault(town: Town) -> None:
    assert len(town.seen) > 60
    for route in IN_STORIES:
        told = re.compile(re.sub("<[^>]+>", "[^/]+", route))
        assert any(told.fullmatch(one) for one in town.seen), route
    assert town.wrong == []


def _about(seen: str, label: str) -> str:
    """What a page says of something."""
    lines = seen.splitlines()
    return lines[lines.index(label) + 1]
