"""The program's measures on a page and as a file. Nobody is on it by name, and no small number either."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date, timedelta

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lead.audit.log import write
from lead.audit.reading import asker
from lead.desks import policy
from lead.gate import Actor
from lead.pages.tables import cell
from lead.program import program

from .counting import Figure, figure, least


@require_safe
@policy(desk="any", purpose="public_reporting")
def page(request: HttpRequest) -> HttpResponse:
    """The measures, for the project manager and for every body to which the agreement gives figures."""
    runs = _runs(request)
    day = _day(request)
    found = _figures(day, runs)
    earlier = min((one.first for one in found if one.first), default=None)
    told = {
        "figures": found,
        "least": least(),
        "day": day,
        "earlier": earlier and earlier - timedelta(days=1),
        "manages": runs,
    }
    write(request, "figures", thing=str(day or ""))
    return render(request, "project/figures.html", told)


def _runs(request: HttpRequest) -> bool:
    """Whether whoever asks runs the program: then a period that still runs is shown too, which changes day by day.

    Raises:
        PermissionDenied: The agreement gives neither the desk nor any figures to whoever asks.
    """
    who = asker(request)
    runs = "project" in who.desks
    if not runs and not _given(who):
        write(request, "page_denied", allowed=False, thing="figures", purpose="public_reporting")
        raise PermissionDenied
    return runs


def _given(who: Actor) -> bool:
    return "privacy" in who.desks or any(
        one.scope == "aggregate_only" and one.recipient in who.ids and one.action in ("view", "receive")
        for one in program().cells
    )


def _day(request: HttpRequest) -> date | None:
    try:
        return date.fromisoformat(request.GET["on"]) if request.GET.get("on") else None
    except ValueError as error:
        raise Http404 from error


def _figures(day: date | None, runs: bool) -> list[Figure]:
    """Every measure; whoever does not run the program gets the last period that is over in place of one that runs."""
    measures = (program().measures.get("indicators") or {}).items()
    found = []
    for id_, said in measures:
        one = figure(id_, said, day)
        found.append(figure(id_, said, None) if one.runs and not runs else one)
    return found


@require_safe
@policy(desk="project", purpose="public_reporting")
def as_csv(request: HttpRequest) -> HttpResponse:
    """The measures as a file for a spreadsheet."""
    day = _day(request)
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="figures.csv"'
    answer.write("\ufeff")
    lines = csv.writer(answer)
    for row in _rows(_figures(day, True)):
        lines.writerow([cell(one) for one in row])
    write(request, "export", thing="figures.csv", note=str(day or ""))
    return answer


def _rows(figures: list[Figure]) -> Iterator[list[object]]:
    yield [_(one) for one in _HEAD]
    for one in figures:
        start: list[object] = [one.said["title"], one.first, one.last]
        if one.whole is None:
            yield [*start, "", "", "", "", _("not counted here"), one.said.get("definition")]
            continue
        for cut, lines in {"": [one.whole], **one.parts}.items():
            for line in lines or ():
                value = _("hidden") if line.is_hidden else line.value
                numbers = [line.numerator, line.denominator, value]
                yield [*start, cut, line.label if cut else "", *numbers, one.said.get("definition")]


_HEAD = ("Measure", "From", "To", "Broken down by", "Group", "Numerator", "Denominator", "Value", "Definition")
