"""The public door, which shows nothing of anybody, and the inbox of whoever answers it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from lead.audit.log import write
from lead.audit.reading import asker
from lead.desks import asks, public, reads
from lead.desks.cases import decide, happened, made, noted_once
from lead.desks.telling import clock_until
from lead.pages import errors
from lead.pages.forms import LeadForm, answer, hold
from lead.pages.limits import too_many
from lead.program import program
from lead.records.finding import record_or_404
from lead.records.models import PublicRequest, Referral
from lead.records.models.person import new_code

from .doors import doors, others_of, receiver, teller, unanswered
from .forms import AnswerForm, RequestForm

TAKEN: Any = {"each": 5, "every": 100, "window": timedelta(minutes=15)}
"""How many requests are taken: from one address, and from all."""


@require_safe
@public
def door(request: HttpRequest) -> HttpResponse:
    """The doors that are open."""
    return render(request, "community/door.html", {"doors": doors()})


@require_http_methods(["GET", "HEAD", "POST"])
@public
def ask(request: HttpRequest, pathway: str) -> HttpResponse:
    """Ask that somebody comes. There is no account, and few requests are taken from one address."""
    said = doors().get(pathway)
    if said is None or not receiver(pathway):
        raise Http404
    if request.method == "POST" and too_many(request, "public_request", **TAKEN):
        return errors.limited(request)
    form = RequestForm(request.POST or None, said=said)
    return answer(request, "community/ask.html", form, lambda: _save(request, pathway, form.cleaned_data), door=said)


def _save(request: HttpRequest, pathway: str, told: dict[str, Any]) -> str:
    """Keep a request: what was told of the person is the caller's word, and who called is kept by whoever is told."""
    source, desk = told.get("source", ""), receiver(pathway)
    word = {"held_by": teller(source, pathway)}
    said = {"pathway": pathway, "source": source, "area": told.get("area", ""), "offered": False, "held_by": desk}
    person = made(request, word, ("request",), thing="request", **said).person
    kept = PublicRequest.objects.create(
        person=person, about_whom=told["about_whom"], where=told["where"], token=new_code(), **word
    )
    if told["asker"] or told["contact"]:
        caller = {"asker": told["asker"], "asker_contact": told["contact"]}
        PublicRequest.objects.create(person=person, about_whom="", held_by=desk, **caller)
    return reverse("community:thanks", args=[kept.token])


@require_safe
@public
def thanks(request: HttpRequest, code: str) -> HttpResponse:
    """The number of the request, and what the caller will learn."""
    kept = PublicRequest.objects.filter(token=code).exclude(about_whom="").select_related("person").first()
    if kept is None or kept.person is None:
        raise Http404
    asked = kept.person.referrals.first()
    said = program().pathways.get(asked.pathway, {}) if asked else {}
    return render(request, "community/thanks.html", {"code": code, "door": said})


@reads(desk=("screening", "project"), purpose="referral")
def inbox(request: HttpRequest) -> HttpResponse:
    """The requests that wait for an answer."""
    own, others = unanswered(asker(request))
    rows = [(one, _clock(one)) for one in own]
    return render(request, "community/inbox.html", {"rows": rows, "others": others, "doors": doors()})


def _clock(asked: PublicRequest) -> Any:
    """The clock of word to the caller."""
    referral = asked.person.referrals.first() if asked.person else None
    return clock_until(referral, "caller_told") if referral else None


@asks(desk=("screening", "project"), purpose="referral")
def request_page(request: HttpRequest, number: int) -> HttpResponse:
    """One request: make a referral of it or close it; note that the caller was told."""
    known = PublicRequest.objects.filter(person__isnull=False).exclude(about_whom="")
    asked = record_or_404(request, known, number, "request_denied")
    person = asked.person
    referral = person.referrals.order_by("pk").first()
    here = reverse("community:request", args=[asked.pk])
    if "told" in request.POST:
        return noted_once(request, LeadForm(request.POST), referral, "caller_told", here)
    form = AnswerForm(request.POST or None)
    page = {
        "asked": asked,
        "referral": referral,
        "person": person,
        "caller": person.requests.filter(about_whom="").for_actor(asker(request)).first(),
        "clock": _clock(asked),
        "calling": LeadForm(auto_id="told_%s"),
        "door": program().pathways.get(referral.pathway, {}),
        "others": others_of(asker(request), asked) if asked.answered is None else (),
    }
    if asked.answered is not None or page["others"]:
        return render(request, "community/request.html", page)
    return answer(request, "community/request.html", form, lambda: _answered(request, asked, referral, form), **page)


def _answered(request: HttpRequest, asked: PublicRequest, referral: Referral, form: AnswerForm) -> str:
    asked = hold(asked, lambda one: one.answered is None)
    asked.answered = timezone.now()
    asked.save(update_fields=["answered"])
    write(request, "changed", person=referral.person_id, thing="request")
    if form.cleaned_data["answer"] == "refer":
        happened(request, referral, "referral", at=asked.answered)
        decide(request, referral, {"area": referral.area} if referral.area else {})
    else:
        referral.status = Referral.Status.CLOSED
        referral.save(update_fields=["status"])
        happened(request, referral, "status_change", note=form.cleaned_data["reason"])
    return reverse("community:request", args=[asked.pk])
