"""LK304: two entries for one thing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK304",
    name="said-twice",
    severity=Severity.WARNING,
    summary="Two agencies, or two offences, are the same.",
    why=(
        "What is written twice is changed once. Two entries for one agency sign the agreement twice; two "
        "for one offense may give two answers at the curb."
    ),
    wrong=(
        "agencies:\n"
        "  spd: {legal_name: Sampleton City Attorney's Office, type: prosecutor_misdemeanor, form: "
        "department, can_sign: no, hipaa_status: none}\n"
    ),
    right=("agencies:\n  city-attorney: {legal_name: Sampleton City Attorney's Office}\n"),
)
READS: tuple[str, ...] = ("agencies", "eligibility")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for the second of two agencies of one name, and of two offences that are the same."""
    names = {name: agency.legal_name.casefold() for name, agency in subject.program.agencies.items()}
    yield from _twice(subject, "agencies", "agency", names)
    offences = {
        name: str((one.law, one.acts, one.limbs, one.levels, one.conditions, one.pathways, one.areas))
        for name, one in subject.program.eligibility.offences.items()
        if one.law is not None
    }
    yield from _twice(subject, "eligibility.offences", "offence", offences)


def _twice(subject: Subject, collection: str, noun: str, keys: dict[str, str]) -> Iterator[Diagnostic]:
    first: dict[str, str] = {}
    path = collection.split(".")
    for name, key in keys.items():
        other = first.setdefault(key, name)
        if other != name:
            yield CODE.at(
                subject.key(*path, name),
                subject.key(*path, other),
                message=f'The {noun} "{name}" is the same as "{other}".',
                remedy="Keep one of the two, and refer to it by its id.",
                path=f"{collection}.{name}",
            )
