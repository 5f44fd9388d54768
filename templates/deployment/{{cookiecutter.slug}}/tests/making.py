"""Makes records of invented people, for tests."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from django.utils import timezone

from lead.accounts.models import User
from lead.program import program
from lead.records import models as records
from lead.records.consents import snapshot


def factor(user: User) -> None:
    """Give an account a second factor."""
    kind = Authenticator.Type.TOTP
    Authenticator.objects.get_or_create(user=user, type=kind, defaults={"data": {"secret": "JBSWY3DPEHPK3PXP"}})


def agency_of(desk: str) -> str:
    """An agency that has a desk in this program; empty where none has."""
    return next((role.agencies[0] for role in program().roles.values() if desk in role.desks and role.agencies), "")


class Making:
    """Makes one record of each kind; what is not given is invented."""

    def person(self, **said: Any) -> records.Person:
        """A person, entered by the police."""
        said = {"name": "Ada Invented", "held_by": agency_of("officer"), "born": date(1990, 1, 2), **said}
        return records.Person.objects.create(**said)

    def referral(self, person: records.Person, **said: Any) -> records.Referral:
        """A referral to which the person agreed aloud."""
        pathway = next(iter(program().pathways), "arrest-diversion")
        agency = said.pop("agency", agency_of("officer"))
        said = {
            "pathway": pathway,
            "held_by": agency,
            "referring_agency": agency,
            "accepted": True,
            "verbal_consent_at": timezone.now(),
            "verbal_consent_words": "Yes, you may call them.",
            **said,
        }
        return records.Referral.objects.create(person=person, **said)

    def enrollment(self, person: records.Person, **said: Any) -> records.Enrollment:
        """The person taken in; by an agency that has them in care already, the same enrollment, as it is said now."""
        said = {"held_by": agency_of("care"), **said}
        opened = records.Enrollment.objects.filter(person=person, held_by=said["held_by"], closed=None).first()
        found = None if said.get("closed") else opened
        if found is None:
            return records.Enrollment.objects.create(person=person, **said)
        records.Enrollment.objects.filter(pk=found.pk).update(**said)
        found.refresh_from_db()
        return found

    def contact(self, person: records.Person, **said: Any) -> records.Contact:
        """A contact with a note."""
        said = {"held_by": agency_of("care"), "kind": "visit", "note": "An invented note.", **said}
        return records.Contact.objects.create(person=person, **said)

    def consent(self, person: records.Person, release: str, **said: Any) -> records.Consent:
        """A release that was signed in full, every part initialed, in a language that is no draft."""
        form = program().consents[release]
        ready = [code for code, words in form["languages"].items() if not words.get("draft")]
        language = said.get("language") or (ready[0] if ready else "en")
        said = {
            "held_by": agency_of("care"),
            "version": form.get("version") or "",
            "signed": snapshot({**form, "draft": False}, language),
            "language": language,
            "blocks": dict.fromkeys(form["blocks"], "initialed"),
            "signed_name": "Ada Invented",
            "signed_on": timezone.localdate() - timedelta(days=1),
            "case": "No. 1, invented" if form.get("covers") == "part2_proceedings" else "",
            "copy_given": True,
            **said,
        }
        return records.Consent.objects.create(person=person, release=release, **said)
