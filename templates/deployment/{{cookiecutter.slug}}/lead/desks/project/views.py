"""The pages of the project manager's desk: new referrals, places and the waiting list, people."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from lead.audit.reading import asker, may
from lead.desks import asks, reads
from lead.desks.cases import happened
from lead.gate import Actor, see
from lead.pages.forms import LeadForm, answer
from lead.program import program
from lead.records.finding import record_or_404
from lead.records.models import Person, Referral

from .forms import ApproveForm, MoveForm
from .waiting import NEW, SORTS, acceptance, approves, by_hand, capacity, has_room, order, queue, reaches, waiting


def form_page(
    request: HttpRequest, form: LeadForm, work: Callable[[], str], back: str, title: str, button: str, **more: Any
) -> HttpResponse:
    """A page that is one form."""
    return answer(request, "project/form.html", form, work, title=title, button=button, back=reverse(back), **more)


@reads(desk="project", purpose="operations")
def queue_page(request: HttpRequest) -> HttpResponse:
    """The referrals that wait for a decision."""
    return render(request, "project/queue.html", {"referrals": queue(asker(request))})


@asks(desk="project", purpose="operations")
def referral(request: HttpRequest, number: int) -> HttpResponse:
    """One referral, and the decision where it is this role's to make."""
    who = asker(request)
    one = record_or_404(request, Referral.objects.all(), number)
    new = one.status in NEW or (one.status == Referral.Status.WAITING and has_room(one))
    form = ApproveForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and not approves(who, one):
        form.add_error(None, _("The program gives this decision to somebody else."))
    elif form.is_valid() and not may(request, one.person, "referral", "correct"):
        form.add_error(None, _("The agreement does not let you change this referral."))
    return answer(
        request,
        "project/referral.html",
        form,
        lambda: _answered(request, one.pk, form),
        referral=one,
        screening=one.screenings.all().for_actor(who).first(),
        decides=new and approves(who, one),
        new=new,
        acceptance=acceptance(one),
        approvers=program().pathways.get(one.pathway, {}).get("approvers") or (),
        room=has_room(one),
        blind=[name for id_, name in form.fields["agency"].choices if new and not reaches(one, id_)],  # type: ignore[attr-defined]
        proposes=proposable(who, one.person),
    )


def proposable(who: Actor, person: Person) -> bool:
    """Whether the agreement lets the actor put a person on the agenda: asked for a link, which is no denial to log."""
    return bool(see(who, person, "engagement", "enter"))


def _answered(request: HttpRequest, number: int, form: ApproveForm) -> str:
    one, sent = Referral.objects.select_for_update().get(pk=number), form.cleaned_data
    if one.status in (*NEW, Referral.Status.WAITING):
        if sent["answer"] == "refuse":
            one.status = Referral.Status.CLOSED
        elif has_room(one, taking=True):
            one.status, one.handed_to = Referral.Status.HANDED_OVER, sent["agency"]
        else:
            one.status = Referral.Status.WAITING
        one.save(update_fields=["status", "handed_to"])
        kind = "eligibility_decision" if one.status != Referral.Status.CLOSED else "status_change"
        happened(request, one, kind, note=sent["ground"])
    return reverse("project:queue")


@reads(desk="project", purpose="operations")
def places(request: HttpRequest) -> HttpResponse:
    """How many places there are, and who waits for one."""
    page = {
        "capacity": capacity(),
        "said": program().services.get("capacity") or {},
        "rules": program().services.get("waiting") or {},
        "by_itself": [one for one in order() if one in SORTS],
        "by_hand": by_hand(),
        "waiting": waiting(asker(request)),
    }
    return render(request, "project/places.html", page)


@asks(desk="project", purpose="operations")
def move_up(request: HttpRequest, number: int) -> HttpResponse:
    """Somebody moves up the waiting list; the reason is kept."""
    one = record_or_404(request, Referral.objects.filter(status=Referral.Status.WAITING), number)
    form = MoveForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and not may(request, one.person, "referral", "correct"):
        form.add_error(None, _("The agreement does not let you change this referral."))

    def move() -> str:
        happened(request, one, f"moved_up:{form.cleaned_data['places']}", note=form.cleaned_data["reason"])
        return reverse("project:places")

    title = _("Move %(code)s up the waiting list") % {"code": one.person.code}
    return form_page(request, form, move, "project:places", title, _("Move up"), by_hand=by_hand())


@reads(desk="project", purpose="operations")
def people(request: HttpRequest) -> HttpResponse:
    """Everybody whom the agreement lets this role see."""
    who = asker(request)
    seen = Person.objects.filter(merged_into=None).for_actor(who).order_by("code")
    page = Paginator(seen, 50).get_page(request.GET.get("page"))
    rows = [(one, proposable(who, one)) for one in page]
    return render(request, "project/people.html", {"page": page, "rows": rows})
