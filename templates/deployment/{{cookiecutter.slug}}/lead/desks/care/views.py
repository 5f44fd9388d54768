"""What the desk shows: who waits to be met or taken in, who is in care, and all that it may know of a person."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

from django.db.models import OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lead.audit.reading import asker, shown
from lead.desks import reads
from lead.gate import Actor, see
from lead.program import program
from lead.records.clocks import VOID, Clock, clocks
from lead.records.finding import person_or_404
from lead.records.models import Contact, Enrollment, Event, Referral

from .adding import DOMAINS
from .entry import of
from .finding import TRY, comes_back, handed
from .moving import BRIEF, allowed
from .releases import duties, ends, learns

LISTS = ("referrals", "screenings", "charges", "enrollments", "consents", "contacts", "assessments", "plan_steps")
LAST = 30
"""How many of the newest records of a kind the page of a person shows."""


@reads(desk="care", purpose="coordination")
def waiting_list(request: HttpRequest) -> HttpResponse:
    """The handoffs that wait, and the intakes that are to be finished, with their deadlines."""
    found = handed(asker(request).agency)
    seen = found.for_actor(asker(request))  # type: ignore[attr-defined] # the manager of every record
    seen = seen.prefetch_related("events").order_by("at")
    rows = [(one, _running(one), any(event.kind == "handoff" for event in one.events.all())) for one in seen]
    told = {
        "to_meet": [(one, running) for one, running, met in rows if not met],
        "to_finish": [(one, running) for one, running, met in rows if met],
        "unseen": found.count() - len(rows),  # handed to the agency, and no flow lets it learn of them
        "intake": program().texts.get("intake", {}),
    }
    return render(request, "care/waiting.html", told)


def _running(referral: Any) -> list[Any]:
    return [one for one in clocks(referral, referral.events.all()) if one.running]


@reads(desk="care", purpose="coordination")
def people(request: HttpRequest) -> HttpResponse:
    """Who is in care, how many each case manager has against the ratio, and which deadline is next."""
    who, due = asker(request), defaultdict[int, list[Clock]](list)
    taken_in = Enrollment.objects.filter(held_by=who.agency, closed=None).for_actor(who)
    found = list(taken_in.select_related("manager").order_by("opened", "pk"))
    referrals = Referral.objects.filter(person__in=[one.person_id for one in found]).for_actor(who)
    for each in referrals.prefetch_related("events"):
        due[each.person_id] += _running(each)
    seen = _last_contacts(found, who)
    rows = [
        (one, seen.get(one.person_id), min(due[one.person_id], key=lambda clock: clock.due, default=None))
        for one in sorted(found, key=lambda one: one.manager_id != request.user.pk)
    ]
    loads = sorted(Counter(one.manager.username if one.manager else "–" for one in found).items())
    capacity = program().services.get("capacity") or {}
    return render(request, "care/people.html", {"rows": rows, "loads": loads, "capacity": capacity})


def _last_contacts(found: list[Any], who: Actor) -> dict[int, Contact]:
    """By person, the last contact that the agency had: no try, and none that was a mistake."""
    mistakes = Event.objects.filter(kind=VOID, of__startswith="contact:").values_list("of", flat=True)
    real = Contact.objects.exclude(kind=TRY).exclude(pk__in=[one.partition(":")[2] for one in mistakes])
    newest = real.filter(person=OuterRef("person"), held_by=who.agency).order_by("-at").values("pk")[:1]
    last = Enrollment.objects.filter(pk__in=[one.pk for one in found]).annotate(last=newest).values("last")
    contacts = Contact.objects.filter(pk__in=last).for_actor(who)
    return {one.person_id: one for one in contacts}


@reads(desk="care", purpose="coordination")
def person(request: HttpRequest, number: int) -> HttpResponse:
    """All that the desk may know of a person."""
    found, who = person_or_404(request, number), asker(request)
    lists = {name: list(getattr(found, name).for_actor(who)[:LAST]) for name in (*LISTS, "service_referrals")}
    void = {one.of: one.note for one in found.events.all() if one.kind == VOID and one.held_by == who.agency}
    for record in (each for some in lists.values() for each in some):
        record.void, record.own = void.get(of(record)), record.held_by == who.agency
    for one in lists["assessments"]:
        told = shown(request, one, "answers").value or {}
        one.told = [({**BRIEF, **DOMAINS}.get(key, key), text) for key, text in told.items()]
    waits = {*handed(who.agency).filter(person=found).values_list("pk", flat=True)}
    for one in lists["referrals"]:
        kinds = {event.kind for event in one.events.all()}
        one.met, one.begun, one.here = "handoff" in kinds, "intake_started" in kinds, one.handed_to in ("", who.agency)
        one.open = one.pk in waits
    context: dict[str, Any] = {
        **lists,
        "person": found,
        "at_work": who.agency in found.agencies(),
        "corrects": see(who, found, "identity", "correct"),
        "left": [one for one in lists["enrollments"] if one.own and comes_back(one)][:1],
        "clocks": [(one, clock, allowed(clock, who)) for one in lists["referrals"] for clock in clocks(one)],
        "releases": [(one, learns(one), ends(one)) for one in lists["consents"]],
        "duties": [one for one in duties(found) if one[0].consent.held_by == who.agency],
        "offered": program().consents.items(),
    }
    return render(request, "care/person.html", context)
