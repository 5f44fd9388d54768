"""What is to be destroyed and when, as the program's retention rules say; nothing on hold ever is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import ProtectedError
from django.utils import timezone
from django.utils.translation import gettext as _

from lead.gate.fields import groups_of
from lead.program import program
from lead.records.clocks import add
from lead.records.models import Consent, Disclosure, Person, Referral, Revocation

from .models import Certificate, Hold, called

WHOLE = ""
"""The rule by which all of a record goes, once the program has no reason left to keep any of it."""
KEPT = (Disclosure, Hold, Person)
"""What stays: the account of disclosures is append-only, and a hold tells why something was once kept."""
_OVER = (Referral.Status.DECLINED, Referral.Status.CLOSED, Referral.Status.VOID)


@dataclass(frozen=True)
class Due:
    """Something of a person that is to be destroyed."""

    person: Person
    rule: str
    since: date
    on: date
    counts: dict[str, int]

    @property
    def title(self) -> str:
        """What the rule is called."""
        return called(self.rule)


def computed(rule: dict[str, Any]) -> bool:
    """Whether the service can tell when a rule is due, and may do what it says."""
    return rule.get("after") in ("exit", "decline") and rule.get("then") == "destroy" and bool(rule.get("keep"))


def due(today: date | None = None) -> list[Due]:
    """What is due, the longest due first."""
    found = [one for person in Person.objects.with_facts() for one in due_of(person, today)]
    return sorted(found, key=lambda one: (one.on, one.person.code, one.rule))


def due_of(person: Person, today: date | None = None) -> Iterator[Due]:
    """What of one person is due. Nothing is while the program works with them; a whole record leaves no part."""
    today = today or timezone.localdate()
    rules = {WHOLE: {"keep": {"count": program().retention_years, "unit": "years"}}, **program().retention}
    for id_, rule in rules.items():
        since = _ended(person, rule.get("after")) if id_ == WHOLE or computed(rule) else None
        if since is None:
            continue
        on = timezone.localdate(add(timezone.make_aware(datetime.combine(since, time(12))), rule["keep"]))
        if on <= today and (counts := _counted(person, id_)):
            yield Due(person, id_, since, on, counts)
            if id_ == WHOLE:
                return


def _ended(person: Person, after: str | None) -> date | None:
    """The day on which all that a rule waits for was over; None while it is not."""
    referrals, taken = list(person.referrals.all()), list(person.enrollments.all())
    if any(one.closed is None for one in taken):
        return None
    left = [one.closed for one in taken]
    if any(one.status not in _OVER for one in referrals if not taken or timezone.localdate(one.at) > max(left)):
        return None
    said_no = [timezone.localdate(one.at) for one in referrals if one.status == Referral.Status.DECLINED]
    if after == "exit":
        return max(left, default=None)
    if after == "decline":
        return None if taken else max(said_no, default=None)
    days = [*left, *(timezone.localdate(one.at) for one in referrals)]
    return max(days, default=timezone.localdate(person.created_at))


def reached(person: Person, rule: str) -> Iterator[tuple[models.Model, list[str]]]:
    """The records that a rule reaches, and the fields to empty; none named where the record goes as a whole."""
    if rule == WHOLE:
        yield from ((one, []) for model, one in _records(person) if model not in KEPT)
        if names := [name for name in Person.FIELDS if getattr(person, name)]:
            yield person, names
        return
    said = program().retention[rule]
    groups = {group for one in said["categories"] for group in groups_of(one)}
    holders = {agency for one in said.get("holder", ()) for agency in program().held_by(one)}
    for _model, one in [(Person, person), *_records(person)]:
        fields = getattr(one, "FIELDS", {})
        if not fields or getattr(one, "held_by", None) not in holders:
            continue
        if not isinstance(one, Person | Referral) and {group for group, _detail in fields.values()} <= groups:
            yield one, []
        elif names := [name for name, (group, _d) in fields.items() if group in groups and _emptied(one, name)]:
            yield one, names


def _emptied(record: models.Model, name: str) -> bool:
    """Whether a field holds something that may be emptied; days stay, as they tell when the rest is due."""
    field = record._meta.get_field(name)
    day = isinstance(field, models.DateField) and name != "born"
    return bool(getattr(field, "blank", False)) and not day and bool(getattr(record, name))


def _records(person: Person) -> Iterator[tuple[type[models.Model], models.Model]]:
    for relation in person._meta.related_objects:
        model: Any = relation.related_model
        if model is not Person:
            yield from ((model, one) for one in model._base_manager.filter(**{relation.field.name: person}))


def _counted(person: Person, rule: str) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for record, fields in reached(person, rule):
        counts[f"{record._meta.verbose_name}: {'fields emptied' if fields else 'records'}"] += len(fields) or 1
    return dict(sorted(counts.items()))


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
    if person.legal_hold or person.holds.filter(lifted_at=None).exists():
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
    return certificate


def _destroy(person: Person, rule: str) -> None:
    waiting = []
    for record, names in list(reached(person, rule)):
        if not names:
            waiting.append(record)
            continue
        for name in names:
            field = record._meta.get_field(name)
            setattr(record, name, None if field.null else field.get_default())  # type: ignore[union-attr]
        record.save(update_fields=names)
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
