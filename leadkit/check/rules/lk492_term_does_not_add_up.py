"""LK492: a term whose length is not that of its dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity
from leadkit.model.agreement.term import FixedTerm
from leadkit.values.calendar import after

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK492",
    name="term-does-not-add-up",
    severity=Severity.ERROR,
    summary="The agreement starts and ends on days that are not as far apart as its length says.",
    why=(
        "A length and a last day that differ are two agreements. The parties would learn in a dispute which of them "
        "holds."
    ),
    wrong=("agreement:\n  term: {starts: 2024-01-01, length: 2 years, ends: 2028-12-31}\n"),
    right=("agreement:\n  term: {starts: 2024-01-01, length: 5 years, ends: 2028-12-31}\n"),
)
READS: tuple[str, ...] = ("agreement",)


_DAY = timedelta(days=1)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where start, length and end cannot all be right."""
    term = subject.program.agreement.term
    if not isinstance(term, FixedTerm) or term.starts is None or term.length is None or term.ends is None:
        return
    soonest, latest = after(term.starts.first, term.length), after(term.starts.last, term.length)
    if soonest is None or latest is None:
        return
    # five years from 1 January end on 31 December or, as some count, on 1 January
    if term.ends.last < soonest - _DAY or term.ends.first > latest + _DAY:
        yield CODE.at(
            subject.span("agreement", "term", "ends"),
            subject.span("agreement", "term", "length"),
            message=f"{term.length} from {term.starts} do not end on {term.ends}.",
            remedy="Correct the wrong one, or give the length or the last day alone.",
            path="agreement.term.ends",
        )
