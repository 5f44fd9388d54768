"""What the service counts by itself: people, each once in a period, by the words of measures.json."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from lead.pages.words import told
from lead.program import program
from lead.records.clocks import clocks
from lead.records.models import Event, Person, Referral
from lead.records.models.base import years

from .lines import One
from .periods import DAY, Period


def counted(counting: str, now: Period) -> list[One]:
    """Whom a counting counts in a period, each once."""
    return _each_person_once(COUNTS[counting](_start(now[0]), _start(now[1] + DAY)))


def _start(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))


def _each_person_once(ones: Iterable[One]) -> list[One]:
    into = dict(Person.objects.filter(merged_into__isnull=False).values_list("pk", "merged_into"))
    first: dict[int, One] = {}
    for one in ones:
        person = one.referral.person_id
        while person in into:
            person = into[person]
        first.setdefault(person, one)
    return list(first.values())


def _referrals(start: datetime, end: datetime) -> list[Referral]:
    asked = Referral.objects.filter(at__gte=start, at__lt=end).exclude(status=Referral.Status.VOID)
    return list(asked.select_related("person").prefetch_related("events").order_by("at", "pk"))


def _referred(start: datetime, end: datetime) -> list[One]:
    return [One(one) for one in _referrals(start, end)]


def _taken_in(start: datetime, end: datetime) -> list[One]:
    events = Event.objects.filter(kind="intake_completed", at__gte=start, at__lt=end, referral__isnull=False)
    events = events.exclude(referral__status=Referral.Status.VOID)
    return [One(one.referral) for one in events.select_related("referral__person").order_by("at", "pk") if one.referral]


def _in_time(start: datetime, end: datetime) -> list[One]:
    """Everybody who accepted and whose intake has a clock, and whether it was done before the clock ran out."""
    found = []
    for one in _referrals(start, end):
        clock = next((c for c in clocks(one) if program().clocks[c.id]["until"] == "intake_completed"), None)
        if one.accepted and clock:
            found.append(One(one, so=clock.met is not None and not clock.late()))
    return found


def _handed_over(start: datetime, end: datetime) -> list[One]:
    found = []
    for one in _referrals(start, end):
        at = {event.kind: event.at for event in reversed(one.events.all())}
        if "handoff_call" in at and "handoff" in at and at["handoff"] >= at["handoff_call"]:
            found.append(One(one, minutes=(at["handoff"] - at["handoff_call"]).total_seconds() / 60))
    return found


COUNTS: dict[str, Callable[[datetime, datetime], list[One]]] = {
    "referrals": _referred,
    "intakes": _taken_in,
    "intake_in_time": _in_time,
    "handoff_time": _handed_over,
}


WITHIN = {"intake_in_time": "referrals", "handoff_time": "referrals"}
"""The countings that count a part of whom another counts in the same period."""


def answers(name: str) -> dict[str, Any]:
    """What a person may answer, in the program's words; empty where they answer in their own."""
    said = program().measures.get("elements", {}).get(name, {}).get("values")
    return {**said, "declined": _("the person does not want to say"), "unknown": ""} if said else {}


def free_words(cut: str) -> bool:
    """Whether something is written in free words: it breaks no figure down, as a rare word is a single person."""
    return cut in ("language", "referring_unit") or (cut in ("race", "sex") and not answers(cut))


def _answered(name: str) -> Callable[[One], str]:
    def told(one: One) -> str:
        value = one.referral.person.demographics.get(name) or "unknown"
        return str(answers(name).get(str(value), _("another answer")))

    return told


def age_groups() -> list[dict[str, Any]]:
    """The age groups that the program names."""
    return program().measures.get("age_groups") or []


def _age(one: One) -> str:
    """The age group, as the program names it, on the day of the referral."""
    born, day = one.referral.person.born, timezone.localdate(one.referral.at)
    age = years(born, day) if born else one.referral.facts.get("age")
    if age is None:
        return ""
    fits = (each["label"] for each in age_groups() if each["from"] <= age <= (each["to"] or age))
    return next(fits, _("in no age group of the program"))


BREAKDOWNS: dict[str, Callable[[One], str]] = {
    "race": _answered("race"),
    "sex": _answered("sex"),
    "age": _age,
    "offence": lambda one: told(sorted(one.referral.offences), "offences") if one.referral.offences else "",
    "pathway": lambda one: told(one.referral.pathway, "pathway"),
    "area": lambda one: one.referral.area and told(one.referral.area, "area"),
    "referring_agency": lambda one: (
        one.referral.referring_agency and told(one.referral.referring_agency, "referring_agency")
    ),
}
"""By what a figure can be broken down here."""
