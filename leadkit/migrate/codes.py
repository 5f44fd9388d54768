"""The codes about the version of the format that a folder is written in."""

from __future__ import annotations

from leadkit.diagnostic import Code, Severity

OLD_FORMAT = Code(
    "LK290",
    "old-format",
    Severity.ERROR,
    "The folder is written in an older version of the format.",
    "Fields are renamed and moved from one version of the format to the next. Each of them would be a finding of its "
    "own, so nothing else is checked before the folder is brought up to date, which leadkit migrate does: it changes "
    "those words alone, and keeps your comments, your order and your lines.",
    "schema_version: 0\n",
    "schema_version: 1\n",
)
NEWER_FORMAT = Code(
    "LK291",
    "newer-format",
    Severity.ERROR,
    "The folder is written in a newer version of the format than this leadkit knows.",
    "Whoever wrote it has a newer leadkit. What this one does not know it could only report as mistakes, or print an "
    "agreement without it.",
    "schema_version: 2\n",
    "schema_version: 1\n",
)
CODES = (OLD_FORMAT, NEWER_FORMAT)
