"""How a program stands on a day, all together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.documents.status.due import Due, When, due
from leadkit.documents.status.papers import Fault, PaperStanding, papers
from leadkit.documents.status.parties import PartyStanding, parties
from leadkit.model.documents import DocumentStatus

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic
    from leadkit.documents.status.event import Uncounted
    from leadkit.model.root import Program
    from leadkit.model.standing import Standing


@dataclass(frozen=True, slots=True)
class ProgramStatus:
    """How a program stands on a day.

    Attributes:
        name: The name of the program.
        on: The day.
        faulty: The fields that could not be read, of which nothing is told.
        draft: Whether the memorandum that is printed now is a draft, which nobody has signed as it stands.
        version: Its version; empty where the program names none.
        amended: The last amendment that it takes in; empty where there is none.
        parties: Who has signed.
        within: How many days ahead is looked.
        due: What is overdue or falls due in that time, soonest first.
        uncounted: What falls due on a day that cannot be counted.
        out: The folder of the documents.
        papers: The documents that were built, or could be.
        unread: The finding that the list of the documents cannot be read.
    """

    name: str
    on: date
    faulty: tuple[str, ...]
    draft: bool
    version: str
    amended: str
    parties: tuple[PartyStanding, ...]
    within: int
    due: tuple[Due, ...]
    uncounted: tuple[Uncounted, ...]
    out: Path
    papers: tuple[PaperStanding, ...]
    unread: Diagnostic | None

    @property
    def is_in_order(self) -> bool:
        """Whether nobody's signature is missing, nothing is overdue, and every built paper is as it would be printed.

        A paper that was never built is no fault: nobody has to print every one.
        """
        signed = not any(each.standing.is_missing for each in self.parties)
        on_time = not any(each.when is When.OVERDUE for each in self.due)
        fresh = all(set(each.faults) <= {Fault.NEVER_BUILT} for each in self.papers)
        return signed and on_time and fresh and self.unread is None and not self.faulty


def status_of(standing: Standing, program: Program, out: Path, within: int) -> ProgramStatus:
    """How a program stands on a day.

    Args:
        standing: The program on the day.
        program: The same, typed.
        out: The folder of its documents.
        within: How many days ahead to look for what falls due.
    """
    told, unread = papers(standing, out)
    found, uncounted = due(program, standing.on, within)
    printed = next((each for each in program.documents.values() if _is_memorandum(each.kind, each.status)), None)
    amendments = tuple(program.agreement.amendments.values())
    return ProgramStatus(
        name=program.program.name or "",
        on=standing.on,
        faulty=tuple(sorted(".".join(map(str, path)) for path in standing.faulty)),
        draft=printed is not None and printed.status is not DocumentStatus.ADOPTED,
        version=(printed.version or "") if printed else "",
        amended=amendments[-1].number if amendments else "",
        parties=parties(program, standing.on),
        within=within,
        due=found,
        uncounted=uncounted,
        out=out,
        papers=told,
        unread=unread,
    )


def _is_memorandum(kind: str, status: DocumentStatus | None) -> bool:
    return kind == "mou" and status is not DocumentStatus.SUPERSEDED
