"""Whose part a new agency is, which no column of a spreadsheet tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from leadkit.model.agencies.kinds import LegalForm
from leadkit.spreadsheets.codes import NO_GOVERNMENT
from leadkit.spreadsheets.reading.table import about

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic
    from leadkit.spreadsheets.entries.draft import Draft

_DEPARTMENTS = frozenset((LegalForm.DEPARTMENT.value, LegalForm.TRIBAL_DEPARTMENT.value))


def without_government(name: str, drafts: Iterable[Draft]) -> Iterator[Diagnostic]:
    """Yield a finding for each new department: its entry has to say of which government it is one.

    Args:
        name: The file.
        drafts: The new entries.
    """
    for draft in drafts:
        if draft.value.get("form") not in _DEPARTMENTS:
            continue
        origin = draft.origins["form",]
        path = f"agencies.{draft.id}"
        yield about(
            NO_GOVERNMENT,
            name,
            origin.cell,
            f"({origin.column.label}) calls {path} a department, and nothing says of which government.",
            "Give it government, or parent where that is an agency of the program, in the file.",
        )
