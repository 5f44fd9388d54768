"""What the service counts by itself: people, each once in a period, by the words of measures.json."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from statistics import median
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from lead.pages.words import told
from lead.program import program
from lead.records.clocks import clocks
from lead.records.models import Event, Person, Referral

from .hiding import Parts, hidden

MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}


@dataclass(frozen=True)
class One:
    """A person as a figure counts them: whether what is asked of them is so, or how many minutes it took."""

    referral: Referral
    so: bool | None = None
    minutes: float | None = None


@dataclass(frozen=True)
class Line:
    """A line of a figure. Where it is hidden, it holds no number at all."""

    label: str
    is_hidden: bool = False
    numerator: int | None = None
    denominator: int | None = None
    value: str = ""


@dataclass(frozen=True)
class Figure:
    """A measure of the program in one period.

    Attributes:
        id: The measure.
        said: What the program says of it.
        first: The first day of the period.
        last: The last day.
        whole: The line of everybody; None where it is not counted here.
        parts: By what it is broken down, its lines; None where the service does not keep what that needs.
        runs: Whether the period still runs.
    """

    id: str
    said: dict[str, Any]
    first: date | None = None
    last: date | None = None
    whole: Line | None = None
    parts: dict[str, list[Line] | None] = field(default_factory=dict)
    runs: bool = False


def least() -> int:
    """Below which number a cell is hidden."""
    return max(program().suppress_below, int(program().measures.get("suppress_below") or 0))


def period(span: str | None, day: date) -> tuple[date, date] | None:
    """The first and the last day of the period of a day; None for one whose beginning the program does not tell."""
    months = MONTHS.get(span or "")
    if months is None:
        return None
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    after = first.month - 1 + months
    return first, date(first.year + after // 12, after % 12 + 1, 1) - timedelta(days=1)


def figure(id_: str, said: dict[str, Any], day: date | None) -> Figure:
    """A measure in the period of a day; without a day, in the last period that is over."""
    today = timezone.localdate()
    now = period(said.get("period"), day or today)
    counts = COUNTS.get(str(said.get("computed")))
    if now is None or counts is None:
        return Figure(id_, said)
    if day is None:
        now = period(said.get("period"), now[0] - timedelta(days=1)) or now
    first, last = now
    ones = _each_person_once(counts(_start(first), _start(last + timedelta(days=1))))
    whole = next(iter(_lines(ones, lambda _one: _("Everybody"))), Line("", False, None, 0, "0"))
    asked = () if whole.is_hidden else said.get("disaggregations") or ()
    cuts = {cut: _lines(ones, BREAKDOWNS[cut]) if cut in BREAKDOWNS else None for cut in asked}
    return Figure(id_, said, first, last, whole, cuts, last >= today)


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


def _said_of_themselves(name: str) -> Callable[[One], str]:
    def told(one: One) -> str:
        value = one.referral.person.demographics.get(name)
        return "; ".join(map(str, value)) if isinstance(value, list) else str(value or "")

    return told


BREAKDOWNS: dict[str, Callable[[One], str]] = {
    "race": _said_of_themselves("race"),
    "sex": _said_of_themselves("sex"),
    "pathway": lambda one: told(one.referral.pathway, "pathway"),
    "area": lambda one: one.referral.area and told(one.referral.area, "area"),
    "referring_agency": lambda one: (
        one.referral.referring_agency and told(one.referral.referring_agency, "referring_agency")
    ),
    "referring_unit": lambda one: one.referral.officer_unit,
    "language": lambda one: one.referral.person.languages,
}
"""By what a figure can be broken down here."""


def _lines(ones: list[One], by: Callable[[One], str]) -> list[Line]:
    cut: dict[str, list[One]] = {}
    for one in ones:
        cut.setdefault(by(one) or _("not recorded"), []).append(one)
    labels = sorted(cut)
    away = hidden([_parts(cut[label]) for label in labels], least())
    return [Line(label, True) if i in away else _line(label, cut[label]) for i, label in enumerate(labels)]


def _parts(ones: list[One]) -> Parts:
    yes = sum(one.so is True for one in ones)
    return (yes, len(ones) - yes) if any(one.so is not None for one in ones) else (len(ones), 0)


def _line(label: str, ones: list[One]) -> Line:
    yes, every = sum(one.so is True for one in ones), len(ones)
    minutes = [one.minutes for one in ones if one.minutes is not None]
    if minutes:
        return Line(label, False, None, every, _("%(count)d minutes") % {"count": round(median(minutes))})
    if any(one.so is not None for one in ones):
        return Line(label, False, yes, every, f"{(200 * yes + every) // (2 * every)}%")
    return Line(label, False, None, every, str(every))
