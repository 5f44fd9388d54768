"""The annex on areas and hours: where and when each pathway is open, and what it may not show."""

from __future__ import annotations

import pytest


def test_each_area_says_how_it_is_drawn_and_who_works_in_it(composed, text) -> None:
    printed = text(composed("areas-annex"))
    assert "*Bounds.* North: First Avenue." in printed
    assert "*Map.* It is drawn in the file maps/downtown-core.geojson" in printed
    assert "*Leaves out.* It does not take in the City of Sampleton or Sample River land." in printed
    assert "*Contacts.* The deputy calls the Tribe’s duty officer before making an offer" in printed


def test_a_confidential_place_and_one_for_partners_are_not_printed(composed, text) -> None:
    printed = text(composed("areas-annex"))
    assert "Haven House" not in printed
    assert "Riverside" not in printed


def test_a_place_that_becomes_confidential_vanishes_from_every_list(altered, text) -> None:
    printed = text(altered("areas-annex", "areas: {sample-river-land: {confidential: yes}}\n"))
    assert "Sample River land" not in printed


def test_a_pathway_lists_its_areas_with_their_hours_and_those_who_refer_there(composed, text) -> None:
    printed = text(composed("areas-annex"))
    assert "| Unincorporated Example County | daily 07:00-23:00 | Sheriff’s Office | Bridgeway |" in printed
    assert "| City of Sampleton | 24/7 | Sampleton Police | Bridgeway |" in printed
    assert "It is open at these hours: Monday to Friday from 08:00 to 19:00. Where an area has hours" in printed
    assert "### 3.4 Prosecutor’s referral\n\nThis pathway is not open on" in printed


def test_nobody_is_said_to_refer_where_the_sources_do_not_say_who_does(altered, text) -> None:
    piece = (
        "areas: {sampleton-city: {agencies: ~}}\n"
        "open: {areas.sampleton-city.agencies: {why: undecided, question: Who refers in the city?, owner: convener}}\n"
    )
    printed = text(altered("areas-annex", piece))
    assert "| City of Sampleton | 24/7 | **\\[Decision needed\\]** | Bridgeway |" in printed
    assert "| City of Sampleton | 24/7 | Justice Center, Bridgeway, Downtown Association, or" in printed


@pytest.mark.parametrize(
    ("piece", "says"),
    [
        (
            "{hours: Mon-Fri 09:00-17:00}",
            "The program works in it at these hours only: Monday to Friday from 09:00 to 17:00.",
        ),
        ("{kind: zone, bounds: ~}", "*Kind.* A zone."),
        ("{school: {campuses: [North Hall, South Hall]}}", "It covers North Hall and South Hall."),
    ],
)
def test_another_area_prints_another_sentence(piece: str, says: str, altered, text) -> None:
    assert says in text(altered("areas-annex", f"areas: {{downtown-core: {piece}}}\n"))
