"""The statement of one agency, and the charter of the bodies."""

from __future__ import annotations

import pytest

from leadkit.documents.tree.blocks import Signature
from leadkit.documents.tree.trace import walk


def test_a_statement_repeats_the_undertakings_of_its_agency_alone(composed, text) -> None:
    sheriff, bridgeway = text(composed("participation-sheriff")), text(composed("participation-bridgeway"))
    assert "train four fifths of the force, and name a liaison sergeant" in sheriff
    assert "review each held case individually" not in sheriff
    assert "tell the charging office, under the participant’s release, whether intake is done" in bridgeway
    assert "four fifths of the force" not in bridgeway


def test_an_agency_keeps_what_is_its_own_to_keep(composed, text) -> None:
    sheriff, bridgeway = text(composed("participation-sheriff")), text(composed("participation-bridgeway"))
    assert "the discretion of its officers to arrest" in sheriff
    assert "the powers of an independently elected official" in sheriff
    assert "gives up no power of an elected office" in sheriff
    assert "the discretion of its officers" not in bridgeway
    assert "the professional judgment of those who treat or counsel" in bridgeway
    for printed in (sheriff, bridgeway):
        assert "gives nobody a right to an offer" in printed
        assert "by sixty (60) days’ notice to the Policy Coordinating Group." in printed


def test_one_officer_signs_by_title_and_no_name_is_printed(composed, text) -> None:
    composition = composed("participation-bridgeway")
    (block,) = [each for each in walk(composition.document) if isinstance(each, Signature)]
    assert "Title: Executive Director" in text(composition)
    assert "A. Sample" not in text(composition)
    assert block.lines[0].label == "Signature, Executive Director, Bridgeway Outreach and Care"


def test_a_department_signs_for_its_government(altered, text) -> None:
    printed = text(altered("participation-sheriff", "documents: {participation-sheriff: {agency: sampleton-police}}"))
    assert "City of Sampleton, by its Sampleton Police Department" in printed


def test_an_advisory_member_is_asked_for_nothing(altered, text) -> None:
    printed = text(altered("participation-sheriff", "documents: {participation-sheriff: {agency: sample-river-tribe}}"))
    assert "It has no vote, and the agreement puts no duty on it." in printed
    assert "The agency may:" in printed
    assert "its sovereign immunity" in printed
    assert "The agency will:" not in printed


def test_a_role_that_is_not_public_is_not_in_the_statement(altered, text) -> None:
    assert "Police liaison" in text(altered("participation-sheriff", "{}"))
    piece = "roles: {police-liaison: {visibility: internal}}"
    assert "Police liaison" not in text(altered("participation-sheriff", piece))


@pytest.mark.parametrize(
    ("piece", "reason"),
    [
        ("documents: {participation-sheriff: {agency: ~}}", "does not say whose statement"),
        ("agreement: {parties: {county-sheriff: {status: withdrawn}}}", "no party or advisory member"),
    ],
)
def test_without_a_party_there_is_no_statement(piece: str, reason: str, altered, refusal) -> None:
    assert reason in refusal(altered("participation-sheriff", piece))


def test_the_rules_of_the_bodies_print_under_the_name_that_the_program_gives_them(composed, text) -> None:
    printed = text(composed("governing-rules"))
    assert "This document is part of the memorandum of understanding" in printed
    assert "by the power that it has under Resolution 2023-118 and Ordinance 4417" in printed
    for name in ("Policy Coordinating Group", "Operational Work Group", "Community Leadership Team"):
        assert f" {name}\n" in printed


@pytest.mark.parametrize(
    ("piece", "says", "says_not"),
    [
        ("{}", "a decision on who is eligible needs also the consent of each of these", "Every other Tuesday"),
        ("{}", "chapter 42.30 rcw governs its meetings", "on whether a person is taken"),
        (
            "governance: {bodies: {policy-coordinating-group: {veto_holders: ~, veto_covers: ~}}}",
            "quorum",
            "consent of",
        ),
        (
            "governance: {bodies: {policy-coordinating-group: {deadlock: ~}}}",
            "where consensus is not reached",
            "two meetings",
        ),
        ("governance: {bodies: {operational-work-group: {open_meeting: yes}}}", "every other tuesday, 10 a.m.", "zzz"),
        ("governance: {leave_at_will: no}", "praise and blame", "free to leave"),
    ],
)
def test_the_charter_says_what_the_program_does(piece: str, says: str, says_not: str, altered, text) -> None:
    printed = text(altered("governing-rules", piece))
    assert says in printed.lower()
    assert says_not not in printed


def test_an_open_rule_of_a_body_prints_as_a_box(altered, text) -> None:
    piece = (
        "governance: {bodies: {evaluation-committee: {meets: ~}}}\n"
        "open: {governance.bodies.evaluation-committee.meets: "
        "{why: undecided, question: 'How often does it meet?', owner: evaluation-committee}}"
    )
    assert "> How often does it meet?" in text(altered("governing-rules", piece))


def test_a_compiled_charter_cites_its_sources(composed, text) -> None:
    printed = text(composed("governance-charter", "santa-fe-nm"))
    assert "This document says what the public sources tell" in printed
    assert "*Members.* The sources name these:\n" in printed
    assert "It decides on:" not in printed
    assert "*Sources: SF-5" in printed or "*Source: SF-5" in printed
    assert "Not in the public sources" in printed
