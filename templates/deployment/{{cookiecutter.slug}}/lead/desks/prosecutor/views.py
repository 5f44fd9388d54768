"""The pages of the prosecutor's desk."""

from __future__ import annotations

from functools import partial
from typing import Any, NoReturn

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lead.audit.log import write
from lead.audit.reading import asker
from lead.desks import asks, reads
from lead.desks.cases import happened
from lead.desks.overriding import OverrideForm, settle_rules
from lead.pages.forms import answer, sent_before
from lead.program import program
from lead.records import charging
from lead.records.finding import record_or_404
from lead.records.models import AgendaItem, Charge, Referral, Screening

from .cases import Case, Deadline, mine, open_overrides, own_charges
from .forms import DecideForm, EnterForm, GroundForm


def _charge(request: HttpRequest, number: int) -> Charge:
    charge: Charge = record_or_404(request, own_charges(asker(request)), number, "charge_denied")
    return charge


@reads(desk="prosecutor", purpose="charging")
def cases(request: HttpRequest) -> HttpResponse:
    """The office's charges by how the agreement handles them."""
    who = asker(request)
    rows = [(one.due, one) for one in (Case(charge, who) for charge in own_charges(who))]
    rows.sort(key=lambda row: (row[0] is None, row[0] and row[0].clock.due, row[1].charge.pk))
    parts: dict[str, list[Case]] = {}
    decided: list[Case] = []
    for _due, one in rows:
        (decided if one.charge.state == "ended" else parts.setdefault(one.charge.handling, [])).append(one)
    may_enter = any(who.is_named(one.get("decided_by") or ()) for one in program().charges)
    return render(
        request, "prosecutor/cases.html", {"parts": parts.values(), "decided": decided, "may_enter": may_enter}
    )


@asks(desk="prosecutor", purpose="charging")
def enter(request: HttpRequest) -> HttpResponse:
    """A charge that came on paper, with the person's code on it, becomes one that the office holds."""
    form = EnterForm(request.POST if request.method == "POST" else None)
    referral = _referred(request, form) if form.is_valid() else None
    work = partial(_entered, request, referral, form) if referral else None
    return answer(request, "prosecutor/enter.html", form, work)


def _referred(request: HttpRequest, form: EnterForm) -> Referral | None:
    """The referral that a code names, where the office decides its charge. Every other code is answered alike."""
    said_, who = form.cleaned_data, asker(request)
    doors = [id_ for id_, one in program().pathways.items() if one.get("needs_charge")]
    closed = (Referral.Status.CLOSED, Referral.Status.VOID)
    asked = Referral.objects.filter(person__code=said_["code"], pathway__in=doors).exclude(status__in=closed)
    referral: Referral | None = asked.first()
    handled = referral and charging.handling(referral.pathway, said_["level"], said_["offence"], referral.area)
    if not handled or not who.is_named(handled.get("decided_by") or ()):
        write(request, "charge_denied", allowed=False, thing="code")
        form.add_error("code", _("No open referral has this code and a charge of this kind for your office to decide."))
        return None
    return referral


def _entered(request: HttpRequest, referral: Referral, form: EnterForm) -> str:
    who, said_ = asker(request), form.cleaned_data
    entry = charging.handling(referral.pathway, said_["level"], said_["offence"], referral.area) or {}
    office, held_by = who.acting(entry.get("decided_by") or ()), who.agency
    same = Charge.objects.filter(referral=referral, office=office, held_by=held_by, offence=said_["offence"]).first()
    entered = {"offence": said_["offence"], "level": said_["level"], "held_by": held_by, "created_by": request.user}
    charge = same or charging.hold(referral, office=office, **entered)
    write(request, "changed", person=referral.person_id, thing="charge")
    return reverse("prosecutor:case", args=[charge.pk])


@asks(desk="prosecutor", purpose="charging")
def case(request: HttpRequest, number: int) -> HttpResponse:
    """One charge: what the agreement says of it, its clocks, and the decision."""
    charge = _charge(request, number)
    form = DecideForm(request.POST if request.method == "POST" else None, state=charge.state)
    work = partial(_decided, request, charge, form)
    return answer(request, "prosecutor/case.html", form, work, case=Case(charge, asker(request), request))


def _decided(request: HttpRequest, charge: Charge, form: DecideForm) -> str:
    fresh = Charge.objects.select_for_update().get(pk=charge.pk)
    charging.move(fresh, asker(request), form.cleaned_data["state"], form.cleaned_data["note"])
    happened(request, fresh.referral, "filing_decision")
    return reverse("prosecutor:case", args=[fresh.pk])


@asks(desk="prosecutor", purpose="charging")
def longer(request: HttpRequest, number: int, clock: str) -> HttpResponse:
    """A clock is extended on the ground that the agreement names, by whom it lets."""
    charge = _charge(request, number)
    form = GroundForm(request.POST if request.method == "POST" else None)
    found = next((one for one in Case(charge, asker(request)).deadlines if one.clock.id == clock), None)
    words = program().clocks.get(clock, {}).get("extension") or {}
    if found is None or not words:
        _denied(request, "charge_denied", clock[:80], person=charge.person_id)
    work = partial(_extended, request, charge, found, form)
    return answer(request, "prosecutor/longer.html", form, work, charge=charge, deadline=found, extension=words)


def _extended(request: HttpRequest, charge: Charge, found: Deadline, form: GroundForm) -> str:
    if not found.longer:
        raise charging.IllegalMoveError(_("You cannot extend this deadline, or no longer can."))
    happened(request, charge.referral, "extend", note=form.cleaned_data["ground"], clock=found.clock.id)
    return reverse("prosecutor:case", args=[charge.pk])


@reads(desk="prosecutor", purpose="screening")
def overrides(request: HttpRequest) -> HttpResponse:
    """The exclusions that wait for this role."""
    return render(request, "prosecutor/overrides.html", {"screenings": open_overrides(asker(request))})


@asks(desk="prosecutor", purpose="screening")
def override(request: HttpRequest, number: int) -> HttpResponse:
    """One exclusion: overridden, or left to stand, on a ground that is kept with the rule and the name."""
    screening = next((one for one in open_overrides(asker(request)) if one.pk == number), None)
    if screening is None:
        return sent_before(request) or _denied(request, "override_denied", str(number)[:80])
    form = OverrideForm(request.POST if request.method == "POST" else None)
    work = partial(_overridden, request, screening, form)
    return answer(request, "prosecutor/override.html", form, work, screening=screening)


def _denied(request: HttpRequest, action: str, thing: str, **about: Any) -> NoReturn:
    write(request, action, allowed=False, thing=thing, **about)
    raise Http404


def _overridden(request: HttpRequest, screening: Screening, form: OverrideForm) -> str:
    who, rules = asker(request), mine(asker(request), screening)
    owners = [one for id_ in rules for one in screening.whose[id_]]
    name = f"{request.user.get_username()}, {who.acting(owners)}"
    settle_rules(request, screening, rules, form, name, timezone.now())
    return reverse("prosecutor:overrides")


@reads(desk="prosecutor", purpose="legal_coordination")
def agenda(request: HttpRequest) -> HttpResponse:
    """The work group's agenda, as far as each person's release goes."""
    items = AgendaItem.objects.filter(closed=None).order_by("conference", "pk").for_actor(asker(request))
    return render(request, "prosecutor/agenda.html", {"items": items})
