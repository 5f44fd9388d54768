"""The pages of the case manager's desk."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import OuterRef
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from lead.audit.log import write
from lead.audit.reading import actor, asker, disclose, may, shown
from lead.desks import policy
from lead.gate import Actor, see
from lead.gate.basis import holds
from lead.gate.scope import reaches
from lead.pages.forms import once
from lead.program import Cell, program
from lead.records.clocks import VOID, clocks
from lead.records.finding import person_or_404
from lead.records.models import Contact, Enrollment, Event, Once, Person, Referral, ServiceReferral

from . import consenting
from .finding import at_work, caseload, comes_back, own, ready, refuse, unseen, waiting
from .forms import ADDED, CHANGED, DOMAIN_LABELS, TRY, Entry, of
from .moving import MOVES, ClockForm, allowed

FORM = require_http_methods(["GET", "HEAD", "POST"])
LISTS = ("referrals", "screenings", "charges", "enrollments", "consents", "contacts", "assessments", "plan_steps")
TOLD = ("identity", "contact", "engagement", "clinical")
"""What a provider might be told."""
LAST = 30
"""How many of the newest records of a kind a page shows."""


@require_safe
@policy(desk="care", purpose="coordination")
def waiting_list(request: HttpRequest) -> HttpResponse:
    """The handoffs that wait, and the intakes that are to be finished, with their deadlines."""
    to_meet, to_finish = ([(one, _running(one)) for one in some] for some in waiting(asker(request)))
    texts = program().texts
    told = {
        "to_meet": to_meet,
        "to_finish": to_finish,
        "intake": texts.get("intake", {}),
        "unseen": unseen(asker(request)),
    }
    return render(request, "care/waiting.html", told)


def _running(referral: Any) -> list[Any]:
    return [one for one in clocks(referral, referral.events.all()) if one.running]


@require_safe
@policy(desk="care", purpose="coordination")
def people(request: HttpRequest) -> HttpResponse:
    """Who is in care, how many each case manager has against the ratio, and which deadline is next."""
    asks = asker(request)
    found = caseload(asks)
    mistakes = Event.objects.filter(kind=VOID, of__startswith="contact:").values_list("of", flat=True)
    real = Contact.objects.exclude(kind=TRY).exclude(pk__in=[one.partition(":")[2] for one in mistakes])
    newest = real.filter(person=OuterRef("person"), held_by=asks.agency).order_by("-at")
    last = Enrollment.objects.filter(pk__in=[one.pk for one in found]).annotate(last=newest.values("pk")[:1])
    contacts = Contact.objects.filter(pk__in=last.values("last")).for_actor(asks).select_related("person")
    seen = {one.person_id: one for one in contacts}
    due: dict[int, list[Any]] = {}
    referrals = Referral.objects.filter(person__in=[one.person_id for one in found]).for_actor(asks)
    for each in referrals.prefetch_related("events"):
        due.setdefault(each.person_id, []).extend(_running(each))
    rows = [
        (one, seen.get(one.person_id), min(due.get(one.person_id, ()), key=lambda clock: clock.due, default=None))
        for one in found
    ]
    capacity = program().services.get("capacity") or {}
    rows.sort(key=lambda row: row[0].manager_id != request.user.pk)
    loads = sorted(Counter(one.manager.username if one.manager else "–" for one in found).items())
    return render(request, "care/people.html", {"rows": rows, "loads": loads, "capacity": capacity})


@require_safe
@policy(desk="care", purpose="coordination")
def person(request: HttpRequest, number: int) -> HttpResponse:
    """All that the desk may know of a person, by what it is, and what may be done."""
    found, asks = person_or_404(request, number), asker(request)
    lists = {name: list(getattr(found, name).for_actor(asks)[:LAST]) for name in (*LISTS, "service_referrals")}
    void = {one.of: one.note for one in found.events.all() if one.kind == VOID and one.held_by == asks.agency}
    for record in (each for some in lists.values() for each in some):
        record.void = void.get(of(record))
        record.own = record.held_by == asks.agency
    for one in lists["assessments"]:
        told = shown(request, one, "answers")
        one.told = [(DOMAIN_LABELS.get(key, key), text) for key, text in (told.value or {}).items()]
    for one in lists["referrals"]:
        kinds = {event.kind for event in one.events.all()}
        one.met, one.begun, one.here = "handoff" in kinds, "intake_started" in kinds, one.handed_to in ("", asks.agency)
        one.open = one.here and ready(one)
    context: dict[str, Any] = {
        **lists,
        "person": found,
        "at_work": asks.agency in found.agencies(),
        "corrects": see(asks, found, "identity", "correct"),
        "left": [one for one in lists["enrollments"] if one.own and comes_back(one)][:1],
        "clocks": [(one, clock, allowed(clock, asks.role)) for one in lists["referrals"] for clock in clocks(one)],
        "releases": [(one, consenting.learns(one), consenting.ends(one)) for one in lists["consents"]],
        "duties": [one for one in consenting.duties(found) if one[0].consent.held_by == asks.agency],
        "offered": program().consents.items(),
    }
    return render(request, "care/person.html", context)


def _page(request: HttpRequest, form: Entry, **told: Any) -> HttpResponse:
    """A page with a form: does what it says, once, or shows it with what is wrong."""
    if request.method == "POST" and form.is_valid():
        return once(form, request, form.keep)
    context = {"person": form.person, "form": form, **told}
    return render(request, "care/entry.html", context, status=422 if form.errors else 200)


@FORM
@policy(desk="care", purpose="coordination")
def add(request: HttpRequest, number: int, what: str) -> HttpResponse:
    """Write something down about a person."""
    if what not in ADDED:
        raise Http404
    found = person_or_404(request, number) if what == "emergency" else at_work(request, number)
    return _page(request, ADDED[what](request.POST or None, request=request, record=found))


@FORM
@policy(desk="care", purpose="coordination")
def change(request: HttpRequest, what: str, number: int) -> HttpResponse:
    """Change a record of the agency's own."""
    if what not in CHANGED:
        raise Http404
    model, form = CHANGED[what]
    if what == "person":
        found = at_work(request, number)
        if not may(request, found, "identity", "correct"):
            raise PermissionDenied
        return _page(request, form(request.POST or None, request=request, record=found))
    record = own(request, model, number)
    if (what == "status" and record.closed) or (what == "again" and not comes_back(record)):
        return _too_late(request, record)
    return _page(request, form(request.POST or None, request=request, record=record))


def _referral(request: HttpRequest, number: int) -> Referral:
    """A referral that was handed to the agency, or to nobody yet."""
    found = Referral.objects.filter(pk=min(number, 2**63 - 1), handed_to__in=("", asker(request).agency))
    record: Referral | None = found.for_actor(asker(request)).first()
    if record is None:
        refuse(request, None, f"referral {number}"[:80])
        raise Http404
    return record


def _too_late(request: HttpRequest, record: Any) -> HttpResponse:
    """Lead on whoever sent the same form before; for everybody else there is nothing to do here any more."""
    token = f"{request.user.pk}:{request.POST.get('token', '')}"[:64]
    if request.method == "POST" and Once.objects.filter(token=token).exists():
        return redirect("care:person", record.person_id)
    refuse(request, record.person_id, record._meta.model_name)
    raise Http404


@FORM
@policy(desk="care", purpose="coordination")
def move(request: HttpRequest, number: int, what: str) -> HttpResponse:
    """The handoff, the intake, coming back, a mistake."""
    record = _referral(request, number)
    if what not in MOVES or not ready(record):
        return _too_late(request, record)
    form = MOVES[what](request.POST or None, request=request, record=record)
    tries = record.events.filter(kind="contact_tried").count()
    return _page(request, form, rule=program().texts.get("intake", {}) if what == "arrive" else None, tries=tries)


@FORM
@policy(desk="care", purpose="coordination")
def clock(request: HttpRequest, number: int, clock: str) -> HttpResponse:
    """Extend a deadline or let it stand still, where the agreement lets this role."""
    record = _referral(request, number)
    found = next((one for one in clocks(record) if one.id == clock), None)
    if found is None or not allowed(found, asker(request).role):
        raise Http404
    form = ClockForm(request.POST or None, request=request, record=record, clock=found)
    return _page(request, form, clock=found, clock_said=program().clocks[clock])


@require_safe
@policy(desk="care", purpose="coordination")
def sheet(request: HttpRequest, number: int) -> HttpResponse:
    """The sheet that a person takes to a service, with the notice of 42 CFR 2.32."""
    record = own(request, ServiceReferral, number)
    listed = program().services.get("providers", {}).items()
    giving = (each for id_, each in listed if record.provider in (id_, each["agency"]) and _gives(each, record.service))
    provider: dict[str, Any] = next(giving, {})
    agency = provider.get("agency") or record.provider
    tellable = [(name, _tells(record.person, agency, asker(request).agency, name)) for name in TOLD]
    decision = see(actor(request), record.person, "clinical", holder=record.held_by)
    disclose(request, decision, record.person, "print", "service sheet")
    service = _gives(provider, record.service)
    told = {"record": record, "person": record.person, "provider": provider, "service": service, "tellable": tellable}
    return render(request, "care/sheet.html", told)


def _gives(provider: dict[str, Any], service: str) -> dict[str, Any] | None:
    """A service as a provider gives it."""
    return next((one for one in provider.get("services", ()) if one["id"] == service), None)


def _tells(person: Person, agency: str, holder: str, group: str) -> Cell | None:
    """The cell by which the agreement lets an agency be told something now."""
    asks, category = Actor(None, "", agency), program().groups.get(group) or ""
    if any(category in rule.categories and asks.ids & set(rule.recipients) for rule in program().never):
        return None
    for cell in program().cells_to(asks.ids, category):
        if (
            holder in program().held_by(cell.sender)
            and reaches(asks, person, cell, holder)
            and holds(asks, person, cell, holder)
        ):
            return cell
    return None


@require_safe
@policy(desk=("care", "privacy"), purpose="audit")
def account(request: HttpRequest, number: int) -> HttpResponse:
    """Who was told what about a person, in words for the person, to be printed."""
    if "privacy" in asker(request).desks:
        found = Person.objects.filter(pk=min(number, 2**63 - 1)).first()  # it keeps the account, and reads no record
        if found is None:
            refuse(request, None)
            raise Http404
    else:
        found = at_work(request, number)
    write(request, "account", person=found.pk, purpose="audit", thing="account of disclosures")
    rows: Counter[Any] = Counter()
    for one in found.disclosures.order_by("at"):
        cell = next((cell for cell in program().cells if cell.id == one.cell), None)
        day = timezone.localdate(one.at)
        rows[
            (
                day,
                one.recipient,
                one.agency,
                one.category,
                one.purpose,
                one.basis,
                cell and cell.basis.get("release"),
                cell and cell.clause,
            )
        ] += 1
    return render(request, "care/account.html", {"person": found, "rows": rows.items()})
