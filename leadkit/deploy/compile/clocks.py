"""``clocks.json``: the deadlines, each with the event that starts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.deploy.compile.clauses import PROTOCOL, section_of
from leadkit.deploy.compile.plain import Data, as_data, duration, said, words

if TYPE_CHECKING:
    from leadkit.deploy.compile.bench import Bench
    from leadkit.model.procedure.clocks import Clock


def clocks_of(bench: Bench) -> dict[str, Data]:
    """Every clock by its id."""
    return {"clocks": {name: _clock(bench, name, each) for name, each in bench.program.procedure.clocks.items()}}


def _clock(bench: Bench, name: str, clock: Clock) -> Data:
    printed = section_of(bench.drafts, PROTOCOL, f"procedure.clocks.{name}")
    extension = clock.extensions
    return {
        "label": said(name),
        "starts": as_data(clock.starts),
        "until": as_data(clock.until),
        "at_least": duration(clock.at_least),
        "at_most": duration(clock.at_most),
        "pathways": words(clock.pathways),
        "on_expiry": as_data(clock.on_expiry),
        "then": clock.then,
        "extension": None
        if extension is None
        else {
            "length": duration(extension.length),
            "at_most": extension.at_most,
            "granted_by": words(extension.granted_by),
            "ground": extension.ground,
        },
        "paused_while": words(clock.paused_while),
        "limit": clock.limit,
        "paper": printed.paper if printed else None,
        "clause": printed.clause if printed else None,
    }
