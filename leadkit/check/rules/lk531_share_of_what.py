"""LK531: a share without a denominator."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK531",
    name="share-of-what",
    severity=Severity.WARNING,
    summary="A share or a rate does not say of whom.",
    why=(
        "Forty percent of those arrested, of those offered and of those who finished intake are three "
        "different programs. One real report left its readers to guess."
    ),
    wrong="measures:\n  indicators:\n    diversions: {denominator: {kind: none, of: ~}}\n",
    right="measures:\n  indicators:\n    diversions: {denominator: {kind: population, of: Contacts}}\n",
    source="Staten Island HOPE",
)
READS: tuple[str, ...] = ("measures",)


SHARES = frozenset({"share", "rate", "ratio"})


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each share or rate without a denominator, or with one that may be read in two ways."""
    for name, indicator in subject.program.measures.indicators.items():
        path = ("measures", "indicators", name, "denominator")
        below = indicator.denominator
        if indicator.kind is None or indicator.kind.value not in SHARES or below is None or below.kind == "population":
            continue
        ambiguous = below.kind == "ambiguous"
        flaw = "and its denominator may be read in two ways" if ambiguous else "but has no denominator"
        yield CODE.at(
            subject.span(*path),
            message=f'"{name}" is a {indicator.kind.value}, {flaw}.',
            remedy="Say of whom: denominator: {kind: population, of: …}.",
            severity=Severity.NOTE if ambiguous else CODE.severity,
            path=".".join(path),
        )
