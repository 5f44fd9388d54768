"""A cell that is flipped in the YAML: what the matrix test expects and the sentence of the agreement change with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leadkit.check import check
from leadkit.deploy.compile.bench import Bench
from leadkit.deploy.compile.expected import expected_of
from leadkit.model.sharing.vocabulary import Detail
from tests.deploy.benches import bench_of, cells_in, example_county
from tests.deploy.repeating import REPEATING, REPEATING_FLOWS
from tests.sampling import sampled

Over = Callable[[str], Path]
ACT = ("sender", "recipient", "category", "action", "purpose")
DETAILS = list(Detail)
FLIPS = {
    "actions": ("export", "discuss"),
    "detail": ("yes_no", "dates_only"),
    "scope": ("own_cases", "work_group_cases"),
    "purpose": ("training", "operations"),
    "basis": ("{kind: statute, citation: RCW 1.1}", "{kind: public_record}"),
}
"""By field, a value to flip it to, and another for a flow that says the first."""
KINDS = sampled([(flow, field) for flow in example_county().program.sharing.flows for field in FLIPS], 9)


def _of(bench: Bench, flow: str) -> tuple[list[Any], list[Any], list[str]]:
    """What the service is told of a flow, what its matrix test expects, and what the agreement says."""
    every: list[Any] = expected_of(bench.standing)
    cells = [one for one in cells_in(bench) if one["flow"] == flow]
    return cells, [one for one in every if one["flow"] == flow], sorted({one["words"] for one in cells})


@pytest.mark.parametrize(("flow", "field"), KINDS)
def test_a_cell_flipped_in_the_yaml_changes_what_is_expected_and_what_the_agreement_says(
    flow: str, field: str, over_county: Over
) -> None:
    before = _of(example_county(), flow)
    first, other = FLIPS[field]
    said = str(getattr(example_county().program.sharing.flows[flow], field))
    value = other if first in said or (field == "basis" and "statute" in said) else first
    after = bench_of(over_county(f"sharing: {{flows: {{{flow}: {{{field}: {value}}}}}}}"))
    for was, now in zip(before, _of(after, flow), strict=True):
        assert was != now
    others = next(one for one in example_county().program.sharing.flows if one != flow)
    assert _of(after, others)[1] == _of(example_county(), others)[1]


AGAIN = """
sharing:
  flows:
    engagement-again: {sender: case-management, recipient: police-liaison, categories: engagement, actions: view,
      purpose: coordination, basis: {kind: release, release: justice-release}, scope: referred_by_own_agency,
      detail: yes_no, use_limits: [no_evidence]}
"""
"""What engagement-to-police lets happen, once more."""

WHY = {
    "figures": ["counts"],
    "nobody_signs_in": ["to-nobody"],
    "own_records": ["to-itself"],
    "covered": ["by-agency", "by-role", "to-both", "view-apart"],
}
NEEDLESS = (
    ("by-agency", "flow", "by-agency", "by-role"),
    ("to-both", "recipient", "supervision", "community-corrections"),
    ("view-apart", "flow", "view-apart", "by-role"),
    ("engagement-to-police", "flow", "engagement-to-police", "by-role"),  # whom police referred are their own cases
)


def test_a_flow_without_which_the_service_lets_all_the_same_happen_is_reported_as_redundant(over_county: Over) -> None:
    folder = over_county(AGAIN)
    bench = bench_of(folder)
    found = {one.path for one in check(folder) if one.code == "LK820"}
    cells = cells_in(bench)
    useless = {flow for flow in {one["flow"] for one in cells} if _lets(cells) == _lets(cells, without=flow)}
    assert {f"sharing.flows.{one}" for one in useless} == found == {"sharing.flows.engagement-again"}


def test_what_the_service_would_not_miss_is_told_with_what_covers_it(over_county: Over) -> None:
    bench = bench_of(over_county(REPEATING))
    idle = {one["id"]: one["idle"] for one in cells_in(bench) if one["flow"] in REPEATING_FLOWS}
    assert {reason: sorted({id_.split("|")[0] for id_, why in idle.items() if why == reason}) for reason in WHY} == WHY
    told = [(one.path, one.message) for one in bench.findings if one.code == "LK835"]
    for flow, field, word, other in NEEDLESS:
        where, said = (
            f"sharing.flows.{flow}",
            f'"{word}" adds nothing' if field == "flow" else f'"{word}" as {field} of',
        )
        messages = [text for path, text in told if path in (where, f"{where}.{field}") and said in text]
        assert len(messages) == 1
        assert f'beside "{other}"' in messages[0]
    assert {path.split(".")[2] for path, _ in told} == {flow for flow, *_ in NEEDLESS}


def test_the_example_county_says_twice_only_that_two_roles_of_one_agency_tell(county: Bench) -> None:
    cells_in(county)
    assert [one.path for one in county.findings if one.code == "LK835"] == [
        "sharing.flows.case-status-to-care.sender",
        "sharing.flows.eligibility-answer.sender",
    ]


def _lets(cells: list[Any], without: str = "") -> dict[tuple[Any, ...], int]:
    """What the cells let happen on which basis, to whom, on which pathways, and in how much detail at most."""
    found: dict[tuple[Any, ...], int] = {}
    for one in cells:
        key = (*(str(one[name]) for name in (*ACT, "basis", "scope", "pathways")),)
        depth = DETAILS.index(Detail(one["detail"] or "full"))
        if one["flow"] != without:
            found[key] = max(depth, found.get(key, 0))
    return found
