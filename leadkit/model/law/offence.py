"""An offence of local law, in the form in which the catalogues of ``leadkit.law`` write one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar, Self

from pydantic import StringConstraints

from leadkit.law.offence import Basis, Comparison, Evidence, Matching, Measure
from leadkit.law.standing import Status
from leadkit.model.base import Closed, Item, expected, optional, required
from leadkit.model.eligibility.offences import Conduct
from leadkit.model.references import Id, LawId
from leadkit.model.scalars import Flag, Line, Prose, Several, Url
from leadkit.values.dates import PartialDate
from leadkit.values.day import Day
from leadkit.values.level import Level
from leadkit.values.quantities import Amount
from leadkit.values.text_type import TextType


@dataclass(frozen=True, slots=True)
class Bound(TextType):
    """A number of times, such as ``2``, or an amount with its unit, such as ``500 mg`` or ``$750``.

    Attributes:
        amount: The amount with its unit; None for a number of times.
        times: The number of times; None for an amount.
    """

    PATTERN: ClassVar[str] = rf"{Amount.PATTERN}|^[0-9]{{1,3}}$"

    amount: Amount | None
    times: int | None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a bare whole number, or an amount with its unit.

        Raises:
            ValueError: The text is neither.
        """
        if text.isascii() and text.isdigit() and len(text) <= 3:
            return cls(None, int(text))
        return cls(Amount.parse(text), None)

    def __str__(self) -> str:
        """The bound as a planner writes it."""
        return str(self.times) if self.amount is None else str(self.amount)


class BandTest(Closed):
    """One test of a grade: what is measured, how it is compared, and with what."""

    measure: Measure = required(
        "What is measured: weight, value, prior_convictions, prior_offences, intent, place, item, person or substance.",
        "weight",
    )
    op: Comparison | None = optional("How it is compared: <=, <, >=, > or =.", ">=")
    amount: Bound | None = optional("With what: an amount with its unit, or a number of times.", "500 mg")
    basis: Basis | None = optional("Whether the pure substance or the whole mixture is weighed.", "pure")
    substance: Line | None = optional("The substance meant.", "cocaine")
    since: PartialDate | None = optional("The first day from which earlier records count.", "2023-07-01")
    absent: Flag | None = optional("Whether the test is met where the thing described is not there.", "yes")
    field_measurable: Flag | None = optional("Whether an officer can judge it at the scene.", "no")
    note: Prose | None = optional("Anything else.", "Convictions of this section only.")


class Band(Closed):
    """A grade of an offence, and the tests that lead to it."""

    grade: Line | None = optional(
        "The grade in the words of the law. Empty where it was not researched.", "Misdemeanor"
    )
    level: Level | None = optional("The level of the grade. Empty where it was not researched.", "misdemeanor")
    tests: tuple[BandTest, ...] = optional(
        "The tests that must all be met.", [{"measure": "weight", "op": "<=", "amount": "40 g"}], default=()
    )
    note: Prose | None = optional("Anything else.", "Second offense and later.")


NibrsCode = Annotated[str, StringConstraints(pattern=r"^[0-9]{2}[0-9A-Z]$")]
"""A code of the National Incident-Based Reporting System, always text: ``35A``, ``90J``, ``09A``."""


class Limb(Closed):
    """A part of a section with a life of its own."""

    citation: Line | None = optional("Where the part stands.", "9.20.030(1)(b)")
    title: Line = required("What the part forbids.", "Drinking in a park after dusk")
    level: Level | None = optional("Its level, where it differs from the section's.", "felony")
    covered: Flag | None = optional("Whether this entry means the part.", "yes")
    nibrs: Several[NibrsCode] = optional("Its codes in NIBRS, where they differ.", ["90G"], default=())
    note: Prose | None = optional("Anything else.", "The part was added in 2024.")


class LocalOffence(Item):
    """An offence of local law, in the form in which a catalogue writes one. Empty means not researched."""

    citation: Line = required("Where the law stands.", "Sampleton Municipal Code § 9.20.030")
    title: Line = required("What it is called.", "Drinking in public")
    locality: Line | None = optional("The place whose law it is.", "Sampleton")
    conduct: Conduct | None = expected("The kind of conduct.", "open_container")
    bands: tuple[Band, ...] = expected(
        "Its grades, from the lightest, with the tests that lead to each.",
        [{"grade": "Civil infraction", "level": "civil"}],
        default=(),
    )
    limbs: dict[Id, Limb] = optional(
        "Parts of the section, by id.", {"parks": {"title": "Drinking in a park"}}, default={}
    )
    match_on: Matching | None = optional(
        "What a record must show to match: citation, or citation_and_charge.", "citation_and_charge"
    )
    status: Status | None = expected(
        "Its standing: in_force, amended, superseded, repealed, void, not_an_offence or uncertain.",
        "in_force",
    )
    attempts: Prose | None = optional("How an attempt is graded.", "An attempt is punished as the offense itself.")
    supersedes: Several[LawId] = optional("The laws it took the place of.", ["city-9.20-2014"], default=())
    replaced_by: Several[LawId] = optional("The laws that took its place.", ["city-9.20-2025"], default=())
    see_also: Several[LawId] = optional("Laws to read beside it.", ["wa-66.44.100"], default=())
    nibrs: Several[NibrsCode] = optional("Its codes in NIBRS, the national crime statistics.", ["90G"], default=())
    nibrs_confidence: Line | None = optional("How sure those codes are: documented or inferred.", "inferred")
    evidence: Evidence | None = expected("What this rests on: official_text, secondary or inferred.", "official_text")
    unverified: Several[Line] = optional("What of it nobody has checked.", ["grade"], default=())
    verified_on: Day | None = optional("The day on which somebody compared it with the official text.", "2026-09-01")
    verify_at: Url | None = optional("The page at which to check it.", "https://example.org/code/9.20.030")
    verify_also: Several[Url] = optional("Further pages to check.", ["https://example.org/code/9.20.031"], default=())
    note: Prose | None = optional("Anything else worth knowing.", "Signs must be posted.")
