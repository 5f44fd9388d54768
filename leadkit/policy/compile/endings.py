"""How often the program ended its services to the person before."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from leadkit.policy.compile.say import among, every, recent
from leadkit.policy.policy import Count

if TYPE_CHECKING:
    from leadkit.policy.compile.builder import Builder
    from leadkit.policy.language import Expression
    from leadkit.values.quantities import Duration

_ENDINGS = "endings"


def endings(
    builder: Builder, name: str, path: tuple[str, ...], stretch: Duration | None, ended_on: Iterable[str] = ()
) -> str:
    """Count the endings within a stretch of time, or at any time, on some pathways or on all; the number's name."""
    question = "When did the program end its services to the person before?"
    builder.collection(_ENDINGS, "ending", question, restricted=True)
    conditions: list[Expression] = []
    if stretch is not None:
        conditions.append(recent(builder, path, ("date", "On which day?"), stretch, of=_ENDINGS))
    if ended_on:
        names = {one: pathway.name or one for one, pathway in builder.program.pathways.items()}
        conditions.append(among(builder.choice("pathway", "On which pathway?", names, of=_ENDINGS), ended_on))
    return builder.reducer(name, Count(reduce="count", of=_ENDINGS, where=every(*conditions)))
