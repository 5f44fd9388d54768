"""LK533: one funder pays for everything."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.life import planning
from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK533",
    name="single-funder",
    severity=Severity.WARNING,
    summary="All the money comes from one funder.",
    why="A program with one funder ends with that funder's interest. It has ended real ones.",
    wrong=(
        "funding:\n"
        "  streams:\n"
        "    county-sales-tax: {funder: Example County, status: awarded}\n"
        "    city-general: {funder: City of Sampleton, status: ended}\n"
        "    state-lead-grant: {funder: State LEAD grant program, status: ended}\n"
        "    opioid-fund: {funder: Example County, status: ended}\n"
        "    medicaid: {funder: State Medicaid program, status: ended}\n"
        "    outreach-rooms: {funder: Downtown Sampleton Association, status: ended}\n"
    ),
    right=(
        "funding:\n"
        "  streams:\n"
        "    county-sales-tax: {funder: Example County, status: awarded}\n"
        "    city-general: {funder: City of Sampleton, status: awarded}\n"
        "    state-lead-grant: {funder: State LEAD grant program, status: ended}\n"
        "    opioid-fund: {funder: Example County, status: ended}\n"
        "    medicaid: {funder: State Medicaid program, status: ended}\n"
        "    outreach-rooms: {funder: Downtown Sampleton Association, status: ended}\n"
    ),
    source="Santa Fe: a funding gap",
)
READS: tuple[str, ...] = ("funding", "program")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where all current streams have one funder."""
    streams = subject.program.funding.streams
    current = {name: one for name, one in streams.items() if one.status is None or one.status.value == "awarded"}
    funders = {one.funder.casefold() for one in current.values()}
    if len(funders) != 1 or planning(subject.program) or subject.incomplete(("funding", "streams")):
        return
    compiled = subject.program.program.compiled_from_public_sources
    yield CODE.at(
        subject.key("funding", "streams", next(iter(current))),
        message="All the money that is awarded comes from one funder.",
        remedy="Look for a second funder, and say under when_money_ends what happens without the first.",
        severity=Severity.NOTE if compiled else CODE.severity,
        path="funding.streams",
    )
