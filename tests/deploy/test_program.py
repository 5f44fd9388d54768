"""What the service knows of the program as a whole, and what is found where the program does not say it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leadkit.deploy.compile.approving import find_untold
from leadkit.deploy.compile.bench import Bench
from leadkit.deploy.compile.consents import consents_of
from leadkit.deploy.compile.forms import forms_of
from leadkit.deploy.compile.measures import measures_of
from leadkit.deploy.compile.plain import as_data, to_json
from leadkit.deploy.compile.program import program_of
from leadkit.deploy.compile.roles import roles_of
from leadkit.deploy.compile.sharing import sharing_of
from leadkit.deploy.frame import slug_of
from leadkit.values.colours import contrast, text_on
from tests.deploy.benches import bench_of

Over = Callable[[str], Path]


def test_the_example_county_says_all_that_its_service_asks(county: Bench) -> None:
    program = program_of(county)
    assert county.findings == []
    assert program["part2"] is True
    assert program["suppress_below"] == 10
    assert program["time_zone"] == "America/Los_Angeles"
    assert program["case_line"] == {"label": "Duty case manager", "phone": "360-555-0100", "public": True}


@pytest.mark.parametrize(
    ("piece", "code"),
    [
        ('deployment: {colours: {primary: "#FFD700"}}', "LK805"),
        ("deployment: {hosting: ~}", "LK806"),
        ("deployment: {time_zone: ../../etc/passwd}", "LK807"),
        ("sharing: {retention: ~}", "LK811"),
    ],
)
def test_what_the_program_leaves_out_is_told(piece: str, code: str, over_county: Over) -> None:
    bench = bench_of(over_county(piece))
    program_of(bench)
    assert [one.code for one in bench.findings] == [code]


def test_a_status_under_part_2_that_nobody_decided_counts_as_yes(over_county: Over) -> None:
    piece = """
sharing: {regimes: ~, releases: ~, categories: {sud-records: ~, counseling-notes: ~}}
agencies: {harbor-treatment: {hipaa_status: covered_entity}, bridgeway: {hipaa_status: STATUS}}
"""
    undecided = bench_of(over_county(piece.replace("STATUS", "~")))
    assert program_of(undecided)["part2"] is True
    assert "LK804" in {one.code for one in undecided.findings}
    decided = bench_of(over_county(piece.replace("STATUS", "covered_entity")))
    assert program_of(decided)["part2"] is False
    assert "LK804" not in {one.code for one in decided.findings}


def test_a_role_has_the_desk_of_its_kind(county: Bench) -> None:
    roles: Any = roles_of(county)["roles"]
    desks = {name: role["desk"] for name, role in roles.items()}
    assert desks["city-referrals"] == "officer"
    assert desks["liaison-prosecutor"] == "prosecutor"
    assert desks["case-management"] == "care"
    assert desks["data-steward"] == "privacy"
    assert desks["evaluator"] is None
    assert all(role["also"] == [] for role in roles.values())
    assert county.findings == []


def test_where_nobody_looks_after_privacy_the_lead_agency_does(over_county: Over) -> None:
    bench = bench_of(over_county("roles: {data-steward: ~}"))
    roles: Any = roles_of(bench)["roles"]
    assert [name for name, role in roles.items() if role["also"]] == ["lead-agency"]
    assert [one.code for one in bench.findings] == ["LK802"]


def test_text_on_a_color_is_the_one_that_is_read_better() -> None:
    assert text_on("#1F4E5F") == "#FFFFFF"
    assert text_on("#FFD700") == "#000000"
    assert round(contrast("#000000", "#FFFFFF")) == 21


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("example-county", "example-county"),
        ("{{ 7*7 }}", "7-7"),
        ("../..", "county-lead"),
        ("ÅÉ", "county-lead"),
        ("a" * 90, "a" * 40),
    ],
)
def test_a_slug_is_letters_digits_and_hyphens(name: str, slug: str) -> None:
    assert slug_of(name) == slug


def test_a_data_file_has_its_keys_in_order_and_no_fraction(county: Bench) -> None:
    written = to_json({"b": as_data(county.program.eligibility.amounts), "a": 1})
    assert written.startswith(b'{\n "a": 1,')

    def whole(text: str) -> int:
        raise AssertionError(text)

    json.loads(written, parse_float=whole)


def test_the_service_knows_when_the_agreement_ends_and_what_falls_due(county: Bench) -> None:
    program: Any = program_of(county)
    assert program["ends_on"] == "2028-12-31"
    assert {"on", "owner", "what"} == set(program["due"][0])


def test_who_approves_a_referral_must_be_told_of_it(county: Bench, over_county: Over) -> None:
    find_untold(county)
    assert county.findings == []
    bench = bench_of(over_county("sharing: {flows: {referral-for-approval: ~, referral-desk-for-approval: ~}}"))
    find_untold(bench)
    assert [(one.code, one.path) for one in bench.findings] == [
        ("LK812", "pathways.social-contact.approvers"),
        ("LK812", "pathways.post-overdose.approvers"),
    ]


def test_whoever_sits_in_a_body_that_approves_must_be_told(over_county: Over) -> None:
    bench = bench_of(over_county("pathways: {social-contact: {approvers: operational-work-group}}"))
    find_untold(bench)
    assert {one.code for one in bench.findings} == {"LK812"}
    assert any('as a member of "operational-work-group"' in one.message for one in bench.findings)


def test_a_release_says_when_its_words_were_read_and_for_which_law(county: Bench) -> None:
    releases: Any = consents_of(county)["releases"]
    assert releases["justice-release"]["wording_reviewed"] == "2026-03-31"
    assert releases["justice-release"]["law_on"] is None
    assert releases["treatment-release"]["law_on"] == "2024-02-16"


def test_a_release_whose_document_is_a_draft_is_told(over_county: Over) -> None:
    bench = bench_of(over_county("documents: {release-justice: {status: ~}}"))
    releases: Any = consents_of(bench)["releases"]
    assert {name for name, each in releases.items() if each["draft"]} == {"justice-release", "proceedings-consent"}
    assert [(one.code, one.path) for one in bench.findings] == [
        ("LK836", "documents.release-justice.status"),
        ("LK836", "documents.proceedings-consent.status"),
    ]


def test_a_release_on_a_screen_has_no_line_to_write_on(county: Bench) -> None:
    releases: Any = consents_of(county)["releases"]
    for release in releases.values():
        for text in release["languages"].values():
            lines = [*text["paragraphs"], *text["blocks"].values()]
            assert lines and not [line for line in lines if "____" in line]
    texts = releases["justice-release"]["languages"]["en"]
    assert "Asked" not in texts["paragraphs"] and texts["blocks"]["intake-1"].endswith("no use without this part.")


def test_a_part_is_agreed_to_for_each_of_its_purposes_as_on_paper(county: Bench) -> None:
    release: Any = consents_of(county)["releases"]["care-team-release"]
    assert {id_: part["purposes"] for id_, part in release["blocks"].items()} == {
        "care-1": ["coordination"],
        "care-2": ["treatment"],
    }
    for words in release["languages"].values():
        titles = [words["blocks"][id_].splitlines()[0] for id_ in release["block_order"]]
        assert len({*titles}) == 2, titles


def test_a_pathway_names_who_receives_its_handoffs(county: Bench) -> None:
    pathways: Any = forms_of(county)["pathways"]
    assert pathways["arrest-diversion"]["received_by"] == ["bridgeway"]
    assert pathways["prosecutor-referral"]["received_by"] == []


@pytest.mark.parametrize(
    ("values", "groups"),
    [
        ("{under-18: Young, 18-64: Grown, 65-and-over: Old}", {"Young": (0, 17), "Grown": (18, 64), "Old": (65, None)}),
        ("{18-64: Grown, youth: Young}", {}),
        ("{}", {}),
    ],
)
def test_age_groups_are_read_from_their_codes_or_there_are_none(
    values: str, groups: dict[str, tuple[int, int | None]], over_county: Over
) -> None:
    bench = bench_of(over_county(f"measures: {{elements: {{age: {{label: Age, type: code, values: {values}}}}}}}"))
    read: Any = measures_of(bench)["age_groups"]
    assert {one["label"]: (one["from"], one["to"]) for one in read} == groups


def test_an_open_pathway_is_one_that_somebody_refers_by_and_case_management_hears_of(over_county: Over) -> None:
    new = (
        "pathways: {prosecutor-referral: {enabled: yes}}\nsharing: {flows: {referral: {pathways: [arrest-diversion]}}}"
    )
    bench = bench_of(over_county(new))
    sharing_of(bench, [])
    found = {(one.code, one.path) for one in bench.findings}
    assert {("LK837", "pathways.prosecutor-referral"), ("LK838", "pathways.prosecutor-referral")} <= found
    assert ("LK838", "pathways.social-contact") in found
    assert not {("LK837", "pathways.community-referral"), ("LK837", "pathways.social-contact")} & found
    assert ("LK838", "pathways.arrest-diversion") not in found
    assert all(one.spans[0].line > 1 for one in bench.findings)


def test_a_pathway_that_is_closed_needs_nobody(county: Bench) -> None:
    sharing_of(county, [])
    assert not [one for one in county.findings if one.path == "pathways.prosecutor-referral"]


def test_every_open_pathway_of_the_example_county_is_used_and_its_case_managers_hear_of_it(county: Bench) -> None:
    sharing_of(county, [])
    assert not [one.message for one in county.findings if one.code in ("LK837", "LK838")]


def test_what_the_supervising_agency_answers_reaches_whoever_asked_and_may_know_of_records(county: Bench) -> None:
    sharing = county.program.sharing
    heard = {who for one in sharing.flows.values() if "supervision" in one.sender for who in one.recipient}
    asked = {who for one in sharing.flows.values() if "supervision" in one.recipient for who in one.sender}
    screens = {rule.screened_by for rule in county.program.eligibility.supervision.values()}
    assert heard == {"records-check"} <= asked and screens == {("records-check",)}
