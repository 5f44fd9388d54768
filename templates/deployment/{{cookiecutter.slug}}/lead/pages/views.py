"""The pages that belong to no desk."""

from __future__ import annotations

from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from lead.audit.log import write_decision
from lead.audit.reading import actor
from lead.desks import public, reads
from lead.gate import see
from lead.gate.fields import groups
from lead.program import program
from lead.records.finding import person_or_404

_THEME = ":root{{--primary:{primary};--on-primary:{on_primary};--accent:{accent};--on-accent:{on_accent}}}\n"
_PLAIN = {"primary": "#1F4E5F", "on_primary": "#FFFFFF", "accent": "#8A3A24", "on_accent": "#FFFFFF"}


@reads(desk="any")
def home(request: HttpRequest) -> HttpResponse:
    """The first page: the desks that somebody answers."""
    return render(request, "pages/home.html")


@reads(desk="any")
def why(request: HttpRequest, person: int, group: str) -> HttpResponse:
    """Why somebody can, or cannot, see a group of a person's fields."""
    found = person_or_404(request, person)
    if group not in groups():
        raise Http404
    decision = see(actor(request), found, group)
    write_decision(request, "why", decision, found.pk, group)
    category = program().categories.get(decision.category or "")
    sender = decision.cell and program().recipients.get(decision.cell.sender)
    told = {"person": found, "group": group, "decision": decision, "category": category, "sender": sender}
    return render(request, "pages/why.html", told)


@require_safe
@cache_control(max_age=3600, public=True)
@public
def theme(request: HttpRequest) -> HttpResponse:
    """The program's colors, for the stylesheet."""
    colours = {**_PLAIN, **{name: value for name, value in program().colours.items() if name in _PLAIN}}
    return HttpResponse(_THEME.format(**colours), content_type="text/css; charset=utf-8")


@require_safe
@public
def locked(request: HttpRequest) -> HttpResponse:
    """Where a page that was left open goes."""
    return render(request, "pages/locked.html")


@require_safe
@public
def health(request: HttpRequest) -> JsonResponse:
    """Whether the service answers and reaches its database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"service": "ok"})
