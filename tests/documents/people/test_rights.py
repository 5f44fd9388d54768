"""A participant's rights in plain words: what they say, what they may not promise, and how hard they are to read."""

from __future__ import annotations

import re

import pytest

from tests.documents.people.reading import grade

KIND = "participant-rights"


@pytest.fixture
def printed(composed, text) -> str:
    return text(composed(KIND))


def test_it_is_read_at_the_grade_that_the_program_allows(printed: str) -> None:
    assert grade(printed) <= 8


def test_the_emergency_numbers_come_first(printed: str) -> None:
    numbers = printed.partition("Whom to Call")[2]
    assert numbers.index("911") < numbers.index("360-555-")


def test_it_says_what_it_is_not(printed: str) -> None:
    assert "It is not a contract, it is not legal advice, and you sign nothing here." in printed


@pytest.mark.parametrize(
    "limit",
    [
        "The program does not shield you from other charges.",
        "it cannot cancel a warrant or an order of a court",
        "a court can order somebody to speak",
        "Staff who have reason to believe that a child is abused or neglected report it.",
        "Public offices must show many of their papers to anybody who asks (chapter 42.56 RCW).",
        "What you say can hurt your right to stay, even if there is no charge.",
        "You may ask a lawyer before you answer",
        "Nobody can promise you a home, a bed or a place in treatment on a given day.",
    ],
)
def test_it_states_its_limits(limit: str, printed: str) -> None:
    assert limit in printed


def test_it_promises_nothing_that_nobody_can_keep(printed: str) -> None:
    assert not re.search(
        r"(?:cannot|never) be (?:subpoenaed|arrested|charged)|you will not be|guarantee", printed, re.I
    )


@pytest.mark.parametrize(
    ("piece", "gone", "instead"),
    [
        ("procedure: {offer: {admission_required: yes}}", "You need not say", "You are asked to say what you did."),
        ("services: {treatment_required: yes}", "You need not go to treatment", "You are asked to go to treatment."),
        ("services: {abstinence_required: yes}", "You need not stop using", "You are asked not to use drugs"),
        ("services: {time_limited: yes}", "The help has no end date", ""),
        ("procedure: {exit: {return_allowed: no}}", "you may come back", ""),
        ("sharing: {immigration: {ask_status: by_counsel_only}}", "Nobody in the program asks about your status", ""),
        ("eligibility: {consent: {participant: {after_refusal: nothing}}}", "your case goes on", "nothing follows"),
    ],
)
def test_a_right_is_told_only_where_the_program_gives_it(piece, gone, instead, printed, altered, text) -> None:
    assert gone in printed
    other = text(altered(KIND, f"{piece}\n"))
    assert gone not in other
    assert instead in other


def test_a_limit_on_use_says_whom_it_holds_for_and_its_exceptions(printed: str) -> None:
    assert "where drugs came from. This holds for the Sampleton Police and the Sheriff’s Office." in printed
    assert "They do not bind a court, or anybody who did not agree." in printed
    assert "- On evidence: imminent harm, a report that the law requires" in printed


def test_it_prints_public_numbers_and_no_other(printed: str, altered, text) -> None:
    assert "- Duty case manager, Bridgeway: 360-555-0100 (24/7)" in printed
    assert set(re.findall(r"[0-9]{3}-555-[0-9]{4}", printed)) == {"360-555-0100", "360-555-0114"}
    closed = "agencies: {bridgeway: {contacts: {duty-line: {visibility: partners}}}}\n"
    assert "360-555-0100" not in text(altered(KIND, closed))


def test_what_is_not_decided_prints_as_a_box(altered, text) -> None:
    piece = (
        "procedure: {grievance: ~}\n"
        "open: {procedure.grievance: {why: undecided, question: To whom do people complain?, owner: convener}}\n"
    )
    assert "> To whom do people complain?" in text(altered(KIND, piece))


def test_a_program_from_public_sources_tells_nobody_their_rights(composed, refusal) -> None:
    assert "only its own parties" in refusal(composed(KIND, "seattle-king-wa"))
