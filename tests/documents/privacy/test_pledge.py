"""The pledge of those who sit where participants are discussed, and the consent for a proceeding."""

from __future__ import annotations

from leadkit.documents.paper import papers_of
from leadkit.model.documents import DocumentSetting

PLEDGE, CONSENT = "confidentiality-pledge", "proceedings-consent"


def test_the_pledge_names_the_room_and_each_use_that_was_given_up(composed, text) -> None:
    printed = text(composed(PLEDGE))
    assert "I take part in the Operational Work Group" in printed
    assert "I tell Public Health and the Project director within twenty-four hours." in printed
    assert "to make anybody an informant. It binds the Sampleton Police, the Sheriff’s Office" in printed
    assert "as evidence against a participant, nor what is found because of it. *Except:* imminent harm" in printed
    assert printed.count("It binds ") == 4
    assert "Only agencies that the participant’s release names stay in the room." in printed


def test_it_is_no_gag_and_no_shield(composed, text) -> None:
    limits = text(composed(PLEDGE)).split("## What It Does Not Stop")[1]
    assert "It does not stop a report that the law requires, or an answer that an order of a court requires." in limits
    assert "among them those under CrR 4.7, CrRLJ 4.7, and Brady v. Maryland" in limits
    assert "8 USC 1373" in limits
    assert "It opens no record of treatment." in limits


def test_what_the_program_does_not_say_is_not_pledged(altered, text) -> None:
    piece = (
        "sharing: {prohibited: ~, discovery: ~, immigration: ~, breach: ~, flows: ~,"
        " categories: {sud-records: {sensitivity: health}, counseling-notes: {sensitivity: health}}}\n"
    )
    printed = text(altered(PLEDGE, piece))
    for absent in ("What I do not use it for", "8 USC 1373", "42 CFR Part 2", "wrong hands", "look a participant up"):
        assert absent not in printed


def test_a_program_without_such_a_room_has_no_pledge(composed, altered, refusal) -> None:
    assert "only its own parties can issue a pledge" in refusal(composed(PLEDGE, "seattle-king-wa"))
    assert "No body discusses participants" in refusal(
        altered(PLEDGE, "procedure: {case_conferences: ~}\nsharing: {safeguards: ~}\n")
    )


def test_the_rules_of_the_room_are_printed_by_the_pledge() -> None:
    rules = DocumentSetting.model_validate({"kind": "case_conference_rules", "audience": "public", "status": "draft"})
    assert {one.id: one.printer for one in papers_of({"room": rules})}["room"] == PLEDGE


def test_a_consent_for_a_proceeding_stands_alone(composed, text) -> None:
    printed = text(composed(CONSENT))
    assert printed.startswith("**Restricted")
    assert "# Consent to use of treatment records in a court case" in printed
    assert "records of treatment for drug or alcohol use in one case, and nothing else." in printed
    assert "What is told can then be used in that case, and may count against you." in printed


def test_a_consent_for_a_proceeding_is_refused_where_it_is_combined(altered, refusal) -> None:
    release = "sharing: {{releases: {{proceedings-consent: {}}}}}\n"
    mixed = release.format("{blocks: {my-lawyer: {purpose: [legal_coordination, treatment]}}}")
    assert "42 CFR 2.31(d) forbids" in refusal(altered(CONSENT, mixed))
    assert "42 CFR 2.31(d) forbids" in refusal(altered(CONSENT, release.format("{condition_of: participation}")))
    assert "covers something else" in refusal(altered(CONSENT, release.format("{covers: coordination}")))
