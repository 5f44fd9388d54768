"""What nothing is said about, and the weight of a finding about a field whose mere silence is already reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.check.ask.pathways import ARREST, open_pathways

if TYPE_CHECKING:
    from leadkit.check.subject import Subject
    from leadkit.diagnostic import Severity
    from leadkit.model.walk import Path


UNWRITTEN = "…"
"""Stands in a proposed entry under ``open`` for words that only the planner has."""


def weight_if_said(subject: Subject, path: Path, severity: Severity) -> Severity | None:
    """The severity of a finding about an expected field that is absent.

    Silence about such a field is LK501, so there is something to add only where ``open`` accounts for it.
    """
    return subject.weigh(path, severity) if subject.said(path) is not None else None


def weight_of_missing(subject: Subject, collection: str, severity: Severity) -> Severity | None:
    """The severity of a finding about something that a collection lacks.

    An entry under ``open`` for the collection, or for an id in it that nothing declares, says that something is
    missing there: then the finding is a note at most.
    """
    from leadkit.diagnostic import Severity as Weight

    above = tuple(collection.split("."))
    weight = subject.weigh(above, severity)
    declared = subject.ids(collection)
    for path in subject.program.open:
        steps = subject.steps(path)
        if len(steps) > len(above) and steps[: len(above)] == above and steps[len(above)] not in declared:
            return Weight.NOTE
    return weight


def silent_for_arrests(subject: Subject, field: str) -> bool:
    """Whether arrest diversion is open and nothing is said under eligibility of what a field is about, nor why."""
    if getattr(subject.program.eligibility, field) or not open_pathways(subject.program, ARREST):
        return False
    return not subject.explained(("eligibility", field))
