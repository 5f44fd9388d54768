"""The roster of parties: offices by their titles, and of their addresses what the program makes public."""

from __future__ import annotations

import pytest

NAMES = "A. Sample"


def test_it_lists_parties_signatories_designees_and_custodians_by_title(composed, text) -> None:
    printed = text(composed("party-roster"))
    assert "| Example County Sheriff’s Office | independent elected office | Example County | joined |" in printed
    assert "| City of Sampleton | Mayor | December 18, 2023 | Ordinance 4417 |" in printed
    assert "| Charging authority (felonies) | County Prosecutor | Senior Deputy Prosecuting Attorney |" in printed
    assert "| Harbor Treatment Services | Medical Records Director |" in printed


def test_no_name_telephone_number_or_confidential_area_is_printed(composed, text) -> None:
    printed = text(composed("party-roster"))
    assert NAMES not in printed
    assert "555-" not in printed
    assert "Haven House" not in printed


@pytest.mark.parametrize(("visibility", "shown"), [("public", True), ("partners", False), ("internal", False)])
def test_an_address_is_printed_only_where_it_is_public(visibility: str, shown: bool, altered, text) -> None:
    place = f"{{attention: Sheriff, address: 9 Hidden Lane, visibility: {visibility}}}"
    printed = text(altered("party-roster", f"agreement: {{notices: {{addresses: {{county-sheriff: {place}}}}}}}\n"))
    assert ("9 Hidden Lane" in printed) is shown
    assert "| Sheriff’s Office | Sheriff |" in printed


def test_an_address_that_nobody_called_public_is_kept_where_the_agreement_is_not_public(altered, text) -> None:
    piece = (
        "agreement: {visibility: partners, notices: {addresses: {county-sheriff: {address: 9 Hidden Lane, "
        "visibility: public}}}}\n"
    )
    assert "9 Hidden Lane" not in text(altered("party-roster", piece))


def test_a_party_that_left_and_a_vacant_role_are_said(altered, text) -> None:
    piece = (
        "agreement: {parties: {bridgeway: {status: withdrawn, withdrew_on: 2026-06-30}}}\n"
        "roles: {evaluator: {agencies: ~, status: vacant}}\n"
    )
    printed = text(altered("party-roster", piece))
    assert "Bridgeway Outreach and Care, on June 30, 2026." in printed
    assert "| Bridgeway Outreach and Care | nonprofit" not in printed
    assert "Nobody holds the role of evaluator on November 24, 2026." in printed


def test_what_is_not_in_the_sources_prints_as_a_box(composed, text) -> None:
    printed = text(composed("party-roster", "albany-ny"))
    assert "> Whether the parties named are all that there are. The sources searched do not say." in printed
    assert "> How notices are given. The sources searched do not say." in printed
