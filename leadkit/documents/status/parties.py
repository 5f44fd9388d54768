"""Which party has signed, when, how and before which amendments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from leadkit.model.agreement.execution import ApprovalStatus, SignatureStatus
from leadkit.model.agreement.parties import JoinsAs, PartyStatus
from leadkit.model.open import Said, Undocumented

if TYPE_CHECKING:
    from leadkit.model.agreement.change import PastAmendment
    from leadkit.model.agreement.execution import Approval, Signature
    from leadkit.model.agreement.parties import Party
    from leadkit.model.agreement.section import Agreement
    from leadkit.model.root import Program


class Standing(StrEnum):
    """Where a party stands on the day."""

    SIGNED = "signed"
    PARTLY = "partly_signed"
    WAITING = "not_signed"
    NO_LINE = "no_line"
    NOT_KNOWN = "not_known"
    ADVISES = "advises"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"

    @property
    def is_missing(self) -> bool:
        """Whether a signature that the agreement waits for is not there."""
        return self in (Standing.PARTLY, Standing.WAITING, Standing.NO_LINE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the signature page.

    Attributes:
        id: Its id under ``agreement.signatures``.
        title: The title of who signs; empty where none is given.
        name: Their name; empty where none is given.
        status: ``signed``, ``pending`` or ``declined``; empty where the program does not say.
        date: The day of the signature, as written; empty where none is given.
        method: ``ink`` or ``electronic``; empty where the program does not say.
        before: The amendments made after it, which it does not cover by itself.
        unclear: The amendments of which the dates do not tell whether they came after it.
    """

    id: str
    title: str
    name: str
    status: str
    date: str
    method: str
    before: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PartyStanding:
    """A party, and how far it is bound.

    Attributes:
        id: Its id under ``agreement.parties``.
        agency: The id of the agency.
        name: Its legal name.
        standing: Where it stands.
        lines: Its lines of the signature page.
        approvals: What its governing bodies have still to do, each in words.
        binds_from: The day from which it is bound, where that is a day of its own; as written.
        withdrew_on: When it withdrew, as written.
    """

    id: str
    agency: str
    name: str
    standing: Standing
    lines: tuple[Line, ...] = ()
    approvals: tuple[str, ...] = ()
    binds_from: str = ""
    withdrew_on: str = ""


def parties(program: Program, on: date) -> tuple[PartyStanding, ...]:
    """Every party and advisory member, in the order of the program."""
    said = Said(program.open, on).of(("agreement", "signatures"))
    known = not isinstance(said, Undocumented)
    return tuple(_party(program, id_, party, on, known) for id_, party in program.agreement.parties.items())


def _party(program: Program, id_: str, party: Party, on: date, known: bool) -> PartyStanding:
    agreement = program.agreement
    agency = program.agencies.get(party.agency)
    lines = [(name, each) for name, each in agreement.signatures.items() if each.party == id_]
    return PartyStanding(
        id=id_,
        agency=party.agency,
        name=agency.legal_name if agency else party.agency,
        standing=_standing(party, [each for _, each in lines], on, known=known),
        lines=tuple(_line(name, each, agreement) for name, each in lines),
        approvals=tuple(_missing_approvals(agreement, id_)),
        binds_from=str(party.binds_from or ""),
        withdrew_on=str(party.withdrew_on or ""),
    )


def _standing(party: Party, lines: Sequence[Signature], on: date, *, known: bool) -> Standing:
    gone = party.withdrew_on is not None and party.withdrew_on.begun(on) is not False
    if gone or party.status is PartyStatus.WITHDRAWN:
        return Standing.WITHDRAWN
    if party.status is PartyStatus.DECLINED or (lines and all(_is(each, SignatureStatus.DECLINED) for each in lines)):
        return Standing.DECLINED
    signed = [_is(each, SignatureStatus.SIGNED) and not _later(each, on) for each in lines]
    if lines and all(signed):
        return Standing.SIGNED
    if any(signed):
        return Standing.PARTLY
    if party.joins_as is JoinsAs.ADVISORY and not lines:
        return Standing.ADVISES
    if not lines and not known:
        return Standing.NOT_KNOWN
    return Standing.WAITING if lines else Standing.NO_LINE


def _is(line: Signature, status: SignatureStatus) -> bool:
    return line.status is status


def _later(line: Signature, on: date) -> bool:
    """Whether a signature is dated after the day that is asked about."""
    return line.date is not None and line.date.first > on


def _line(id_: str, line: Signature, agreement: Agreement) -> Line:
    made = agreement.amendments.values() if line.status is SignatureStatus.SIGNED else ()
    after = [(each.number, _made_after(each, line)) for each in made]
    return Line(
        id=id_,
        title=line.title or "",
        name=line.name or "",
        status=line.status.value if line.status else "",
        date=str(line.date or ""),
        method=line.method.value if line.method else "",
        before=tuple(number for number, later in after if later is True),
        unclear=tuple(number for number, later in after if later is None),
    )


def _made_after(amendment: PastAmendment, line: Signature) -> bool | None:
    """Whether an amendment was made after a signature; None where the dates do not tell."""
    if amendment.dated is None or line.date is None:
        return None
    if amendment.dated.first > line.date.first:
        return True
    return False if amendment.dated.last < line.date.first else None


def _missing_approvals(agreement: Agreement, party: str) -> Iterator[str]:
    for id_, approval in agreement.approvals.items():
        if party in approval.parties and approval.status is not ApprovalStatus.ADOPTED:
            yield _approval(id_, approval)


def _approval(id_: str, approval: Approval) -> str:
    act = approval.number or (approval.kind.value.replace("_", " ") if approval.kind else "approval")
    stands = {ApprovalStatus.NEEDED: "is still needed", ApprovalStatus.INTRODUCED: "is introduced, and not adopted",
              ApprovalStatus.FAILED: "failed"}  # fmt: skip
    said = stands.get(approval.status or ApprovalStatus.ADOPTED, "is not said to be adopted")
    return f"{act} of {approval.body} {said} ({id_})"
