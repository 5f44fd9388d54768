"""The scenarios of Example County: they notice nearly every slip in its rules."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from leadkit.diagnostic import Diagnostic
from leadkit.model.hours import DAY_MINUTES
from leadkit.model.load import load
from leadkit.model.scenarios import Expectation
from leadkit.policy.cases.case import Told, told
from leadkit.policy.cases.desk import Desk, desk_of
from leadkit.policy.engine.case import Case
from leadkit.policy.engine.decision import verdict_of
from leadkit.policy.proving.coverage import Kind, Reach, coverage
from leadkit.policy.proving.examined import Examined
from leadkit.policy.proving.holes import fill_holes
from leadkit.policy.proving.mutation import mutate
from leadkit.policy.proving.prove import examined_of
from leadkit.policy.proving.suggestion import Suggestion, suggestion
from leadkit.policy.proving.written import written
from leadkit.policy.scenarios import differences_from, run_scenarios
from leadkit.resources import programs
from leadkit.source import read_text
from leadkit.source.tree import Mapping, find
from tests.sampling import takes_long

LEAST = 0.95
"""The share of the changes that a scenario must notice."""


_program = cache(lambda: load(programs() / "example-county"))


@cache
def _desk(on: str) -> Desk:
    desk = desk_of(_program(), date.fromisoformat(on), name="example-county")
    assert desk is not None
    return desk


@cache
def _county() -> Examined:
    tested = list(run_scenarios(_program(), name="example-county"))
    examined = examined_of(_program(), tested, name="example-county")
    assert examined is not None
    return examined


@takes_long
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


@takes_long
def test_a_suggested_case_can_be_copied_and_is_decided_alike() -> None:
    """What is printed is read as a scenario is, and gives the very case that was tried."""
    county = _county()
    some = ("pathways.social-contact.", "eligibility.history.", "pathways.post-overdose.hours")
    reached = tuple(one for one in coverage(county) if one.rule.id.startswith(some))
    filled = fill_holes(county, reached)
    assert len(filled.cases) > 5
    reach = Reach(county.bench)
    for one in filled.cases:
        assert set(one.points) <= reach.of(one.suggestion.case)
        assert _copied(one.suggestion) == one.suggestion.case
        assert _passes(one.suggestion)
    assert any("time" in one.suggestion.facts for one in filled.cases)


def test_the_time_of_a_suggested_case_is_on_the_day_of_its_contact() -> None:
    """The day is a Tuesday, and the case is for what holds on a Sunday: the contact and its dates are moved."""
    county = _county()
    late, month = 7 * DAY_MINUTES - 1, timedelta(30)
    assert date.fromisoformat(county.day).weekday() == 1
    event = (date.fromisoformat(county.day) - month).isoformat()
    asked = {"pathway": "post-overdose", "facts": {"time": late, "event-post-overdose": event}}
    found = suggestion(county, asked, lambda case: case.facts.get("time") == late)
    assert found is not None and date.fromisoformat(found.on).weekday() == 6
    if "event-post-overdose" in found.facts:
        assert found.facts["event-post-overdose"] == (date.fromisoformat(found.on) - month).isoformat()
    anytime = suggestion(county, asked, lambda case: case.facts.get("time") is not None)
    assert anytime is not None and (anytime.on, anytime.facts["time"] // DAY_MINUTES) == (county.day, 1)


def _passes(suggestion: Suggestion) -> bool:
    """Whether the case passes when what the rules of its day make of it is expected."""
    case, odd = _told(suggestion)
    decision = _desk(suggestion.on).decide(case).decision
    assert decision is not None and not odd
    verdict = suggestion.verdict
    expect = dict(zip(("outcome", "whose", "missing", "reasons"), verdict, strict=True))
    return not list(differences_from(Expectation.model_validate(expect), verdict_of(decision)))


def _copied(suggestion: Suggestion) -> Case:
    """The case that is read from what is printed."""
    case, odd = _told(suggestion)
    read = _desk(suggestion.on).read(case)
    assert read.case is not None and not (*odd, *read.found)
    return _county().bench.read(read.case)


def _told(suggestion: Suggestion) -> tuple[Told, tuple[Diagnostic, ...]]:
    """What is printed, as a scenario is read."""
    text = written(_county().policy, suggestion, "one", "A case: ready")
    root, wrong = read_text(f"scenarios:\n{text}", "scenarios.yaml")
    scenario = find(root, ("scenarios", "one"))
    assert isinstance(scenario, Mapping) and not wrong
    case, odd = told(scenario, scenario=True)
    return case, tuple(odd)
