"""The tests whose answer differs by pathway: outside its areas, outside its hours."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from leadkit.policy.compile.exclusion_tests import plain
from leadkit.policy.compile.places import closed_area, closed_procedure, in_areas, outside_hours
from leadkit.policy.compile.say import no, some

if TYPE_CHECKING:
    from leadkit.policy.compile.builder import Builder
    from leadkit.policy.language import Expression


def _outside_area(builder: Builder, name: str, exclusion: Any, pathway: str) -> Expression:
    areas = exclusion.areas or builder.program.pathways[pathway].areas
    return no(in_areas(builder, areas)) if areas else plain(builder, name, exclusion)


def _outside_hours(builder: Builder, name: str, exclusion: Any, pathway: str) -> Expression | None:
    """Outside the hours of the pathway, of the area or of the procedure; asked, where none are known."""
    own = builder.program.pathways[pathway].hours
    procedure = builder.program.procedure.hours
    parts = [
        outside_hours(builder, own) if own else None,
        *(closed_area(builder, area) for area in builder.program.areas),
        *(
            closed_procedure(builder, one)
            for one, entry in procedure.items()
            if pathway in (entry.pathways or [pathway])
        ),
    ]
    closed = [part for part in parts if part is not None]
    if closed:
        return some(*closed)
    return None if own else plain(builder, name, exclusion)


ON_ITS_PATHWAY: dict[str, Callable[[Builder, str, Any, str], Expression | None]] = {
    "outside_area": _outside_area,
    "outside_hours": _outside_hours,
}
"""For each such test: the condition on one pathway; None where nothing can be outside."""
