"""The scenarios of Example County: they notice nearly every slip in its rules."""

from __future__ import annotations

import os
from functools import cache

import pytest

from leadkit.model.load import load
from leadkit.policy.cases.case import told
from leadkit.policy.cases.desk import Desk, desk_of
from leadkit.policy.engine.case import Case
from leadkit.policy.proving.coverage import Kind, Reach, coverage
from leadkit.policy.proving.examined import Examined
from leadkit.policy.proving.holes import fill_holes
from leadkit.policy.proving.mutation import mutate
from leadkit.policy.proving.prove import examined_of
from leadkit.policy.proving.suggestion import Suggestion
from leadkit.policy.proving.written import written
from leadkit.policy.scenarios import run_scenarios
from leadkit.resources import programs
from leadkit.source import read_text
from leadkit.source.tree import Mapping, find

LEAST = 0.95
"""The share of the changes that a scenario must notice."""


_program = cache(lambda: load(programs() / "example-county"))


@cache
def _desk() -> Desk:
    desk = desk_of(_program(), name="example-county")
    assert desk is not None
    return desk


@cache
def _county() -> Examined:
    tested = list(run_scenarios(_program(), name="example-county"))
    examined = examined_of(_program(), tested, name="example-county")
    assert examined is not None
    return examined


@pytest.mark.skipif(
    os.environ.get("LEADKIT_REQUIRE_GATES") != "1", reason="the guide on proving prints the same figure, and is run"
)
def test_nearly_every_slip_is_noticed() -> None:
    mutation = mutate(_county())
    assert mutation.total > 1000
    assert mutation.killed >= LEAST * mutation.total


def test_every_rule_that_decides_held_and_did_not() -> None:
    missing = {
        point.rule
        for one in coverage(_county())
        for point in one.holes
        if point.kind in (Kind.HELD, Kind.DID_NOT_HOLD) and one.rule.strength.value != "advisory"
    }
    assert missing == set()


def test_a_suggested_case_can_be_copied_and_is_decided_alike() -> None:
    """What is printed is read as a scenario is, and gives the very case that was tried."""
    county = _county()
    reached = tuple(
        one for one in coverage(county) if one.rule.id.startswith(("pathways.social-contact.", "eligibility.history."))
    )
    filled = fill_holes(county, reached)
    assert len(filled.cases) > 5
    reach = Reach(county.bench)
    for one in filled.cases:
        assert set(one.points) <= reach.of(one.suggestion.case)
        assert _copied(one.suggestion) == one.suggestion.case


def _copied(suggestion: Suggestion) -> Case:
    """The case that is read from what is printed."""
    text = written(_county().policy, suggestion, "one", "A case: ready")
    root, wrong = read_text(f"scenarios:\n{text}", "scenarios.yaml")
    scenario = find(root, ("scenarios", "one"))
    assert isinstance(scenario, Mapping) and not wrong
    case, odd = told(scenario, scenario=True)
    read = _desk().read(case)
    assert read.case is not None and not (*odd, *read.found)
    return _county().bench.read(read.case)
