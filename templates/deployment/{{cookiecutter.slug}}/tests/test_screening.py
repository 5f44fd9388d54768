"""Screening: the engine's answer, without what tells criminal history."""

from __future__ import annotations

import json
from typing import Any

import pytest

from lead.gate import FIELDS
from lead.program import program
from lead.records import models as records
from lead.screening import questions, screen, unrestricted
from lead.screening.asking import may_see_history
from lead.screening.engine import engine

CANARY = "canary-7f3a"
policy = program().policy
pytestmark = pytest.mark.skipif(policy is None, reason="The program's rules cannot decide cases.")


def _hidden() -> list[tuple[str | None, str]]:
    assert policy is not None
    return [(one.of, one.fact) for pathway in policy["pathways"] for one in questions(pathway, restricted=True)]


def test_the_answer_is_the_engines() -> None:
    assert policy is not None
    for pathway in policy["pathways"]:
        decision = engine().decide({"on": policy["on"], "pathway": pathway, "facts": {}}, searched=False)  # type: ignore[union-attr]
        assert screen(pathway, policy["on"], {}).outcome == decision["outcome"]


def test_no_restricted_answer_is_kept() -> None:
    facts: dict[str, Any] = {}
    for of, fact in _hidden():
        if of is None:
            facts[fact] = CANARY
        else:
            facts.setdefault(of, [{}])[0][fact] = CANARY
    assert CANARY not in json.dumps(unrestricted(facts))


def test_no_model_has_a_place_for_criminal_history() -> None:
    words = ("convict", "warrant", "history", "criminal", "arrests", "priors")
    names = [f.name for model in records.Held.__subclasses__() for f in model._meta.concrete_fields]
    assert not [name for name in names if any(word in name for word in words)]
    assert FIELDS


def test_an_answer_that_the_policy_cannot_read_decides_nothing() -> None:
    assert policy is not None
    pathway = next(iter(policy["pathways"]))
    answer = screen(pathway, policy["on"], {"no-such-fact": True})
    assert answer.outcome == "" and answer.problems
    assert screen("no-such-pathway", policy["on"], {}).problems


def test_the_public_reason_does_not_tell_that_a_record_stood_in_the_way() -> None:
    """28 CFR Part 20: whatever a record check finds sounds the same, and holds no word kept for those who may know."""
    assert policy is not None
    secret = [str(rule["restricted_reason"]) for rule in policy["rules"] if rule.get("restricted_reason")]
    for pathway in policy["pathways"]:
        for facts in _each_alone(pathway):
            answer = screen(pathway, policy["on"], facts)
            assert not any(text in answer.reason for text in secret)


def _each_alone(pathway: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for one in questions(pathway, restricted=True):
        values: list[Any] = [True, False] if one.type == "yes_no" else list(one.options)[:3]
        for value in values:
            found.append({one.fact: value} if one.of is None else {one.of: [{one.fact: value}]})
    return found


def test_only_those_who_may_know_are_asked_what_tells_criminal_history() -> None:
    assert policy is not None
    for role in program().roles.values():
        asked = [one for pathway in policy["pathways"] for one in questions(pathway, role) if one.restricted]
        known = program().recipients.get(role.id)
        if known is None or known.outside_justice:
            assert not asked
            assert not may_see_history(role)


def test_a_program_without_rules_leaves_the_decision_to_people(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lead.screening.deciding.engine", lambda: None)
    assert screen("any", "2026-01-01", {}).outcome == "needs_person"
