"""What case management keeps: whether a person was taken in, contacts, the plan, services."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .base import LONG, SHORT, Held, tells
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

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="enrollments", verbose_name=_("person"))
    status = tells(
        "engagement",
        "yes_no",
        models.CharField(_("status"), max_length=20, choices=Status.choices, default=Status.ACTIVE),
    )
    manager = tells(
        "engagement",
        "summary",
        models.ForeignKey(
            settings.AUTH_USER_MODEL,
            on_delete=models.PROTECT,
            null=True,
            blank=True,
            related_name="+",
            verbose_name=_("case manager"),
        ),
    )
    opened = tells("intake", "dates_only", models.DateField(_("opened"), default=timezone.localdate))
    closed = tells("engagement", "dates_only", models.DateField(_("closed"), null=True, blank=True))
    reason = tells("engagement", "full", models.CharField(_("reason"), max_length=200, blank=True))

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "held_by"], condition=models.Q(closed=None), name="one_open_enrollment"
            )
        ]


class Contact(Held):
    """A meeting, a call, a try."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="contacts")
    at = tells("engagement", "dates_only", models.DateTimeField(_("at"), default=timezone.now))
    kind = tells("engagement", "summary", models.CharField(_("kind"), max_length=30))
    minutes = tells("engagement", "full", models.PositiveIntegerField(_("minutes"), null=True, blank=True))
    purpose = tells("engagement", "summary", models.CharField(_("about"), max_length=SHORT, blank=True))
    place = tells("location", "full", models.CharField(_("place"), max_length=200, blank=True))
    note = tells("clinical", "full", models.TextField(_("note"), max_length=TEXT, blank=True))

    class Meta:
        ordering: ClassVar = ["-at"]


class Assessment(Held):
    """What a person and a case manager found, by domain."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="assessments")
    at = tells("intake", "dates_only", models.DateTimeField(_("at"), default=timezone.now))
    answers = tells("clinical", "full", models.JSONField(_("answers"), default=dict))
    substance_use = tells("sud", "full", models.TextField(_("substance use"), max_length=TEXT, blank=True))


class PlanStep(Held):
    """One step of a plan: whose goal it is, in the person's words."""

    class State(models.TextChoices):
        """How far a step has come."""

        OPEN = "open", _("open")
        DONE = "done", _("done")
        DROPPED = "dropped", _("dropped")

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="plan_steps")
    goal = tells("clinical", "full", models.CharField(_("goal"), max_length=LONG))
    step = tells("clinical", "full", models.CharField(_("step"), max_length=LONG))
    state = tells(
        "clinical", "summary", models.CharField(_("state"), max_length=20, choices=State.choices, default=State.OPEN)
    )
    due = tells("clinical", "dates_only", models.DateField(_("due"), null=True, blank=True))


class ServiceReferral(Held):
    """A person sent to a service."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="service_referrals")
    provider = tells("clinical", "summary", models.CharField(_("provider"), max_length=SHORT))
    service = tells("clinical", "summary", models.CharField(_("service"), max_length=SHORT, blank=True))
    reason = tells("clinical", "full", models.CharField(_("reason"), max_length=LONG, blank=True))
    sent = tells("clinical", "dates_only", models.DateField(_("sent"), default=timezone.localdate))
    answer = tells("clinical", "summary", models.CharField(_("answer"), max_length=30, blank=True))
    first_seen = tells("clinical", "dates_only", models.DateField(_("first seen"), null=True, blank=True))
    closed = tells("clinical", "dates_only", models.DateField(_("closed"), null=True, blank=True))
