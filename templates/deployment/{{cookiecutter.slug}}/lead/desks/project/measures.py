"""The program's measures in a period, each with its lines, or with the reason why it is not counted here."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from lead.program import program

from .counting import BREAKDOWNS, COUNTS, WITHIN, age_groups, counted, free_words
from .hiding import hidden
from .lines import Line, One, lines, parts
from .periods import MONTHS, Period, before, ended_in, period


@dataclass(frozen=True)
class Figure:
    """A measure of the program in one period.

    Attributes:
        id: The measure.
        said: What the program says of it.
        why_not: Why it is not counted here; empty where it is.
        first: The first day of the period.
        last: The last day.
        whole: The line of everybody; None where it is not counted here.
        parts: By what it is broken down, its lines, or why there are none.
        runs: Whether the period still runs.
    """

    id: str
    said: dict[str, Any]
    why_not: str = ""
    first: date | None = None
    last: date | None = None
    whole: Line | None = None
    parts: dict[str, list[Line] | str] = field(default_factory=dict)
    runs: bool = False


def least() -> int:
    """Below which number a cell is hidden: one number for every page, or two pages together would tell of a cell."""
    return max(program().suppress_below, int(program().measures.get("suppress_below") or 0))


def why_not(said: dict[str, Any]) -> str:
    """Why a measure is not counted here; empty where it is."""
    span = said.get("period")
    if said.get("follow_up"):
        return _("It follows each person over time, which the service does not count.")
    if said.get("computed") not in COUNTS:
        return _("It needs data that the service does not keep, or a counting that it does not know.")
    if span == "fiscal_year":
        return _("The program does not name the day on which its fiscal year begins.")
    return "" if span in MONTHS else _("The service counts months, quarters, half years and calendar years only.")


def figure(id_: str, said: dict[str, Any], day: date | None) -> Figure:
    """A measure in the period of a day; without a day, in the last period that is over."""
    today, span = timezone.localdate(), said.get("period")
    reason, now = why_not(said), period(span, day) if day else before(span, today)
    if reason or now is None:
        return Figure(id_, said, reason)
    ones, around, wider = counted(said["computed"], now), _around(said, now), _wider(said)
    whole = next(iter(lines(ones, lambda _one: _("Everybody"), least(), around)), Line("", False, 0, None, "0"))
    if any(_told_by(said, now, longer) for longer in wider):
        whole = Line(whole.label, True)
    cuts: dict[str, list[Line] | str] = {}
    for cut in () if whole.is_hidden else said.get("disaggregations") or ():
        reason = _whole_only(cut, wider)
        cuts[cut] = reason or lines(ones, BREAKDOWNS[cut], least(), around)
    return Figure(id_, said, "", *now, whole, cuts, now[1] >= today)


def _around(said: dict[str, Any], now: Period) -> list[One]:
    """Whom another measure of the program counts in this period, or in shorter ones that make it up, around these."""
    outer, span = WITHIN.get(said["computed"]), MONTHS[said["period"]]
    every = (program().measures.get("indicators") or {}).values()
    shown = outer and any(one.get("computed") == outer and MONTHS.get(one.get("period"), 13) <= span for one in every)
    return counted(outer, now) if outer and shown else []


def _wider(said: dict[str, Any]) -> set[str]:
    """The longer periods over which another measure of the program counts the same."""
    same = (one.get("period") for one in (program().measures.get("indicators") or {}).values() if _same(one, said))
    return {span for span in same if MONTHS.get(span, 0) > MONTHS[said["period"]]}


def _same(one: dict[str, Any], said: dict[str, Any]) -> bool:
    return bool(one.get("computed") == said["computed"])


def _told_by(said: dict[str, Any], now: Period, longer: str) -> bool:
    """Whether the number of a period, or of one beside it, could be counted back from the longer one around them."""
    around = period(longer, now[0])
    beside = ended_in(said["period"], around) if around else []
    away = hidden([parts(counted(said["computed"], one)) for one in beside], least())
    return now in beside and beside.index(now) in away


def _whole_only(cut: str, wider: set[str]) -> str:
    """Why a figure is not broken down by something; empty where it is."""
    if wider:
        return _("another measure counts the same over a longer time, and small numbers could be worked out")
    if cut == "age" and not age_groups():
        return _("the program does not name age groups")
    if free_words(cut):
        return _("it is written in free words, and a rare word would tell of a single person")
    return "" if cut in BREAKDOWNS else _("the service does not keep it")
