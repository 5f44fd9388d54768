"""The codes of law data; a broken catalogue is leadkit's own fault, never a planner's."""

from __future__ import annotations

from leadkit.diagnostic import Code, Severity

BROKEN_LAW_DATA = Code(
    "LK902",
    "broken-law-data",
    Severity.ERROR,
    "A catalogue of law that leadkit ships cannot be read.",
    "leadkit carries its catalogues with it, so a damaged one means a damaged installation or a mistake in "
    "leadkit. Offenses of that state would be missing from every document, so leadkit stops instead.",
    "(a file below leadkit/law/data was cut short or edited)\n",
    "(install leadkit again, or undo the edit)\n",
)

CODES: tuple[Code, ...] = (BROKEN_LAW_DATA,)
