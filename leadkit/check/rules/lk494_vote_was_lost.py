"""LK494: something adopted by a vote that was lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity
from leadkit.model.agreement.execution import ApprovalStatus, SignatureStatus
from leadkit.model.decisions import DecisionKind, Manner

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK494",
    name="vote-was-lost",
    severity=Severity.ERROR,
    summary="Something counts as adopted although the vote went against it, or as unanimous although it was not.",
    why=(
        "A rule that was voted down has no force, and neither has a signature for a government whose council refused. "
        "Whoever reads the minutes will say so first."
    ),
    wrong=("decisions:\n  D-2: {kind: adopted, vote: {manner: majority, in_favor: 3, against: 9}}\n"),
    right=("decisions:\n  D-2: {kind: adopted, vote: {manner: majority, in_favor: 9, against: 3}}\n"),
)
READS: tuple[str, ...] = ("decisions", "agreement")


_COUNTED = re.compile(r"([0-9]{1,4})\s*(?:to|[-\u2013:])\s*([0-9]{1,4})(?![0-9])")
"""A vote in figures: 6 to 1, 6-1."""


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each decision and approval that was not carried, and each signature under a failed one."""
    for name, decision in subject.program.decisions.items():
        vote, path = decision.vote, ("decisions", name, "vote")
        if decision.kind is not DecisionKind.ADOPTED or vote is None:
            continue
        if (vote.in_favor or 0) < (vote.against or 0) and vote.in_favor is not None:
            yield _finding(subject, path, f'"{name}" is adopted, but more votes were against it than in favor.')
        elif vote.manner is Manner.UNANIMOUS and vote.against:
            yield _finding(subject, path, f'"{name}" is unanimous, but {vote.against} voted against it.')
    approvals = subject.program.agreement.approvals
    for name, approval in approvals.items():
        counted = _COUNTED.search(approval.vote or "")
        if approval.status is ApprovalStatus.ADOPTED and counted and int(counted[1]) < int(counted[2]):
            yield _finding(
                subject,
                ("agreement", "approvals", name, "vote"),
                f'"{name}" is adopted, but its vote was {approval.vote}.',
            )
    for name, signature in subject.program.agreement.signatures.items():
        failed = [one for one in signature.under if one in approvals and approvals[one].status is ApprovalStatus.FAILED]
        if failed and signature.status is SignatureStatus.SIGNED:
            yield _finding(
                subject,
                ("agreement", "signatures", name, "under"),
                f'"{name}" is signed under "{failed[0]}", which failed.',
            )


def _finding(subject: Subject, path: tuple[str, ...], message: str) -> Diagnostic:
    return CODE.at(
        subject.span(*path),
        message=message,
        remedy="Look into the minutes, and correct the vote or what is said to follow from it.",
        path=".".join(path),
    )
