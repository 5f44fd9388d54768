"""The project manager, and the neighbor who asks by the public form."""

from __future__ import annotations

from typing import Any

import pytest

from tests.gates.deploy.days.people import DEPUTY, MANAGER, NOTE, OFFICER, SCREENING, YES, Ada
from tests.gates.deploy.looking import PHONE
from tests.gates.deploy.stories import Town

pytestmark = pytest.mark.gate("chromium", "python:playwright", "npm:axe-core", "python:django", "python:gunicorn")


def test_the_project_manager_takes_a_contact_in_and_sees_to_the_program(town: Town, planned: Ada) -> None:
    ada = planned
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
        desk.open(f"/project/agenda/propose/{ada.person}/")
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
