"""The section open: the entry that speaks for a field, with * and with lists that are known in part."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from leadkit.check import check
from leadkit.check.subject import Subject
from leadkit.model.load import load

Over = Callable[[str], Path]
NOT_FOUND = "{why: undocumented, looked_in: [EX-1]}"


def _subject(folder: Path) -> Subject:
    jurisdiction = load(folder)
    standing = jurisdiction.resolve()
    assert standing.program is not None
    return Subject(jurisdiction, standing, standing.program)


def _codes(folder: Path) -> set[str]:
    return {one.code for one in check(folder)}


LACKING = "agencies: {bridgeway: {hipaa_status: ~}, public-health: {hipaa_status: ~}}\n"


def test_an_entry_with_any_id_speaks_for_each_that_lacks_the_field(over_county: Over) -> None:
    assert "LK501" in _codes(over_county(LACKING))
    piece = f"{LACKING}open: {{agencies.*.hipaa_status: {NOT_FOUND}}}\n"
    assert "LK501" not in _codes(over_county(piece))
    entries = _subject(over_county(piece)).open_entries
    assert set(entries) == {"agencies.bridgeway.hipaa_status", "agencies.public-health.hipaa_status"}


def test_an_entry_for_one_id_goes_before_one_for_any(over_county: Over) -> None:
    own = "agencies.bridgeway.hipaa_status: {why: undecided, question: Which?, owner: public-health}"
    subject = _subject(over_county(f"{LACKING}open: {{agencies.*.hipaa_status: {NOT_FOUND}, {own}}}\n"))
    whys = {path: entry.why for path, entry in subject.open_entries.items()}
    assert whys == {
        "agencies.bridgeway.hipaa_status": "undecided",
        "agencies.public-health.hipaa_status": "undocumented",
    }
    said = subject.said(("agencies", "bridgeway", "hipaa_status"))
    assert said is not None
    assert said.why == "undecided"


@pytest.mark.parametrize(
    ("path", "code", "severity"),
    [
        ("agencies.*.hipaa_status", "LK502", "warning"),
        ("agencies.*.nonsense", "LK503", "error"),
        ("agencies.bridgeway.*", "LK503", "error"),
        ("agencies.*", "LK503", "error"),
        ("pathways.social-contact.nonsense", "LK503", "error"),
    ],
)
def test_an_entry_that_speaks_for_nothing_is_found(path: str, code: str, severity: str, over_county: Over) -> None:
    found = check(over_county(f"open: {{{path}: {NOT_FOUND}}}\n"))
    assert [(one.code, one.severity.value) for one in found] == [(code, severity)]


def test_a_list_may_be_known_in_part(over_county: Over) -> None:
    assert "LK502" in _codes(over_county(f"open: {{funding.streams: {NOT_FOUND}}}\n"))
    partly = "open: {funding.streams: {why: undocumented, looked_in: [EX-1], partly: yes}}\n"
    assert "LK502" not in _codes(over_county(partly))
    subject = _subject(over_county(partly))
    assert subject.incomplete(("funding", "streams"))
    assert "funding.streams" not in subject.open_entries, "nothing is absent where the list has a value"


def test_a_list_known_in_part_does_not_speak_for_what_stands_in_it(over_county: Over) -> None:
    piece = (
        "funding: {streams: {medicaid: {status: ~}}}\n"
        "open: {funding.streams: {why: undocumented, looked_in: [EX-1], partly: yes}}\n"
    )
    assert "LK501" in _codes(over_county(piece))


def test_a_single_value_is_never_known_in_part(over_county: Over) -> None:
    piece = "open: {program.name: {why: undocumented, looked_in: [EX-1], partly: yes}}\n"
    assert "LK502" in _codes(over_county(piece))


def test_a_value_may_stand_until_a_question_about_it_is_answered(over_county: Over) -> None:
    asked = "{why: undecided, question: Is it long enough?, owner: county-counsel, stands: yes}"
    piece = f"open: {{agreement.withdrawal.notice: {asked}}}\n"
    assert not _codes(over_county(piece))
    subject = _subject(over_county(piece))
    assert "agreement.withdrawal.notice" not in subject.open_entries, "nothing is absent where the field has a value"
    gone = f"agreement: {{withdrawal: {{notice: ~}}}}\n{piece}"
    assert "agreement.withdrawal.notice" in _subject(over_county(gone)).open_entries


ONE_FUNDER = "funding: {streams: {city-general: ~, county-sales-tax: ~, state-lead-grant: ~, opioid-fund: ~, "
ONE_FUNDER += "outreach-rooms: ~}}\n"


def test_nothing_follows_from_what_an_incomplete_list_lacks(over_county: Over) -> None:
    assert "LK533" in _codes(over_county(ONE_FUNDER))
    partly = "open: {funding.streams: {why: undocumented, looked_in: [EX-1], partly: yes}}\n"
    assert "LK533" not in _codes(over_county(ONE_FUNDER + partly))


PARTNER = "agencies: {river-shelter: {legal_name: River Shelter, type: other, form: nonprofit, can_sign: no, "
PARTNER += "hipaa_status: none%s}}\n"


def test_a_partner_whose_part_no_source_tells_may_stand(over_county: Over) -> None:
    text = PARTNER % ", type_text: Shelter"
    assert "LK303" in _codes(over_county(text))
    assert "LK303" not in _codes(over_county(text + f"open: {{agencies.river-shelter.part: {NOT_FOUND}}}\n"))
    assert "LK303" in _codes(over_county(text + f"open: {{agencies.river-shelter.address: {NOT_FOUND}}}\n"))
    assert "LK303" not in _codes(over_county(PARTNER % ", type_text: Shelter, part: Gives beds."))


def test_what_an_agency_of_no_usual_type_does_is_said_or_open(over_county: Over) -> None:
    text = PARTNER % ", part: Gives beds."
    assert "agencies.river-shelter.type_text" in {one.path for one in check(over_county(text))}
    said = f"open: {{agencies.river-shelter.type_text: {NOT_FOUND}}}\n"
    assert _codes(over_county(text + said)) == set()


def test_what_counts_as_engaged_is_said_or_open_where_a_charge_depends_on_it(over_county: Over) -> None:
    text = "procedure: {engagement: ~, charge_handling: {felonies: {release_event: engagement}}}\n"
    assert "procedure.engagement" in {one.path for one in check(over_county(text))}
    assert "LK501" not in _codes(over_county(text + f"open: {{procedure.engagement: {NOT_FOUND}}}\n"))


def test_a_rule_that_is_only_weighed_needs_no_details(over_county: Over) -> None:
    tier = "eligibility: {history: {little: {label: Typically little record, strength: %s}}}\n"
    assert "LK501" in _codes(over_county(tier % "absolute"))
    assert "LK501" not in _codes(over_county(tier % "advisory"))
