"""Whether the release, the agreement or the exception that a flow names lets it happen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from leadkit.check.ask.recipients import agencies_of, classes_of
from leadkit.model.agencies.kinds import JUSTICE
from leadkit.model.sharing.basis import ExceptionBasis, OwnRecordsBasis, ReleaseBasis, SafeguardBasis
from leadkit.model.sharing.duties import DisclosureKind, Part2Answer
from leadkit.model.sharing.keeping import SafeguardKind
from leadkit.model.sharing.vocabulary import OutsideKind, Purpose, Sensitivity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject
    from leadkit.model.sharing.duties import LegalDisclosure
    from leadkit.model.sharing.flows import Flow
    from leadkit.model.sharing.keeping import Safeguard
    from leadkit.model.sharing.releases import Release, ReleaseBlock

_PART2 = frozenset({Sensitivity.PART2, Sensitivity.PART2_NOTES})
_OF_DUTY = frozenset({Purpose.LEGAL_DUTY, Purpose.SAFETY, Purpose.TREATMENT, Purpose.AUDIT})
_WARNS = frozenset({DisclosureKind.DUTY_TO_WARN, DisclosureKind.IMMINENT_HARM})
_IN_DANGER = frozenset({OutsideKind.EMPLOYER, OutsideKind.LANDLORD, OutsideKind.BUSINESS})
_NEVER_TOLD = frozenset({OutsideKind.PRESS, OutsideKind.PUBLIC, OutsideKind.INSURER, OutsideKind.RESEARCHER})


class Cell(NamedTuple):
    """One sender, recipient, category and purpose of a flow; without a purpose where the flow says none."""

    sender: str
    recipient: str
    category: str
    purpose: Purpose | None


def uncovered(subject: Subject, flow: Flow) -> Cell | None:
    """The first cell of a flow that its basis does not cover; None where all are, or where nothing can be compared."""
    return next((cell for cell in _cells(subject, flow) if not _covered(subject, flow, cell)), None)


def _cells(subject: Subject, flow: Flow) -> Iterator[Cell]:
    """What a flow lets happen between two who are known; what an agency tells itself is no sharing."""
    known = [one for one in flow.categories if one in subject.program.sharing.categories]
    for sender, recipient in product(flow.sender, flow.recipient):
        comparable = stands(subject, sender) and stands(subject, recipient)
        if not comparable or ends(subject, recipient) <= ends(subject, sender):
            continue
        for category, purpose in product(known, flow.purpose or (None,)):
            yield Cell(sender, recipient, category, purpose)


def stands(subject: Subject, who: str) -> bool:
    """Whether somebody is there to be compared: a role that is vacant, or whose agency is misspelt, is nobody yet."""
    if who in subject.program.sharing.outside or who in subject.program.governance.bodies:
        return True
    agencies = agencies_of(subject, who)
    return bool(agencies) and all(one in subject.program.agencies for one in agencies)


def _open(subject: Subject, names: Collection[str]) -> bool:
    """Whether nothing follows from a list of names: it is empty (LK501), or an id in it is misspelt (LK301)."""
    program = subject.program
    declared = (program.roles, program.agencies, program.governance.bodies, program.sharing.outside)
    return not names or not all(any(one in each for each in declared) for one in names)


def _covered(subject: Subject, flow: Flow, cell: Cell) -> bool:
    sharing, basis = subject.program.sharing, flow.basis
    if isinstance(basis, ReleaseBasis) and basis.release in sharing.releases:
        return _released(subject, sharing.releases[basis.release], cell)
    if isinstance(basis, SafeguardBasis) and basis.safeguard in sharing.safeguards:
        return _safeguarded(subject, sharing.safeguards[basis.safeguard], cell)
    if isinstance(basis, ExceptionBasis) and basis.exception in sharing.exceptions:
        return _excepted(subject, sharing.exceptions[basis.exception], cell)
    if isinstance(basis, OwnRecordsBasis):
        return all(classes_of(subject, one) & JUSTICE for one in (cell.sender, cell.recipient))
    return True


def _released(subject: Subject, release: Release, cell: Cell) -> bool:
    """Whether a block of a release covers a cell; what a block leaves open is a finding of its own."""
    return not release.blocks or any(_in_block(subject, block, cell) for block in release.blocks.values())


def _in_block(subject: Subject, block: ReleaseBlock, cell: Cell) -> bool:
    misspelt = set(block.categories) - set(subject.program.sharing.categories)
    if block.categories and cell.category not in block.categories and not misspelt:
        return False
    if block.purpose and cell.purpose is not None and cell.purpose not in block.purpose:
        return False
    receivers = (*block.recipients, block.intermediary) if block.intermediary else block.recipients
    ways = [(block.disclosers, receivers), *([(receivers, block.disclosers)] if block.both_ways else ())]
    return any(_named(subject, cell.sender, one) and _named(subject, cell.recipient, other) for one, other in ways)


def _named(subject: Subject, who: str, names: Collection[str]) -> bool:
    """Whether a person who reads the names would know that somebody is meant.

    An agency and a body mean every office of their agencies; a role means that office and no other of the agency.
    """
    whole = [one for one in names if one not in subject.program.roles]
    return _open(subject, names) or who in names or ends(subject, who) <= _all_ends(subject, whole)


def _safeguarded(subject: Subject, safeguard: Safeguard, cell: Cell) -> bool:
    """Whether an agreement stands between every two agencies of a cell; what its agent sends back is covered, too."""
    qualified = safeguard.kind is SafeguardKind.QUALIFIED_SERVICE_ORGANIZATION
    if _sensitivity(subject, cell.category) in _PART2 and not qualified:
        return False
    if _open(subject, safeguard.holder) or _open(subject, safeguard.recipient):
        return True
    holders, agents = set(safeguard.holder), set(safeguard.recipient)
    pairs = product(ends(subject, cell.sender), ends(subject, cell.recipient))
    return all(
        one == other or (one in holders and other in agents) or (one in agents and other in holders)
        for one, other in pairs
    )


def _excepted(subject: Subject, exception: LegalDisclosure, cell: Cell) -> bool:
    """Whether a duty is the sender's, may be done with such a record, and is owed to somebody like the recipient."""
    sensitivity = _sensitivity(subject, cell.category)
    closed = exception.part2_allows in (Part2Answer.NO, Part2Answer.COURT_ORDER_ONLY)
    if sensitivity is Sensitivity.CRIMINAL_HISTORY or (sensitivity in _PART2 and closed):
        return False
    its_own = ends(subject, cell.sender) <= _all_ends(subject, exception.who)
    if not its_own and not _open(subject, exception.who):
        return False
    strangers = _NEVER_TOLD if exception.kind in _WARNS else _NEVER_TOLD | _IN_DANGER
    return (cell.purpose is None or cell.purpose in _OF_DUTY) and not classes_of(subject, cell.recipient) & strangers


def ends(subject: Subject, who: str) -> frozenset[str]:
    """The agencies that somebody stands for; an outsider stands for nobody else."""
    return frozenset(agencies_of(subject, who)) or frozenset({who})


def _all_ends(subject: Subject, names: Iterable[str]) -> frozenset[str]:
    return frozenset(end for one in names for end in ends(subject, one))


def _sensitivity(subject: Subject, category: str) -> Sensitivity | None:
    declared = subject.program.sharing.categories.get(category)
    return declared.sensitivity if declared is not None else None
