"""How much a criminal record counts: tiers of offences, each with its look-back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Self

from leadkit.model.base import Closed, expected, optional
from leadkit.model.eligibility.rule import Rule
from leadkit.model.references import ExclusionSetId, LawId
from leadkit.model.scalars import Count, Flag, Line, Prose, Several
from leadkit.values.level import Level
from leadkit.values.quantities import Duration
from leadkit.values.text_type import TextType

ANY_TIME = "any_time"


@dataclass(frozen=True, slots=True)
class Lookback(TextType):
    """How far back a record counts: at any time, or within a stretch of time.

    Attributes:
        duration: The stretch; None where a record counts at any time. Never zero for either.
    """

    PATTERN: ClassVar[str] = rf"{Duration.PATTERN}|^{ANY_TIME}$"

    duration: Duration | None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``any_time`` or a stretch such as ``10 years``.

        Raises:
            ValueError: The text is neither.
        """
        if text == ANY_TIME:
            return cls(None)
        try:
            return cls(Duration.parse(text))
        except ValueError:
            raise ValueError("write any_time, or a whole number and a unit of time, such as 10 years") from None

    def __str__(self) -> str:
        """The look-back as a planner writes it."""
        return ANY_TIME if self.duration is None else str(self.duration)


class Record(StrEnum):
    """What in a person's record counts; ``STRIKE`` is a conviction that counts under a repeat-offence law."""

    CONVICTION = "conviction"
    CHARGE = "charge"
    ARREST = "arrest"
    OPEN_CASE = "open_case"
    STRIKE = "strike"


class CountedFrom(StrEnum):
    """The day from which the look-back runs."""

    CONVICTION = "conviction"
    SENTENCE = "sentence"
    RELEASE = "release"
    OFFENCE = "offence"
    ARREST = "arrest"


class OffenceGroup(Closed):
    """The offences of a tier: exclusion sets, single laws, and classes in plain words.

    A record that matches no member of a set that is not complete is unknown, never cleared.
    """

    sets: Several[ExclusionSetId] = optional(
        "Exclusion sets, from the state's catalogue or law.sets.", ["wa-serious-violent"], default=()
    )
    laws: Several[LawId] = optional("Single offences by law.", ["wa-9A.36.011"], default=())
    classes: Several[Line] = optional(
        "Classes in the program's own words, where its papers name no sections.",
        ["murder", "arson"],
        default=(),
    )
    levels: Several[Level] = optional(
        "Levels of offence, where the tier is any offence of that level.", ["felony"], default=()
    )


class HistoryTier(Rule):
    """A tier of criminal history that keeps a person out: which offences, which records, how far back."""

    label: Line | None = optional("What the tier is called in documents.", "Serious violent convictions")
    offences: OffenceGroup | None = expected(
        "The offences of the tier: sets, laws or classes in plain words.", {"sets": ["wa-serious-violent"]}
    )
    record: Several[Record] = expected(
        "What counts: a conviction, charge, arrest, open case or strike.", "conviction", default=()
    )
    within: Lookback | None = expected("How far back it counts: any_time, or a stretch such as 10 years.", "10 years")
    counted_from: CountedFrom | None = optional(
        "The day the look-back runs from, such as the conviction or the release.", "conviction"
    )
    at_least: Count | None = optional("How many such records it takes. Without it, one.", "1")
    juvenile: Flag | None = optional("Whether juvenile records count.", "no")
    out_of_state: Flag | None = optional("Whether records from other states count.", "yes")
    attempts: Flag | None = optional("Whether attempts and conspiracies count like the offence itself.", "yes")
    exceptions: Prose | None = optional(
        "What does not count although it would fit.", "A conviction that was vacated or sealed."
    )

    def spared(self) -> frozenset[str]:
        """What bars nobody needs no sharp edges: typically little record is all that some programs say."""
        return frozenset({"offences", "record", "within"}) if self.only_weighed else frozenset()
