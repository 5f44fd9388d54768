"""Every code about a file of answers."""

from __future__ import annotations

from leadkit.diagnostic import Code, Severity

UNKNOWN_ANSWER = Code(
    "LK220",
    "unknown-answer",
    Severity.ERROR,
    "The file of answers answers a question that leadkit new does not ask.",
    "A misspelt name would leave its question open, and what you wrote would be lost without anyone noticing.",
    "stat: OH",
    "state: OH",
)
MISSING_ANSWER = Code(
    "LK221",
    "missing-answer",
    Severity.ERROR,
    "The file of answers lacks an answer without which nothing can be written.",
    "Most questions may stay open, and then stand in the draft with an owner and a date. Without a name, a state, a "
    "government, and who settles the rest by when, there is no draft.",
    "(a file of answers without the line: sign_by: 2027-06-30)",
    "sign_by: 2027-06-30",
)
UNUSABLE_ANSWER = Code(
    "LK222",
    "unusable-answer",
    Severity.ERROR,
    "An answer cannot be taken as it stands.",
    "An answer becomes a line of the program, and is printed in the agreement; leadkit never guesses what was meant.",
    "sign_by: next summer",
    "sign_by: 2027-06",
)
CODES = (UNKNOWN_ANSWER, MISSING_ANSWER, UNUSABLE_ANSWER)
