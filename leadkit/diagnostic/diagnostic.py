"""A finding, as a value: every room returns these and nothing raises for a planner's mistake."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from leadkit.diagnostic.fix import Fix
from leadkit.diagnostic.span import Span


class Severity(StrEnum):
    """How much a finding weighs: an error stops a build, a warning and a note do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


SEVERITY_ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding.

    Attributes:
        code: Stable code such as ``LK203``; never reused.
        severity: Error, warning or note.
        message: One plain sentence of fact.
        spans: Where it stands; the first is the place to look at, the others explain it.
        remedy: One plain sentence that says what to do.
        correction: The corrected line, or the lines to add, where they can be computed.
        path: The field the finding is about, as ``agreement.term``; empty where there is none.
        fields: The paths of all the fields it is about, where a finding speaks of several at once.
        fix: A repair that ``leadkit fix`` may apply.
        on: The day it was found on, where it tells of that day and is put together with the same of other days.
    """

    code: str
    severity: Severity
    message: str
    spans: tuple[Span, ...]
    remedy: str = ""
    correction: str | None = None
    path: str = ""
    fields: tuple[str, ...] = ()
    fix: Fix | None = None
    on: date | None = None

    @property
    def is_error(self) -> bool:
        """Whether it stops a build."""
        return self.severity is Severity.ERROR
