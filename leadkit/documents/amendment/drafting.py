"""From two programs, each on its day, to an amendment and the agreement that it leads to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leadkit.documents.amendment.chain import Words, record, words_of
from leadkit.documents.amendment.instrument import amendment_of, instrument, restated
from leadkit.documents.compare.comparison import compare
from leadkit.documents.letterhead import Letterhead, letterhead_of
from leadkit.documents.redline.writing import other_program
from leadkit.documents.standing import compose_standing

if TYPE_CHECKING:
    from datetime import date

    from leadkit.diagnostic import Diagnostic
    from leadkit.documents.composition import Composition
    from leadkit.documents.tree.document import Document
    from leadkit.model.agreement.change import PastAmendment
    from leadkit.model.root import Program
    from leadkit.model.standing import Standing


@dataclass(frozen=True, slots=True)
class Amended:
    """An amendment, drafted.

    Attributes:
        document: The agreement, by its id.
        count: Which amendment of the agreement it is: 1 for the first.
        on: The day that it prints.
        number: Its number, as ``Amendment No. 3``.
        instrument: The amendment as a document.
        restated: The agreement amended and restated.
        old: The words of the agreement before it.
        record: What it did, for the chain of amendments.
        listed: Whether the program after it lists it under ``agreement.amendments``.
        letterhead: What the Word files are printed on.
        warned: That the two versions are of two programs, where they are.
    """

    document: str
    count: int
    on: date
    number: str
    instrument: Composition
    restated: Composition
    old: Words
    record: dict[str, object]
    listed: bool
    letterhead: Letterhead | Diagnostic | None
    warned: tuple[Diagnostic, ...] = ()


def amended(
    old: Standing, new: Standing, document: str, *, number: str, effective: date | None
) -> Amended | tuple[Diagnostic, ...] | None:
    """Draft the amendment that turns one version of an agreement into another.

    Args:
        old: The program as it was agreed.
        new: The program as it is to be.
        document: The agreement, by its id under ``documents`` or its kind.
        number: The number of the amendment; empty for the one that the program gives it, or the next.
        effective: The day from which it is to govern; None where it is left blank.

    Returns:
        The amendment; None where both say the same; why an agreement cannot be composed where one of them cannot.
    """
    before, after = compose_standing(old, document), compose_standing(new, document)
    if old.program is None or new.program is None or before.document is None or after.document is None:
        return tuple(found for each in (before, after) if each.document is None for found in each.diagnostics)
    told = _told(old.program, new.program)
    comparison = compare(_listed(old, new.program, document) or before.document, after.document)
    earlier = dict(old.program.agreement.amendments)
    named = number or (told.number if told else f"Amendment No. {len(earlier) + 1}")
    setting = old.program.documents.get(before.document.id)
    made = setting.adopted_on if setting else None
    amendment = amendment_of(comparison, new.program, earlier, told, named, effective, made)
    if not amendment.sections and not amendment.renumbered:
        return None
    id_ = f"{after.document.id}-amendment-{len(earlier) + 1}"
    was, now = words_of(before.document), words_of(after.document)
    return Amended(
        document=after.document.id,
        count=len(earlier) + 1,
        on=after.document.cover.on,
        number=named,
        instrument=instrument(amendment, new.program, id_, after.document.cover.on),
        restated=restated(amendment, new.program, replace(after.document, id=f"{after.document.id}-restated")),
        old=was,
        record=record(named, after.document.id, was, now),
        listed=told is not None,
        letterhead=letterhead_of(new, after.document.id),
        warned=tuple(other_program(old, new)),
    )


def _told(old: Program, new: Program) -> PastAmendment | None:
    """What the new program says of the amendment: the one that it lists and the old one does not."""
    fresh = [each for id_, each in new.agreement.amendments.items() if id_ not in old.agreement.amendments]
    return fresh[-1] if fresh else None


def _listed(old: Standing, new: Program, document: str) -> Document | None:
    """The old agreement with the list of amendments as the new program has it; None where it lists no others.

    That an amendment was made is a fact that the new text tells, and no change that the amendment makes.
    """
    program = old.program
    if program is None or program.agreement.amendments == new.agreement.amendments:
        return None
    kept = {**new.agreement.approvals, **program.agreement.approvals}
    agreement = program.agreement.model_copy(update={"amendments": new.agreement.amendments, "approvals": kept})
    return compose_standing(
        replace(old, program=program.model_copy(update={"agreement": agreement})), document
    ).document
