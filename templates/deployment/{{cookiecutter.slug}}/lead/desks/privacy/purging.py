"""Destroys what is due, once somebody prepared it and confirmed it, and leaves a certificate."""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection, models, transaction
from django.db.models import ProtectedError
from django.utils import timezone
from django.utils.translation import gettext as _

from lead.records.models import Consent, Person, Revocation
from lead.records.models.base import LONG

from .models import Certificate, Entry, Hold, LogReview
from .retention import WHOLE, due_of, on_hold, reached

WRITTEN = {Hold: ("reason", "lifted_why"), Entry: ("text", "outcome"), LogReview: ("finding",)}
"""What the desk writes and keeps. It is to name nobody; where it did, the name goes with the record."""


@transaction.atomic
def purge(certificate: Certificate, by: Any) -> Certificate:
    """Destroy what a certificate was prepared for.

    Raises:
        ValidationError: It was done, is on hold, is no longer due, or an emergency of the person was not reviewed.
    """
    person = Person.objects.select_for_update().with_facts().get(code=certificate.code)
    certificate = Certificate.objects.select_for_update().get(pk=certificate.pk)
    if certificate.done_at:
        raise ValidationError(_("This purge was done."))
    if on_hold(person):
        raise ValidationError(_("The record is on legal hold. Nothing of it may be destroyed."))
    now_due = next((one for one in due_of(person) if one.rule == certificate.rule), None)
    if now_due is None:
        raise ValidationError(_("No rule lets this be destroyed now."))
    if person.emergencies.filter(reviewed_at=None).exists():
        raise ValidationError(_("An emergency of this person was not reviewed. Review it first."))
    _destroy(person, certificate.rule)
    certificate.counts, certificate.done_at, certificate.by = now_due.counts, timezone.now(), by
    certificate.digest = certificate.sealed()
    certificate.save()
    transaction.on_commit(_write_over)
    return certificate


def _destroy(person: Person, rule: str) -> None:
    going = list(reached(person, rule))
    if rule == WHOLE:
        _unname(person)
        # Nobody made or keeps what is not there: what is left of the record is no agency's to see.
        Person.objects.filter(pk=person.pk).update(held_by="")
    for record, names in going:
        for name in names:
            field = record._meta.get_field(name)
            setattr(record, name, None if field.null else field.get_default())  # type: ignore[union-attr]
        if names:
            record.save(update_fields=names)
    _delete([record for record, names in going if not names])


def _delete(waiting: list[models.Model]) -> None:
    """Delete records, those that another one needs after it."""
    Revocation.objects.filter(consent__in=[one.pk for one in waiting if isinstance(one, Consent)]).delete()
    while waiting:
        protected = []
        for record in waiting:
            try:
                record.delete()
            except ProtectedError:
                protected.append(record)
        if len(protected) == len(waiting):
            raise ValidationError(_("Something else still needs a record that is to be destroyed. Nothing was."))
        waiting = protected


def _unname(person: Person) -> None:
    """Take the names of a person out of what the desk wrote and keeps."""
    names = [name.strip() for name in (person.name, *re.split("[,;]", person.aliases))]
    said = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True) if name)
    if not said:
        return
    for model, fields in WRITTEN.items():
        for one in model._default_manager.all():
            for field in fields:
                kept = re.sub(said, _("(name destroyed)"), getattr(one, field), flags=re.IGNORECASE)
                if kept != getattr(one, field):
                    model._default_manager.filter(pk=one.pk).update(**{field: kept[:LONG]})


def _write_over() -> None:
    """Let SQLite take what was deleted out of its log of writes, too; PostgreSQL writes over it in its own time."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
