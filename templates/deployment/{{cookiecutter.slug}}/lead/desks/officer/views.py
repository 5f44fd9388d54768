"""The officer's pages. An officer looks for nobody: there are only the referrals of the own agency."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lead.audit.log import write
from lead.audit.reading import actor
from lead.desks import policy
from lead.desks.asking import Asked, QuestionsForm, counted, still_asked
from lead.desks.cases import (
    approvers,
    decide,
    happened,
    later,
    level,
    newest,
    offences,
    office,
    outcome_of,
    referral_or_404,
    stage,
)
from lead.pages.forms import LeadForm, once
from lead.program import Role, program
from lead.records import charging
from lead.records.clocks import clocks
from lead.records.models import Person, Referral

from .choosing import after_hours, agreed_at, care, own, pathways
from .forms import ReferralForm


def _role(request: HttpRequest) -> Role:
    who = actor(request)
    assert who is not None and who.said is not None  # every page is marked @policy
    return who.said


@require_safe
@policy(desk="officer", purpose="referral")
def referrals(request: HttpRequest) -> HttpResponse:
    """The referrals of the own agency."""
    who = actor(request)
    listed = own(who).for_actor(who).select_related("person")[:100]  # type: ignore[arg-type]
    rows = [(one, stage(request, one), outcome_of(request, one)) for one in listed]
    return render(request, "officer/list.html", {"rows": rows})


@require_safe
@policy(desk="officer", purpose="referral")
def new(request: HttpRequest) -> HttpResponse:
    """Choose the pathway first; where there is only one, there is nothing to choose."""
    open_ = pathways(actor(request))  # type: ignore[arg-type]
    if len(open_) == 1:
        return HttpResponseRedirect(reverse("officer:refer", args=[next(iter(open_))]))
    return render(request, "officer/new.html", {"pathways": open_})


@require_http_methods(["GET", "HEAD", "POST"])
@policy(desk="officer", purpose="referral")
def refer(request: HttpRequest, pathway: str) -> HttpResponse:
    """Make a referral."""
    said = pathways(actor(request)).get(pathway)  # type: ignore[arg-type]
    if said is None:
        raise Http404
    form = ReferralForm(request.POST or None, pathway=pathway, said=said)
    if request.method == "POST" and form.is_valid():
        return once(form, request, lambda: _save(request, form))
    told = {"form": form, "pathway": said, "offer": program().texts.get("offer") or {}}
    return render(request, "officer/refer.html", told, status=422 if form.errors else 200)


def _save(request: HttpRequest, form: ReferralForm) -> str:
    """Keep a referral. Of whoever says no, neither name nor birthday nor age is kept: only that an offer was made."""
    told, agency = form.cleaned_data, actor(request).agency  # type: ignore[union-attr]
    accepts = told["accepted"] == "yes"
    entered: dict[str, Any] = {"held_by": agency, "created_by": request.user}
    known = {"name": told["name"], "born": told["born"]} if accepts else {}
    person = Person.objects.create(**known, **entered)
    aloud = {"verbal_consent_at": agreed_at(told["agreed_at"]), "verbal_consent_words": told["words"]}
    referral = Referral.objects.create(
        person=person,
        pathway=form.pathway,
        source="officer",
        referring_agency=agency,
        area=told.get("area", ""),
        offences=told.get("offences", []),
        facts=form.facts() if accepts else {},
        accepted=accepts,
        incident=told["incident"],
        complainant_wish=told.get("complainant", ""),
        status=Referral.Status.NEW if accepts else Referral.Status.DECLINED,
        **({**aloud, "place": told["place"], "narrative": told["narrative"]} if accepts else {}),
        **entered,
    )
    for kind in ("referral", "offer", "acceptance" if accepts else "decline"):
        happened(request, referral, kind, at=referral.at)
    write(request, "entered", person=person.pk, thing="referral")
    if accepts:
        _hold(referral, entered)
        decide(request, referral)
    return reverse("officer:result", args=[referral.pk])


def _hold(referral: Referral, entered: dict[str, Any]) -> None:
    """Hold the charges back with the office that decides about them."""
    if not program().pathways[referral.pathway].get("needs_charge"):
        return
    for id_ in referral.offences:
        grade = level(offences(referral.pathway)[id_])
        decides = office(grade, referral.area)
        if decides:
            entered = {**entered, "held_by": decides.agencies[0]}
            charging.hold(referral, office=decides.id, offence=id_, level=grade, **entered)


@require_safe
@policy(desk="officer", purpose="referral")
def result(request: HttpRequest, number: int) -> HttpResponse:
    """What was answered, whom to call, by when."""
    referral = _own(request, number)
    told = {
        "referral": referral,
        "stage": stage(request, referral),
        "screening": newest(request, referral),
        "outcome": outcome_of(request, referral),
        "asked": counted(_asked(request, referral)),
        "approvers": approvers(referral),
        "later": later(request, referral),
        "care": care(),
        "clock": next((one for one in clocks(referral) if _is_handoff(one.id)), None),
        "after_hours": after_hours(referral.pathway, referral.area),
        "form": LeadForm(),
    }
    return render(request, "officer/result.html", told)


def _own(request: HttpRequest, number: int) -> Referral:
    return referral_or_404(request, number, referring_agency=actor(request).agency)  # type: ignore[union-attr]


def _asked(request: HttpRequest, referral: Referral) -> list[Asked]:
    """The questions that are open to an officer: those that tell criminal history are asked at the screening desk."""
    if not referral.accepted or referral.status != Referral.Status.NEW:
        return []
    return [one for one in still_asked(referral, _role(request)) if not one.question.restricted]


def _is_handoff(clock: str) -> bool:
    return program().clocks[clock].get("until") == "handoff"


@require_http_methods(["GET", "HEAD", "POST"])
@policy(desk="officer", purpose="screening")
def ask(request: HttpRequest, number: int) -> HttpResponse:
    """The questions that decide and that an officer answers. None of them tells criminal history."""
    referral = _own(request, number)
    asked = _asked(request, referral)
    form = QuestionsForm(request.POST or None, referral=referral, asked=asked)
    if request.method == "POST" and form.is_valid():
        try:
            return once(form, request, lambda: _answered(request, referral, form))
        except ValidationError as error:
            form.add_error(None, error)
    told = {"form": form, "referral": referral, "asked": asked}
    return render(request, "officer/questions.html", told, status=422 if form.errors else 200)


def _answered(request: HttpRequest, referral: Referral, form: QuestionsForm) -> str:
    decide(request, referral, form.answers())
    return reverse("officer:result", args=[referral.pk])


@require_POST
@policy(desk="officer", purpose="referral")
def called(request: HttpRequest, number: int) -> HttpResponse:
    """Note that the case manager was called: the clock of the handoff counts from now."""
    referral, form = _own(request, number), LeadForm(request.POST)
    back = reverse("officer:result", args=[referral.pk])
    if not referral.accepted or not form.is_valid() or referral.events.filter(kind="handoff_call").exists():
        return HttpResponseRedirect(back)

    def work() -> str:
        receives = list(program().pathways[referral.pathway].get("received_by") or ())
        if len(receives) == 1 and not referral.handed_to:
            referral.handed_to = receives[0]
            referral.save(update_fields=["handed_to"])
        happened(request, referral, "handoff_call", at=timezone.now())
        write(request, "changed", person=referral.person_id, thing="handoff_call")
        return back

    return once(form, request, work)
