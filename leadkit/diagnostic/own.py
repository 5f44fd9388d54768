"""The one code that is never a planner's mistake."""

from __future__ import annotations

from leadkit.diagnostic.code import Code
from leadkit.diagnostic.diagnostic import Severity

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
