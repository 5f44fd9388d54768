"""Which observed figures the public is not shown: they count so few people that one of them could be recognized."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from leadkit.model.measures.indicators import IndicatorKind, Span
from leadkit.values.figures import Figure, FigureUnit

if TYPE_CHECKING:
    from decimal import Decimal

    from leadkit.model.measures.indicators import Indicator, Observation
    from leadkit.model.measures.reports import Report
    from leadkit.model.measures.section import Measures

_LENGTHS = {
    Span.MONTH: 1, Span.QUARTER: 2, Span.HALF_YEAR: 3, Span.YEAR: 4, Span.FISCAL_YEAR: 4, Span.TO_DATE: 5,
}  # fmt: skip
"""Figures over a longer time may be sums of those over a shorter one; those of a day are sums of nothing."""
_HUNDRED = 100


class SmallFigures:
    """Keeps figures back by the sizes that the program's public reports name.

    A measure that is in no public report has the largest size that any of them names. An observation with one small
    figure loses them all, and takes along whatever of its measure would give it away.
    """

    def __init__(self, measures: Measures | None) -> None:
        self._measures = measures
        reports = measures.reports.values() if measures else ()
        self._public = [each for each in reports if each.public is True and each.suppress_below]
        self._gone = cache(self._gone_of)

    def keeps_back(self, measure: str, when: str, field: str) -> bool:
        """Whether a field of an observation is not shown, such as ``value`` or ``breakdown.race.Black``."""
        if self._measures is None:
            return False
        seen = self._measures.indicators[measure].observations[when]
        if when in self._gone(measure):
            return True
        kind = field.split(".")[1] if field.startswith("breakdown.") else ""
        return bool(kind) and self._is_small(measure, self._groups(measure, seen, kind))

    def _gone_of(self, measure: str) -> frozenset[str]:
        """The observations that are kept back as a whole."""
        assert self._measures is not None
        seen = self._measures.indicators[measure].observations
        small = {when for when, each in seen.items() if self._is_kept_back(measure, each)} | self._grown(measure)
        spans = {when: _LENGTHS.get(span) for when, each in seen.items() if (span := self._span(measure, each))}
        longest = max((length for length in spans.values() if length), default=0)
        taken = max((length for when in small if (length := spans.get(when)) and length < longest), default=0)
        return frozenset(small | {when for when, length in spans.items() if length and length <= taken})

    def _is_kept_back(self, measure: str, seen: Observation) -> bool:
        return seen.suppressed is True or self._is_small(measure, self._counts(measure, seen))

    def _is_small(self, measure: str, counts: Iterable[Decimal | int]) -> bool:
        reports = self._reports(measure)
        below = max((int(each.suppress_below or 0) for each in reports), default=0)
        return any(0 < each < below for each in counts)

    def _counts(self, measure: str, seen: Observation) -> Iterator[Decimal | int]:
        """The people of whom an observation tells: those counted, those among whom, and those who are left."""
        above, below = seen.numerator, seen.denominator
        yield from (each for each in (above, below) if each is not None)
        yield from _numbers([seen.value] if seen.value and self._counts_people(measure) else [])
        if below is None:
            return
        counted = [above] if above is not None else _shares([seen.value] if seen.value else [], below)
        for each in counted:
            yield each
            yield from [below - each] if self._complements(measure) else []

    def _groups(self, measure: str, seen: Observation, kind: str) -> Iterator[Decimal | int]:
        """The people of whom a breakdown tells, and those who are in none of its groups."""
        groups = next((each for name, each in seen.breakdown.items() if name == kind), {}).values()
        if seen.denominator is not None:  # a group is no larger than the whole
            yield from _shares(groups, seen.denominator)
        if not self._counts_people(measure):
            return
        counted = list(_numbers(groups))
        yield from counted
        whole = list(_numbers([seen.value] if seen.value else []))
        yield from (each - sum(counted) for each in whole if self._complements(measure))

    def _grown(self, measure: str) -> set[str]:
        """The figures to date that grew by so few that these could be recognized."""
        seen = self._indicator(measure).observations
        whens = sorted(when for when, each in seen.items() if self._span(measure, each) is Span.TO_DATE)
        whole = [(when, list(_numbers([value]))) for when in whens if (value := seen[when].value)]
        return {
            when
            for (_, before), (when, after) in pairwise(whole)
            if before and after and self._counts_people(measure) and self._is_small(measure, [after[0] - before[0]])
        }

    def _span(self, measure: str, seen: Observation) -> Span | None:
        return seen.period or self._indicator(measure).period

    def _counts_people(self, measure: str) -> bool:
        return self._indicator(measure).kind in (IndicatorKind.COUNT, None)

    def _indicator(self, measure: str) -> Indicator:
        assert self._measures is not None
        return self._measures.indicators[measure]

    def _reports(self, measure: str) -> list[Report]:
        return [each for each in self._public if measure in each.indicators] or self._public

    def _complements(self, measure: str) -> bool:
        """Whether a report keeps back what can be worked out, too."""
        return any(each.suppress_complements is True for each in self._reports(measure))


def _numbers(figures: Iterable[Figure]) -> Iterator[Decimal]:
    """Those of some figures that count; a sum of money or a time is no count of people."""
    return (each.value for each in figures if each.unit is FigureUnit.NUMBER)


def _shares(figures: Iterable[Figure], whole: int) -> Iterator[Decimal]:
    """How many people a share of a whole is."""
    return (each.value * whole / _HUNDRED for each in figures if each.unit is FigureUnit.PERCENT)
