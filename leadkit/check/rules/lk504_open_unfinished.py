"""LK504: an entry under open that was pasted and not finished."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.absence import UNWRITTEN
from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK504",
    name="open-unfinished",
    severity=Severity.WARNING,
    summary="An entry under open still has … where its question or its owner belongs.",
    why="leadkit proposes entries to paste under open. Until somebody writes the question and who brings about the "
    "decision, the draft prints a box that asks nobody nothing.",
    wrong='open:\n  agreement.assignment: {why: undecided, question: "…", owner: "…"}\n',
    right="open:\n  agreement.assignment: {why: undecided, question: May a party assign?, owner: county-prosecutor}\n",
)
READS: tuple[str, ...] = ("open",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield one finding for all entries that are not finished, at the first of them."""
    unfinished = tuple(
        path
        for path, entry in subject.program.open.items()
        if entry.why == "undecided" and UNWRITTEN in (entry.question, entry.owner)
    )
    if unfinished:
        more = f" (and {len(unfinished) - 1} more)" if len(unfinished) > 1 else ""
        yield CODE.at(
            subject.span("open", unfinished[0]),
            message=f'The entry for "{unfinished[0]}"{more} has … where a question or an owner belongs.',
            remedy="Write the question as one sentence, and the role, agency or title that brings about the decision.",
            path=unfinished[0],
            fields=unfinished,
        )
