"""A finding that somebody has looked at and answered in the file, with the reason."""

from __future__ import annotations

from dataclasses import dataclass

from leadkit.diagnostic.diagnostic import Diagnostic
from leadkit.diagnostic.span import Span


@dataclass(frozen=True, slots=True)
class Silenced:
    """A finding that counts no longer, and why.

    Attributes:
        finding: What was found.
        reason: Why it does not count, in the words of whoever wrote the comment.
        span: The comment that silences it.
    """

    finding: Diagnostic
    reason: str
    span: Span
