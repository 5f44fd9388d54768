"""The protocol of a supervising agency, intake and plan, the letter of status, and the coding of records."""

from __future__ import annotations

import re

import pytest

from tests.documents.people.reading import grade

SUPERVISION, INTAKE, PLAN = "supervision-protocol", "intake-form", "individual-plan"
LETTER, CODES = "status-letter", "records-coding-sheet"
PAPERS = (SUPERVISION, INTAKE, PLAN, LETTER, CODES)


def test_the_agency_is_asked_told_or_neither(composed, text) -> None:
    printed = text(composed(SUPERVISION))
    assert "- (a) *A person in community custody:* the supervising agency must consent." in printed
    assert "It answers within one (1) hour." in printed
    assert "- (b) *A person on probation:* the supervising agency is told." in printed
    assert "It keeps what it learns in the program out of violation reports." in printed
    assert "- (a) *Parole warrant.*" in printed


def test_what_the_agency_learns_is_what_the_flows_say_and_what_it_gave_up_binds_it(composed, altered, text) -> None:
    learns = text(composed(SUPERVISION)).split("### 3.1")[1].split("### 3.2")[0]
    assert learns.count("\n| ") == 2 + 2
    assert "Police, prosecutors and supervising officers never receive them." in learns
    uses = text(composed(SUPERVISION)).split("### 3.2")[1].split("## ")[0]
    assert "to revoke a participant’s probation, parole or release" in uses
    assert "where drugs came from" not in uses, "binds police alone"
    other = "sharing: {flows: ~, prohibited: ~}\neligibility: {supervision: ~, warrants: ~}\n"
    bare = text(altered(SUPERVISION, other))
    assert "The program lists no information that reaches the agency." in bare
    for absent in ("Asked, Told", "What It Does Not Do", "The Agency’s Warrants", "The agency agrees"):
        assert absent not in bare


def test_intake_tells_the_limits_first_and_asks_nothing_of_offenses(composed, altered, text) -> None:
    printed = text(composed(INTAKE))
    before, after = printed.split("## First: Tonight")
    assert before.count("[ ] ") == 2 + 5 + 1
    assert "[ ] Staff who have reason to believe that a child is abused or neglected report it." in before
    assert "Nobody asks about immigration status" in after
    assert "[ ] Medication for opioid use\n" in after
    assert "Restorative circles" not in after, "it is only planned"
    assert "“Intake finished: yes or no”, and only as the person’s release allows." in after
    assert "“Consent to use of treatment records in a court case”" not in after
    untold = "sharing: {exceptions: {medical-emergency: {told_to_participant: no}}, immigration: ~}\n"
    quiet = text(altered(INTAKE, f"{untold}services: {{categories: {{documents: {{name: ~}}}}}}\n"))
    assert "[ ] Identity papers\n" in quiet, "a kind of help without a name of its own is called by its kind"
    assert "tell medics" not in quiet
    assert "Nobody asks about immigration status" not in quiet


def test_the_plan_is_the_participants_own_and_read_at_grade_eight_or_below(composed, text) -> None:
    printed = text(composed(PLAN))
    assert "It is offered within seventy-two hours after intake." in printed
    assert "You go through it together every ninety days, and whenever you like." in printed
    assert "Help does not end if a goal is not met." in printed
    assert "360-555-0100" not in printed, "the line of the night is not public"
    assert grade(printed) <= 8


def test_a_number_for_the_night_is_printed_where_it_is_public(altered, text) -> None:
    assert "At night I call 360-555-0100." in text(altered(PLAN, "services: {after_hours: {visibility: public}}\n"))


def test_the_letter_says_what_is_true_and_leaves_the_words_of_the_law_to_counsel(composed, text) -> None:
    printed = text(composed(LETTER))
    assert "(RCW 9.96.060)" in printed
    assert "It can be had after six months of taking part." in printed
    assert "It is written within fourteen days of the day on which it was asked for." in printed
    assert r"\[Counsel to verify\]** What RCW 9.96.060 asks a letter to say" in printed
    assert "The program takes no position on what the court should decide." in printed


def test_a_letter_under_a_law_of_washington_is_for_washington(altered, refusal, text) -> None:
    assert "the program is in another state" in refusal(altered(LETTER, "program: {state: OR}\n"))
    plain = "program: {state: OR}\nprocedure: {status_letters: {vacatur: {statute: ~, limit: ~}}}\n"
    assert "RCW" not in text(altered(LETTER, plain))
    assert "No letter of the program" in refusal(altered(LETTER, "procedure: {status_letters: {vacatur: {form: ~}}}\n"))


def test_each_charge_has_its_code_and_each_offense_the_code_of_its_law(composed, text) -> None:
    printed = text(composed(CODES))
    assert "| A felony | A report | Closed by diversion, felony | The report |" in printed
    assert "| Theft of goods or services, third degree | RCW 9A.56.050 | 23C, 23D, or 23H | classified by leadkit" in (
        printed
    )
    assert "| Conduct that comes from living without a home | none named | none given | to be checked |" in printed


@pytest.mark.parametrize("paper", PAPERS)
def test_nobody_issues_them_for_a_program_from_public_sources(paper: str, composed, refusal) -> None:
    assert "compiled from public sources" in refusal(composed(paper, "seattle-king-wa"))


def test_a_program_that_says_nothing_has_none(altered, refusal) -> None:
    silent = (
        "procedure: {intake: ~, charge_handling: ~}\nservices: {care_plan: ~}\ndocuments: {supervision-protocol: ~}\n"
    )
    assert "does not say what intake is" in refusal(altered(INTAKE, silent))
    assert "does not say that a plan is made" in refusal(altered(PLAN, silent))
    assert "does not say how a charge is handled" in refusal(altered(CODES, silent))
    assert "no supervising agency whose protocol" in refusal(altered(SUPERVISION, silent))
    police = "documents: {supervision-protocol: {agency: sampleton-police}}\n"
    assert "No role and no rule on supervision names that agency" in refusal(altered(SUPERVISION, police))


@pytest.mark.parametrize("paper", PAPERS)
def test_they_are_restricted_and_print_no_word_of_the_model_no_number_and_no_name(paper: str, composed, text) -> None:
    printed = text(composed(paper))
    assert printed.startswith("**Restricted")
    assert not re.search(r"\b(None|True|False|[a-z]+_[a-z]+)\b|[0-9]{3}-[0-9]{3}-[0-9]{4}|A\. Sample", printed)
