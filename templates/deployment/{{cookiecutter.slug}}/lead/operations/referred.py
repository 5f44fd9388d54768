"""Invents people who were referred, each in a state of a referral, with the answer, the charge and the intake of it."""

from __future__ import annotations

import random
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from lead.accounts.models import User
from lead.desks.officer.choosing import pathways
from lead.desks.project.periods import before
from lead.gate import Actor
from lead.program import program
from lead.records import charging
from lead.records import models as records

FIRST = ("Ada", "Bo", "Cleo", "Dov", "Esi", "Finn", "Gia", "Hal", "Ines", "Jun", "Kaya", "Lev", "Mina", "Noor")
LONG = "Maximiliana-Theodora Featherstonehaugh-Invented of Sampleton"
S = records.Referral.Status
STATES = (S.NEW, S.SCREENED, S.WAITING, S.HANDED_OVER, S.TAKEN_IN, S.TAKEN_IN, S.DECLINED, S.CLOSED, S.VOID)
OUTCOMES = ("eligible", "not_eligible", "needs_discretion", "needs_information", "needs_person")


def agencies(desk: str) -> list[str]:
    """The agencies that have a desk."""
    return [one for role in program().roles.values() if desk in role.desks and not role.vacant for one in role.agencies]


def referrers() -> list[tuple[str, str]]:
    """The agencies whose officers refer, each with an open pathway on which the agreement lets them."""
    roles = [role for role in program().roles.values() if "officer" in role.desks and not role.vacant]
    actors = [Actor(None, role.id, agency) for role in roles for agency in role.agencies]
    return [(one.agency, id_) for one in actors for id_ in pathways(one)]


class Referred:
    """Makes people who were referred. What the program has not is left out."""

    def __init__(self, users: dict[str, User]) -> None:
        self._dice, self._users = random.Random(7), users
        self._care = next(iter(agencies("care")), next(iter(program().agencies), ""))
        self._referrers = referrers() or [(self._care, next(iter(program().pathways), "arrest-diversion"))]
        cares = [role.id for role in program().roles.values() if "care" in role.desks]
        found = User.objects.filter(agency=self._care, role__in=cares).order_by("pk")
        self._managers: list[User | None] = [*found] or [None]

    def person(self, number: int, status: str) -> records.Person:
        """A person in a state."""
        agency, pathway = self._referrers[number % len(self._referrers)]
        entered, said = self._entered(agency), program().pathways.get(pathway, {})
        earlier = number >= len(STATES) and status in (S.TAKEN_IN, S.DECLINED, S.CLOSED)
        at = _at(number, earlier=earlier)
        person = records.Person.objects.create(
            **entered,
            code=self._code(),
            name=LONG if number == 4 else f"{FIRST[number % len(FIRST)]} Invented-{number + 1}",
            born=date(1970 + number, 1 + number % 12, 1 + number),
            contact="360-555-0199" if number % 2 else "",
            safe_contact="Not by mail." if number % 3 == 0 else "",
            languages="Spanish" if number % 5 == 0 else "English",
            is_demo=True,
        )
        offence = (said.get("offences") or [{}])[0]
        referral = person.referrals.create(
            **entered,
            pathway=pathway,
            at=at,
            referring_agency=agency,
            status=status,
            source=next(iter(said.get("sources") or ()), ""),
            area=next(iter(said.get("areas") or ()), ""),
            place="Behind the library",
            offences=[offence["id"]] if offence and said.get("needs_charge") else [],
            accepted=status != S.DECLINED,
            verbal_consent_at=at,
            verbal_consent_words="Yes, you may call them.",
            narrative="An invented contact, for the demonstration.",
            handed_to=self._care if status in (S.HANDED_OVER, S.TAKEN_IN, S.CLOSED) else "",
            supervising_agency=next(iter(agencies("supervision")), "") if number % 2 else "",
        )
        self._happened(person, referral, "referral", at)
        if status not in (S.NEW, S.VOID):
            undecided = status in (S.SCREENED, S.WAITING)
            outcome = OUTCOMES[number % len(OUTCOMES)] if undecided else "eligible"
            self._screened(referral, next(iter(agencies("screening")), self._care), outcome)
        if said.get("needs_charge"):
            self._charged(referral, offence, number)
        if referral.handed_to:
            self._happened(person, referral, "handoff_call", at)
        if status in (S.TAKEN_IN, S.CLOSED):
            closed = timezone.localdate() - timedelta(days=1) if status == S.CLOSED else None
            self._happened(person, referral, "handoff", at + timedelta(minutes=35))
            self._happened(person, referral, "intake_completed", at + timedelta(days=1))
            person.enrollments.create(
                **self._entered(self._care),
                opened=timezone.localdate(at),
                closed=closed,
                status="closed" if closed else "inactive" if earlier and number % 2 else "active",
                manager=self._managers[number % len(self._managers)],
            )
        return person

    def _entered(self, agency: str) -> dict[str, Any]:
        return {"held_by": agency, "created_by": self._users.get(agency)}

    def _screened(self, referral: records.Referral, desk: str, outcome: str) -> None:
        referral.person.screenings.create(
            **self._entered(desk),
            referral=referral,
            outcome=outcome,
            policy_digest=program().policy_digest,
            whose={"demo": sorted(one.id for one in program().roles.values() if "prosecutor" in one.desks)},
            public_code="demo",
            public_reason="An invented reason, for the demonstration.",
        )

    def _charged(self, referral: records.Referral, offence: dict[str, Any], number: int) -> None:
        offices = [one for one in program().roles.values() if one.kind == "charging_authority" and one.agencies]
        if not offices:
            return
        level = next(iter(offence.get("level") or ()), "misdemeanor")
        decides = offices[number % len(offices)]
        office, held = decides.id, self._entered(decides.agencies[0])
        charge = charging.hold(referral, office=office, offence=offence.get("id", ""), level=level, **held)
        if number % 3:
            charge.state = (charging.FILED, charging.ENDED)[number % 2]
            charge.decided_at, charge.decided_by = timezone.now(), office
            charge.save()

    def _happened(self, person: records.Person, referral: records.Referral | None, kind: str, at: Any) -> None:
        person.events.create(referral=referral, kind=kind, at=at, held_by=self._care)

    def _code(self) -> str:
        drawn = "".join(self._dice.choice("23456789BCDFGHJKMNPQRSTVWXYZ") for _ in range(8))
        return f"{drawn[:4]}-{drawn[4:]}"


def _at(number: int, *, earlier: bool) -> datetime:
    """When somebody was referred: of late, or in the quarter that is over, so that its figures tell of somebody."""
    today, days = timezone.localdate(), number % 9 * 3
    quarter = before("quarter", today) if earlier else None
    if quarter is None:
        return timezone.now() - timedelta(days=days, hours=number)
    return noon(min(quarter[1], today - timedelta(days=60)) - timedelta(days=days))


def noon(day: date) -> datetime:
    """The middle of a day."""
    return timezone.make_aware(datetime.combine(day, time(12)))
