"""What is to be destroyed and when, as the program's retention rules say, and what a hold keeps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db import models
from django.utils import timezone

from lead.gate.fields import groups_of
from lead.program import program
from lead.records.clocks import add
from lead.records.models import Disclosure, Person, Referral

from .models import Hold, called

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

    @property
    def held(self) -> bool:
        """Whether a hold keeps it."""
        return on_hold(self.person)


def computed(rule: dict[str, Any]) -> bool:
    """Whether the service can tell when a rule is due, and may do what it says."""
    return rule.get("after") in ("exit", "decline") and rule.get("then") == "destroy" and bool(rule.get("keep"))


def records_of(person: Person) -> list[Person]:
    """The records that were found to be one person: what is kept of one is kept of all."""
    while person.merged_into:
        person = person.merged_into
    found = [person]
    for one in found:
        found.extend(one.merged.all())
    return found


def on_hold(person: Person) -> bool:
    """Whether nothing of a person may be destroyed."""
    same = records_of(person)
    return any(one.legal_hold for one in same) or Hold.objects.filter(person__in=same, lifted_at=None).exists()


def due(today: date | None = None) -> list[Due]:
    """What is due, the longest due first."""
    people = Person.objects.with_facts().select_related("merged_into").prefetch_related("merged")
    found = [one for person in people for one in due_of(person, today)]
    return sorted(found, key=lambda one: (one.on, one.person.code, one.rule))


def due_of(person: Person, today: date | None = None) -> Iterator[Due]:
    """What of one person is due. Nothing is while the program works with them; a whole record leaves no part."""
    today, same = today or timezone.localdate(), records_of(person)
    rules = {WHOLE: {"keep": {"count": program().retention_years, "unit": "years"}}, **program().retention}
    for id_, rule in rules.items():
        since = _ended(same, rule.get("after")) if id_ == WHOLE or computed(rule) else None
        if since is None:
            continue
        on = timezone.localdate(add(timezone.make_aware(datetime.combine(since, time(12))), rule["keep"]))
        if on <= today and (counts := _counted(person, id_)):
            yield Due(person, id_, since, on, counts)
            if id_ == WHOLE:
                return


def _ended(same: Iterable[Person], after: str | None) -> date | None:
    """The day on which all that a rule waits for was over; None while it is not."""
    referrals = [(timezone.localdate(one.at), one.status) for each in same for one in each.referrals.all()]
    taken = [one.closed for each in same for one in each.enrollments.all()]
    left = [day for day in taken if day]
    if len(left) < len(taken) or any(status not in _OVER for day, status in referrals if not left or day > max(left)):
        return None
    if after == "exit":
        return max(left, default=None)
    if after == "decline":
        said_no = [day for day, status in referrals if status == Referral.Status.DECLINED]
        return None if left else max(said_no, default=None)
    days = [*left, *(day for day, _status in referrals)]
    return max(days) if days else max(timezone.localdate(one.created_at) for one in same)


def reached(person: Person, rule: str) -> Iterator[tuple[models.Model, list[str]]]:
    """The records that a rule reaches, and the fields to empty; none named where the record goes as a whole."""
    if rule == WHOLE:
        yield from ((one, []) for one in _records(person) if not isinstance(one, KEPT))
        if names := [name for name in Person.FIELDS if getattr(person, name)]:
            yield person, names
        return
    said = program().retention[rule]
    groups = {group for one in said["categories"] for group in groups_of(one)}
    holders = {agency for one in said.get("holder", ()) for agency in program().held_by(one)}
    for one in (person, *_records(person)):
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


def _records(person: Person) -> Iterator[models.Model]:
    for relation in person._meta.related_objects:
        model: Any = relation.related_model
        if model is not Person:
            yield from model._base_manager.filter(**{relation.field.name: person})


def _counted(person: Person, rule: str) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for record, fields in reached(person, rule):
        counts[f"{record._meta.verbose_name}: {'fields emptied' if fields else 'records'}"] += len(fields) or 1
    return dict(sorted(counts.items()))
