"""The whole matrix, cell by cell: what the agreement allows is allowed while basis and scope hold, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from lead.gate import FIELDS, Actor, gate, see
from lead.gate.fields import groups_of
from lead.program import DETAILS, Never, program
from lead.records import models as records
from tests.making import Making
from tests.matrix import Row, allowed_otherwise, decides, same, signed, world
from tests.opened import (
    ACTIONS,
    ASKERS,
    EVERY,
    PAIRS,
    SENDERS,
    SIGNED_IN,
    asks,
    expected,
    named,
    open_to_all,
)


@pytest.mark.parametrize(("row", "actor", "holder"), named(PAIRS))
def test_what_the_agreement_allows_is_allowed_while_basis_and_scope_hold(
    make: Making, row: Row, actor: Actor, holder: str
) -> None:
    person = world(make, row, actor, holder)
    if row.basis == "release":
        signed(make, row, person)
    assert asks(row, actor, holder, person)


@pytest.mark.parametrize(("row", "actor", "holder"), named(PAIRS))
def test_nothing_is_allowed_beyond_the_scope(make: Making, row: Row, actor: Actor, holder: str) -> None:
    if allowed_otherwise(actor, row, EVERY, holder):
        pytest.skip("Another row allows it as well.")
    if row.scope == "own_cases" and row.pathways and all(decides(actor, one) for one in row.pathways):
        pytest.skip("The actor decides every case of these pathways.")
    person = world(make, row, actor, holder, scope=False)
    if row.basis == "release":
        signed(make, row, person)
    assert not asks(row, actor, holder, person)


@pytest.mark.parametrize("role, agency", [pytest.param(*one, id="@".join(one)) for one in ASKERS])
def test_nothing_else_is_allowed_though_every_basis_and_every_scope_holds(make: Making, role: str, agency: str) -> None:
    actor = Actor(1, role, agency)
    person = open_to_all(make, actor)
    purposes = {row.purpose for row in EVERY}
    wrong = []
    for category in program().categories:
        for holder in SENDERS:
            if holder == agency and actor.desks:
                continue
            for action in ACTIONS:
                for purpose in purposes:
                    decision = gate(actor, person, category, action, purpose, holder=holder)
                    if decision.allowed and not expected(actor, category, action, purpose, holder):
                        wrong.append((category, holder, action, purpose, decision.cell and decision.cell.id))
    assert not wrong


def test_nobody_sits_in_a_body_of_which_their_agency_is_no_member() -> None:
    for role, agency in SIGNED_IN:
        seats = {one.id for one in program().bodies.values() if agency in one.agencies}
        assert Actor(1, role, agency).ids & set(program().bodies) <= seats


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in program().never])
def test_what_is_never_shared_is_never_shared(make: Making, rule: Any) -> None:
    for recipient in rule.recipients:
        for role, agency in ASKERS:
            actor = Actor(1, role, agency)
            if recipient not in actor.ids:
                continue
            person = open_to_all(make, actor)
            records.Authority.objects.all().delete()
            for category in rule.categories:
                decision = gate(actor, person, category, "view", None, holder="nobody")
                reasons = [one.reason for one in program().never if category in one.categories]
                assert decision.basis == "never" and decision.reason in reasons


@pytest.mark.parametrize(
    "actor",
    [None, Actor(1, "", ""), Actor(1, "no-such-role", "bridgeway"), Actor(1, "case-management", "no-such-agency")],
    ids=["nobody", "no-role", "unknown-role", "wrong-agency"],
)
def test_whoever_the_agreement_does_not_know_learns_nothing(make: Making, actor: Actor | None) -> None:
    person = make.person()
    assert not any(gate(actor, person, category, "view", None) for category in program().categories)


def test_whoever_gave_no_second_factor_learns_nothing_even_of_their_own_records(make: Making) -> None:
    role = next((one for one in program().roles.values() if one.desks and not one.vacant), None)
    if role is None:
        pytest.skip("The program has no desk.")
    person = make.person(held_by=role.agencies[0])
    assert see(Actor(1, role.id, role.agencies[0]), person, "identity")
    assert not see(Actor(1, role.id, role.agencies[0], ready=False), person, "identity")


@pytest.mark.parametrize(("row", "actor", "holder"), named([pair for pair in PAIRS if pair[0].pathways]))
def test_nothing_is_allowed_on_another_pathway(make: Making, row: Row, actor: Actor, holder: str) -> None:
    others = [id_ for id_ in program().pathways if id_ not in row.pathways]
    if not others or allowed_otherwise(actor, row, EVERY, holder):
        pytest.skip("It is allowed on every pathway, or another row allows it as well.")
    person = world(make, row, actor, holder)
    if row.basis == "release":
        signed(make, row, person)
    person.referrals.update(pathway=others[0])
    assert not asks(row, actor, holder, person)


@pytest.mark.parametrize(("row", "actor", "holder"), named(PAIRS))
def test_no_more_is_told_than_the_agreement_says(make: Making, row: Row, actor: Actor, holder: str) -> None:
    person = world(make, row, actor, holder)
    if row.basis == "release":
        signed(make, row, person)
    fresh = records.Person.objects.get(pk=person.pk)
    decision = gate(actor, fresh, row.category, row.action, row.purpose, holder=holder)
    assert decision.detail in {one.detail or "full" for one in EVERY if same(one, row, actor, holder)}
    for name in decision.masked:
        model, field = name.split(".")
        assert FIELDS[model][field][0] in groups_of(row.category)
        assert DETAILS.index(FIELDS[model][field][1]) > DETAILS.index(decision.detail)


@pytest.mark.parametrize("status", ["needed", "drafted", None])
def test_an_agreement_between_agencies_that_is_not_signed_authorizes_nothing(
    make: Making, monkeypatch: pytest.MonkeyPatch, status: str | None
) -> None:
    known = program()
    unsigned = {id_: {**said, "status": status} for id_, said in known.safeguards.items()}
    for row, actor, holder in PAIRS:
        if row.basis == "safeguard" and not allowed_otherwise(actor, row, EVERY, holder):
            person = world(make, row, actor, holder)
            assert asks(row, actor, holder, person)
            with monkeypatch.context() as changed:
                changed.setattr("lead.gate.basis.program", lambda: replace(known, safeguards=unsigned))
                assert not asks(row, actor, holder, person)


def test_nothing_is_told_to_a_body_that_a_rule_bars(make: Making, monkeypatch: pytest.MonkeyPatch) -> None:
    known = program()
    for row, actor, holder in PAIRS:
        if row.recipient in known.bodies and not allowed_otherwise(actor, row, EVERY, holder):
            person = world(make, row, actor, holder)
            if row.basis == "release":
                signed(make, row, person)
            assert asks(row, actor, holder, person)
            rule = Never("x", (row.category,), (), "A reason.", bodies=(row.recipient,))
            with monkeypatch.context() as changed:
                changed.setattr("lead.gate.deciding.program", lambda rule=rule: replace(known, never=(rule,)))
                assert not asks(row, actor, holder, person)
