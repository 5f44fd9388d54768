"""The pages of the screening desk. Criminal history is asked on one page, used in one decision, and kept nowhere."""

from __future__ import annotations

from functools import partial
from typing import NoReturn

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from lead.audit.log import write
from lead.audit.reading import asker, shown
from lead.desks import asks, reads
from lead.desks.asking import still_asked
from lead.desks.cases import UNDECIDED, decide, note, referral_or_404
from lead.desks.overriding import settle_rules
from lead.desks.telling import newest, outcome_of
from lead.gate import Actor, see
from lead.pages.forms import answer, hold, sent_before
from lead.records.models import Referral
from lead.screening.asking import may_see_history
from lead.screening.deciding import hides_supervision

from .forms import CheckForm, OwnerForm, SettleForm
from .queue import acting, calls, may_answer, queue, waits


@reads(desk="screening", purpose="screening")
def waiting(request: HttpRequest) -> HttpResponse:
    """The queue."""
    waits_here = queue(asker(request))
    rows = [(one, outcome_of(request, one.referral)) for one in waits_here]
    return render(request, "records_check/queue.html", {"rows": rows})


@asks(desk="screening", purpose="screening")
def check(request: HttpRequest, number: int) -> HttpResponse:
    """A referral: what is known, what is still asked, and the decision."""
    who, referral = asker(request), referral_or_404(request, number)
    form = _questions(request, who, referral)
    told = {
        "referral": referral,
        "screening": newest(request, referral),
        "outcome": outcome_of(request, referral),
        "waits": waits(who, referral),
        "history": bool(who.said and may_see_history(who.said)),
        "supervision": _supervision(who, referral),
    }
    if form is None:
        return render(request, "records_check/check.html", told)
    return answer(request, "records_check/check.html", form, lambda: _answered(request, referral, form), **told)


def _questions(request: HttpRequest, who: Actor, referral: Referral) -> CheckForm | None:
    """The form of what is still open; none where nothing is, or where it is not for whoever asks."""
    role = who.said
    assert role is not None
    last = newest(request, referral)
    settled = last is not None and last.outcome not in UNDECIDED
    if settled or not may_answer(who, referral) or not shown(request, referral, "facts").allowed:
        return None
    asked = still_asked(referral, role)
    return CheckForm(request.POST or None, referral=referral, asked=asked, role=role) if asked else None


def _answered(request: HttpRequest, referral: Referral, form: CheckForm) -> str:
    if "supervising_agency" in form.fields:
        referral.supervising_agency = form.cleaned_data["supervising_agency"]
        referral.save(update_fields=["supervising_agency"])
    kept = decide(request, referral, form.answers())
    write(request, "records_check", person=referral.person_id)
    if kept.outcome in UNDECIDED:
        messages.info(request, _("It is not decided yet. What is not kept has to be answered again then."))
    return reverse("records_check:check", args=[referral.pk])


def _supervision(who: Actor, referral: Referral) -> str:
    """What the supervising agency answered, where its release, and that somebody is supervised, may be known."""
    if hides_supervision() and not (who.said and may_see_history(who.said)):
        return ""
    given = referral.events.filter(kind__in=("supervision_agrees", "supervision_refuses")).last()
    if given is None or not see(who, referral.person, "eligibility", holder=given.held_by):
        return ""
    return _("The supervising agency agrees.") if given.kind.endswith("agrees") else _("It does not agree.")


@asks(desk="screening", purpose="screening")
def settle(request: HttpRequest, number: int) -> HttpResponse:
    """Say yes or no for the program, as one whom the agreement names."""
    who, referral = asker(request), referral_or_404(request, number)
    if not waits(who, referral).approve:
        return sent_before(request) or _denied(request, "settle_denied", referral)
    form = SettleForm(request.POST or None)
    page = "records_check/settle.html"
    return answer(request, page, form, lambda: _settled(request, referral, form), referral=referral)


def _denied(request: HttpRequest, action: str, referral: Referral) -> NoReturn:
    write(request, action, allowed=False, person=referral.person_id)
    raise PermissionDenied


def _settled(request: HttpRequest, referral: Referral, form: SettleForm) -> str:
    yes = form.cleaned_data["answer"] == "yes"
    referral = hold(referral, lambda one: waits(asker(request), one).approve)
    referral.status = Referral.Status.SCREENED
    referral.save(update_fields=["status"])
    note(
        request,
        referral,
        outcome="eligible" if yes else "not_eligible",
        public_code="approved" if yes else "not-approved",
        public_reason="" if yes else form.cleaned_data["reason"],
        decided_by=acting(asker(request), referral),
    )
    return reverse("records_check:check", args=[referral.pk])


@asks(desk="screening", purpose="screening")
def owner(request: HttpRequest, number: int) -> HttpResponse:
    """Record what the owner of an exclusion said by telephone, where the agreement shows them nothing of the case."""
    who, referral = asker(request), referral_or_404(request, number)
    rules = calls(who, referral)
    if not rules:
        return sent_before(request) or _denied(request, "override_denied", referral)
    form, page = OwnerForm(request.POST or None, rules=rules), "records_check/owner.html"
    work = partial(_heard, request, referral, form)
    return answer(request, page, form, work, referral=referral, screening=newest(request, referral))


def _heard(request: HttpRequest, referral: Referral, form: OwnerForm) -> str:
    said, screening = form.cleaned_data, referral.screenings.latest("at", "pk")
    rules = [id_ for id_, by in calls(asker(request), referral).items() if said["office"] in by]
    settle_rules(request, screening, rules, form, f"{said['name']}, {said['office']}", said["at"])
    return reverse("records_check:check", args=[referral.pk])
