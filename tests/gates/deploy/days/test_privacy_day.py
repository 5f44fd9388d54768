"""The privacy officer: releases taken back, the log, disclosures, an emergency, holds and purges."""

from __future__ import annotations

import pytest

from tests.gates.deploy.days.people import CARE, NOTE, PRIVACY, Ada
from tests.gates.deploy.stories import Town

pytestmark = pytest.mark.gate("chromium", "python:playwright", "npm:axe-core", "python:django", "python:gunicorn")


def test_the_case_manager_takes_a_release_back_and_the_privacy_officer_sees_to_it(town: Town, told: Ada) -> None:
    ada = told
    with town.desk(CARE) as desk:
        desk.open(f"/care/{ada.person}/")
        desk.follow("Take it back: Release to my care team")
        desk.refused("Take it back now")
        seen = desk.send("Take it back now", recipient="*", means="in_person")
        assert "was taken back" in seen
    with town.desk(PRIVACY) as desk:
        seen = desk.open("/privacy/consents/")
        assert ada.code in seen
        assert "Ada Story" not in seen
        desk.page.get_by_role("button", name="told").first.click()
        desk.open("/privacy/consents/")


def test_the_privacy_officer_reviews_the_log_disclosures_and_an_emergency(town: Town, told: Ada) -> None:
    ada = told
    with town.desk(PRIVACY) as desk:
        seen = desk.open(f"/privacy/log/?code={ada.code}")
        assert "Ada Story" not in seen
        assert "misdemeanor-charging@city-attorney" in seen
        desk.open("/privacy/log/review/")
        desk.refused("Sign off the review")
        desk.send("Sign off the review", finding="Nothing was opened that nobody had to open.")
        assert "Last reviewed on" in desk.said()
        desk.open("/privacy/disclosures/")
        desk.send("Open the account", code=ada.code)
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
