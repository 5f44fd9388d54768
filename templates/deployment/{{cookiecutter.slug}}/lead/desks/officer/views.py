"""The officer's pages. An officer looks for nobody: there are only the referrals of the own agency."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from lead.audit.reading import asker, shown
from lead.desks import asks, does, reads
from lead.desks.asking import QuestionsForm
from lead.desks.cases import approvers, decide, keep, noted_once, referral_or_404
from lead.desks.telling import answer_shown, clock_until, rows_shown
from lead.pages.forms import LeadForm, answer
from lead.program import program
from lead.records.models import Referral

from .choosing import after_hours, care, own, pathways
from .forms import ReferralForm
from .referring import referred
from .steps import Steps, belonging


@reads(desk="officer", purpose="referral")
def referrals(request: HttpRequest) -> HttpResponse:
    """The referrals of the own agency."""
    return render(request, "officer/list.html", {"rows": rows_shown(request, own(asker(request)), 100)})


@reads(desk="officer", purpose="referral")
def new(request: HttpRequest) -> HttpResponse:
    """Choose the pathway first; where there is only one, there is nothing to choose."""
    open_ = pathways(asker(request))
    if len(open_) == 1:
        return HttpResponseRedirect(reverse("officer:refer", args=[next(iter(open_))]))
    return render(request, "officer/new.html", {"pathways": open_})


@asks(desk="officer", purpose="referral")
def refer(request: HttpRequest, pathway: str) -> HttpResponse:
    """Make a referral."""
    said = pathways(asker(request)).get(pathway)
    if said is None:
        raise Http404
    form = ReferralForm(request.POST or None, pathway=pathway, said=said)
    page = {"pathway": said, "offer": program().texts.get("offer") or {}}
    return answer(request, "officer/refer.html", form, lambda: _next(request, referred(request, form)), **page)


@reads(desk="officer", purpose="referral")
def result(request: HttpRequest, number: int) -> HttpResponse:
    """What was answered, whom to call, by when."""
    referral = _own(request, number)
    steps = Steps(referral, asker(request))
    told = {
        **answer_shown(request, referral),
        "open": steps.open,
        "known": _known(request, referral, steps),
        "approvers": approvers(referral),
        "care": care(),
        "clock": clock_until(referral, "handoff"),
        "after_hours": after_hours(referral.pathway, referral.area),
        "form": LeadForm(),
    }
    return render(request, "officer/result.html", told)


@asks(desk="officer", purpose="screening")
def ask(request: HttpRequest, number: int, step: int) -> HttpResponse:
    """A few of the questions that an officer answers. None of them tells criminal history."""
    referral = _own(request, number)
    steps = Steps(referral, asker(request))
    if not 0 < step <= len(steps.pages):
        return HttpResponseRedirect(_next(request, referral))
    asked, initial = steps.pages[step - 1], steps.initial(step)
    form = QuestionsForm(request.POST or None, referral=referral, asked=asked, initial=initial)
    page = {"referral": referral, "step": step, "known": _known(request, referral, steps)}
    return answer(request, "officer/questions.html", form, lambda: _answered(request, referral, form), **page)


def _answered(request: HttpRequest, referral: Referral, form: QuestionsForm) -> str:
    """Keep the answers; when nothing more is asked of the officer, the rules' answer as well."""
    answers = form.answers()
    keep(referral, dict.fromkeys(form.named) | answers | belonging(referral, answers))
    if not Steps(referral, asker(request)).open:
        decide(request, referral)
    return _next(request, referral)


def _next(request: HttpRequest, referral: Referral) -> str:
    """Where an officer goes on: to what is still asked, or to the answer."""
    step = Steps(referral, asker(request)).open
    name, place = ("officer:questions", [referral.pk, step]) if step else ("officer:result", [referral.pk])
    return reverse(name, args=place)


def _known(request: HttpRequest, referral: Referral, steps: Steps) -> list[tuple[int, str, str]]:
    return list(steps.known()) if shown(request, referral, "facts").allowed else []


def _own(request: HttpRequest, number: int) -> Referral:
    return referral_or_404(request, number, referring_agency=asker(request).agency)


@does(desk="officer", purpose="referral")
def called(request: HttpRequest, number: int) -> HttpResponse:
    """Note that the case manager was called: the clock of the handoff counts from now."""
    referral, form = _own(request, number), LeadForm(request.POST)
    back = reverse("officer:result", args=[referral.pk])
    if not referral.accepted or not form.is_valid():
        return HttpResponseRedirect(back)
    receives = list(program().pathways[referral.pathway].get("received_by") or ())
    if len(receives) == 1:
        Referral.objects.filter(pk=referral.pk, handed_to="").update(handed_to=receives[0])
    return noted_once(request, form, referral, "handoff_call", back)
