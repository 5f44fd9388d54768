"""``measures.json``: the program's measures and reports, and which of them the service counts itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leadkit.deploy.compile.plain import Data, as_data, duration, words
from leadkit.deploy.compile.program import suppress_below
from leadkit.model.events import Event
from leadkit.model.measures.indicators import Element, Indicator, IndicatorKind

if TYPE_CHECKING:
    from leadkit.deploy.compile.bench import Bench

_AGES = re.compile(r"(?:([0-9]+)-(?:(?P<last>[0-9]+)|and-over)|under-(?P<under>[0-9]+))")
"""The codes of age groups: ``18-24``, ``65-and-over``, ``under-18``."""

_COUNTED: dict[tuple[IndicatorKind, frozenset[Event]], str] = {
    (IndicatorKind.COUNT, frozenset({Event.REFERRAL})): "referrals",
    (IndicatorKind.COUNT, frozenset({Event.INTAKE_COMPLETED})): "intakes",
    (IndicatorKind.SHARE, frozenset({Event.REFERRAL, Event.INTAKE_COMPLETED})): "intake_in_time",
    (IndicatorKind.MEDIAN, frozenset({Event.HANDOFF})): "handoff_time",
}
"""What the service counts, by the kind of a measure and the events at which its data elements are written down."""


def measures_of(bench: Bench) -> dict[str, Data]:
    """Every measure with its definition, and every report."""
    measures = bench.program.measures
    return {
        "indicators": {name: _indicator(bench, each) for name, each in measures.indicators.items()},
        "reports": {name: as_data(each) for name, each in measures.reports.items()},
        "elements": {name: as_data(each) for name, each in measures.elements.items()},
        "age_groups": _age_groups(measures.elements.get("age")),
        "suppress_below": suppress_below(bench),
    }


def _age_groups(age: Element | None) -> list[Data]:
    """The age groups that the program names as values of the element ``age``; none where a code is not read."""
    values = age.values if age else {}
    read = {code: _AGES.fullmatch(code) for code in values}
    return [
        {"label": values[code], "from": int(found[1] or 0), "to": _last(found)}
        for code, found in read.items()
        if found and all(read.values())
    ]


def _last(found: re.Match[str]) -> int | None:
    under, last = found["under"], found["last"]
    return int(under) - 1 if under else int(last) if last else None


def _indicator(bench: Bench, indicator: Indicator) -> Data:
    return {
        "title": indicator.title,
        "kind": as_data(indicator.kind),
        "definition": indicator.definition,
        "numerator": indicator.numerator,
        "denominator": as_data(indicator.denominator),
        "period": as_data(indicator.period),
        "follow_up": duration(indicator.follow_up),
        "disaggregations": words(indicator.disaggregations),
        "direction": as_data(indicator.direction),
        "target": as_data(indicator.target),
        "supplied_by": words(indicator.supplied_by),
        "computed": _computed(bench, indicator),
    }


def _computed(bench: Bench, indicator: Indicator) -> str | None:
    """The counting of the service that gives the measure; None where leadkit cannot tell of any."""
    elements = bench.program.measures.elements
    at = {elements[each].recorded_at for each in indicator.elements if each in elements}
    if None in at or indicator.kind is None or indicator.follow_up:
        return None
    return _COUNTED.get((indicator.kind, frozenset(each for each in at if each is not None)))
