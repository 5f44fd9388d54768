"""What a person signed, took back, and what a court or a board allows beside it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lead.program import program

from .base import LONG, SHORT, Held, tells
from .person import Person


class Consent(Held):
    """A release that was signed. What it allows is asked of the gate on every use.

    ``signed`` is the release as it stood when it was signed, with its words in the language in which they were shown,
    and ``held``, the agencies for which each of its names stood.
    ``case`` is the one case that a consent for proceedings is about, ``named`` the lawyer, or whoever outside the
    program the person names. Both may say that there are treatment records.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="consents")
    release = tells("identity", "summary", models.CharField(_("release"), max_length=SHORT))
    version = models.CharField(_("version of the form"), max_length=64)
    language = models.CharField(_("language"), max_length=10, default="en")
    signed = models.JSONField(_("what was signed"), default=dict)
    blocks = models.JSONField(_("parts struck or initialed"), default=dict, blank=True)
    signed_name = tells("identity", "full", models.CharField(_("signed by"), max_length=200, blank=True))
    capacity = tells("identity", "full", models.CharField(_("right to sign"), max_length=200, blank=True))
    signed_on = tells("identity", "summary", models.DateField(_("signed on"), null=True, blank=True))
    paper = models.BooleanField(_("signed on paper"), default=False)
    kept_at = tells("identity", "full", models.CharField(_("where the paper is kept"), max_length=150, blank=True))
    read_aloud = models.BooleanField(_("read aloud"), default=False)
    interpreter = tells("identity", "full", models.CharField(_("interpreter"), max_length=200, blank=True))
    interpreter_signed = tells(
        "identity", "full", models.CharField(_("signature of the interpreter"), max_length=200, blank=True)
    )
    witness = tells("identity", "full", models.CharField(_("witness"), max_length=200, blank=True))
    case = tells("sud", "full", models.CharField(_("case"), max_length=200, blank=True))
    named = tells("sud", "full", models.CharField(_("told, by name"), max_length=200, blank=True))
    copy_given = models.BooleanField(_("copy given"), default=False)
    expires_on = tells("identity", "summary", models.DateField(_("expires on"), null=True, blank=True))
    expires_event = models.CharField(_("expires with"), max_length=40, blank=True)

    class Meta:
        ordering: ClassVar = ["-signed_on", "-pk"]

    @property
    def telling(self) -> dict[str, tuple[str, str]]:
        """Of a release about treatment every field tells of treatment: already that it was signed does."""
        if not program().of_treatment(self.release, self.signed):
            return self.FIELDS
        return {name: ("sud", detail) for name, (_group, detail) in self.FIELDS.items()}

    def groups(self) -> list[str]:
        """Only whoever may know which release it is knows that there is one."""
        return [self.telling["release"][0]]

    def is_struck(self, block: str) -> bool:
        """Whether the person struck a part, or left it without a mark: only initials agree to one."""
        return bool(self.blocks.get(block) != "initialed")

    def title(self, block: str) -> str:
        """What a part is called in the words that were signed: its first line."""
        return str(self.signed["languages"][self.language]["blocks"][block]).partition("\n")[0]

    def ended_by_event(self) -> bool:
        """Whether what ends the consent has happened since it was signed."""
        return any(
            one.kind == self.expires_event and self.signed_on and timezone.localdate(one.at) >= self.signed_on
            for one in self.person.events.all()
        )


class Revocation(models.Model):
    """A consent taken back: for one recipient or one part, or as a whole where neither is named."""

    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, related_name="revocations")
    recipient = models.CharField(_("recipient"), max_length=SHORT, blank=True)
    block = models.CharField(max_length=SHORT, blank=True)
    at = models.DateTimeField(_("at"), default=timezone.now)
    by = models.CharField(_("told by"), max_length=200, blank=True)
    means = models.CharField(_("how"), max_length=40, blank=True)


class Authority(Held):
    """An order of a court, a duty in law, an audit or an approved study: about a person, or about everybody.

    ``rule`` is the duty of the agreement, or the rule that an order meets: it opens what rests on that, and no more.
    """

    class Kind(models.TextChoices):
        """What it is."""

        COURT_ORDER = "court_order", _("order of a court")
        EXCEPTION = "exception", _("duty or exception in law")
        AUDIT = "audit", _("audit")
        RESEARCH = "research", _("approved study")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    rule = models.CharField(_("for"), max_length=SHORT, blank=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="authorities")
    citation = models.CharField(_("citation"), max_length=200)
    begins = models.DateField(_("from"))
    ends = models.DateField(_("until"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=LONG, blank=True)

    def in_force(self) -> bool:
        """Whether it stands today."""
        today = timezone.localdate()
        return self.begins <= today and (self.ends is None or today <= self.ends)
