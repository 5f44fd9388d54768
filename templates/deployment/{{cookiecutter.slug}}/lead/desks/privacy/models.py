"""What the privacy desk keeps of its own work: reviews of the log, holds, certificates of a purge, the register."""

from __future__ import annotations

import hashlib
import json
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lead.pages.words import said
from lead.records.models import Person
from lead.records.models.base import LONG, SHORT


def called(rule: str) -> str:
    """What a retention rule is called; without one the whole record goes."""
    return rule.replace("-", " ") or gettext("the whole record")


class Kept(models.Model):
    """Something that an account of the desk did."""

    at = models.DateTimeField(_("at"), default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        abstract = True
        ordering: ClassVar = ["-at", "-pk"]


class LogReview(Kept):
    """The access log, looked through up to an entry and signed off."""

    until = models.PositiveBigIntegerField(_("up to entry"))
    finding = models.CharField(_("finding"), max_length=LONG)


class Hold(Kept):
    """A reason for which nothing of a person may be destroyed, until it is lifted."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="holds")
    reason = models.CharField(_("reason"), max_length=LONG)
    lifted_at = models.DateTimeField(_("lifted at"), null=True, blank=True)
    lifted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    lifted_why = models.CharField(_("why it was lifted"), max_length=LONG, blank=True)


class Certificate(Kept):
    """A purge: prepared, then done. It names the person by the code, and what went by counts alone."""

    code = models.CharField(_("code"), max_length=12)
    rule = models.CharField(_("rule"), max_length=SHORT, blank=True)
    counts = models.JSONField(_("what went"), default=dict)
    done_at = models.DateTimeField(_("done at"), null=True, blank=True)
    digest = models.CharField(_("digest"), max_length=64, blank=True)

    @property
    def title(self) -> str:
        """What the rule is called."""
        return called(self.rule)

    @property
    def went(self) -> list[tuple[str, int]]:
        """What went, as people say it, and how much of it."""
        return [(": ".join(said(each) for each in kind.split(": ")), count) for kind, count in self.counts.items()]

    def sealed(self) -> str:
        """The digest of all that it says; the log holds it, too."""
        when = self.done_at.isoformat(timespec="seconds") if self.done_at else ""
        told = [self.pk, self.code, self.rule, self.counts, when, self.by_id]
        return hashlib.sha256(json.dumps(told, sort_keys=True).encode("utf-8")).hexdigest()


class Entry(Kept):
    """A complaint or an incident: what is said of it names nobody but by a code."""

    class Kind(models.TextChoices):
        """What it is."""

        COMPLAINT = "complaint", _("complaint")
        INCIDENT = "incident", _("incident")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    code = models.CharField(_("code of the person"), max_length=12, blank=True)
    known_on = models.DateField(_("known since"))
    text = models.CharField(_("what it is about"), max_length=LONG)
    outcome = models.CharField(_("what came of it"), max_length=LONG, blank=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
