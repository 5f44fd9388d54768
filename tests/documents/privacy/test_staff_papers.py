"""Notes and cards for staff and lawyers, the manual of the case managers, and the terms of a provider's contract."""

from __future__ import annotations

import re

import pytest

DISPATCH, JAIL, DEFENDER = "dispatcher-note", "jail-intake-note", "defender-card"
MANUAL, CONTRACT = "case-manager-manual", "provider-contract-bridgeway"
PAPERS = (DISPATCH, DEFENDER, MANUAL, CONTRACT)
FROM_JAIL = (
    "pathways: {post-overdose: {referral_sources: [jail], channels: {desk: {kind: phone, phone: 360-555-0130}}}}\n"
)


def test_a_dispatcher_knows_whom_to_call_and_what_is_not_said(composed, altered, text) -> None:
    printed = text(composed(DISPATCH))
    assert "| Arrest diversion | 360-555-0100 | 24/7 |" in printed
    assert "The dispatcher puts the officer through to the duty case manager." in printed
    assert "Community referral: give the caller 360-555-0102, Monday to Friday from 08:00 to 19:00." in printed
    assert "Take a resident’s request, and send a case manager without police." in printed
    assert "nothing of the person’s health, treatment or part in the program" in printed
    kept = "pathways: {arrest-diversion: {visibility: internal}, community-referral: {visibility: partners}}\n"
    quiet = text(altered(DISPATCH, kept))
    assert "| Arrest diversion |" not in quiet
    assert "360-555-0102" not in quiet
    assert "What the caller may hear later" not in quiet


def test_a_jail_has_a_note_only_where_a_pathway_begins_there(composed, altered, refusal, text) -> None:
    assert "No pathway that is open begins in a jail." in refusal(composed(JAIL))
    printed = text(altered(JAIL, FROM_JAIL))
    assert "### 1.1 Visit after an overdose" in printed
    assert "It needs the consent of the participant." in printed
    assert "Nobody is held an hour longer for the program, and nobody is let go earlier because of it." in printed
    assert "Records of treatment for substance use go only as 42 CFR Part 2 allows." in printed
    assert "360-555-0130" in printed
    assert "No pathway that is open" in refusal(altered(JAIL, FROM_JAIL.replace("[jail]", "[jail], enabled: no")))


def test_a_defender_sees_what_the_offer_is_and_is_not(composed, altered, text) -> None:
    printed = text(composed(DEFENDER))
    assert "- No admission is asked for." in printed
    assert "Once intake is complete it is presumed that it is not filed. The prosecutor may find otherwise." in printed
    assert "The office decides within thirty-four months of the offense; the period of limitation is three years." in (
        printed
    )
    assert "From the diversion on it is not filed; that is final." in printed
    assert "to revoke a participant’s probation, parole or release (Community Corrections, County Prosecutor" in printed
    assert "“Release to police and prosecutors”: *how the charge is handled may depend on it.*" in printed
    asked = text(
        altered(DEFENDER, "procedure: {offer: {admission_required: yes}}\nservices: {treatment_required: yes}\n")
    )
    assert "*An admission is asked for.*" in asked
    assert "*Treatment is asked for.*" in asked


def test_the_manual_says_what_must_be_told_to_whom_and_how_soon(composed, text) -> None:
    printed = text(composed(MANUAL))
    assert "To: the state’s child protection line or the police, within forty-eight hours." in printed
    assert "A program under 42 CFR Part 2 makes the initial report only" in printed
    assert (
        "| The state’s child protection line | not settled; say nothing, and ask a supervisor | Nothing; the report"
        in (printed)
    )
    assert "One case manager works with 20 participants at most." in printed
    assert "Up to $600 a year" in printed
    assert "Call the agency’s counsel on the same day" in printed
    assert "| Release to police and prosecutors | Perhaps how the charge is handled |" in printed


def test_the_terms_of_a_contract_are_those_of_the_program(composed, text) -> None:
    printed = text(composed(CONTRACT))
    assert "The provider makes neither treatment nor abstinence a condition of help." in printed
    assert "*Under the memorandum of understanding it will:* tell the charging office" in printed
    assert "| General liability | $1,000,000 | $2,000,000 | Example County |" in printed
    assert "| Professional liability | $1,000,000 | $3,000,000 | Example County |" in printed
    assert "this schedule makes nobody a party to it." in printed
    assert "This is a draft for review by counsel." in printed
    assert "The provider is bound by 45 CFR Parts 160 and 164." in printed
    assert "The provider is bound by 42 CFR Part 2." not in printed


def test_a_contract_says_which_agencies_stand_on_which_side_of_an_agreement(composed, text) -> None:
    assert (
        "A business associate agreement between Public Health and Bridgeway, on the one side, and the Justice Center, "
        "on the other, stands beside this contract." in text(composed(CONTRACT))
    )


@pytest.mark.parametrize("paper", [DISPATCH, JAIL, DEFENDER, MANUAL, "provider-contract"])
def test_nobody_issues_them_for_a_program_from_public_sources(paper: str, composed, refusal) -> None:
    assert "compiled from public sources" in refusal(composed(paper, "seattle-king-wa"))


def test_a_program_that_says_nothing_has_none(altered, refusal) -> None:
    silent = "procedure: {offer: ~}\ndocuments: {provider-contract-bridgeway: ~}\n"
    assert "does not say how an offer is made" in refusal(altered(DEFENDER, silent))
    assert "names no provider" in refusal(altered("provider-contract", silent))
    police = "documents: {provider-contract-bridgeway: {agency: sampleton-police}}\n"
    assert "says of no service that this agency gives it" in refusal(altered(CONTRACT, police))


@pytest.mark.parametrize("paper", PAPERS)
def test_they_are_restricted_and_print_no_word_of_the_model_and_no_name(paper: str, composed, text) -> None:
    printed = text(composed(paper))
    assert printed.startswith("**Restricted")
    assert not re.search(r"\b(None|True|False|[a-z]+_[a-z]+)\b|A\. Sample", printed)


def test_a_condition_that_the_program_makes_is_not_hidden(altered, text) -> None:
    made = (
        "services: {treatment_required: yes, abstinence_required: yes, time_limited: yes, time_limit: 18 months,"
        " conditions: [No violence toward staff]}\n"
    )
    manual, contract = (text(altered(paper, made)) for paper in (MANUAL, CONTRACT))
    assert "A person enters treatment to be helped." in manual
    assert "A person stops using drugs or alcohol to be helped." in manual
    assert "*Any other condition of being helped.* No violence toward staff." in manual
    assert "Help ends after eighteen months." in manual
    assert "The program makes treatment a condition of help." in contract
    assert "Help ends after eighteen months." in contract
    assert "No payment depends on whether" not in contract
