"""LK603: treatment records in a flow without a consent of their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.flows import shows_nobody
from leadkit.diagnostic import Code, Diagnostic, Severity
from leadkit.model.sharing.basis import ReleaseBasis

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK603",
    name="treatment-records-loose",
    severity=Severity.ERROR,
    summary="Records of treatment for substance use go somewhere without a consent scoped to them.",
    why=("Federal law protects these records more strictly than any others. A general release does not reach them."),
    wrong=(
        "sharing:\n"
        "  flows:\n"
        "    request-from-neighbors: {sender: harbor-treatment, recipient: project-manager, categories: "
        "sud-records, basis: {kind: verbal_consent, recorded: On the form}}\n"
    ),
    right=(
        "sharing:\n"
        "  flows:\n"
        "    request-from-neighbors: {sender: harbor-treatment, recipient: project-manager, categories: "
        "sud-records, basis: {kind: safeguard, safeguard: qsoa-harbor}}\n"
    ),
    source="42 CFR 2.31 and 2.33",
)
READS: tuple[str, ...] = ("sharing",)


SCOPED = frozenset({"part2_tpo", "part2_scoped", "part2_proceedings", "part2_notes"})
OTHERWISE = frozenset({"court_order", "exception", "audit", "research", "safeguard", "own_records"})


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each flow of protected treatment records on another basis than a consent for them."""
    sharing = subject.program.sharing
    protected = {name for name, one in sharing.categories.items() if one.sensitivity.value in ("part2", "part2_notes")}
    for name, flow in sharing.flows.items():
        if not protected.intersection(flow.categories) or flow.basis is None or flow.basis.kind in OTHERWISE:
            continue
        if shows_nobody(flow):
            continue
        release = sharing.releases.get(flow.basis.release) if isinstance(flow.basis, ReleaseBasis) else None
        if release is None or release.covers is None or release.covers.value not in SCOPED:
            yield CODE.at(
                subject.span("sharing", "flows", name, "basis"),
                message=f'"{name}" carries treatment records without a consent that is scoped to them.',
                remedy="Name a release that covers part2_scoped or part2_tpo, or take the category out.",
                path=f"sharing.flows.{name}.basis",
            )
