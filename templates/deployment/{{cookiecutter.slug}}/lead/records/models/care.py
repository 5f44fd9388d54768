"""What case management keeps: whether a person was taken in, contacts, the plan, services."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .base import LONG, SHORT, Held
from .person import Person

TEXT = 4000
"""How long a note of a case manager may be."""


class Enrollment(Held):
    """A person taken in by case management."""

    class Status(models.TextChoices):
        """How the person and the program stand."""

        ACTIVE = "active", _("active")
        INACTIVE = "inactive", _("not seen lately")
        CLOSED = "closed", _("closed")

    FIELDS: ClassVar = {
        "opened": ("intake", "dates_only"),
        "status": ("engagement", "yes_no"),
        "closed": ("engagement", "dates_only"),
        "reason": ("engagement", "full"),
        "manager": ("engagement", "summary"),
    }

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="enrollments", verbose_name=_("person"))
    status = models.CharField(_("status"), max_length=20, choices=Status.choices, default=Status.ACTIVE)
    manager = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("case manager"),
    )
    opened = models.DateField(_("opened"), default=timezone.localdate)
    closed = models.DateField(_("closed"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=200, blank=True)


class Contact(Held):
    """A meeting, a call, a try."""

    FIELDS: ClassVar = {
        "at": ("engagement", "dates_only"),
        "kind": ("engagement", "summary"),
        "purpose": ("engagement", "summary"),
        "minutes": ("engagement", "full"),
        "place": ("location", "full"),
        "note": ("clinical", "full"),
    }

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="contacts")
    at = models.DateTimeField(_("at"), default=timezone.now)
    kind = models.CharField(_("kind"), max_length=30)
    minutes = models.PositiveIntegerField(_("minutes"), null=True, blank=True)
    purpose = models.CharField(_("about"), max_length=SHORT, blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    note = models.TextField(_("note"), max_length=TEXT, blank=True)

    class Meta:
        ordering: ClassVar = ["-at"]


class Assessment(Held):
    """What a person and a case manager found, by domain."""

    FIELDS: ClassVar = {
        "at": ("intake", "dates_only"),
        "answers": ("clinical", "full"),
        "substance_use": ("sud", "full"),
    }

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="assessments")
    at = models.DateTimeField(_("at"), default=timezone.now)
    answers = models.JSONField(_("answers"), default=dict)
    substance_use = models.TextField(_("substance use"), max_length=TEXT, blank=True)


class PlanStep(Held):
    """One step of a plan: whose goal it is, in the person's words."""

    class State(models.TextChoices):
        """How far a step has come."""

        OPEN = "open", _("open")
        DONE = "done", _("done")
        DROPPED = "dropped", _("dropped")

    FIELDS: ClassVar = {
        "goal": ("clinical", "full"),
        "step": ("clinical", "full"),
        "state": ("clinical", "summary"),
        "due": ("clinical", "dates_only"),
    }

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="plan_steps")
    goal = models.CharField(_("goal"), max_length=LONG)
    step = models.CharField(_("step"), max_length=LONG)
    state = models.CharField(_("state"), max_length=20, choices=State.choices, default=State.OPEN)
    due = models.DateField(_("due"), null=True, blank=True)


class ServiceReferral(Held):
    """A person sent to a service."""

    FIELDS: ClassVar = {
        "provider": ("clinical", "summary"),
        "service": ("clinical", "summary"),
        "reason": ("clinical", "full"),
        "sent": ("clinical", "dates_only"),
        "answer": ("clinical", "summary"),
        "first_seen": ("clinical", "dates_only"),
        "closed": ("clinical", "dates_only"),
    }

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="service_referrals")
    provider = models.CharField(_("provider"), max_length=SHORT)
    service = models.CharField(_("service"), max_length=SHORT, blank=True)
    reason = models.CharField(_("reason"), max_length=LONG, blank=True)
    sent = models.DateField(_("sent"), default=timezone.localdate)
    answer = models.CharField(_("answer"), max_length=30, blank=True)
    first_seen = models.DateField(_("first seen"), null=True, blank=True)
    closed = models.DateField(_("closed"), null=True, blank=True)
