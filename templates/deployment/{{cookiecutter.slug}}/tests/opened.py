"""What the tests of the matrix ask: every row, who may ask, a person of whom every basis and every scope is true."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from django.utils import timezone

from lead.gate import Actor, gate
from lead.gate.basis import rule_of
from lead.program import program
from lead.records import models as records
from tests.making import Making
from tests.matrix import Row, facts, pairs, rows

EVERY = rows()
PAIRS = pairs()
RELEASED = [(row, actor, holder) for row, actor, holder in PAIRS if row.basis == "release"]
ACTIONS = ("view", "receive", "discuss", "enter", "correct", "copy", "export")


def named(pairs: list[tuple[Row, Actor, str]]) -> list[Any]:
    return [pytest.param(*pair, id=f"{pair[0]}:{pair[1].agency}:{pair[2]}") for pair in pairs]


def asks(row: Row, actor: Actor, holder: str, person: records.Person) -> bool:
    fresh = records.Person.objects.get(pk=person.pk)
    return gate(actor, fresh, row.category, row.action, row.purpose, holder=holder).allowed


def signable(row: Row) -> bool:
    """Whether the release has a text that is no draft, and may be used by such a recipient at all."""
    return any(not words.get("draft") for words in program().consents[str(row.release)]["languages"].values())


SIGNED_IN = sorted((role.id, one) for role in program().roles.values() if not role.vacant for one in role.agencies)
"""Everybody who may have an account, whether or not a row names them."""
ASKERS = SIGNED_IN if PAIRS else []
NAMED = sorted({one for row in EVERY for one in row.pathways} or {next(iter(program().pathways), "")})
"""The pathways that some row names."""
SENDERS = sorted({holder for _row, _actor, holder in PAIRS})


def expected(actor: Actor, category: str, action: str, purpose: str, holder: str) -> bool:
    if row_for(actor, category, action, purpose, holder):
        return True
    if program().categories[category].kind not in ("identity", "contact", "referral_status"):
        return False
    told = [(role.id, one) for role in program().roles.values() for one in role.agencies if one != holder]
    return any(
        row_for(Actor(1, role, one), category, "view", None, holder) and row_for(actor, category, action, purpose, one)
        for role, one in told
    )


@cache
def row_for(actor: Actor, category: str, action: str, purpose: str | None, holder: str) -> bool:
    return any(
        row.recipient in actor.ids
        and row.category == category
        and purpose in (None, row.purpose)
        and row.action in {"view": ("view", "receive")}.get(action, (action,))
        and holder in program().held_by(row.sender)
        and row.scope != "aggregate_only"
        for row in EVERY
    )


def open_to_all(make: Making, actor: Actor) -> records.Person:
    """A person who signed everything, is everybody's, and of whom every order was made."""
    person = make.person(held_by="nobody")
    for pathway in program().pathways:
        make.referral(
            person,
            agency=actor.agency,
            held_by="nobody",
            pathway=pathway,
            handed_to=actor.agency,
            supervising_agency=actor.agency,
        )
    for release in program().consents:
        make.consent(person, release)
    referral = person.referrals.first()
    assert referral is not None
    records.Charge.objects.create(person=person, referral=referral, office=actor.role, offence="x", held_by="nobody")
    make.enrollment(person, held_by=actor.agency)
    for sender in SENDERS:
        said = {"agency": sender, "held_by": "nobody", "supervising_agency": sender, "handed_to": sender}
        for pathway in NAMED:
            make.referral(person, pathway=pathway, **said)
        make.enrollment(person, held_by=sender)
        records.PublicRequest.objects.create(person=person, about_whom="Somebody", held_by=sender)
    today = timezone.localdate()
    records.AgendaItem.objects.create(person=person, conference=today, question="?", held_by="nobody")
    for kind, rule in {(one.basis.get("kind"), rule_of(one)) for one in program().cells}:
        records.Authority.objects.create(
            kind=kind, rule=rule, person=person, citation="x", begins=today, held_by="nobody"
        )
    return facts(person)
