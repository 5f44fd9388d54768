"""The form by which a release is taken back, and the two notices on records of treatment."""

from __future__ import annotations

import re

from leadkit.documents.tree.inline import Blank
from leadkit.documents.tree.trace import walk
from tests.documents.people.reading import grade

REVOCATION, NOTICE, RIGHTS = "revocation-form", "redisclosure-notice", "part2-notice"


def test_each_recipient_of_each_release_has_a_line(composed, text) -> None:
    printed = text(composed(REVOCATION))
    table = printed.split("**Release to police and prosecutors**")[1].split("\n\n")[1]
    who = [row.split(" | ")[0].removeprefix("| ") for row in table.split("\n")[2:]]
    assert who == [
        "The office that decides about my charge",
        "The police agency that referred me",
        "The agencies of the work group, each named in the release",
        "The County Prosecutor and the City Attorney",
        "Community Corrections",
        "The Records desk",
        "Community Corrections",
        "Only one of these; write who",
        "All of them",
    ]
    treatment = printed.split("**Release of treatment records to my care team**")[1].split("**")[0]
    assert "All of them" not in treatment


def test_a_release_that_is_taken_back_as_a_whole_only_has_one_line(altered, text) -> None:
    piece = "sharing: {releases: {justice-release: {revocable_per_recipient: no}}}\n"
    table = text(altered(REVOCATION, piece)).split("**Release to police and prosecutors**")[1].split("**")[0]
    assert len(re.findall(r"^\| (?!---|Who)", table, flags=re.MULTILINE)) == 1
    assert "| All of them | All that the release names |" in table


def test_it_says_whom_to_tell_and_what_happens(composed, altered, text) -> None:
    told = text(composed(REVOCATION)).split("### Release to police and prosecutors")[1].split("###")[0]
    assert told.strip().split("\n") == [
        "- Tell Bridgeway or the Project director, in writing, in person, or by phone.",
        "- Nothing more is shared. A charge that was ended stays ended.",
        "- Those who may no longer be told learn of it within 1 business day.",
        "- You stay in the program all the same.",
    ]
    tied = "{basis: {kind: criminal_justice_referral, irrevocable_until: filing_decision, words: Once it is decided}}"
    printed = text(altered(REVOCATION, f"sharing: {{releases: {{justice-release: {tied}}}}}\n"))
    assert "It cannot be taken back before this time: once it is decided." in printed


def test_the_notice_leaves_room_for_the_words_that_the_rule_prescribes(composed, text) -> None:
    document = composed(NOTICE).document
    assert "Prescribed statement" in [each.label for each in walk(document) if isinstance(each, Blank)]
    clauses = {clause.id: clause.basis for article in document.articles for clause in article.clauses}
    assert clauses["prescribed"] == "42 CFR 2.32(a)"
    assert clauses["sent"] == clauses["consents"] == "42 CFR 2.32(b)"
    assert "A subpoena alone is not enough." in text(composed(NOTICE))


def test_the_notice_lists_the_consents_to_treatment_records_and_no_other(composed, text) -> None:
    printed = text(composed(NOTICE))
    assert "| Release of treatment records to my care team | Bridgeway |" in printed
    assert "Release to police" not in printed


def test_a_program_without_such_records_needs_no_notice(altered, refusal) -> None:
    plain = (
        "sharing: {categories: {sud-records: {sensitivity: health}, counseling-notes: {sensitivity: health}}, flows: ~}"
    )
    assert "shares no records under 42 CFR Part 2" in refusal(altered(NOTICE, f"{plain}\n"))


def test_the_patient_notice_names_the_rule_for_each_of_its_parts(composed) -> None:
    parts = {clause.basis for article in composed(RIGHTS).document.articles for clause in article.clauses}
    found = {each for basis in parts for each in re.findall(r"2\.22\(b\)\(1\)(\([iv]+\))", basis)}
    assert found == {"(i)", "(ii)", "(iii)", "(iv)", "(v)", "(vi)"}


def test_the_patient_notice_prints_a_contact_only_where_it_is_public(composed, altered, text) -> None:
    assert "Name or title" in text(composed(RIGHTS))
    assert "360-555-0120" not in text(composed(RIGHTS))
    health = "documents: {part2-notice: {agency: public-health}}\n"
    assert "- Privacy Officer, Public Health: 360-555-0115, privacy@health.example.org" in text(altered(RIGHTS, health))


def test_nobody_issues_them_for_a_program_from_public_sources(composed, altered, refusal) -> None:
    for document in (REVOCATION, NOTICE, RIGHTS):
        assert "only its own parties can issue" in refusal(composed(document, "seattle-king-wa"))
    assert "whose patients" in refusal(altered(RIGHTS, "documents: {part2-notice: {agency: ~}}\n"))
    assert "no release" in refusal(altered(REVOCATION, "sharing: {releases: ~}\n"))


def test_patients_read_them_at_school_grade_eight_or_below(composed, text) -> None:
    for document in (REVOCATION, RIGHTS):
        assert grade(text(composed(document))) <= 8
