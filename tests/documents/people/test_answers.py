"""The form for complaints, the notice of a decline, and the notice of what became of a charge."""

from __future__ import annotations

import re

import pytest

from tests.documents.people.reading import grade

COMPLAINT, DECLINE, FILING = "grievance-form", "decline-notice", "filing-notice"


def test_a_complaint_says_to_whom_how_soon_and_that_it_harms_nobody(composed, altered, text) -> None:
    printed = text(composed(COMPLAINT))
    assert "- Whom to tell: Public Health or Public Defense. How: in words, in writing" in printed
    assert "- Nobody may treat you worse because you complained." in printed
    assert "- You get an answer within 14 days." in printed
    assert "- Who decides: Public Health." in printed
    assert "you can turn to the Policy Coordinating Group." in printed
    silent = text(altered(COMPLAINT, "procedure: {grievance: {no_retaliation: no, answer_within: ~}}\n"))
    assert "Nobody may treat you worse" not in silent
    assert "You get an answer" not in silent


def test_a_decline_tells_public_reasons_and_no_record(composed, text) -> None:
    printed = text(composed(DECLINE))
    assert "[ ] The conduct is outside the program." in printed
    assert not re.search(r"convict|criminal history|warrant|complainant", printed, re.IGNORECASE)
    assert "Restricted" in printed.split("\n")[0]


def test_a_reason_is_told_once_and_none_where_there_is_none(composed, altered, text) -> None:
    reasons = re.findall(r"^\[ \] (The .*)$", text(composed(DECLINE)), flags=re.MULTILINE)
    assert len(reasons) == len(set(reasons)) > 3
    assert "The reason\n" not in text(altered(DECLINE, "eligibility: {exclusions: ~}\n"))


def test_a_decline_is_no_decision_and_says_how_to_complain(composed, altered, text) -> None:
    printed = text(composed(DECLINE))
    assert "\n# About the Program’s Offer to You\n" in printed
    assert "it is no decision about a charge" in printed
    assert "you may complain to Public Health or Public Defense." in printed
    assert "- What was written down when you said no is kept for 90 days." in printed
    piece = "eligibility: {consent: {participant: {after_refusal: officer_discretion}}}\n"
    assert "- If you said no, the officer decides what happens next." in text(altered(DECLINE, piece))


def test_a_charge_that_is_not_filed_is_as_firm_as_the_program_says(composed, altered, text) -> None:
    printed = text(composed(FILING))
    assert "**For a felony:** we mean to leave it at that, but we may still file within 34 months of" in printed
    assert "in the City of Sampleton, if it is one of those that the protocol names:** that is final." in printed
    open_ended = "procedure: {charge_handling: {felonies: {last_day_to_file: ~}}}\n"
    assert "**For a felony:** we mean to leave it at that, but we may still file for as long as the law" in text(
        altered(FILING, open_ended)
    )


def test_what_stays_on_record_stands_against_what_does_not(composed, altered, text) -> None:
    told = "What stays on record: nothing about a charge but papers that help to clear an older record."
    assert told in text(composed(FILING))
    both = "procedure: {charge_handling: {felonies: {record: [arrest_remains, report_remains]}}}\n"
    assert "What stays on record: that you were arrested and the police report." in text(altered(FILING, both))


def test_the_notice_promises_no_immunity(composed, text) -> None:
    printed = text(composed(FILING))
    assert "This notice is about the charge named above, and no other." in printed
    assert "It does not cancel a warrant, an order of a court" in printed
    assert "which decides about each charge and signs for itself" in printed


def test_the_office_is_named_where_the_program_names_it(composed, altered, text) -> None:
    assert "| The charging office |" in text(composed(FILING))
    named = text(altered(FILING, "documents: {no-filing-notice: {agency: city-attorney}}\n"))
    assert "| For the City Attorney: name and signature |" in named
    assert "**For a gross misdemeanor:**" in named
    assert "**For a misdemeanor:**" in named
    assert "**For a felony:**" not in named  # which another office decides on
    assert "| The charging office |" not in named


def test_who_has_no_such_paper(composed, altered, refusal) -> None:
    for document in (COMPLAINT, DECLINE, FILING):
        assert "only its own parties" in refusal(composed(document, "santa-fe-nm"))
    assert "how people complain" in refusal(altered(COMPLAINT, "procedure: {grievance: ~}\n"))
    assert "what becomes of a charge" in refusal(altered(FILING, "procedure: {charge_handling: ~}\n"))
    of_police = "documents: {no-filing-notice: {agency: sampleton-police}}\n"
    assert "decides on no charge" in refusal(altered(FILING, of_police))


@pytest.mark.parametrize("document", [COMPLAINT, DECLINE, FILING])
def test_it_is_read_at_school_grade_eight_or_below(document: str, composed, text) -> None:
    assert grade(text(composed(document))) <= 8
