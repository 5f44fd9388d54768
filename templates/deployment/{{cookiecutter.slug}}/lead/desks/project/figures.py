"""The program's measures and reports on pages and as files. Nobody is on them by name, and no small number either."""

from __future__ import annotations

import csv
from datetime import date
from typing import Any, NoReturn

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from lead.audit.log import write
from lead.audit.reading import asker
from lead.desks import reads
from lead.gate import Actor
from lead.pages.tables import cell
from lead.program import program
from lead.records.models.base import YEARS

from .measures import least
from .periods import DAY
from .reports import rows, sheet


@reads(desk="any", purpose="public_reporting")
def page(request: HttpRequest) -> HttpResponse:
    """The measures, for the project manager and for every body to which the agreement gives figures."""
    return _page(request, "project/figures.html", None)


@reads(desk="any", purpose="public_reporting")
def report(request: HttpRequest, name: str) -> HttpResponse:
    """One report of the agreement, laid out to be printed."""
    return _page(request, "project/report.html", name)


def _page(request: HttpRequest, template: str, name: str | None) -> HttpResponse:
    runs, day = _runs(request), _day(request)
    said = _reports(asker(request), runs).get(name) if name else None
    if name and said is None:
        _refuse(request, "report", Http404())
    told = sheet(said, day, runs)
    write(request, "figures", thing=f"{name or ''} {day or ''}".strip()[:80])
    page = {
        "reports": _reports(asker(request), runs),
        "name": name,
        "report": said,
        "sheet": told,
        "least": least(),
        "day": day,
        "today": timezone.localdate(),
        "earlier": told.earliest and told.earliest - DAY,
        "manages": runs,
    }
    return render(request, template, page)


def _runs(request: HttpRequest) -> bool:
    """Whether whoever asks runs the program: then a period that still runs is shown too, which changes day by day.

    Raises:
        PermissionDenied: The agreement gives neither the desk nor any figures to whoever asks.
    """
    who = asker(request)
    runs = "project" in who.desks
    if not runs and not _given(who):
        _refuse(request, "figures", PermissionDenied())
    return runs


def _refuse(request: HttpRequest, thing: str, error: Exception) -> NoReturn:
    write(request, "page_denied", allowed=False, thing=thing, purpose="public_reporting")
    raise error


def _given(who: Actor) -> bool:
    return "privacy" in who.desks or any(
        one.scope == "aggregate_only" and one.recipient in who.ids and one.action in ("view", "receive")
        for one in program().cells
    )


def _reports(who: Actor, runs: bool) -> dict[str, dict[str, Any]]:
    """The reports of the agreement that are for whoever asks: public ones, and those sent to them."""
    every = (program().measures.get("reports") or {}).items()
    return {id_: one for id_, one in every if runs or one["public"] or who.ids & {*one["sent_to"]}}


def _day(request: HttpRequest) -> date | None:
    """The day that is asked for.

    Raises:
        Http404: It is no day, or lies in no year that has figures; the log has it.
    """
    try:
        day = date.fromisoformat(request.GET["on"]) if request.GET.get("on") else None
    except ValueError:
        _refuse(request, "figures", Http404())
    if day and day.year not in YEARS:
        _refuse(request, "figures", Http404())
    return day


@reads(desk="project", purpose="public_reporting")
def as_csv(request: HttpRequest, name: str = "") -> HttpResponse:
    """The measures, or those of one report, as a file for a spreadsheet."""
    said, day = (program().measures.get("reports") or {}).get(name), _day(request)
    if name and said is None:
        _refuse(request, "report", Http404())
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="figures.csv"'
    answer.write("\ufeff")
    csv.writer(answer).writerows([cell(one) for one in row] for row in rows(sheet(said, day, True)))
    write(request, "export", thing="figures.csv", note=f"{name} {day or ''}".strip()[:200])
    return answer
