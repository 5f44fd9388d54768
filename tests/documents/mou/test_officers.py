"""What an officer does at the scene, and what becomes of a complaint and an incident."""

from __future__ import annotations

from tests.documents.mou.reading import section


def test_the_last_word_on_an_offer_is_the_officers(county: str, otherwise: str) -> None:
    assert "Whether to offer it is for the officer to decide" in section(county, "Arrest diversion")
    assert "Whether to offer it is for the officer" not in section(otherwise, "Arrest diversion")


def test_the_scene_follows_the_data_and_keeps_its_protections(county: str, otherwise: str) -> None:
    said = section(county, "At the Scene")
    assert "The officer stays meanwhile, for sixty minutes at most." in said
    assert "No one is held longer than the law allows for the offense." in said
    assert "An unanswered call is no ground to book a person" in said
    assert "community referral, the person passes" not in said
    changed = section(otherwise, "At the Scene")
    assert "The wait is twenty minutes at most." in changed
    assert "takes the place of Diversion" in changed
    assert "Where three calls to Bridgeway or the Project director stay unanswered, a supervisor decides." in changed


def test_one_rule_says_how_long_evidence_is_kept(county: str, otherwise: str) -> None:
    said = section(county, "Evidence and Property")
    assert "at least until the period of limitation has run, and for sixty days after that" in said
    assert "a hold, a duty of discovery or a retention schedule" in said
    changed = section(otherwise, "Evidence and Property")
    assert "Drugs are not taken." in changed
    assert "for sixty days after" not in changed
    assert "cash is booked" in changed


def test_the_offer_has_a_beginning_an_end_and_its_warning(county: str, otherwise: str) -> None:
    said = section(county, "The Offer")
    assert "The offer begins when the officer offers the Program, and ends with the answer." in said
    assert "rights are read before questions are asked" in said
    assert "rights are read" not in section(otherwise, "The Offer")
    assert "The offer begins" not in section(otherwise, "The Offer")


def test_a_group_recommends_and_the_agency_decides(county: str) -> None:
    assert "The agency concerned decides, within its own authority." in section(county, "No Worse Treatment")


def test_a_complaint_about_an_officer_goes_to_that_agency_only(county: str, otherwise: str) -> None:
    said = section(county, "No Worse Treatment")
    assert "A complaint about an officer goes only to that agency’s own process: to the office" in said
    silent = section(otherwise, "No Worse Treatment")
    assert "A complaint about an officer goes only to that agency’s own process." in silent


def test_a_review_hinders_no_inquiry_and_the_table_follows_the_data(county: str, otherwise: str) -> None:
    whole = county
    said = section(whole, "Critical Incidents and the Press")
    assert "It hinders no criminal, administrative or use-of-force inquiry" in said
    assert "Each agency speaks and investigates for itself." in said
    assert "| A death | Project director and Public Health | twenty-four hours | Policy Coordinating Group |" in whole
    assert "| A death |" not in otherwise
