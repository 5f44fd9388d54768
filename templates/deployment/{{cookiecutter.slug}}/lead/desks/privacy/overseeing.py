"""What the privacy desk watches: the log since its last review, consents that end, recipients that are to be told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from lead.accounts.models import User
from lead.audit.models import AuditEvent
from lead.program import program
from lead.records.clocks import add
from lead.records.models import Consent, Event, Revocation

from .models import LogReview

SOON = timedelta(days=30)
EVERY = timedelta(days=7)
TOLD = "recipients_told"
"""The event by which it is kept that the recipients of a consent were told that it was revoked."""


@dataclass(frozen=True)
class Telling:
    """A consent that was revoked, and whom that is to be told."""

    revocation: Revocation
    recipients: list[str]
    due: datetime | None
    told: bool

    @property
    def late(self) -> bool:
        """Whether they should have been told by now."""
        return not self.told and self.due is not None and self.due < timezone.now()


def last_review() -> LogReview | None:
    """The last review of the log that was signed off."""
    return LogReview.objects.first()


def since_review() -> QuerySet[AuditEvent]:
    """What was written into the log since."""
    last = last_review()
    return AuditEvent.objects.filter(number__gt=last.until if last else 0)


def unreviewed() -> int | None:
    """How many entries wait for the weekly review, once it is due."""
    last = last_review()
    return since_review().count() if last is None or last.at + EVERY < timezone.now() else None


def by_account() -> list[dict[str, Any]]:
    """What each account did since the last review, the most denials first."""
    told = (
        since_review()
        .values("user")
        .annotate(
            entries=Count("pk"),
            people=Count("person", distinct=True),
            denied=Count("pk", filter=Q(allowed=False)),
            exports=Count("pk", filter=Q(action__contains="export")),
            emergencies=Count("pk", filter=Q(action="break_glass")),
        )
    )
    names: dict[int | None, str] = dict(User.objects.values_list("pk", "username"))
    found = [{**one, "name": names.get(one["user"], "")} for one in told]
    return sorted(found, key=lambda one: (-one["emergencies"], -one["denied"], -one["entries"]))


def expiring() -> QuerySet[Consent]:
    """The consents that end within thirty days, and were not taken back."""
    today = timezone.localdate()
    ending = Consent.objects.filter(expires_on__gte=today, expires_on__lte=today + SOON)
    whole = Revocation.objects.filter(recipient="", block="").values("consent_id")
    return ending.exclude(pk__in=whole).select_related("person").order_by("expires_on")


def revoked() -> list[Telling]:
    """The consents that were revoked, with whom that is to be told; the newest first."""
    told = set(Event.objects.filter(kind=TOLD).values_list("note", flat=True))
    found = Revocation.objects.select_related("consent__person").order_by("-at", "-pk")
    return [_telling(one, str(one.pk) in told) for one in found]


def untold() -> list[Telling]:
    """Those of whom somebody is still to be told."""
    return [one for one in revoked() if not one.told]


def _telling(revocation: Revocation, told: bool) -> Telling:
    form = program().consents.get(revocation.consent.release, {})
    said = form.get("revocation") or {}
    parts = {id_: one for id_, one in form.get("blocks", {}).items() if not revocation.consent.is_struck(id_, one)}
    named = {
        one for id_, block in parts.items() if revocation.block in ("", id_) for one in block.get("recipients", ())
    }
    if revocation.recipient:
        named = {revocation.recipient}
    within = said.get("recipients_told_within")
    everybody = sorted(named | set(said.get("told_to") or ()))
    return Telling(revocation, everybody, add(revocation.at, within) if within else None, told)
