"""The police liaison's pages."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from lead.audit.reading import actor
from lead.desks import policy
from lead.desks.cases import followed, later, newest, outcome_of, referral_or_404, stage
from lead.records.models import Referral

SHOWN_FOR = timedelta(days=365)
"""For how long a referral stands in the list."""


@require_safe
@policy(desk="police", purpose="coordination")
def referrals(request: HttpRequest) -> HttpResponse:
    """The referrals of the own agency."""
    who = actor(request)
    since = timezone.now() - SHOWN_FOR
    made = Referral.objects.filter(referring_agency=who.agency, at__gte=since)  # type: ignore[union-attr]
    listed = made.for_actor(who).select_related("person")[:200]
    rows = [(one, stage(request, one), outcome_of(request, one)) for one in listed]
    return render(request, "police/list.html", {"rows": rows})


@require_safe
@policy(desk="police", purpose="coordination")
def referral(request: HttpRequest, number: int) -> HttpResponse:
    """A referral, with what the person's release lets the liaison know of what came after."""
    agency = actor(request).agency  # type: ignore[union-attr]
    found = referral_or_404(request, number, referring_agency=agency)
    told = {
        "referral": found,
        "stage": stage(request, found),
        "screening": newest(request, found),
        "outcome": outcome_of(request, found),
        "later": later(request, found),
        "after": followed(request, found.person),
    }
    return render(request, "police/referral.html", told)
