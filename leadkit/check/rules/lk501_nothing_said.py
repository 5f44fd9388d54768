"""LK501: a field that must be given or explained, and is neither."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK501",
    name="nothing-said",
    severity=Severity.ERROR,
    summary="A field that the agreement depends on is absent, and nothing says why.",
    why="Not decided yet, not known from the sources, and decided that there is none are three different things, and "
    "the documents print them differently. leadkit never fills a gap and never passes over one in silence.",
    wrong="agreement:\n  term: ~\n",
    right="open:\n  agreement.term: {why: undecided, question: How long does the agreement run?, "
    "owner: county-prosecutor, due: 2027-01-15}\n",
)
READS: tuple[str, ...] = ("open",)
ELSEWHERE = frozenset({
    ("procedure", "clocks", "starts"),  # LK416
    ("eligibility", "warrants", "action"),  # LK422
    ("eligibility", "warrants", "counsel_note"),  # LK422
})  # fmt: skip
"""Fields of a collection whose absence has a code of its own, which says more: section, collection and field."""


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each expected field that is absent without a word about it."""
    from leadkit.model.walk import silences

    for place in silences(subject.program):
        if (*place.path[:2], place.path[-1]) in ELSEWHERE or subject.explained(place.path):
            continue
        path = ".".join(str(step) for step in place.path)
        yield CODE.at(
            subject.key(*place.path),
            message=f'Nothing is said about "{path}".',
            remedy=f"Give it: {place.field.description} Or say under open why it is absent.",
            correction=f'open: {{{path}: {{why: undecided, question: "…", owner: "…", due: YYYY-MM-DD}}}}',
            path=path,
        )
