"""The police liaison's pages."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from lead.audit.reading import asker
from lead.desks import reads
from lead.desks.cases import referral_or_404
from lead.desks.telling import answer_shown, followed, rows_shown
from lead.records.models import Referral

SHOWN_FOR = timedelta(days=365)
"""For how long a referral stands in the list."""


@reads(desk="police", purpose="coordination")
def referrals(request: HttpRequest) -> HttpResponse:
    """The referrals of the own agency."""
    made = Referral.objects.filter(referring_agency=asker(request).agency, at__gte=timezone.now() - SHOWN_FOR)
    return render(request, "police/list.html", {"rows": rows_shown(request, made, 200)})


@reads(desk="police", purpose="coordination")
def referral(request: HttpRequest, number: int) -> HttpResponse:
    """A referral, with what the person's release lets the liaison know of what came after."""
    found = referral_or_404(request, number, referring_agency=asker(request).agency)
    told = {**answer_shown(request, found), "after": followed(request, found.person)}
    return render(request, "police/referral.html", told)
