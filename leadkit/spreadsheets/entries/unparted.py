"""Addresses of which it cannot be told where the street ends and the city begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from leadkit.spreadsheets.codes import ADDRESS_IN_ONE
from leadkit.spreadsheets.columns.field import Form
from leadkit.spreadsheets.entries.draft import at
from leadkit.spreadsheets.reading.table import about, shortened

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic
    from leadkit.spreadsheets.entries.draft import Draft

_MORE_THAN_A_STREET = re.compile(r"[,\n]|\b[0-9]{5}(?:-[0-9]{4})?$")


def in_one(name: str, drafts: Iterable[Draft]) -> Iterator[Diagnostic]:
    """Yield a finding for each new entry whose whole address became its street.

    Args:
        name: The file.
        drafts: The new entries.
    """
    for draft in drafts:
        for path, origin in draft.origins.items():
            field, text = origin.column.field, origin.cell.text
            if field is None or field.form is not Form.STREET or path != field.path:
                continue
            if _MORE_THAN_A_STREET.search(text) and at(draft.value, (path[0], "city")) is None:
                message = f"({origin.column.label}) says “{shortened(text)}”, all of which became the street."
                remedy = (
                    "Part it in the file, or write it like “100 Main Street, Sampleton, WA 98999” before you import."
                )
                yield about(ADDRESS_IN_ONE, name, origin.cell, message, remedy)
