"""Case management: the intake, releases, the plan, and the account of disclosures."""

from __future__ import annotations

import pytest

from tests.gates.deploy.days.people import CARE, NOTE, Ada
from tests.gates.deploy.stories import Town

pytestmark = pytest.mark.gate("chromium", "python:playwright", "npm:axe-core", "python:django", "python:gunicorn")


def test_the_case_manager_meets_the_person_and_does_the_intake(town: Town, taken_in: Ada) -> None:
    ada = taken_in
    with town.desk(CARE) as desk:
        assert ada.code in desk.open("/care/people/")
    kinds = [one["thing"] for one in town.log(ada.code, role="case-management") if one["action"] == "changed"]
    assert kinds, town.log(ada.code, role="case-management")


def test_the_person_signs_two_releases_one_on_paper_and_strikes_a_part(town: Town, signed: Ada) -> None:
    ada = signed
    with town.desk(CARE) as desk:
        assert desk.open(f"/care/{ada.person}/").count("In force. It lets these know:") == 2


def test_the_case_manager_writes_down_plan_contact_and_service(town: Town, planned: Ada) -> None:
    ada = planned
    with town.desk(CARE) as desk:
        assert NOTE in desk.open(f"/care/{ada.person}/")


def test_the_person_gets_a_printed_account_of_who_was_told(town: Town, told: Ada) -> None:
    ada = told
    with town.desk(CARE) as desk:
        desk.open(f"/care/{ada.person}/")
        seen = desk.follow("Account of disclosures")
        assert "Who was told about you" in seen
        assert "Release to police and prosecutors" in seen
        desk.page.emulate_media(media="print")
        assert not desk.page.locator("header:visible, form:visible, .why:visible").count()
