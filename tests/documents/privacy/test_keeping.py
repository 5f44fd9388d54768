"""The account of disclosures, the plan for a breach, and the schedule of retention."""

from __future__ import annotations

import re

import pytest

LOG, PLAN, SCHEDULE = "disclosure-log", "breach-plan", "retention-schedule"


def test_the_account_says_who_keeps_it_what_it_covers_and_how_far_back(composed, text) -> None:
    printed = text(composed(LOG))
    assert "- (a) Public Health keeps the account." in printed
    assert "- (b) It covers: health and mental health records; records of treatment for substance use;" in printed
    assert "reaches back six years from the day on which the person asks" in printed
    assert "is answered within thirty days. They need give no reason." in printed
    assert r"\[Counsel to verify\]** Which disclosures 45 CFR 164.528 and 42 CFR 2.25 ask for" in printed


def test_the_account_lists_what_is_logged_and_nothing_internal(composed, altered, text) -> None:
    table = text(composed(LOG)).split("it is written down:")[1].split("What each prosecutor")[0]
    assert (
        "| Harbor Treatment | A court that hears the person’s case | Records of treatment for substance use |" in table
    )
    assert "Superior" not in table
    assert table.count("\n| ") == 2 + 20
    kept = text(altered(LOG, "sharing: {flows: {order-of-a-court: {visibility: internal}}}\n"))
    assert "A court that hears" not in kept


def test_each_line_of_the_account_has_room_for_what_was_told_to_whom_and_why(composed, text) -> None:
    sheet = text(composed(LOG)).split("## The Account")[1].split("##")[0]
    rows = [row for row in sheet.split("\n") if row.startswith(r"| \_")]
    assert len(rows) == 8
    assert {row.count("|") for row in rows} == {7}


def test_the_plan_says_who_is_told_how_soon_and_by_which_law(composed, text) -> None:
    printed = text(composed(PLAN))
    assert "Tell Public Health and the Project director, within twenty-four hours of finding it" in printed
    assert (
        "within thirty (30) days, or sooner where 45 CFR 164.404, 42 CFR 2.16, or RCW 42.56.590 requires it" in printed
    )
    assert "The Policy Coordinating Group reviews it within thirty (30) days." in printed
    assert "Privacy Officer, Public Health: 360-555-0115" in printed


def test_the_plan_gives_no_number_that_is_not_public(altered, text) -> None:
    kept = "agencies: {public-health: {contacts: {privacy: {visibility: partners}}}}\n"
    assert not re.search("[0-9]{3}-[0-9]{3}-[0-9]{4}", text(altered(PLAN, kept)))


def test_the_schedule_prints_each_rule_and_what_has_none(composed, altered, text) -> None:
    printed = text(composed(SCHEDULE))
    assert "| Project director | Six years after the exit | Destroyed | Local Government Common Records" in printed
    assert "| Referral desk | Ninety days after the refusal of the offer | Destroyed | not named |" in printed
    assert "| Example State University | Five years | Stripped of all that identifies a person | not named |" in printed
    assert "- Convictions, warrants and open cases" in printed
    assert "for three years, under the class “Contact with a charge held”" in printed
    rest = "[intake-completed, criminal-history, case-status, complainant-details, safety]"
    named = text(altered(SCHEDULE, f"sharing: {{retention: {{treatment-records: {{categories: {rest}}}}}}}\n"))
    assert "- Records of treatment for substance use" in named
    assert "- Convictions, warrants and open cases" not in named


def test_a_hold_goes_before_the_schedule(composed, text) -> None:
    holds = text(composed(SCHEDULE)).split("## Article 2")[1].split("## Article 3")[0]
    assert "- Health and mental health records;" in holds
    assert "Records of treatment" not in holds
    assert "Whoever keeps it asks counsel before anything is destroyed out of turn." in holds


def test_an_open_time_prints_its_box(altered, text) -> None:
    piece = (
        "sharing: {retention: {care-notes: {keep: ~}}}\n"
        "open: {sharing.retention.care-notes.keep: {why: undecided, question: How long?, owner: convener}}\n"
    )
    assert "> **Decision needed**\n>\n> How long?" in text(altered(SCHEDULE, piece))


@pytest.mark.parametrize("paper", [LOG, PLAN])
def test_nobody_issues_them_for_a_program_from_public_sources(paper: str, composed, refusal) -> None:
    assert "only its own parties can" in refusal(composed(paper, "santa-fe-nm"))


def test_a_program_that_says_nothing_has_none(altered, composed, refusal) -> None:
    silent = "sharing: {accounting: ~, breach: ~, retention: ~, flows: ~, discovery: ~}\n"
    assert "does not say that it writes down what it discloses" in refusal(altered(LOG, silent))
    assert "does not say what happens when information is in wrong hands" in refusal(altered(PLAN, silent))
    assert "does not say how long records are kept" in refusal(altered(SCHEDULE, silent))
    assert "does not say how long records are kept" in refusal(composed(SCHEDULE, "seattle-king-wa"))
