"""What every record has: who entered it, when, and which field tells what."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar, Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models.signals import class_prepared
from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _

from lead.gate import FIELDS, Actor, see

F = TypeVar("F", bound="models.Field[Any, Any]")
YEARS = range(2000, 2200)
"""The years in which something of a program may happen; any other is a slip, or hostile."""
SHORT, LONG = 80, 500
"""How long a line and a short text may be."""

HINT = _("No criminal history, no health information here.")
"""What stands by a text that many may see."""


def years(since: date, until: date) -> int:
    """How many whole years lie between two days: since a birthday, the age."""
    return until.year - since.year - ((until.month, until.day) < (since.month, since.day))


class HeldQuerySet(models.QuerySet[Any]):
    """Records, narrowed to what somebody may see."""

    def for_actor(self, actor: Actor | None) -> Self:
        """The records of which somebody may see at least one group of fields now; one of nobody is nobody's to see.

        Each comes with its person and with what the gate asks of them: a page asks about every row again.
        """
        from .person import FACTS, Person

        people = Person.objects.with_facts().in_bulk({one.person_id for one in self if one.person_id is not None})
        seen = [
            record.pk
            for record in self
            if record.person_id in people  # of a request from the public nobody may know yet whom it is about
            and any(
                see(actor, people[record.person_id], group, holder=record.held_by, referral=record.of_referral)
                for group in record.groups()
            )
        ]
        return self.filter(pk__in=seen).prefetch_related(*(f"person__{one}" for one in FACTS))


def tells(group: str, detail: str, field: F) -> F:
    """A field that tells something of a person: to which group it belongs, and how much of that group it tells."""
    field.tells = group, detail  # type: ignore[attr-defined]
    return field


class Held(models.Model):
    """A record that an agency entered.

    Attributes:
        FIELDS: By each field that tells something, the group that it belongs to and how much of that group it tells.
        held_by: The agency, by its id.
    """

    FIELDS: ClassVar[dict[str, tuple[str, str]]] = {}

    held_by = models.CharField(_("held by"), max_length=SHORT)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField(_("entered at"), auto_now_add=True)

    objects = HeldQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def telling(self) -> dict[str, tuple[str, str]]:
        """The same as FIELDS, of this one record: what it says may make its fields tell of something else."""
        return self.FIELDS

    def groups(self) -> list[str]:
        """The groups of which one must be seen for the record to be there."""
        return sorted({group for group, _detail in self.telling.values()})

    @property
    def about(self) -> Any:
        """The person whom the record is about."""
        return self.person  # type: ignore[attr-defined]

    @property
    def of_referral(self) -> int | None:
        """The referral that the record belongs to, by its number; None for what belongs to the person."""
        return getattr(self, "referral_id", None)


@receiver(class_prepared)
def _tell_the_gate(sender: type[models.Model], **_: Any) -> None:
    """Let the gate know which field of a record tells what."""
    if issubclass(sender, Held):
        sender.FIELDS = {one.name: one.tells for one in sender._meta.concrete_fields if hasattr(one, "tells")}
        if sender.FIELDS:
            FIELDS[str(sender._meta.model_name)] = sender.FIELDS


class Once(models.Model):
    """A form that was sent. Its token is taken once, so that a form sent twice does a thing once."""

    token = models.CharField(max_length=64, unique=True)
    done = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField(auto_now_add=True)
