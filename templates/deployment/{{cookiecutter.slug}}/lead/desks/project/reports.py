"""What a page or a file of figures tells: every measure, or those of one report of the agreement in its period."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from lead.program import program

from .lines import Line
from .measures import Figure, figure, why_not
from .periods import OF_REPORT, Period, before, ended_in, period


@dataclass(frozen=True)
class Sheet:
    """The figures of a page.

    Attributes:
        figures: Those that are counted here, measure by measure.
        missing: Those that are not, with the reason.
        span: The period of the report; None where each measure has its own.
        earliest: The first day of which something is told.
        runs: Whether the period of the report still runs.
    """

    figures: list[Figure]
    missing: list[Figure]
    span: Period | None
    earliest: date | None
    runs: bool


def sheet(report: dict[str, Any] | None, day: date | None, running: bool) -> Sheet:
    """The figures in the period of a day, or else in the last that is over.

    Args:
        report: The report of the agreement; None for every measure.
        day: A day of the period.
        running: Whether a period may be told of that is not over yet, and whose numbers change day by day.
    """
    span = _span(report, day, running)
    found = [one for id_, said in _measures(report) for one in _figures(id_, said, day, span, running)]
    told = [one for one in found if not one.why_not]
    earliest = span[0] if span else min((one.first for one in told if one.first), default=None)
    runs = bool(span and span[1] >= timezone.localdate())
    return Sheet(told, [one for one in found if one.why_not], span, earliest, runs)


def _measures(report: dict[str, Any] | None) -> Iterator[tuple[str, dict[str, Any]]]:
    """The measures of a report, broken down as the report says, or else as the measure does."""
    known = program().measures.get("indicators") or {}
    if report is None:
        yield from known.items()
        return
    for id_ in report["indicators"]:
        said = known[id_]
        yield id_, {**said, "disaggregations": report["disaggregations"] or said.get("disaggregations")}


def _span(report: dict[str, Any] | None, day: date | None, running: bool) -> Period | None:
    """The period of a report, as often as it is due; None where that is no period of the calendar."""
    today, often = timezone.localdate(), OF_REPORT.get((report or {}).get("frequency") or "")
    now = period(often, day) if day else None
    return now if now and (running or now[1] < today) else before(often, today)


def _figures(id_: str, said: dict[str, Any], day: date | None, span: Period | None, running: bool) -> Iterator[Figure]:
    inner = ended_in(said.get("period"), span) if span and not why_not(said) else []
    days: list[date | None] = [last for first, last in inner if first <= timezone.localdate()]
    for last in days or [day]:
        one = figure(id_, said, last)
        yield figure(id_, said, None) if one.runs and not running else one


def rows(told: Sheet) -> Iterator[list[object]]:
    """The lines of a file for a spreadsheet."""
    yield [
        *(_("Measure"), _("From"), _("To"), _("Broken down by"), _("Group")),
        *(_("Numerator"), _("Denominator"), _("Value"), _("Definition")),
    ]
    for one in told.figures:
        cuts: dict[str, list[Line] | str] = {"": [one.whole] if one.whole else [], **one.parts}
        for cut, found in cuts.items():
            start, end = [one.said["title"], one.first, one.last, cut], [one.said.get("definition")]
            if isinstance(found, str):
                yield [*start, "", "", "", _("not broken down: %(why)s") % {"why": found}, *end]
                continue
            for line in found:
                value = _("hidden") if line.is_hidden else line.value
                yield [*start, line.label if cut else "", line.numerator, line.denominator, value, *end]
    for one in told.missing:
        why = _("not counted here: %(why)s") % {"why": one.why_not}
        yield [one.said["title"], "", "", "", "", "", "", why, one.said.get("definition")]
