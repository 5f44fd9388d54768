"""A person. What is known of them stands in records that agencies entered."""

from __future__ import annotations

import secrets
from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lead.gate import FIELDS, Actor, see
from lead.gate.fields import groups
from lead.program import program

from .base import LONG, SHORT, Held, HeldQuerySet, tells, years

FACTS = (
    "referrals",
    "screenings",
    "charges",
    "events",
    "enrollments",
    "service_referrals",
    "contacts",
    "assessments",
    "plan_steps",
    "agenda_items",
    "requests",
    "emergencies",
    "authorities",
    "consents__revocations",
    "consents__person__events",
)
"""What the gate asks of a person, fetched for a whole list at once."""

_ALPHABET = "23456789BCDFGHJKMNPQRSTVWXYZ"


def new_code() -> str:
    """A code for a person that says nothing about them, without letters that are misread or spell words."""
    drawn = "".join(secrets.choice(_ALPHABET) for _ in range(8))
    return f"{drawn[:4]}-{drawn[4:]}"


class PersonQuerySet(HeldQuerySet):
    """People, narrowed to whom somebody may know of."""

    def with_facts(self) -> Self:
        """Fetch with each person what the gate asks of them."""
        return self.prefetch_related(*FACTS)

    def for_actor(self, actor: Actor | None) -> Self:
        """The people of whom somebody may see at least one group of fields now."""
        if actor is None or not actor.standing:
            return self.none()
        seen = [one.pk for one in self.with_facts() if any(see(actor, one, group) for group in groups())]
        return self.filter(pk__in=seen).with_facts()


class Person(Held):
    """Somebody who was offered the program. The code stands for the name where a name has no place.

    ``contact_by`` is the agency that last learned how to reach the person: that is its own, and not the officer's who
    entered the name.
    """

    code = models.CharField(_("code"), max_length=12, unique=True, default=new_code)
    name = tells("identity", "summary", models.CharField(_("name"), max_length=200, blank=True))
    aliases = tells("identity", "full", models.CharField(_("other names"), max_length=200, blank=True))
    born = tells("identity", "full", models.DateField(_("date of birth"), null=True, blank=True))
    contact = tells("contact", "full", models.CharField(_("how to reach the person"), max_length=LONG, blank=True))
    safe_contact = tells(
        "contact", "full", models.CharField(_("how it is safe to reach the person"), max_length=LONG, blank=True)
    )
    contact_by = tells("contact", "full", models.CharField(max_length=SHORT, blank=True))
    languages = tells("identity", "summary", models.CharField(_("languages"), max_length=SHORT, blank=True))
    demographics = tells(
        "demographics", "full", models.JSONField(_("what the person says of themselves"), default=dict, blank=True)
    )
    legal_hold = models.BooleanField(_("held for a court"), default=False)
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged")
    is_demo = models.BooleanField(default=False)

    objects = PersonQuerySet.as_manager()  # type: ignore[misc] # a record's own manager, narrowed

    def __str__(self) -> str:
        return self.code

    @property
    def about(self) -> Person:
        """The person."""
        return self

    def age(self, day: date) -> int | None:
        """How old the person is at least: by the date of birth, else by what was said at a referral; None unknown."""
        if self.born:
            return years(self.born, day)
        said = ((timezone.localdate(one.at), one.facts.get("age")) for one in self.referrals.all())
        return next((age + years(at, day) for at, age in said if age is not None), None)

    def referral(self) -> Any:
        """The referral on which the work with the person rests: the newest that is open; None where there is none."""
        over = ("void", "closed", "declined")
        return next((one for one in self.referrals.all() if one.status not in over), None)

    def agencies(self) -> set[str]:
        """The agencies at work with the person: who entered, referred, screened, was handed over to or took in."""
        found = {self.held_by}
        for referral in self.referrals.all():
            found |= {referral.held_by, referral.referring_agency, referral.handed_to}
        for relation in ("screenings", "charges", "enrollments", "service_referrals"):
            found |= {one.held_by for one in getattr(self, relation).all()}
        found |= {one.provider for one in self.service_referrals.all()}
        return found - {""}

    def keepers(self, group: str) -> set[str]:
        """The agencies that keep a group of fields: who entered it, and of who the person is, who took them in."""
        if group == "contact" and self.contact_by:
            return {self.contact_by}
        if group in self.groups():
            named = program().categories.get(program().groups.get(group) or "")
            took_in = {one.held_by for one in self.enrollments.all()} if named else set()
            keeps = {one for one in took_in if named and (not named.held_by or one in named.held_by)}
            # What a person says of themselves at intake is not the officer's who entered the name.
            theirs = named is None or not named.held_by or self.held_by in named.held_by or not keeps
            return keeps | ({self.held_by} if theirs else set())
        found: set[str] = set()
        for relation in self._meta.related_objects:
            name = relation.get_accessor_name()
            fields = FIELDS.get(str(relation.related_model._meta.model_name), {})
            if name and any(group == one for one, _detail in fields.values()):
                found |= {one.held_by for one in getattr(self, name).all()}
        return found

    def all_authorities(self) -> list[models.Model]:
        """The orders and approvals about the person, and those about everybody."""
        from .consent import Authority

        return list(Authority.objects.filter(Q(person=self) | Q(person=None)))
