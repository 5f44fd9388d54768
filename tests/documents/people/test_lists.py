"""The directory of services and the list of partners: what is public, and nothing else."""

from __future__ import annotations

import re

import pytest

from leadkit.documents.codes import REFUSED
from tests.programs import PROGRAMS

DIRECTORY, PARTNERS = "service-directory", "partner-list"


def test_the_directory_names_public_providers_only(composed, text) -> None:
    printed = text(composed(DIRECTORY))
    assert "### Harbor Treatment" in printed
    assert "River Homes" not in printed
    assert "| Supportive housing" not in printed


def test_a_provider_says_when_how_and_for_what_price(composed, text) -> None:
    entry = text(composed(DIRECTORY)).split("### Harbor Treatment")[1].split("###")[0]
    assert entry.strip().split("\n") == [
        "- **Gives:** medication for opioid use; mental health care; testing and treatment for hepatitis C and HIV.",
        "- **Open:** Monday to Saturday from 07:00 to 19:00, for people in Example County.",
        "- **How to get help:** with a case manager or by walking in. The usual wait is 1 day.",
        "- **Cost:** paid by insurance; takes Medicaid.",
        "- **Languages:** English and Spanish.",
        "- **Where:** 8 Dock Street, Sampleton (with wheelchair access).",
    ]


def test_a_confidential_place_is_never_told(composed, altered, text) -> None:
    for printed in (
        text(composed(DIRECTORY)),
        text(
            altered(
                DIRECTORY, "services: {providers: {haven: {location: {street: 5 Hidden Lane, visibility: public}}}}\n"
            )
        ),
    ):
        haven = printed.split("### Haven House")[1].split("###")[0]
        assert "- **Where:** the place is not told. Call first." in haven
        assert "Hidden" not in printed


def test_a_number_an_address_and_an_area_are_told_only_where_they_are_public(composed, altered, text) -> None:
    printed = text(composed(DIRECTORY))
    assert "360-555-0125" in printed
    assert "360-555-0127" not in printed
    piece = (
        "areas: {sampleton-city: {visibility: partners}}\n"
        "services: {providers: {harbor-clinic: {location: {visibility: partners}}}}\n"
    )
    closed = text(altered(DIRECTORY, piece))
    assert "8 Dock Street" not in closed
    assert "people in the City of Sampleton" in printed
    assert "people in the City of Sampleton" not in closed


def test_a_language_without_a_name_here_prints_its_tag(altered, text) -> None:
    piece = "services: {providers: {harbor-clinic: {languages: [en, es-MX, vi, xx]}}}\n"
    assert "**Languages:** English, Spanish, Vietnamese, and xx." in text(altered(DIRECTORY, piece))


def test_a_program_that_makes_no_provider_public_has_no_directory(composed, refusal) -> None:
    assert "makes no provider of services public" in refusal(composed(DIRECTORY, "san-francisco-ca"))


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_provider_of_whom_little_is_known_stands_with_what_it_gives(name: str, composed, text) -> None:
    found = composed(DIRECTORY, name)
    if found.document is not None:
        assert text(found).count("- **Gives:**") == len(re.findall(r"^### ", text(found), flags=re.MULTILINE)) > 0
    else:
        assert [one.code for one in found.diagnostics if one.is_error] == [REFUSED.code]


def test_each_partner_stands_with_what_it_does(composed, text) -> None:
    printed = text(composed(PARTNERS))
    assert "| Public Defense | Defends people and gives legal help |" in printed
    assert "| Bridgeway | Gives case management |" in printed
    assert "| Superior Court | Advises, without a vote |" in printed


def test_a_partner_that_left_is_none(altered, text) -> None:
    piece = "agreement: {parties: {harbor-treatment: {status: withdrawn}}}\n"
    assert "| Harbor Treatment |" not in text(altered(PARTNERS, piece))


def test_the_list_tells_public_contacts_by_title_and_nobody_s_name(composed, text) -> None:
    printed = text(composed(PARTNERS))
    assert "- Duty case manager, Bridgeway (at the time of need): 360-555-0100" in printed
    assert not re.search(r"A\. Sample|director@|360-555-011[0-3]|360-555-0120", printed)


@pytest.mark.parametrize("name", PROGRAMS)
def test_every_program_has_a_list_of_partners(name: str, composed, text) -> None:
    printed = text(composed(PARTNERS, name))
    assert "## Who Takes Part" in printed
    plain = re.sub(r"^\s*> .*$", "", printed, flags=re.MULTILINE)
    assert not re.findall(r"\b(None|True|False|View|[a-z]+_[a-z]+)\b", re.sub(r"https?://\S+", "", plain))


def test_a_partner_whose_role_has_no_common_name_stands_with_its_title(composed, text) -> None:
    printed = text(composed(PARTNERS, "albany-ny"))
    assert "| Albany County Department of Mental Health | Street-based clinical capacity |" in printed
