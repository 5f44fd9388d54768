"""Who joins, who sits where, and what each undertakes."""

from __future__ import annotations

from tests.documents.mou.reading import Printed, section, text


def test_a_party_of_which_it_is_not_known_whether_it_joined_has_a_box(printed: Printed) -> None:
    composed = printed(
        "agreement:\n  parties:\n    bridgeway: {status: ~}\n"
        "open:\n  agreement.parties.bridgeway.status: {why: undocumented, looked_in: [EX-1]}\n"
    )
    parties = section(text(composed), "The Parties")
    assert "It is not established whether Bridgeway has joined." in parties
    assert "> Field: agreement.parties.bridgeway.status" in parties


def test_that_parties_have_yet_to_join_is_said_once(printed: Printed, county: str) -> None:
    two = "agreement: {parties: {bridgeway: {status: proposed}, county-sheriff: {status: approving}}}\n"
    parties = section(text(printed(two)), "The Parties")
    assert "Bridgeway have not joined yet; each is bound only once it has." in parties
    assert parties.count("joined yet") == 1
    one = section(text(printed("agreement: {parties: {bridgeway: {status: proposed}}}\n")), "The Parties")
    assert "Bridgeway has not joined yet, and is bound only once it has." in one
    assert "joined yet" not in county


def test_the_number_of_seats_is_printed_only_where_it_is_known(printed: Printed, county: str) -> None:
    seat = "governance:\n  bodies:\n    community-leadership-team:\n      members:\n        residents: {seats: %s}\n"
    known = section(text(printed(seat % "3")), "Community Leadership Team")
    unknown = section(text(printed(seat % "~")), "Community Leadership Team")
    assert "Resident of the county: three seats" in known
    assert "Resident of the county, with" in unknown


def test_parties_that_undertake_the_same_read_it_once(county: str) -> None:
    whole = county
    assert whole.count("have the officer stay until the case manager has come") == 1
    assert "The Sampleton Police and the Sheriff’s Office each will:" in whole


def test_advisory_members_undertake_nothing(county: str) -> None:
    whole = county
    assert "The Superior Court may advise on calendars and process" in section(whole, "Advisory Members")
    assert "Superior Court" not in whole.split("## Article 6")[1].split("## Article 7")[0]


def test_a_party_that_withdrew_is_no_party_and_undertakes_nothing(printed: Printed) -> None:
    whole = text(printed("agreement: {parties: {bridgeway: {status: withdrawn, withdrew_on: 2026-05-01}}}\n"))
    assert "Bridgeway withdrew on May 1, 2026, and is not a Party any more." in whole
    assert "Bridgeway will:" not in whole
    assert "a nonprofit organization (“Bridgeway”)" not in whole


def test_a_word_in_capitals_stays_in_capitals(printed: Printed, county: str) -> None:
    whole = text(printed("agreement: {parties: {county-sheriff: {conditions: LEAD binds no deputy.}}}\n"))
    assert "joins with this reservation: LEAD binds no deputy." in whole


def test_one_of_several_holders_of_a_seat_chairs(county: str, otherwise: str) -> None:
    assert "chaired by one former participant and the Neighborhood Council" in county
    assert "chaired by the former participant and" in otherwise
