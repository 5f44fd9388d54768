"""LK530: no measure that is told apart by race."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.life import planning
from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK530",
    name="race-not-counted",
    severity=Severity.WARNING,
    summary="No measure is told apart by race or ethnicity.",
    why=("Discretion can widen disparities as well as narrow them. What is not counted by race cannot be put right."),
    wrong=(
        "measures:\n"
        "  indicators:\n"
        "    referrals: {disaggregations: [area]}\n"
        "    diversions: {disaggregations: [area]}\n"
        "    intake-in-window: {disaggregations: [area]}\n"
        "    handoff-time: {disaggregations: [area]}\n"
        "    rearrest: {disaggregations: [area]}\n"
        "    disparity: {disaggregations: [area]}\n"
        "    housed: {disaggregations: [area]}\n"
        "    cost: {disaggregations: [area]}\n"
    ),
    right=(
        "measures:\n"
        "  indicators:\n"
        "    referrals: {disaggregations: [area, race]}\n"
        "    diversions: {disaggregations: [area]}\n"
        "    intake-in-window: {disaggregations: [area]}\n"
        "    handoff-time: {disaggregations: [area]}\n"
        "    rearrest: {disaggregations: [area]}\n"
        "    disparity: {disaggregations: [area]}\n"
        "    housed: {disaggregations: [area]}\n"
        "    cost: {disaggregations: [area]}\n"
    ),
    source="the core principles of the LEAD National Support Bureau",
)
READS: tuple[str, ...] = ("measures", "program")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where measures are named and none is told apart by race."""
    indicators = subject.program.measures.indicators
    counted = {each.value for indicator in indicators.values() for each in indicator.disaggregations}
    if counted & {"race", "ethnicity"} or planning(subject.program):
        return
    unknown = [name for name in indicators if subject.said(("measures", "indicators", name, "disaggregations"))]
    severity = Severity.NOTE if unknown else subject.weigh(("measures", "indicators"), CODE.severity)
    if severity is not None:
        yield CODE.at(
            subject.key("measures", "indicators"),
            message="No measure is told apart by race or ethnicity.",
            remedy="Add race to the disaggregations of referrals and diversions.",
            severity=severity,
            path="measures.indicators",
        )
