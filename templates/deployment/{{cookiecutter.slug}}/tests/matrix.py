"""The whole matrix as a test has it: a person for whom one row of the agreement is true, and nothing else is.

``expected.json`` is written by leadkit straight from the program's flows, by another way than the table that the
service reads: a flip in that table alone is found here.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone

from lead.gate import Actor
from lead.program import program
from lead.records import models as records
from tests.making import Making

FILE = Path(__file__).parent / "expected.json"


@dataclass(frozen=True)
class Row:
    """One row that must be allowed when its basis and its scope hold."""

    sender: str
    recipient: str
    category: str
    action: str
    purpose: str
    basis: str
    release: str | None
    rule: str
    scope: str
    detail: str | None
    pathways: tuple[str, ...]

    @property
    def needs(self) -> tuple[object, ...]:
        """What must be true for it."""
        return self.basis, self.release, self.rule, self.scope, self.pathways

    def __str__(self) -> str:
        return f"{self.sender}>{self.recipient}:{self.category}:{self.action}:{self.purpose}"


def rows() -> list[Row]:
    """Every row; none where the program shares nothing."""
    if not FILE.is_file():
        return []
    said = json.loads(FILE.read_text(encoding="utf-8"))["expected"]
    names = list(Row.__dataclass_fields__)
    made = [
        Row(**{name: one.get(name) for name in names} | {"pathways": tuple(one.get("pathways") or ())}) for one in said
    ]
    return sorted(set(made), key=str)


def holders(row: Row) -> list[str]:
    """Who may hold what the sender tells."""
    return sorted(program().held_by(row.sender))


def asker(row: Row, holder: str) -> Actor | None:
    """Somebody who is the recipient, and not the agency that holds it; None where nobody who signs in is."""
    known = program()
    if row.recipient in known.roles:
        role = known.roles[row.recipient]
        found = [(role.id, agency) for agency in role.agencies if not role.vacant]
    else:
        inside = known.held_by(row.recipient) if row.recipient in known.bodies else {row.recipient}
        found = [
            (role.id, agency)
            for role in known.roles.values()
            for agency in role.agencies
            if agency in inside and not role.vacant and row.recipient in Actor(None, role.id, agency).ids
        ]
    return next((Actor(1, role, agency) for role, agency in sorted(found) if agency != holder), None)


def pairs() -> list[tuple[Row, Actor, str]]:
    """Every row with somebody who asks, and each agency that may hold what it tells."""
    return [
        (row, actor, holder)
        for row in rows()
        for holder in holders(row)
        if (actor := asker(row, holder)) is not None and row.scope != "aggregate_only"
    ]


def same(one: Row, asked: Row, actor: Actor, holder: str) -> bool:
    """Whether a row lets an actor do what another row does, for what the same agency holds."""
    actions = {"view": ("view", "receive")}.get(asked.action, (asked.action,))
    return (
        one.recipient in actor.ids
        and one.category == asked.category
        and one.action in actions
        and one.purpose == asked.purpose
        and holder in program().held_by(one.sender)
    )


def allowed_otherwise(actor: Actor, asked: Row, every: list[Row], holder: str) -> bool:
    """Whether another row lets the same actor do the same, so that this one's basis or scope decides nothing."""
    return any(same(one, asked, actor, holder) and one.needs != asked.needs for one in every)


def decides(actor: Actor, pathway: str) -> bool:
    """Whether the agreement names an actor to decide on a pathway: then every case on it is their own."""
    return bool({*actor.roles} & {*program().pathways.get(pathway, {}).get("approvers", ())})


def world(make: Making, row: Row, actor: Actor, holder: str, *, scope: bool = True) -> records.Person:
    """A person for whom the scope of a row is true, or every scope but this, and no release is signed.

    The records are entered by an agency that does not exist, so that nobody sees them as their own.
    """
    nobody = "nobody"
    person = make.person(held_by=nobody)
    pathways = row.pathways or tuple(program().pathways)
    pathway = next((one for one in pathways if not decides(actor, one)), pathways[0])
    referral = make.referral(person, agency=nobody, pathway=pathway, accepted=None)
    if row.basis == "verbal_consent":  # it counts for a referral that somebody made who may
        may = program().pathways[pathway].get("agencies") or [nobody]
        referral.referring_agency = next((one for one in may if one not in (actor.agency, holder)), may[0])
    if row.basis != "verbal_consent":
        referral.verbal_consent_at, referral.verbal_consent_words = None, ""
    for one in [row.scope] if scope else sorted(SCOPES - {row.scope} - IMPLIES.get(row.scope, set())):
        _reach(make, one, actor, holder, person, referral)
    referral.save()
    if row.basis in ("court_order", "exception", "audit", "research"):
        today = timezone.localdate()
        records.Authority.objects.create(
            kind=row.basis,
            rule=row.rule,
            person=person,
            citation="Invented",
            begins=today - timedelta(days=1),
            held_by=nobody,
        )
    return person


SCOPES = {
    "own_cases",
    "referred_by_own_agency",
    "charged_by_own_office",
    "supervised_by_own_agency",
    "served_by_own_agency",
    "work_group_cases",
    "all_participants",
    "own_request",
}
IMPLIES = {
    "own_cases": {"referred_by_own_agency", "served_by_own_agency"},
    "all_participants": {"served_by_own_agency"},
    "own_area": {"own_area"},
}
"""By scope, those that cannot be true without it."""


def _own(actor: Actor, desk: str, holder: str) -> str:
    return actor.agency if any(desk in one.desks for one in program().roles_of(actor.agency)) else holder


def _reach(make: Making, scope: str, actor: Actor, holder: str, person: Any, referral: Any) -> None:
    if scope == "own_cases":
        referral.handed_to = actor.agency
    elif scope == "referred_by_own_agency":
        referral.referring_agency = _own(actor, "officer", holder)
    elif scope == "charged_by_own_office":
        records.Charge.objects.create(
            person=person, referral=referral, office=actor.role, offence="x", held_by="nobody"
        )
    elif scope == "supervised_by_own_agency":
        referral.supervising_agency = _own(actor, "supervision", holder)
    elif scope == "served_by_own_agency":
        serving = (
            actor.agency if actor.agency in program().services.get("providers", {}) else _own(actor, "care", holder)
        )
        make.enrollment(person, held_by=serving)
    elif scope == "own_area":
        referral.area = next(iter(actor.said.areas if actor.said else ()), "")
    elif scope == "work_group_cases":
        records.AgendaItem.objects.create(
            person=person, conference=timezone.localdate(), question="Where next?", held_by="nobody"
        )
    elif scope == "all_participants":
        referral.accepted = True
    elif scope == "own_request":
        records.PublicRequest.objects.create(person=person, about_whom="Somebody", held_by=holder)


def facts(person: Any) -> records.Person:
    """The person with everything that the gate asks in memory, for tests that ask it many thousand times."""
    fresh: records.Person = records.Person.objects.with_facts().get(pk=person.pk)
    known = fresh.all_authorities()
    fresh.all_authorities = lambda: known  # type: ignore[method-assign]
    return fresh


def signed(make: Making, row: Row, person: records.Person, **said: Any) -> records.Consent:
    """The release of a row, signed."""
    return make.consent(person, str(row.release), **said)
