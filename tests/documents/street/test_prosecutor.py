"""The charging guideline of one office: individual review, and never a blanket rule."""

from __future__ import annotations

from tests.documents.street.reading import part

COUNTY, CITY = "prosecutor-policy-felony", "prosecutor-policy-misdemeanor"


def test_each_case_is_reviewed_by_itself(paper) -> None:
    said = part(paper(COUNTY), "Each Case by Itself")
    assert "An attorney reviews each case on its own facts, law and evidence" in said
    assert "No offense, no amount and no group of people goes uncharged because of this guideline." in said
    assert "It promises nobody an outcome" in paper(COUNTY)
    assert "will not be charged" not in paper(COUNTY)


def test_an_office_reads_of_its_own_charges_and_places(paper) -> None:
    county, city = paper(COUNTY), paper(CITY)
    assert "| A felony | In Example County | Senior Deputy Prosecuting Attorney |" in county
    assert "Town of Little Sample" in county
    assert "*For a felony.*" in county
    assert "*For a felony.*" not in city
    assert "*For a gross misdemeanor.*" in city
    assert "*For a misdemeanor.*" in city
    assert "Open cases" not in city
    assert "| Other violent convictions |" in county
    assert "| Other violent convictions |" not in city


def test_what_is_held_says_its_clock_its_presumption_and_its_limitation(paper, otherwise) -> None:
    said = part(paper(COUNTY), "What Is Held, Filed or Declined")
    assert "It is held for thirty (30) days from the referral at most" in said
    assert "the presumption is that the charge is not filed. The attorney may find it rebutted." in said
    assert "The period is three (3) years from the offense, and the office decides within thirty-four (34)" in said
    other = part(otherwise(COUNTY), "What Is Held, Filed or Declined")
    assert "thirty (30) months" in other
    assert "the charge is not kept on file" in other
    assert other.count("It is held for thirty (30) days") == 2


def test_a_guideline_of_the_office_is_a_start_and_no_rule(paper) -> None:
    said = part(paper(CITY), "Guidelines of the Office")
    assert "below 0.5 grams" in said
    assert "It is where the review starts, and no rule that such a case is not charged." in said
    assert "Guidelines of the Office" not in paper(COUNTY)


def test_duties_of_disclosure_prevail_and_criminal_history_stays(paper, otherwise) -> None:
    said = part(paper(COUNTY), "Disclosure")
    assert "prevail over this guideline" in said
    assert "Brady v. Maryland" in said
    assert "others learn a yes or a no, with a public reason code" in said
    assert "A log shows" not in part(otherwise(COUNTY), "Disclosure")


def test_only_the_court_recalls_a_warrant(paper) -> None:
    assert "The office may ask the court to recall it" in part(paper(COUNTY), "Warrants")


def test_who_can_have_no_such_guideline(refusal) -> None:
    elsewhere = "documents: {prosecutor-policy-felony: {agency: public-health}}"
    assert "decides on no charge" in refusal(COUNTY, piece=elsewhere)
    assert "names no charging office" in refusal("prosecutor-policy", "seattle-king-wa")
