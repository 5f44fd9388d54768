"""The instrument: one amendment as a document, and the agreement amended and restated."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leadkit.documents.amendment.changes import AmendedSection, Renumbered, amended_sections, renumbered
from leadkit.documents.composing import compose
from leadkit.documents.composition import Composition
from leadkit.documents.paper import Paper
from leadkit.documents.tree.inline import Text
from leadkit.documents.tree.numbering import number
from leadkit.documents.tree.plain import fingerprint
from leadkit.resources import templates

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from leadkit.documents.compare.comparison import Comparison
    from leadkit.documents.tree.document import Document
    from leadkit.model.agreement.change import PastAmendment
    from leadkit.model.root import Program
    from leadkit.values.dates import PartialDate

AMENDING = "amending"
"""The folder of the clauses of amendments, beside that of the documents: no program lists an amendment."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """What the clauses of an amendment print.

    Attributes:
        number: Its number, as ``Amendment No. 3``.
        agreement: The title of the agreement.
        made: The day of the agreement, as far as it is known.
        earlier: The amendments before it.
        power: The section of the agreement that says how it is amended; empty where none does.
        reason: What it changes in one sentence, as the program tells it; empty where it does not.
        effective: The day from which it is to govern; None where it is left blank.
        approvals: The approvals that it rests on, by id.
        sections: The sections that it touches.
        renumbered: The sections that only have another number.
    """

    number: str
    agreement: str
    made: PartialDate | None
    earlier: tuple[PastAmendment, ...]
    power: str
    reason: str
    effective: date | None
    approvals: tuple[str, ...]
    sections: tuple[AmendedSection, ...]
    renumbered: tuple[Renumbered, ...]

    @property
    def title(self) -> str:
        """The title of the instrument."""
        return f"{self.number} to the {self.agreement}"


def amendment_of(
    comparison: Comparison, program: Program, earlier: Mapping[str, PastAmendment], told: PastAmendment | None,
    number_: str, effective: date | None, made: PartialDate | None,
) -> Amendment:  # fmt: skip
    """What an amendment says.

    Args:
        comparison: The agreement before and after it.
        program: The program after it.
        earlier: The amendments before it.
        told: What the program says of it; None where it does not list it yet.
        number_: Its number.
        effective: The day from which it is to govern.
        made: The day of the agreement.
    """
    return Amendment(
        number=number_,
        agreement=comparison.new.cover.title,
        made=made,
        earlier=tuple(earlier.values()),
        power=_power(comparison.old),
        reason=told.changes if told else "",
        effective=effective,
        approvals=tuple(told.approvals) if told else (),
        sections=amended_sections(comparison),
        renumbered=renumbered(comparison),
    )


def _power(old: Document) -> str:
    """The section about amendments, by its number."""
    clauses = (clause for article in old.articles for clause in article.clauses if clause.id == "amendment")
    return next((f"Section {clause.sections[0].number}" for clause in clauses if clause.sections[0].number), "")


def instrument(amendment: Amendment, program: Program, id_: str, on: date) -> Composition:
    """The amendment as a document.

    Args:
        amendment: What it says.
        program: The program after it.
        id_: The name of its file.
        on: The day that it prints.
    """
    return _composed("amendment", amendment, program, id_, on)


def restated(amendment: Amendment, program: Program, agreement: Document) -> Composition:
    """The agreement after the amendment, with a notice at its head that says what it is.

    Args:
        amendment: The amendment.
        program: The program after it.
        agreement: The agreement after it.
    """
    head = _composed("restatement", amendment, program, agreement.id, agreement.cover.on)
    if head.document is None:
        return head
    title = f"{agreement.cover.title}, Amended and Restated"
    cover = replace(agreement.cover, title=title, status=(Text("Draft"),), adopted=False)
    whole = number(replace(agreement, cover=cover, articles=(*head.document.articles, *agreement.articles)))
    return replace(head, document=replace(whole, cover=replace(cover, fingerprint=fingerprint(whole.articles))))


def _composed(kind: str, amendment: Amendment, program: Program, id_: str, on: date) -> Composition:
    root = templates() / AMENDING
    return compose(program, kind, on, extras={"amendment": amendment}, templates=root, paper=Paper(id_, kind))
