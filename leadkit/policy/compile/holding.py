"""From which day to which a policy holds: nothing that it rests on changes, or becomes known, between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from leadkit.model.resolve import UNDATED_SECTIONS
from leadkit.model.versions import FROM, UNTIL, mappings, read_date, value_of, versions_of

if TYPE_CHECKING:
    from leadkit.model.open import OpenEntry
    from leadkit.source.tree import Mapping
    from leadkit.values.dates import PartialDate

_DAY = timedelta(days=1)


def holding(
    root: Mapping, sections: Iterable[str], gaps: Iterable[OpenEntry], last_days: Iterable[date], on: date
) -> tuple[date | None, date | None]:
    """The first and the last day on which the policy of a day holds; None where there is no end to either side.

    Args:
        root: The text of the program, with all versions.
        sections: The sections that rules come from.
        gaps: What stands under ``open`` on any day.
        last_days: Last days on which something in the law is known.
        on: The day.
    """
    edges = {
        edge
        for name in sections
        if name in root.entries and name not in UNDATED_SECTIONS
        for mapping in mappings(root.entries[name].value)
        for edge in _edges_of(mapping)
    }
    for entry in gaps:
        edges.update(_begins(entry.effective_from), _ends(entry.effective_until))
    edges.update(day + _DAY for day in last_days)
    first = max((edge for edge in edges if edge <= on), default=None)
    following = min((edge for edge in edges if edge > on), default=None)
    return first, following - _DAY if following else None


def _edges_of(mapping: Mapping) -> Iterator[date]:
    for version in versions_of(mapping) or ():
        yield from _begins(version.begins)
    yield from _begins(read_date(value_of(mapping, FROM)))
    yield from _ends(read_date(value_of(mapping, UNTIL)))


def _begins(written: PartialDate | None) -> Iterator[date]:
    """The days on which a beginning may lie: on the first it is no longer known to be ahead, on the last it is over."""
    if written is not None:
        yield from (written.first, written.last)


def _ends(written: PartialDate | None) -> Iterator[date]:
    """The days after which an end may lie: from the first on it is not known, after the last it is over."""
    if written is not None:
        yield from (() if written.is_day else (written.first,))
        yield written.last + _DAY
