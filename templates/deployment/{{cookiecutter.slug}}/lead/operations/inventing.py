"""Invents people, the same ones each time, so that every page has something of every state to show. Nobody is real."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone

from lead.desks.community.doors import doors, receiver, teller
from lead.program import program
from lead.records import charging, consents
from lead.records import models as records

from .referred import LONG, STATES, Referred, S, noon


class Inventor(Referred):
    """Makes everybody: who was referred, and whatever came of it at the desks."""

    def all(self) -> list[records.Person]:
        """Two people of every state, and some of whom more is to be told."""
        found = [self.person(number, state) for number, state in enumerate([*STATES, *STATES])]
        taken = [one for one in found if one.enrollments.exists()]
        for number, person in enumerate(taken):
            self._cared_for(person, number)
        self._kept_long_enough(found[-2])
        self._asked_by_the_public()
        self._before_the_prosecutors()
        return found

    def _cared_for(self, person: records.Person, number: int) -> None:
        entered, today = self._entered(self._care), timezone.localdate()
        lost = person.enrollments.filter(status="inactive").first()
        for days in (9, 1):
            at = noon(lost.opened + timedelta(days=10 - days)) if lost else timezone.now() - timedelta(days=days)
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


def accounts() -> Iterator[tuple[str, str, str]]:
    """A name, role and agency for every role that somebody fills, at each of its agencies; two share the care."""
    for role in program().roles.values():
        for agency in role.agencies if not role.vacant else ():
            for which in ("", "-2") if "care" in role.desks else ("",):
                yield f"{role.id}{which}@{agency}"[:150], role.id, agency
