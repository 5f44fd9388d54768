"""The pages of the prosecutor's desk."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from lead.audit.log import write
from lead.audit.reading import asker
from lead.desks import policy
from lead.desks.cases import happened
from lead.desks.overriding import OverrideForm, named_in, settle_rules
from lead.pages.forms import answer, once
from lead.program import program
from lead.records import charging
from lead.records.finding import record_or_404
from lead.records.models import AgendaItem, Charge, Referral, Screening

from .cases import Case, Deadline, mine, open_overrides, own_charges
from .forms import DecideForm, EnterForm, GroundForm


def _charge(request: HttpRequest, number: int) -> Charge:
    charge: Charge = record_or_404(request, own_charges(asker(request)), number, "charge_denied")
    return charge


def _happened(request: HttpRequest, about: Any, kind: str, note: str = "", clock: str = "") -> None:
    happened(request, about.referral, kind, person=about.person, note=note, clock=clock)


@require_safe
@policy(desk="prosecutor", purpose="charging")
def cases(request: HttpRequest) -> HttpResponse:
    """The office's charges by how the agreement handles them."""
    who = asker(request)
    rows = [(one.due, one) for one in (Case(charge, who) for charge in own_charges(who))]
    rows.sort(key=lambda row: (row[0] is None, row[0] and row[0].clock.due, row[1].charge.pk))
    parts: dict[str, list[Case]] = {}
    decided: list[Case] = []
    for _due, one in rows:
        (decided if one.charge.state == "ended" else parts.setdefault(one.charge.handling, [])).append(one)
    may_enter = any(named_in(who, one.get("decided_by") or ()) for one in program().charges)
    return render(
        request, "prosecutor/cases.html", {"parts": parts.values(), "decided": decided, "may_enter": may_enter}
    )


@require_http_methods(["GET", "HEAD", "POST"])
@policy(desk="prosecutor", purpose="charging")
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
    if not handled or not named_in(who, handled.get("decided_by") or ()):
        write(request, "charge_denied", allowed=False, thing="code")
        form.add_error("code", _("No open referral has this code and a charge of this kind for your office to decide."))
        return None
    return referral


def _entered(request: HttpRequest, referral: Referral, form: EnterForm) -> str:
    who, said_ = asker(request), form.cleaned_data
    own = Charge.objects.filter(referral=referral, office=who.role, held_by=who.agency)
    same = own.filter(offence=said_["offence"]).first()
    charge = same or charging.hold(
        referral,
        office=who.role,
        offence=said_["offence"],
        level=said_["level"],
        held_by=who.agency,
        created_by=request.user,
    )
    write(request, "changed", person=referral.person_id, thing="charge")
    return reverse("prosecutor:case", args=[charge.pk])


@require_http_methods(["GET", "HEAD", "POST"])
@policy(desk="prosecutor", purpose="charging")
def case(request: HttpRequest, number: int) -> HttpResponse:
    """One charge: what the agreement says of it, its clocks, and the decision."""
    charge = _charge(request, number)
    form = DecideForm(request.POST if request.method == "POST" else None, state=charge.state)
    work = partial(_decided, request, charge, form)
    return answer(request, "prosecutor/case.html", form, work, case=Case(charge, asker(request), request))


def _decided(request: HttpRequest, charge: Charge, form: DecideForm) -> str:
    fresh = Charge.objects.select_for_update().get(pk=charge.pk)
    charging.move(fresh, asker(request), form.cleaned_data["state"], form.cleaned_data["note"])
    _happened(request, fresh, "filing_decision")
    write(request, "changed", person=fresh.person_id, thing="charge")
    return reverse("prosecutor:case", args=[fresh.pk])


@require_http_methods(["GET", "HEAD", "POST"])
@policy(desk="prosecutor", purpose="charging")
def longer(request: HttpRequest, number: int, clock: str) -> HttpResponse:
    """A clock is extended on the ground that the agreement names, by whom it lets."""
    charge = _charge(request, number)
    form = GroundForm(request.POST if request.method == "POST" else None)
    found = next((one for one in Case(charge, asker(request)).deadlines if one.clock.id == clock), None)
    words = program().clocks.get(clock, {}).get("extension") or {}
    if found is None or not words:
        write(request, "charge_denied", allowed=False, person=charge.person_id, thing=clock[:80])
        raise Http404
    work = partial(_extended, request, charge, found, form)
    return answer(request, "prosecutor/longer.html", form, work, charge=charge, deadline=found, extension=words)


def _extended(request: HttpRequest, charge: Charge, found: Deadline, form: GroundForm) -> str:
    if not found.longer:
        raise charging.IllegalMoveError(_("You cannot extend this deadline, or no longer can."))
    _happened(request, charge, "extend", form.cleaned_data["ground"], clock=found.clock.id)
    write(request, "changed", person=charge.person_id, thing=f"extend:{found.clock.id}"[:80])
    return reverse("prosecutor:case", args=[charge.pk])


@require_safe
@policy(desk="prosecutor", purpose="screening")
def overrides(request: HttpRequest) -> HttpResponse:
    """The exclusions that wait for this role."""
    return render(request, "prosecutor/overrides.html", {"screenings": open_overrides(asker(request))})


@require_http_methods(["GET", "HEAD", "POST"])
@policy(desk="prosecutor", purpose="screening")
def override(request: HttpRequest, number: int) -> HttpResponse:
    """One exclusion: overridden, or left to stand, on a ground that is kept with the rule and the name."""
    form = OverrideForm(request.POST if request.method == "POST" else None)
    try:
        if form.is_valid():
            return once(form, request, lambda: _overridden(request, number, form))
        screening = _asked(request, number)
    except Screening.DoesNotExist as error:
        write(request, "override_denied", allowed=False, thing=str(number)[:80])
        raise Http404 from error
    page = {"form": form, "screening": screening}
    return render(request, "prosecutor/override.html", page, status=422 if form.errors else 200)


def _asked(request: HttpRequest, number: int) -> Screening:
    found = next((one for one in open_overrides(asker(request)) if one.pk == number), None)
    if found is None:
        raise Screening.DoesNotExist
    return found


def _overridden(request: HttpRequest, number: int, form: OverrideForm) -> str:
    who, screening = asker(request), _asked(request, number)
    name = f"{request.user.get_username()}, {who.role}"
    settle_rules(request, screening, mine(who, screening), form, name, timezone.now())
    return reverse("prosecutor:overrides")


@require_safe
@policy(desk="prosecutor", purpose="legal_coordination")
def agenda(request: HttpRequest) -> HttpResponse:
    """The work group's agenda, as far as each person's release goes."""
    items = AgendaItem.objects.filter(closed=None).order_by("conference", "pk").for_actor(asker(request))
    return render(request, "prosecutor/agenda.html", {"items": items})
