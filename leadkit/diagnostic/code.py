"""The text of a code: one source for the finding, ``leadkit explain`` and the page in the documentation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from leadkit.diagnostic.diagnostic import Diagnostic, Severity
from leadkit.diagnostic.fix import Fix
from leadkit.diagnostic.span import Span


@dataclass(frozen=True, slots=True)
class Code:
    """What a code means.

    Attributes:
        code: ``LK`` and three digits.
        name: Short name in kebab-case, for people who talk about it.
        severity: The severity that findings of this code have unless the rule says otherwise.
        summary: One sentence: what is found.
        why: Why it matters to a program, in a planner's words.
        wrong: A piece of YAML (or a description of a file) that has the finding.
        right: The same piece, corrected.
        source: The statute, principle or page behind the rule, where there is one.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    why: str
    wrong: str
    right: str
    source: str = ""

    def at(
        self,
        *spans: Span,
        message: str,
        remedy: str = "",
        severity: Severity | None = None,
        correction: str | None = None,
        path: str = "",
        fields: tuple[str, ...] = (),
        fix: Fix | None = None,
        on: date | None = None,
    ) -> Diagnostic:
        """Make a finding of this code."""
        weight = severity or self.severity
        return Diagnostic(self.code, weight, message, spans, remedy, correction, path, fields, fix, on)
