"""LK493: a signature that says two things."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity
from leadkit.model.agreement.execution import SignatureStatus

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK493",
    name="signature-contradicts-itself",
    severity=Severity.ERROR,
    summary="A signature is pending and has a date, is given without one, or is on the page twice.",
    why=(
        "The signature page tells who is bound since when. A line that is not signed has no day, and one signature is "
        "one line."
    ),
    wrong=("agreement:\n  signatures:\n    sheriff: {status: pending, date: 2023-12-18}\n"),
    right=("agreement:\n  signatures:\n    sheriff: {status: signed, date: 2023-12-18}\n"),
)
READS: tuple[str, ...] = ("agreement",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each signature whose status and date differ, and for each line that is there twice."""
    seen: dict[tuple[str, str | None, str | None], str] = {}
    for name, signature in subject.program.agreement.signatures.items():
        path = ("agreement", "signatures", name)
        if signature.date is not None and signature.status in (SignatureStatus.PENDING, SignatureStatus.DECLINED):
            message = f'"{name}" is {signature.status.value}, but has the day of a signature.'
            yield _finding(
                subject, (*path, "date"), (*path, "status"), message, "Correct the status, or take the date out."
            )
        elif (
            signature.status is SignatureStatus.SIGNED and not signature.date and not subject.explained((*path, "date"))
        ):
            message = f'"{name}" is signed, but has no day.'
            remedy = "Give its date, or say under open that it is not documented."
            yield _finding(subject, path, (*path, "status"), message, remedy)
        if signature.title is None:
            continue
        line = (signature.party, signature.title, signature.name)
        first = seen.setdefault(line, name)
        if first != name:
            message = f'"{name}" is the same line of the signature page as "{first}".'
            other = ("agreement", "signatures", first)
            yield _finding(subject, path, other, message, "Take one of them out, or correct its party or title.")


def _finding(subject: Subject, path: tuple[str, ...], other: tuple[str, ...], message: str, remedy: str) -> Diagnostic:
    return CODE.at(subject.key(*path), subject.key(*other), message=message, remedy=remedy, path=".".join(path))
