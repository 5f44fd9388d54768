"""``measures.json``: the program's measures and reports, and which of them the service counts itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.deploy.compile.plain import Data, as_data, duration, words
from leadkit.deploy.compile.program import suppress_below
from leadkit.model.events import Event
from leadkit.model.measures.indicators import Indicator, IndicatorKind

if TYPE_CHECKING:
    from leadkit.deploy.compile.bench import Bench

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
        "suppress_below": suppress_below(bench),
    }


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
        "computed": _computed(bench, indicator),
    }


def _computed(bench: Bench, indicator: Indicator) -> str | None:
    """The counting of the service that gives the measure; None where leadkit cannot tell of any."""
    elements = bench.program.measures.elements
    at = {elements[each].recorded_at for each in indicator.elements if each in elements}
    if None in at or indicator.kind is None or indicator.follow_up:
        return None
    return _COUNTED.get((indicator.kind, frozenset(each for each in at if each is not None)))
