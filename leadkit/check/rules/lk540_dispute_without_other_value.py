"""LK540: a dispute of which only one side is given."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity
from leadkit.model.base import Confidence, Item
from leadkit.model.walk import objects

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK540",
    name="dispute-without-other-value",
    severity=Severity.WARNING,
    summary="Something is called disputed, and what the other source says is missing; or the other way round.",
    why=(
        "A reader must see both values and where each stands. One value called disputed tells them only "
        "not to trust it."
    ),
    wrong=("agencies:\n  bridgeway: {confidence: disputed}\n"),
    right=(
        "agencies:\n"
        "  bridgeway: {confidence: disputed, other_values: {legal_name: [{value: Bridgeway Inc., "
        "sources: EX-1}]}}\n"
    ),
)
READS: tuple[str, ...] = ()


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each object that is disputed without other values, or has them without being disputed."""
    for path, value in subject.standing.each_section(objects):
        if not isinstance(value, Item):
            continue
        disputed = value.confidence is Confidence.DISPUTED
        if disputed and not value.other_values and not subject.explained((*path, "other_values")):
            yield CODE.at(
                subject.span(*path, "confidence"),
                message=f'"{path[-1]}" is disputed, but what another source says is not given.',
                remedy="Add other_values: the field, the value and its sources.",
                path=".".join(map(str, path)),
            )
        elif value.other_values and not disputed and not subject.explained((*path, "confidence")):
            yield CODE.at(
                subject.key(*path, "other_values"),
                message=f'"{path[-1]}" has other values, but is not called disputed.',
                remedy="Add confidence: disputed.",
                path=".".join(map(str, path)),
            )
