"""LK466: a voluntary ride in restraints."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK466",
    name="ride-in-custody",
    severity=Severity.WARNING,
    summary=("A person who rides along of free will is restrained as if arrested."),
    why=(
        "Whether a ride is an arrest is judged by what is done. A person in handcuffs is in custody whatever "
        "the form says, with all that follows for warnings, for searches and for liability."
    ),
    wrong=("procedure:\n  transport: {restraint: as_for_arrest}\n"),
    right=("procedure:\n  transport: {restraint: none}\n"),
)
READS: tuple[str, ...] = ("procedure",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where a voluntary ride is restrained as an arrest is."""
    ride = subject.program.procedure.transport
    if ride is not None and ride.custody_status == "voluntary" and ride.restraint == "as_for_arrest":
        yield CODE.at(
            subject.span("procedure", "transport", "restraint"),
            subject.span("procedure", "transport", "custody_status"),
            message="The ride is voluntary, but the person is restrained as for an arrest.",
            remedy="Say restraint: none or if_needed_for_safety, or custody_status: in_custody.",
            path="procedure.transport.restraint",
        )
