"""LK534: the money ends before the agreement."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity
from leadkit.values.dates import PartialDate

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK534",
    name="money-ends-first",
    severity=Severity.WARNING,
    summary="The last funding ends before the agreement does.",
    why=(
        "In the gap the parties owe what nobody pays for. Participants lose their case managers between "
        "two council meetings."
    ),
    wrong=("agreement:\n  term: {ends: 2039-12-31, length: ~}\n"),
    right=("agreement:\n  term: {ends: 2028-12-31}\n"),
)
READS: tuple[str, ...] = ("funding", "agreement")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where every stream is known to end before the agreement."""
    term = subject.program.agreement.term
    streams = subject.program.funding.streams
    if term is None or term.kind != "fixed" or term.ends is None or not streams:
        return
    if subject.incomplete(("funding", "streams")):
        return
    ends = [one.ends for one in streams.values() if one.ends is not None]
    if len(ends) == len(streams) and all(end.last < term.ends.first for end in ends):
        yield CODE.at(
            subject.span("agreement", "term", "ends"),
            message=f"The agreement runs until {term.ends}, and the last money ends on {max(ends, key=_last)}.",
            remedy="Say under funding.when_money_ends what the parties do then, or shorten the term.",
            path="agreement.term.ends",
        )


def _last(end: PartialDate) -> date:
    return end.last
