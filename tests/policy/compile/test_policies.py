"""What holds of every policy: of each shipped program, on each day on which something in it changes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from leadkit.model.load import load
from leadkit.policy.comparisons import names_in
from leadkit.policy.compile import compile_policy
from leadkit.policy.language import All, Expression, In, Not
from leadkit.policy.language import Any as AnyOf
from leadkit.policy.policy import Fact, Policy, Scope, Strength, Why
from leadkit.resources import programs
from tests.policy.compile.conftest import Compiling

PROGRAMS = sorted(folder.name for folder in programs().iterdir() if not folder.name.endswith("-base"))
each_program = pytest.mark.parametrize("program", PROGRAMS)


@cache
def policies(program: str) -> tuple[Policy, ...]:
    jurisdiction = load(programs() / program)
    found = [compile_policy(jurisdiction, day, name=program) for day in jurisdiction.epochs]
    assert found
    assert None not in found
    return tuple(one for one in found if one is not None)


def _facts(policy: Policy) -> dict[str, Fact]:
    """Every fact by its full name."""
    of_entries = {
        f"{collection.entry}.{name}": fact
        for collection in policy.collections.values()
        for name, fact in collection.facts.items()
    }
    return policy.facts | of_entries


def _conditions(policy: Policy) -> Iterator[Expression]:
    for rule in policy.rules:
        yield rule.when
        yield from (owner.when for owner in rule.owners if owner.when is not None)
    yield from (reducer.where for reducer in policy.reducers.values())


def _choices(condition: Expression) -> Iterator[In]:
    match condition:
        case All():
            parts: tuple[Expression, ...] = condition.all
        case AnyOf():
            parts = condition.any
        case Not():
            parts = (condition.not_,)
        case _:
            parts = ()
            if isinstance(condition, In):
                yield condition
    for part in parts:
        yield from _choices(part)


@each_program
def test_every_name_is_declared_and_every_fact_is_asked(program: str) -> None:
    for policy in policies(program):
        named = {name for condition in _conditions(policy) for name in names_in(condition)}
        facts = _facts(policy)
        assert named <= facts.keys() | policy.reducers.keys()
        assert not facts.keys() & policy.reducers.keys()
        added = {
            f"{policy.collections[one.of].entry}.{fact}"
            for one in policy.reducers.values()
            if one.reduce != "count"
            for fact in (one.fact, one.per)
            if fact
        }
        assert facts.keys() <= named | added | {"charge.offence", "charge.level"}


@each_program
def test_a_choice_is_compared_with_its_options_only(program: str) -> None:
    for policy in policies(program):
        facts = _facts(policy)
        for condition in _conditions(policy):
            for choice in _choices(condition):
                assert set(choice.in_) <= facts[choice.fact].options.keys()


@each_program
def test_a_rule_has_an_id_of_its_own_a_pathway_and_the_scope_that_it_needs(program: str) -> None:
    for policy in policies(program):
        ids = [rule.id for rule in policy.rules]
        assert len(set(ids)) == len(ids)
        for rule in policy.rules:
            assert rule.pathways
            assert set(rule.pathways) <= policy.pathways.keys()
            of_charges = any(name.startswith("charge.") for name in names_in(rule.when))
            assert (rule.scope is Scope.CHARGE) >= of_charges, rule.id
            assert rule.strength is Strength.PRESUMPTIVE or not rule.owners


@each_program
def test_what_is_written_is_read_back_and_has_whole_numbers_only(program: str) -> None:
    for policy in policies(program):
        text = policy.model_dump_json(by_alias=True, exclude_none=True)
        assert Policy.model_validate_json(text) == policy
        assert not [number for number in _numbers(json.loads(text)) if not isinstance(number, int)]


@each_program
def test_what_is_written_fits_the_schema(program: str) -> None:
    validator = jsonschema.Draft202012Validator(Policy.model_json_schema(by_alias=True))
    newest = policies(program)[-1].model_dump_json(by_alias=True, exclude_none=True)
    validator.validate(json.loads(newest))


def _numbers(value: Any) -> Iterator[float]:
    if isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _numbers(one)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield value


@each_program
def test_a_place_is_the_name_of_the_field(program: str) -> None:
    for policy in policies(program):
        for rule in policy.rules:
            if rule.place is not None:
                line = _lines(programs() / program / rule.place.file)[rule.place.line - 1]
                here = line[rule.place.column - 1 :].lstrip("\"'")
                assert any(here.startswith(step) for step in rule.id.split(".")), rule.id


@cache
def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()


@each_program
def test_on_each_day_on_which_a_policy_holds_it_is_the_same(program: str) -> None:
    found = policies(program)
    for policy in found:
        assert policy.holds_from is None or policy.holds_from <= policy.on
        assert policy.holds_until is None or policy.on <= policy.holds_until
    for one, following in pairwise(found):
        same = one.holds_until is None or following.on <= one.holds_until
        assert not same or one == following.model_copy(update={"on": one.on})


def test_a_policy_holds_until_something_may_change(over: Compiling) -> None:
    """A year may begin on any of its days, and end on any."""
    piece = """
    program: {as_of: %s}
    law: {sets: {schedule-b: {complete_as_of: 2030-05-06}}}
    eligibility: {exclusions: {violence-now: {effective_from: 2027, effective_until: 2029}}}
    open: {eligibility.exclusions.no-consent.detail: {why: undocumented, looked_in: EX-2, effective_from: 2029-12-01}}
    """
    days = ("2026-12-01", "2027-06-01", "2028-01-01", "2029-06-01", "2029-12-24", "2030-02-01", "2031-01-01")
    found = [over(piece % day).policy for day in days]
    assert [(one.holds_from, one.holds_until) for one in found[1:]] == [
        ("2027-01-01", "2027-12-30"),
        ("2027-12-31", "2028-12-31"),
        ("2029-01-01", "2029-11-30"),
        ("2029-12-01", "2029-12-31"),
        ("2030-01-01", "2030-05-06"),
        ("2030-05-07", None),
    ]
    assert found[0].holds_until == "2026-12-31"
    there = [any(rule.id.endswith(".violence-now") for rule in one.rules) for one in found]
    assert there == [False, False, True, False, False, False, False]
    unknown = [any(gap.why is Why.NOT_KNOWN for gap in one.open) for one in found]
    assert unknown == [False, True, False, True, True, False, False]


def test_a_fact_that_is_asked_both_ways_is_restricted(over: Compiling) -> None:
    """Whichever of the rules asks first: the answer is the same, and tells the same."""
    piece = """
    eligibility:
      exclusions:
        on-probation: {test: other, question: "Is the person on probation?", strength: absolute}
        probation: {test: on_probation, strength: absolute}
    """
    facts = over(piece).policy.facts
    assert facts["on-probation"].restricted
    assert not facts["not-amenable"].restricted


def test_a_part_that_cannot_be_read_leaves_no_policy(tmp_path: Path) -> None:
    """A rule that is lost with a slip would be missed in every case."""
    folder = tmp_path / "county"
    folder.mkdir()
    for file in (programs() / "example-county").glob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        (folder / file.name).write_text(text.replace("test: violent_on_contact", "test: violent"), encoding="utf-8")
    assert compile_policy(load(folder)) is None
    assert compile_policy(load(programs() / "new-mexico-base")) is None


def test_before_the_day_on_which_a_pathway_opened_nobody_is_diverted_by_it() -> None:
    policy = compile_policy(load(programs() / "example-county"), date(1990, 1, 1))
    assert policy is not None
    closed = {rule.id for rule in policy.rules if rule.when == All(all=()) and rule.strength is Strength.ABSOLUTE}
    assert "pathways.arrest-diversion.enabled" in closed
