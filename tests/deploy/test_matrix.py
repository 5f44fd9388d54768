"""The sharing matrix as the service has it: every cell from a flow, and from nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leadkit.deploy.compile.bench import Bench
from leadkit.deploy.compile.expected import expected_of
from leadkit.deploy.compile.groups import groups_of
from leadkit.deploy.compile.sharing import sharing_of
from tests.deploy.benches import bench_of, cells_in, example_county
from tests.docs import permissions
from tests.sampling import sampled

FIELDS = ("flow", "sender", "recipient", "category", "action", "purpose")
TERMS = ("scope", "detail", "redisclosure", "notice", "logged")
Over = Callable[[str], Path]


@pytest.fixture(scope="module")
def cells() -> list[Any]:
    return cells_in(example_county())


def _said(entry: dict[str, Any]) -> tuple[object, ...]:
    return (*(entry[each] for each in (*FIELDS, *TERMS)), tuple(entry["pathways"]), tuple(entry["use_limits"]))


def test_the_cells_and_what_is_expected_of_them_agree_though_they_share_no_step(
    cells: list[Any], county: Bench
) -> None:
    expected: list[Any] = expected_of(county.standing)
    assert {(*_said(one), one["basis"]["kind"], one["basis"].get("release")) for one in cells} == {
        (*_said(one), one["basis"], one["release"]) for one in expected
    }
    assert len(cells) == len(expected) > 250


def test_each_cell_names_the_line_of_the_annex_that_says_it(cells: list[Any], county: Bench) -> None:
    assert [one["id"] for one in cells] == sorted(one["id"] for one in cells)
    for one in cells:
        label = county.program.sharing.categories[one["category"]].label
        assert one["clause"], one["id"]
        assert one["line"], one["id"]
        assert label.lower().replace('"', "") in one["words"].lower(), one["id"]
        assert one["at"].startswith("sharing.yaml:"), one["id"]
    police = next(one for one in cells if one["flow"] == "engagement-to-police")
    assert police["words"].startswith("To the Sampleton Police and the Sheriff’s Office.")


def test_the_page_for_counsel_shows_each_line_of_the_annex_with_its_rules(cells: list[Any]) -> None:
    assert permissions.table(cells) in permissions.PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("field", sampled(["basis", "scope", "purpose"], 3))
def test_a_flow_that_does_not_say_all_lets_nobody_see_anything(field: str, over_county: Over) -> None:
    bench = bench_of(over_county(f"sharing: {{flows: {{engagement-to-police: {{{field}: ~}}}}}}"))
    flows = {one["flow"] for one in cells_in(bench)}
    assert "engagement-to-police" not in flows
    assert "engagement-to-supervision" in flows
    assert [one.path for one in bench.findings if one.code == "LK809"] == ["sharing.flows.engagement-to-police"]


def test_a_flow_that_is_kept_to_the_partners_is_a_cell_without_a_clause(over_county: Over) -> None:
    bench = bench_of(over_county("sharing: {flows: {engagement-to-police: {visibility: partners}}}"))
    found: list[Any] = [one for one in cells_in(bench) if one["flow"] == "engagement-to-police"]
    assert found
    assert all(one["clause"] is None and "partners" in one["words"] for one in found)


def test_a_rule_of_never_bars_whom_it_names_and_keeps_a_record_with_its_holder(county: Bench) -> None:
    never: Any = sharing_of(county, [])["never"]
    rules = {one["id"]: one for one in never}
    treatment = rules["treatment-to-justice"]
    assert treatment["categories"] == ["sud-records", "counseling-notes"]
    assert {"police-liaison", "sampleton-police", "liaison-prosecutor", "community-corrections"} <= {
        *treatment["recipients"]
    }
    # Case managers sit in the work group with the police, and are not the police for that.
    assert "operational-work-group" not in treatment["recipients"]
    assert "operational-work-group" in treatment["bodies"]
    notes = rules["counseling-notes-stay"]
    assert "harbor-treatment" not in notes["recipients"]
    assert {"bridgeway", "sampleton-police", "operational-work-group", "press"} <= {*notes["recipients"]}


def test_each_group_of_fields_has_the_category_that_the_program_has_for_it(county: Bench) -> None:
    groups = groups_of(county.program.sharing)
    assert groups["referral"] == "referral-status"
    assert groups["eligibility"] == "eligibility-result"
    assert groups["complainant"] == "complainant-details"
    assert (groups["sud"], groups["notes"]) == ("sud-records", "counseling-notes")
    assert "criminal-history" not in groups.values()


def test_a_program_without_a_category_keeps_its_fields_with_whoever_entered_them(over_county: Over) -> None:
    bench = bench_of(over_county("sharing: {categories: {engagement: ~}}"))
    assert groups_of(bench.program.sharing)["engagement"] is None


def test_case_managers_whom_no_referral_reaches_are_told_of(over_county: Over) -> None:
    gone = "program-operations: ~, request-to-care: ~, referral-after-overdose: ~"
    bench = bench_of(over_county(f"sharing: {{flows: {{referral: {{recipient: screening-desk}}, {gone}}}}}"))
    sharing_of(bench, [])
    assert "LK801" in {one.code for one in bench.findings}
