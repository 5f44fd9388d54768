"""Screening: the engine's answer, without what tells criminal history."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from lead.gate import FIELDS
from lead.pages.checks import views
from lead.program import program
from lead.records import models as records
from lead.screening import RECORDS, Answer, questions, screen, unrestricted
from lead.screening.asking import may_see_history
from lead.screening.deciding import is_hidden
from lead.screening.engine import engine, hides, rules_of
from tests.making import Making

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


def _ground(rule: dict[str, Any]) -> dict[str, Any]:
    return {"rule": rule["id"], "restricted": True, "restricted_facts": {}}


def _row(pathway: str, rule: dict[str, Any], outcome: str, monkeypatch: pytest.MonkeyPatch) -> Answer:
    """The answer where one rule holds and no other, as the engine would tell it."""
    owners = [{"rule": rule["id"], "charge": None, "by": one["by"], "certain": True} for one in rule["owners"]]
    told = {"outcome": outcome, "reasons": [_ground(rule)], "whose": owners, "missing": []}

    class One:
        def decide(self, case: Any, *, searched: bool) -> dict[str, Any]:
            return told

    monkeypatch.setattr("lead.screening.deciding.engine", lambda: One())
    return screen(pathway, "2026-01-01", {})


@pytest.mark.parametrize("outcome", ["needs_discretion", "not_eligible"])
@pytest.mark.parametrize("pathway", (policy or {}).get("pathways", ()))
def test_the_answer_is_the_same_whichever_record_stands_in_the_way(
    pathway: str, outcome: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = [rule for rule in rules_of(pathway) if hides(rule) and rule["strength"] != "advisory"]
    assert len({_row(pathway, rule, outcome, monkeypatch) for rule in rules}) <= 1


@pytest.mark.parametrize("pathway", (policy or {}).get("pathways", ()))
def test_what_is_missing_beside_the_records_does_not_depend_on_them(pathway: str) -> None:
    assert policy is not None
    waits: dict[str, set[tuple[str, ...]]] = {}
    for facts in _each_alone(pathway):
        answer = screen(pathway, policy["on"], facts)
        assert not any(is_hidden(one) for one in answer.waits)
        if unrestricted(facts):  # how many entries a list has may be kept where only a part of each is restricted
            continue
        waits.setdefault(answer.outcome, set()).add(answer.waits)
    assert len(waits.get("needs_information", {()})) == 1


def test_a_screening_that_names_a_missing_record_is_not_kept(make: Making) -> None:
    hidden = next((fact if of is None else of for of, fact in _hidden()), None)
    if hidden is None:
        pytest.skip("The program asks for no records.")
    referral = make.referral(make.person())
    said = {"person": referral.person, "referral": referral, "held_by": "x", "outcome": "needs_information"}
    records.Screening.objects.create(**said, missing=[RECORDS])
    with pytest.raises(ValueError, match="waits"):
        records.Screening.objects.create(**said, missing=[hidden])


def test_no_page_tells_anybody_beyond_justice_which_record_stands_in_the_way(
    make: Making, enter: Callable[..., Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every page that has a number in its address, for each desk of those who may not know history.

    The rows are the same whichever record it was, and so are the pages; here they hold no word of any of the records.
    """
    pathway = next(iter(program().pathways))
    rules = [rule for rule in rules_of(pathway) if hides(rule) and rule["strength"] == "presumptive"]
    desk = next((one for one in program().roles.values() if "screening" in one.desks and not one.vacant), None)
    if desk is None or not rules:
        pytest.skip("Nobody screens, or no record stands in the way.")
    answers = {_row(pathway, rule, "needs_discretion", monkeypatch) for rule in rules}
    monkeypatch.undo()
    assert len(answers) == 1
    answer = answers.pop()
    referral = make.referral(make.person(), pathway=pathway, status="screened")
    kept = {"outcome": answer.outcome, "public_code": answer.code, "public_reason": answer.reason}
    kept |= {"missing": list(answer.waits), "whose": dict(answer.whose), "held_by": desk.agencies[0]}
    records.Screening.objects.create(person=referral.person, referral=referral, **kept)
    secret = [one.text for one in questions(pathway, restricted=True)]
    secret += [str(rule[name]) for rule in rules for name in ("text", "restricted_reason") if rule.get(name)]
    roles = {role.desks: role for role in program().roles.values() if not role.vacant and not may_see_history(role)}
    for role in roles.values():
        client = enter(role.id, role.agencies[0])
        for address in _pages(referral):
            text = html.unescape(_text(client.get(address)))
            assert not [one for one in secret if one in text], (role.id, address)


def _pages(referral: records.Referral) -> list[str]:
    told = {"person": str(referral.person.pk), "group": "eligibility"}
    every = [route for route, _view in views() if "<" in route]
    return [re.sub(r"<(?:\w+:)?(\w+)>", lambda part: told.get(part[1], str(referral.pk)), route) for route in every]


def _text(answer: Any) -> str:
    whole = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return str(whole.decode("utf-8", "replace"))
