"""Who refers whom, where and when, and what follows for a charge."""

from __future__ import annotations

import re

import pytest

from tests.documents.mou.reading import Printed, section, text


@pytest.mark.parametrize(("required", "form", "said"), [
    ("always", "[agrees_to_diversion, declines_prosecution]", "only where the complainant agrees and declines"),
    ("if_person_victim", "states_preference", "The statement is weighed, and does not decide."),
    ("if_person_victim", "agrees_to_diversion", "offered only with that person’s consent"),
])  # fmt: skip
def test_a_complainant_is_heard_as_the_data_says(printed: Printed, required: str, form: str, said: str) -> None:
    consent = f"eligibility:\n  consent:\n    complainant: {{required: {required}, form: {form}}}\n"
    assert said in section(text(printed(consent)), "Complainants")


def test_each_agency_refers_in_its_own_area(county: str) -> None:
    pathway = section(county, "Arrest diversion")
    city = next(line for line in pathway.splitlines() if "by the Sampleton Police" in line)
    assert "Sample River" not in city
    assert "in Unincorporated Example County and on Sample River land by the Sheriff’s Office" in pathway
    assert "the person’s own agreement" in pathway
    assert "consent of the participant" not in pathway


def test_a_pathway_that_is_not_open_is_not_listed(printed: Printed, county: str) -> None:
    assert re.search(r"^### [0-9.]+ Community referral$", county, re.MULTILINE)
    closed = text(printed("pathways:\n  community-referral: {enabled: no}\n"))
    assert not re.search(r"^### [0-9.]+ Community referral$", closed, re.MULTILINE)


def test_a_confidential_place_is_not_printed(printed: Printed, county: str) -> None:
    area = "areas:\n  sampleton-city: {confidential: yes}\n"
    assert "City of Sampleton" in section(county, "Community referral")
    assert "City of Sampleton" not in section(text(printed(area)), "Community referral")
    assert "City of Sampleton" not in section(text(printed(area)), "Arrest diversion")


def test_a_pathway_says_what_follows_for_a_charge_and_promises_nothing(county: str, otherwise: str) -> None:
    said = section(county, "Arrest diversion")
    assert "where intake is not complete in time, the charge may be filed" in said
    assert "within eleven months of the offense" in said
    assert "For a civil infraction in the City of Sampleton" in said
    assert "ordinarily no charging paper is written" in said
    assert "nothing follows" not in said
    assert "Nothing here extends or waives a period of limitation." in said
    changed = section(otherwise, "Arrest diversion")
    assert "where intake is not complete in time, the charge goes forward in the ordinary way" in changed
    assert "within ten months of the offense" in changed


def test_hours_read_as_a_sentence(county: str, otherwise: str) -> None:
    said = section(county, "Officer social contact")
    assert "Except where this Section says otherwise, it is open at all hours." in said
    assert "In Unincorporated Example County it is open only daily from 07:00 to 23:00." in said
    assert "On Sample River land it is open only Monday to Friday from 08:00 to 20:00." in said
    assert "It is open at all hours." in section(otherwise, "Officer social contact")


def test_no_count_is_held_against_an_officer_unless_the_program_allows_it(county: str, otherwise: str) -> None:
    assert "No count is used to rate" in section(county, "No Promise of an Outcome")
    assert "No count is used to rate" not in section(otherwise, "No Promise of an Outcome")
