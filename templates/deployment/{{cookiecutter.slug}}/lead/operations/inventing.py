"""Invents people, the same ones each time, so that every page has something of every state to show. Nobody is real."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from lead.accounts.models import User
from lead.desks.community.doors import doors, receiver, teller
from lead.desks.officer.choosing import pathways
from lead.desks.project.periods import before
from lead.gate import Actor
from lead.program import program
from lead.records import charging, consents
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


class Inventor:
    """Makes the people. What the program has not is left out."""

    def __init__(self, users: dict[str, User]) -> None:
        self._dice, self._users = random.Random(7), users
        self._care = next(iter(agencies("care")), next(iter(program().agencies), ""))
        self._referrers = referrers() or [(self._care, next(iter(program().pathways), "arrest-diversion"))]
        cares = [role.id for role in program().roles.values() if "care" in role.desks]
        found = User.objects.filter(agency=self._care, role__in=cares).order_by("pk")
        self._managers: list[User | None] = [*found] or [None]

    def all(self) -> list[records.Person]:
        """Two people of every state, and some of whom more is to be told."""
        found = [self._person(number, state) for number, state in enumerate([*STATES, *STATES])]
        taken = [one for one in found if one.enrollments.exists()]
        for number, person in enumerate(taken):
            self._cared_for(person, number)
        self._kept_long_enough(found[-2])
        self._asked_by_the_public()
        self._before_the_prosecutors()
        return found

    def _entered(self, agency: str) -> dict[str, Any]:
        return {"held_by": agency, "created_by": self._users.get(agency)}

    def _person(self, number: int, status: str) -> records.Person:
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

    def _cared_for(self, person: records.Person, number: int) -> None:
        entered, today = self._entered(self._care), timezone.localdate()
        lost = person.enrollments.filter(status="inactive").first()
        for days in (9, 1):
            at = _noon(lost.opened + timedelta(days=10 - days)) if lost else timezone.now() - timedelta(days=days)
            self._happened(person, None, "care_contact", at)
            person.contacts.create(
                **entered, at=at, kind="visit", minutes=30, note="An invented note.", place="Shelter"
            )
        person.assessments.create(**entered, answers={"housing": "Sleeps outside."}, substance_use="Invented.")
        for state in ("open", "done", "dropped"):
            due = today + timedelta(days=number)
            person.plan_steps.create(**entered, goal="A place of my own", step="Fill in the form", state=state, due=due)
        for provider in list(program().services.get("providers", {}))[:2]:
            person.service_referrals.create(**entered, provider=provider, reason="Invented.")
        person.agenda_items.create(**entered, conference=today + timedelta(days=5), question="Who calls the landlord?")
        for index, release in enumerate(program().consents):
            self._signed(person, release, number + index)
        if number == 0 and (user := self._users.get(self._care)):
            person.emergencies.create(by=user, reason="Found unconscious; the hospital asks for medication.")
            from lead.desks.privacy.models import Hold

            Hold.objects.create(person=person, reason="A preservation letter of counsel.")
            records.Person.objects.filter(pk=person.pk).update(legal_hold=True)

    def _signed(self, person: records.Person, release: str, number: int) -> None:
        """A release: in force, with a part struck, ending soon, ended, or revoked."""
        form, today, kind = program().consents[release], timezone.localdate(), number % 5
        struck = [id_ for id_, block in form["blocks"].items() if kind == 1 and block.get("may_be_struck")]
        ends = {2: {"expires_on": today + timedelta(days=12)}, 3: {"expires_on": today - timedelta(days=2)}}
        try:
            signed = consents.sign(
                person,
                release,
                **self._entered(self._care),
                **ends.get(kind, {}),
                language=next((code for code, words in form["languages"].items() if not words.get("draft")), ""),
                blocks={id_: "struck" if id_ in struck else "initialed" for id_ in form["blocks"]},
                signed_name=person.name,
                case="No. 1, invented" if form.get("covers") == consents.PROCEEDINGS else "",
                signed_on=today - timedelta(days=20),
                copy_given=True,
            )
        except ValidationError:
            return  # the program's text is a draft, or the person struck all of it: nobody signs
        if kind == 4:
            consents.revoke(signed, by="the person", means="in_person")

    def _kept_long_enough(self, person: records.Person) -> None:
        """Somebody whose time of keeping is over."""
        then = timezone.now() - timedelta(days=366 * (program().retention_years + 1))
        person.referrals.update(at=then, status=S.CLOSED)
        person.enrollments.update(opened=then.date(), closed=then.date(), status="closed")

    def _asked_by_the_public(self) -> None:
        for pathway, said in doors().items():
            source, desk = next(iter(said.get("sources") or ()), ""), receiver(pathway)
            word = {"held_by": teller(source, pathway)}
            person = records.Person.objects.create(code=self._code(), is_demo=True, **word)
            referral = person.referrals.create(pathway=pathway, source=source, offered=False, held_by=desk)
            person.requests.create(about_whom="Somebody in a blue coat", where="By the fountain", **word)
            person.requests.create(about_whom="", asker="An invented neighbor", held_by=desk)
            self._happened(person, referral, "request", timezone.now())

    def _before_the_prosecutors(self) -> None:
        """For each prosecutor's role an exclusion to override, and a charge whose first clock has two days left.

        The agency recorded the answer itself: most agreements let a prosecutor learn of no other.
        """
        pathway = next((id_ for id_, one in program().pathways.items() if one.get("needs_charge")), "")
        offence = next((one["id"] for one in program().pathways.get(pathway, {}).get("offences") or ()), "")
        lengths = (one["at_most"] for one in program().clocks.values() if one["starts"] == "referral")
        days = min((one["count"] for one in lengths if one and one["unit"] == "days"), default=30)
        at = timezone.now() - timedelta(days=days - 2)
        for role in program().roles.values() if pathway else ():
            for agency in role.agencies[:1] if "prosecutor" in role.desks and not role.vacant else ():
                held = self._entered(agency)
                person = records.Person.objects.create(name=LONG, code=self._code(), is_demo=True, **held)
                referral = person.referrals.create(
                    pathway=pathway, at=at, referring_agency=self._referrers[0][0], **held
                )
                self._happened(person, referral, "referral", at)
                self._screened(referral, agency, "needs_discretion")
                level = next(iter(role.levels), "misdemeanor")
                charging.hold(referral, office=role.id, offence=offence, level=level, **held)

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
    return _noon(min(quarter[1], today - timedelta(days=60)) - timedelta(days=days))


def _noon(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(12)))


def accounts() -> Iterator[tuple[str, str, str]]:
    """A name, role and agency for every role that somebody fills, at each of its agencies; two share the care."""
    for role in program().roles.values():
        for agency in role.agencies if not role.vacant else ():
            for which in ("", "-2") if "care" in role.desks else ("",):
                yield f"{role.id}{which}@{agency}"[:150], role.id, agency
