"""What is shared beside the pages of a desk: the work group, disclosures, emergencies, requests from the public."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .base import HINT, LONG, SHORT, Held, tells
from .person import Person

OPEN_FOR = timedelta(hours=1)
"""How long a medical emergency opens a record."""


class AgendaItem(Held):
    """A person on the agenda of the work group, with a question that needs no clinical text."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="agenda_items")
    conference = tells("engagement", "dates_only", models.DateField(_("conference")))
    question = tells("engagement", "summary", models.CharField(_("question"), max_length=LONG, help_text=HINT))
    action = tells("engagement", "summary", models.CharField(_("who does what"), max_length=LONG, blank=True))
    closed = models.DateTimeField(_("closed"), null=True, blank=True)


class Disclosure(models.Model):
    """One sharing that the agreement, or Part 2, wants in the account that a person may ask for. Append-only.

    What was told outside the service is entered by hand, ``whom`` by name and office.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="disclosures")
    at = models.DateTimeField(_("at"), default=timezone.now)
    category = models.CharField(_("category"), max_length=SHORT)
    recipient = models.CharField(_("recipient"), max_length=SHORT)
    agency = models.CharField(_("agency"), max_length=SHORT, blank=True)
    purpose = models.CharField(_("purpose"), max_length=40, blank=True)
    basis = models.CharField(_("basis"), max_length=40)
    whom = models.CharField(_("by name and office"), max_length=200, blank=True)
    cell = models.CharField(_("cell"), max_length=400, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["-at", "-pk"]


class BreakGlass(models.Model):
    """A medical emergency for which a record was opened, to be looked at by the privacy desk."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="emergencies")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(_("reason"), max_length=LONG)
    at = models.DateTimeField(_("at"), default=timezone.now)
    reviewed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    reviewed_at = models.DateTimeField(_("reviewed at"), null=True, blank=True)
    finding = models.CharField(_("finding"), max_length=LONG, blank=True)

    def opens_for(self, user: int | None) -> bool:
        """Whether it opens the record for an account now."""
        return user is not None and self.by_id == user and timezone.now() - self.at < OPEN_FOR


class PublicRequest(Held):
    """A request by the community door. ``held_by`` is the outside party that asks, by its id."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="requests")
    at = tells("referral", "dates_only", models.DateTimeField(_("at"), default=timezone.now))
    asker = tells("complainant", "summary", models.CharField(_("who asks"), max_length=200, blank=True))
    asker_contact = tells(
        "complainant", "full", models.CharField(_("how to reach whoever asks"), max_length=200, blank=True)
    )
    about_whom = tells("identity", "full", models.CharField(_("about whom"), max_length=LONG))
    where = tells("location", "full", models.CharField(_("where"), max_length=LONG, blank=True))
    token = models.CharField(max_length=64, unique=True, null=True, blank=True)
    answered = models.DateTimeField(_("answered"), null=True, blank=True)
