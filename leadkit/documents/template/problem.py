"""How a clause gives up: an exception that never leaves the template engine."""

from __future__ import annotations

from leadkit.diagnostic import Code


class ClauseError(Exception):
    """Something in a clause that stops it; the composer turns it into a finding.

    Attributes:
        code: What kind of problem.
        message: One plain sentence.
        remedy: What to do.
        line: Line of the clause file; 0 where the line being rendered is meant.
        path: The field of the program that it is about; empty where there is none.
    """

    def __init__(self, code: Code, message: str, remedy: str = "", line: int = 0, path: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.remedy = remedy
        self.line = line
        self.path = path
