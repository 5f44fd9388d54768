"""The codes of what no text of a planner brings about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.diagnostic.code import Code
from leadkit.diagnostic.diagnostic import Diagnostic, Severity

if TYPE_CHECKING:
    from pathlib import Path

OWN_FAULT = Code(
    "LK901",
    "own-fault",
    Severity.ERROR,
    "leadkit itself failed.",
    "No text that a planner writes should make leadkit fail. The line names the place in leadkit; nothing of the "
    "program is repeated in it, for that may be confidential.",
    "(nothing that you wrote)",
    "(report the line, and the command that you ran)",
)
NOT_WRITTEN = Code(
    "LK716",
    "document-not-written",
    Severity.ERROR,
    "A file could not be written to its place.",
    "Nothing was changed there.",
    "A file that is open in Word on Windows.",
    "A folder that leadkit may write to.",
)


def not_written(path: Path, trouble: OSError, remedy: str) -> Diagnostic:
    """The finding about a file that could not be written."""
    reason = trouble.strerror or "the system gives no reason"
    return NOT_WRITTEN.at(message=f"{path.as_posix()} could not be written: {reason}.", remedy=remedy)
