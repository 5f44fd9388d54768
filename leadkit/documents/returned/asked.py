"""What is asked of a review, beside the file and the program."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from leadkit.documents.returned.paragraph import View


@dataclass(frozen=True, slots=True)
class Asked:
    """How a returned file is taken.

    Attributes:
        document: What the program calls the document; empty for what the file says.
        view: Whether its tracked changes are taken as accepted or as rejected.
        by: Who made the changes; empty for whom the file names.
        on: When; None for what the file says.
        reason: Why; empty for what counsel's comments say.
    """

    document: str = ""
    view: View = View.ACCEPTED
    by: str = ""
    on: date | None = None
    reason: str = ""
