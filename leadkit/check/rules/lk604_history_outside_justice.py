"""LK604: criminal history in the hands of a non-justice agency."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.flows import counts_only
from leadkit.check.ask.recipients import outside_justice
from leadkit.check.ask.rules import looks_up_records, rules_of
from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK604",
    name="history-outside-justice",
    severity=Severity.ERROR,
    summary="Criminal history goes to, or is looked up by, somebody outside the justice agencies.",
    why=(
        "Criminal history may be read by justice agencies only. A project manager, a case manager or the "
        "room may learn that a person is eligible, with a reason that may be public, and nothing else."
    ),
    wrong=("sharing:\n  flows:\n    history-between-justice-agencies: {recipient: project-manager}\n"),
    right=("sharing:\n  flows:\n    history-between-justice-agencies: {recipient: felony-charging}\n"),
    source="28 CFR Part 20",
)
READS: tuple[str, ...] = ("roles", "agencies", "governance", "eligibility", "sharing")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each flow, and each screening, that puts criminal history outside justice."""
    program = subject.program
    history = {name for name, one in program.sharing.categories.items() if one.sensitivity.value == "criminal_history"}
    for name, flow in program.sharing.flows.items():
        if history.intersection(flow.categories) and not counts_only(flow):
            yield from _outside(subject, ("sharing", "flows", name, "recipient"), flow.recipient, "receives")
    for path, rule in rules_of(program):
        if looks_up_records(path, rule):
            yield from _outside(subject, (*path, "screened_by"), rule.screened_by, "looks up")
    known = program.sharing.criminal_history
    if known is not None:
        yield from _outside(subject, ("sharing", "criminal_history", "seen_by"), known.seen_by, "reads")


def _outside(subject: Subject, path: tuple[str, ...], who: tuple[str, ...], verb: str) -> Iterator[Diagnostic]:
    for one in who:
        if outside_justice(subject, one):
            yield CODE.at(
                subject.span(*path),
                message=f'"{one}" {verb} criminal history, and is no justice agency.',
                remedy="Let a justice agency look, and give others the answer yes or no with a public reason code.",
                path=".".join(path),
            )
