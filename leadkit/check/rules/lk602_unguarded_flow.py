"""LK602: a flow to justice, business, or others who hold power over a person, without a release or limits on use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.flows import shows_nobody
from leadkit.check.ask.recipients import agencies_of, classes_of
from leadkit.diagnostic import Code, Diagnostic, Severity, listed

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK602",
    name="unguarded-flow",
    severity=Severity.ERROR,
    summary="Information goes to justice, business, an employer, a landlord, a school or the press without a named "
    "release, or without limits on its use.",
    why=(
        "Sharing is wide and use is narrow. An officer or a shopkeeper who learns something must have "
        "been let by the person, or by law, and must know what they may not do with it."
    ),
    wrong=(
        "sharing:\n"
        "  flows:\n"
        "    whereabouts: {sender: case-management, recipient: city-referrals, basis: {recorded: ~, kind: release, "
        "release: justice-release}, use_limits: ~}\n"
    ),
    right=(
        "sharing:\n"
        "  flows:\n"
        "    whereabouts: {sender: case-management, recipient: city-referrals, basis: {recorded: ~, kind: release, "
        "release: justice-release}, use_limits: no_evidence}\n"
    ),
)
READS: tuple[str, ...] = ("roles", "agencies", "governance", "sharing")


LAWFUL = frozenset({"release", "statute", "court_order", "exception", "public_record"})
JUSTICE_AND_TRADE = frozenset({"police", "prosecutor", "court", "supervision", "business"})
GUARDED = JUSTICE_AND_TRADE | {"jail", "employer", "landlord", "school", "press"}


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each flow about a person from the program to one of them that is unguarded.

    What justice agencies tell each other is their own law's matter; what a person says about another, nobody's.
    """
    for name, flow in subject.program.sharing.flows.items():
        reached = {kind for one in flow.recipient for kind in classes_of(subject, one)} & GUARDED
        from_program = any(_of_program(subject, one) for one in flow.sender)
        if not reached or not from_program or flow.basis is None or flow.basis.kind == "volunteered":
            continue
        if shows_nobody(flow):
            continue
        missing = [] if flow.basis.kind in LAWFUL else ["a release or a law that allows it"]
        if not flow.use_limits and flow.basis.kind in ("release", "verbal_consent"):
            missing.append("limits on use")
        if missing:
            yield CODE.at(
                subject.key("sharing", "flows", name),
                message=f'"{name}" reaches {listed(sorted(reached))} without {" and ".join(missing)}.',
                remedy="Name the release under basis, and say use_limits: [no_evidence, no_investigation].",
                path=f"sharing.flows.{name}",
            )


def _of_program(subject: Subject, sender: str) -> bool:
    """Whether somebody behind a sender is neither a justice agency nor a business, as some members of a body are."""
    return any(not classes_of(subject, one) & JUSTICE_AND_TRADE for one in agencies_of(subject, sender) or (sender,))
