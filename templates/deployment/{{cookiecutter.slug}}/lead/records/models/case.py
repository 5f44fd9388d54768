"""A referral and what comes of it: the answer, the charges, the events from which every clock is counted."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lead.gate import FIELDS

from .base import HINT, LONG, SHORT, Held, tells
from .person import Person


class Referral(Held):
    """One referral. Its facts are the answers that any party may see; a restricted answer is never kept."""

    class Status(models.TextChoices):
        """How far a referral has come."""

        NEW = "new", _("new")
        SCREENED = "screened", _("screened")
        WAITING = "waiting", _("waiting for room")
        HANDED_OVER = "handed_over", _("handed over")
        TAKEN_IN = "taken_in", _("taken in")
        DECLINED = "declined", _("declined by the person")
        CLOSED = "closed", _("closed")
        VOID = "void", _("made by mistake")

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="referrals", verbose_name=_("person"))
    pathway = tells("referral", "summary", models.CharField(_("pathway"), max_length=SHORT))
    at = tells("referral", "dates_only", models.DateTimeField(_("referred at"), default=timezone.now))
    source = tells("referral", "summary", models.CharField(_("made by"), max_length=SHORT, blank=True))
    referring_agency = tells(
        "referral", "summary", models.CharField(_("referring agency"), max_length=SHORT, blank=True)
    )
    officer_unit = tells("referral", "full", models.CharField(_("unit"), max_length=SHORT, blank=True))
    incident = tells("referral", "full", models.CharField(_("incident number"), max_length=40, blank=True))
    area = tells("referral", "summary", models.CharField(_("area"), max_length=SHORT, blank=True))
    place = tells("location", "full", models.CharField(_("place"), max_length=200, blank=True))
    offences = tells("charge", "summary", models.JSONField(_("offenses"), default=list, blank=True))
    facts = tells("referral", "full", models.JSONField(_("answers"), default=dict, blank=True))
    offered = models.BooleanField(_("offered"), default=True)
    accepted = tells("referral", "yes_no", models.BooleanField(_("accepted"), null=True, blank=True))
    verbal_consent_at = tells(
        "referral", "dates_only", models.DateTimeField(_("agreed aloud at"), null=True, blank=True)
    )
    verbal_consent_words = tells("referral", "full", models.CharField(_("the words used"), max_length=300, blank=True))
    complainant_wish = tells(
        "complainant", "summary", models.CharField(_("what the complainant wishes"), max_length=SHORT, blank=True)
    )
    narrative = tells(
        "referral", "full", models.CharField(_("what happened"), max_length=LONG, blank=True, help_text=HINT)
    )
    handed_to = models.CharField(_("handed over to"), max_length=SHORT, blank=True)
    supervising_agency = tells(
        "charge", "full", models.CharField(_("supervising agency"), max_length=SHORT, blank=True)
    )
    status = tells(
        "referral", "yes_no", models.CharField(_("status"), max_length=20, choices=Status.choices, default=Status.NEW)
    )
    form_token = models.CharField(max_length=64, unique=True, null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-at"]

    @property
    def telling(self) -> dict[str, tuple[str, str]]:
        """Where supervision tells history, no page shows who supervises: it is kept for the scope that asks for it."""
        from lead.screening.deciding import hides_supervision

        hidden = {"supervising_agency"} if hides_supervision() else set()
        return {name: told for name, told in self.FIELDS.items() if name not in hidden}

    @property
    def of_referral(self) -> int | None:
        """The referral itself."""
        return int(self.pk)


class Screening(Held):
    """What the rules answered about a referral, in words that any party may see.

    ``whose`` says of each rule in the way who may override it, and ``settled`` of which rules somebody did. Rules that
    tell criminal history stand there as one, under RECORDS.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="screenings", verbose_name=_("person"))
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="screenings")
    policy_digest = models.CharField(max_length=64, blank=True)
    outcome = tells("eligibility", "yes_no", models.CharField(_("outcome"), max_length=30))
    public_code = tells("eligibility", "reason_code", models.TextField(_("reason code"), blank=True))
    public_reason = tells("eligibility", "reason_code", models.TextField(_("reason"), blank=True))
    missing = tells("eligibility", "summary", models.JSONField(_("not yet known"), default=list, blank=True))
    whose = tells("eligibility", "summary", models.JSONField(_("who may override"), default=dict, blank=True))
    settled = tells("eligibility", "full", models.JSONField(default=list, blank=True))
    at = tells("eligibility", "dates_only", models.DateTimeField(_("decided at"), default=timezone.now))
    decided_by = tells("eligibility", "full", models.CharField(_("decided by"), max_length=SHORT, blank=True))
    overridden_by = tells("eligibility", "full", models.CharField(_("overridden by"), max_length=SHORT, blank=True))
    override_ground = tells("eligibility", "full", models.TextField(_("ground"), blank=True))
    override_at = tells("eligibility", "dates_only", models.DateTimeField(_("overridden at"), null=True, blank=True))

    class Meta:
        ordering: ClassVar = ["-at", "-pk"]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep no missing fact that tells criminal history, whoever wrote it there."""
        from lead.screening.deciding import is_hidden

        if any(is_hidden(str(one)) for one in self.missing):
            raise ValueError("What is missing of criminal history is not kept: use Answer.waits.")
        super().save(*args, **kwargs)


class Event(Held):
    """Something that happened, by leadkit's word for it. Clocks are counted from events and are never kept.

    ``clock`` is the clock that it extends, pauses or resumes; ``of`` the record that it came with, as ``contact:12``.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="events")
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, null=True, blank=True, related_name="events")
    kind = models.CharField(_("kind"), max_length=40)
    clock = models.CharField(max_length=SHORT, blank=True)
    of = models.CharField(max_length=40, blank=True)
    at = models.DateTimeField(_("at"), default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    note = models.CharField(_("ground"), max_length=200, blank=True)

    class Meta:
        ordering: ClassVar = ["at", "pk"]
        indexes: ClassVar = [models.Index(fields=["kind", "at"])]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Let an event come with a record alone: by that name it is found again where the record was a mistake."""
        model, _colon, number = self.of.partition(":")
        if self.of and not (number.isdecimal() and model in FIELDS):
            raise ValueError(f"{self.of!r} names no record with which an event may come.")
        super().save(*args, **kwargs)

    # Of which group an event tells depends on its kind, so no event is shown by itself: pages show what it means.


class Charge(Held):
    """A charge that is held back while the program has its chance; lead/records/charging.py moves it."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="charges", verbose_name=_("person"))
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="charges")
    office = tells("charge", "summary", models.CharField(_("charging office"), max_length=SHORT))
    offence = tells("charge", "summary", models.CharField(_("offense"), max_length=SHORT))
    level = tells("charge", "summary", models.CharField(_("level"), max_length=30, blank=True))
    handling = models.CharField(_("handling"), max_length=SHORT, blank=True)
    state = tells("charge", "yes_no", models.CharField(_("state"), max_length=20, default="held"))
    decided_at = tells("charge", "dates_only", models.DateTimeField(_("decided at"), null=True, blank=True))
    decided_by = tells("charge", "full", models.CharField(_("decided by"), max_length=SHORT, blank=True))
    note = tells("charge", "full", models.CharField(_("ground"), max_length=LONG, blank=True))
