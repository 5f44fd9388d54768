"""What the office, the liaison and the supervising officer learn: what the person signed, and no more."""

from __future__ import annotations

import pytest

from tests.gates.deploy.days.people import CITY, LIAISON, OFFICER, SUPERVISION, Ada
from tests.gates.deploy.looking import PHONE
from tests.gates.deploy.stories import Town, about

pytestmark = pytest.mark.gate("chromium", "python:playwright", "npm:axe-core", "python:django", "python:gunicorn")


def test_the_office_learns_nothing_of_the_intake_before_the_person_signed(town: Town, unsigned: Ada) -> None:
    ada = unsigned
    heard = [one for one in town.log(ada.code, role="misdemeanor-charging") if one["thing"] == "intake"]
    assert heard[0]["allowed"] == 0


def test_the_office_learns_that_intake_is_done_and_nothing_more(town: Town, told: Ada) -> None:
    ada = told
    with town.desk(CITY) as desk:
        desk.open(f"/care/{ada.person}/", 403)
        desk.open(f"/why/{ada.person}/clinical/")
        assert "No flow of the agreement" in desk.said()
        desk.open(f"/prosecutor/charge/{ada.charge}/")
        desk.refused("Record the decision")
        seen = desk.send("Record the decision", state="ended", note="Done as agreed.")
        assert "This charge has ended." in seen
    heard = [one for one in town.log(ada.code, role="misdemeanor-charging") if one["thing"] == "intake"]
    assert next(one["allowed"] for one in heard) == 0
    assert heard[-1]["basis"] == "release"
    assert heard[-1]["category"] == "intake-completed"


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
    assert [one["thing"] for one in town.log(cy, action="changed", role="misdemeanor-charging")] == ["extend"]


def test_the_liaison_and_the_supervising_officer_see_what_the_person_signed_and_no_more(
    town: Town, signed: Ada
) -> None:
    ada = signed
    with town.desk(LIAISON) as desk:
        assert ada.code in desk.open("/police/")
        seen = desk.follow(ada.code)
        assert "not shared with you" in about(seen, "Engaged")  # that part was struck
        desk.open("/care/", 403)
    with town.desk(SUPERVISION) as desk:
        assert ada.code in desk.open("/supervision/")
        seen = desk.follow(ada.code)
        assert "active" in about(seen, "Engaged").lower()
        desk.refused("Send the answer")
        assert "You agreed." in desk.send("Send the answer", answer="yes")
        assert "Sleeps outside" not in desk.page.content()
    assert {one["allowed"] for one in town.log(ada.code, role="supervision")} == {1}
