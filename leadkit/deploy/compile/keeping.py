"""How long the service keeps records."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from leadkit.deploy.codes import NO_RETENTION
from leadkit.deploy.compile.plain import Data, as_data, duration, words
from leadkit.values.quantities import Period

if TYPE_CHECKING:
    from leadkit.deploy.compile.bench import Bench
    from leadkit.values.quantities import Duration

_UNSAID = 100
"""For how many years records are kept where nobody has said: longer than anybody could want them destroyed."""
_PER_YEAR = {
    Period.MINUTE: 525_600, Period.HOUR: 8760, Period.DAY: 365, Period.BUSINESS_DAY: 260, Period.WEEK: 52,
    Period.MONTH: 12, Period.YEAR: 1,
}  # fmt: skip


def years_kept(bench: Bench) -> int:
    """For how many years the records that are kept longest are kept."""
    kept = [rule.keep for rule in bench.program.sharing.retention.values() if rule.keep]
    if not kept:
        bench.find(
            NO_RETENTION.at(
                bench.subject.key("sharing", "retention"),
                message="The program does not say how long records are kept; the service destroys none.",
                remedy="Write it under sharing.retention.",
                path="sharing.retention",
            )
        )
    return max((_years(each) for each in kept), default=_UNSAID)


def _years(keep: Duration) -> int:
    return math.ceil(keep.count / _PER_YEAR[keep.period])


def retention_of(bench: Bench) -> dict[str, Data]:
    """The rules of the program on what is kept, for how long, and what becomes of it then."""
    return {
        name: {
            "categories": words(rule.categories),
            "holder": words(rule.holder),
            "keep": duration(rule.keep),
            "after": as_data(rule.after),
            "then": as_data(rule.then),
            "schedule": rule.schedule,
            "legal_hold": rule.legal_hold is not False,
        }
        for name, rule in bench.program.sharing.retention.items()
    }
