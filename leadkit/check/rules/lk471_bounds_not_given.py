"""LK471: an area drawn by streets whose streets are not named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK471",
    name="bounds-not-given",
    severity=Severity.WARNING,
    summary=("An area is drawn by streets or on a map, and neither the streets nor the map is given."),
    why=(
        "An officer at the corner must know on which side of the street the program ends, and so must the "
        "court that is shown the report."
    ),
    wrong=("areas:\n  downtown-core: {bounds: ~, map: ~, sources: ~}\n"),
    right=('areas:\n  downtown-core: {bounds: "North: First Avenue. South: the Sample River."}\n'),
    source="Baltimore and Multnomah drew their areas by streets",
)
READS: tuple[str, ...] = ("areas",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each such area without bounds and without a map."""
    for name, area in subject.program.areas.items():
        if area.kind not in ("street_bounds", "polygon") or area.bounds or area.map:
            continue
        path = ("areas", name, "bounds")
        entry = subject.said(path)
        if entry is not None and entry.why != "none":
            continue  # the entry asks for the streets already
        severity = subject.weigh(path, CODE.severity)
        if severity is not None:
            yield CODE.at(
                subject.key("areas", name),
                subject.span("areas", name, "kind"),
                message=f'"{name}" is drawn by its bounds, and they are not given.',
                remedy="Name the streets on each side under bounds, or a file under map.",
                severity=severity,
                path=f"areas.{name}.bounds",
            )
