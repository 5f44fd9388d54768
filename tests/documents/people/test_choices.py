"""The acknowledgment of taking part, and the statement of what a complainant would prefer."""

from __future__ import annotations

import pytest

from leadkit.documents.tree.inline import Blank, Tick
from leadkit.documents.tree.trace import walk
from tests.documents.people.reading import grade

TAKING_PART, PREFERENCE = "participation-acknowledgment", "complainant-preference"


@pytest.fixture
def asked(altered, text):
    """The statement of preference where complainants are asked as given."""
    return lambda fields: text(altered(PREFERENCE, f"eligibility: {{consent: {{complainant: {fields}}}}}\n"))


def test_taking_part_is_no_contract_no_admission_no_waiver_and_no_release(composed, text) -> None:
    printed = text(composed(TAKING_PART))
    for each in ("no contract: you owe nothing", "no admission: it does not say", "no waiver:", "no release:"):
        assert f"- {each}" in printed
    assert "The program gives me no immunity. A prosecutor decides about a charge, case by case." in printed
    assert len([each for each in walk(composed(TAKING_PART).document) if isinstance(each, Tick)]) == 8


def test_a_person_ticks_only_what_the_program_says(altered, text) -> None:
    printed = text(
        altered(TAKING_PART, "services: {treatment_required: yes}\nprocedure: {offer: {admission_required: yes}}\n")
    )
    assert "I am asked to go to treatment." in printed
    assert "I am asked to say what I did, and I may talk to a lawyer first." in printed
    assert "I need not" not in printed


def test_a_parent_signs_where_the_program_asks_for_it(composed, altered, text) -> None:
    assert "parent" not in text(composed(TAKING_PART))
    guardian = "eligibility: {consent: {guardian: {required_under: Under 18, exceptions: Care they may agree to.}}}\n"
    printed = text(altered(TAKING_PART, guardian))
    assert "| Signature of a parent or guardian (under 18) |" in printed
    assert "need not sign in this case: care they may agree to." in printed


def test_the_prosecutor_decides_and_not_the_complainant(composed, text) -> None:
    printed = text(composed(PREFERENCE))
    assert "The prosecutor decides about a charge, not you and not the officer." in printed
    assert "It drops no charge, and it decides nothing." in printed
    assert "You do not have to answer." in printed
    assert "consent" not in printed.casefold()


def test_it_says_rights_restitution_and_until_when_one_may_think_again(composed, text) -> None:
    printed = text(composed(PREFERENCE))
    assert "(RCW 7.69.030)" in printed
    assert "The charging office may ask for restitution by agreement; no diversion depends on it." in printed
    assert "You do not give up a claim for what you lost" in printed
    assert "How long: until the charging office has decided." in printed
    assert "You can turn to the County Prosecutor." in printed


def test_whoever_answers_for_a_store_says_by_what_right(composed, altered, text) -> None:
    labels = [each.label for each in walk(composed(PREFERENCE).document) if isinstance(each, Blank)]
    assert {"Business", "Job", "Authority"} <= set(labels)
    assert "Who may answer for it: the manager on duty" in text(composed(PREFERENCE))
    none = text(altered(PREFERENCE, "eligibility: {victims: {business_signer: ~}}\n"))
    assert "If a business was harmed" not in none


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("{required: always, form: [agrees_to_diversion]}", "The program makes its offer only if you agree."),
        (
            "{form: [agrees_to_diversion]}",
            "If a person was harmed, the program makes its offer only if that person agrees.",
        ),
        ("{form: [declines_prosecution]}", "I do not ask for a charge."),
        ("{no_answer: counts_as_refusal}", "If you do not answer, the program takes it that you do not agree."),
        ("{no_answer: ask_again}", "If you do not answer, you are asked again."),
        ("{window: 3 days}", "You have 3 days to answer."),
    ],
)
def test_what_is_asked_is_what_the_program_asks(fields: str, said: str, asked) -> None:
    assert said in asked(fields)


def test_what_is_not_decided_prints_as_a_box(altered, text) -> None:
    piece = (
        "eligibility: {consent: {complainant: {form: ~}}}\n"
        "open: {eligibility.consent.complainant.form: {why: undecided, question: What is asked?, owner: convener}}\n"
    )
    assert "> What is asked?" in text(altered(PREFERENCE, piece))


def test_who_has_no_such_form(composed, altered, refusal) -> None:
    for document in (TAKING_PART, PREFERENCE):
        assert "only its own parties" in refusal(composed(document, "santa-fe-nm"))
    never = "eligibility: {consent: {complainant: {required: never, form: [not_asked]}}}\n"
    assert "The program asks no complainant." in refusal(altered(PREFERENCE, never))


@pytest.mark.parametrize("document", [TAKING_PART, PREFERENCE])
def test_it_is_read_at_school_grade_eight_or_below(document: str, composed, text) -> None:
    assert grade(text(composed(document))) <= 8
