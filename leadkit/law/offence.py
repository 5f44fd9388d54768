"""What the catalogues say about an offence: plain values, and what was not researched stays None."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from leadkit.law.standing import Standing, Status, standing
from leadkit.values.dates import PartialDate
from leadkit.values.level import Level
from leadkit.values.quantities import Amount


class Evidence(StrEnum):
    """What an entry rests on.

    ``OFFICIAL_TEXT``: the text of a legislature, council or court was read. ``SECONDARY``: a page or copy of
    somebody else's was read. ``INFERRED``: general legal knowledge; nothing was read.
    """

    OFFICIAL_TEXT = "official_text"
    SECONDARY = "secondary"
    INFERRED = "inferred"


class Measure(StrEnum):
    """What a test looks at. Weight, value and counts of history compare; the others are there or not."""

    WEIGHT = "weight"
    VALUE = "value"
    PRIOR_CONVICTIONS = "prior_convictions"
    PRIOR_OFFENCES = "prior_offences"
    INTENT = "intent"
    PLACE = "place"
    ITEM = "item"
    PERSON = "person"
    SUBSTANCE = "substance"


class Comparison(StrEnum):
    """How an amount is compared."""

    LESS = "<"
    AT_MOST = "<="
    EQUAL = "="
    AT_LEAST = ">="
    MORE = ">"


class Basis(StrEnum):
    """Which weight counts: of the drug alone, or of the whole mixture."""

    PURE = "pure"
    AGGREGATE = "aggregate"


class Matching(StrEnum):
    """What identifies the offence in a record: its number, or the number with the text of the charge."""

    CITATION = "citation"
    CITATION_AND_CHARGE = "citation_and_charge"


@dataclass(frozen=True, slots=True)
class Test:
    """One condition of a band.

    Attributes:
        measure: What is looked at.
        comparison: How the amount or count is compared; None for what is there or not.
        amount: A weight, or a value in dollars.
        count: A number of earlier convictions or offences.
        basis: For a weight, whether the drug or the mixture is weighed; None where not researched.
        field_measurable: Whether an officer can judge it at the scene; None where not researched.
        substance: The substance the test is about; None for any.
        since: Earlier convictions count from this day only.
        absent: The test holds where the thing described is *not* there.
        note: What exactly is meant.
    """

    measure: Measure
    comparison: Comparison | None = None
    amount: Amount | None = None
    count: int | None = None
    basis: Basis | None = None
    field_measurable: bool | None = None
    substance: str | None = None
    since: PartialDate | None = None
    absent: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """A grade, and what makes it that grade: every test must hold.

    Of several bands that hold, the graver governs; bands of one grade are alternatives.

    Attributes:
        grade: As the statute names it (``Class A misdemeanor``); None where not researched.
        level: The level by which charging may differ; None where not researched.
        tests: What must hold; empty for the base grade.
        note: A remark on the grade.
    """

    grade: str | None
    level: Level | None
    tests: tuple[Test, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Limb:
    """A part of the section cited, where the parts differ.

    Attributes:
        id: Its key within the offence.
        title: What the limb is about, in our words.
        covered: Whether the entry means this limb; a limb that is not covered is listed as a warning.
        citation: Its own number, where it has one.
        level: Its own level, where it differs.
        nibrs: Its own NIBRS codes, where it decides them.
        note: A remark.
    """

    id: str
    title: str
    covered: bool
    citation: str | None = None
    level: Level | None = None
    nibrs: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class LawSource:
    """Where something was read.

    Attributes:
        id: Its key in the catalogue, or in the program's ``sources`` for local law.
        title: Title; None where only the key is known.
        publisher: Who publishes it.
        year: As found (``2023``, ``undated``).
        url: Address; printed to counsel only where ``official``.
        official: Whether it is the text of a legislature, council or court.
    """

    id: str
    title: str | None = None
    publisher: str | None = None
    year: str | None = None
    url: str | None = None
    official: bool = False


@dataclass(frozen=True, slots=True)
class Offence:
    """An offence as one version of the law has it. Another version of the same section is another entry.

    Attributes:
        id: Stable id, never reused.
        citation: As counsel cites it.
        title: What it is called.
        state: Two postal letters; None for local law whose program has not said.
        locality: The city or county whose law it is; None for the law of the state.
        conduct: The kind of conduct.
        bands: Its grades; empty where none was given.
        limbs: Parts of the section that differ.
        match_on: What identifies it in a record.
        attempts: How an attempt of it is graded, where the state's own rule does not say it.
        status: Its fate, as far as known.
        effective_from: First day in force; None where not researched.
        effective_until: Last day in force; None where not researched, or where it is still in force.
        known_on: A day on which ``status`` was known; None where there is none.
        nibrs: Codes it is usually reported under; empty where it yields no arrest row, or none was given.
        nibrs_confidence: ``documented`` where a source pairs them; ``inferred`` where leadkit classified it.
        evidence: What the entry rests on.
        unverified: Fields the evidence does not cover, some with a remark after a colon.
        verified_on: When the official text was compared; None for never.
        sources: Where it was read.
        verify_at: Where counsel can compare the text.
        verify_also: Further addresses, where two sections are cited.
        supersedes: Entries it replaced.
        replaced_by: Entries that replaced it.
        see_also: Entries that are easily mistaken for it.
        note: A remark, in our words.
    """

    id: str
    citation: str
    title: str
    state: str | None = None
    locality: str | None = None
    conduct: str | None = None
    bands: tuple[Band, ...] = ()
    limbs: tuple[Limb, ...] = ()
    match_on: Matching = Matching.CITATION
    attempts: str | None = None
    status: Status = Status.IN_FORCE
    effective_from: PartialDate | None = None
    effective_until: PartialDate | None = None
    known_on: date | None = None
    nibrs: tuple[str, ...] = ()
    nibrs_confidence: str | None = None
    evidence: Evidence | None = None
    unverified: tuple[str, ...] = ()
    verified_on: PartialDate | None = None
    sources: tuple[LawSource, ...] = ()
    verify_at: str | None = None
    verify_also: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()
    replaced_by: tuple[str, ...] = ()
    see_also: tuple[str, ...] = ()
    note: str | None = None

    def standing(self, on: date) -> Standing:
        """Whether it was in force on a day, with the reason in one sentence."""
        found = standing(self.status, self.effective_from, self.effective_until, self.known_on, on)
        if found.answer is not None and any(field.startswith("effective_") for field in self.unverified):
            return Standing(found.answer, f"{found.reason}; that date was not verified")
        return found

    def in_force(self, on: date) -> bool | None:
        """Whether it was in force on a day: True, False, or None where that was not researched."""
        return self.standing(on).answer

    def applies_in(self, place: str | None) -> bool:
        """Whether it may be offered to a program in a city or county: local law never leaves its place."""
        return self.locality is None or (place is not None and place.casefold() == self.locality.casefold())

    @property
    def levels(self) -> tuple[Level, ...]:
        """The levels it may have, lightest first; empty where none was researched."""
        order = list(_BY_WEIGHT)
        return tuple(sorted({band.level for band in self.bands if band.level is not None}, key=order.index))

    @property
    def ceiling(self) -> Test | None:
        """The test that says up to which amount conduct is this offence at all, where every grade has such an end."""
        found: list[tuple[Amount, Test]] = []
        for band in self.bands:
            ends = [
                (test.amount, test)
                for test in band.tests
                if test.measure in (Measure.WEIGHT, Measure.VALUE)
                and test.comparison in (Comparison.AT_MOST, Comparison.LESS)
                and test.amount is not None
            ]
            if not ends:
                return None
            found.extend(ends)
        if len({amount.unit for amount, _ in found}) != 1:
            return None
        return max(found, key=lambda end: end[0].value)[1]

    @property
    def level(self) -> Level | None:
        """Its level where every band has the same one; None where it depends, or was not researched."""
        known = {band.level for band in self.bands}
        return known.pop() if len(known) == 1 else None


_BY_WEIGHT = (
    Level.NONE,
    Level.CIVIL,
    Level.INFRACTION,
    Level.VIOLATION,
    Level.MISDEMEANOR,
    Level.GROSS_MISDEMEANOR,
    Level.FELONY,
)
