"""How much a person may hold, take or damage and still be diverted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Self

from leadkit.law.offence import Basis as WeightBasis
from leadkit.model.base import Item, expected, optional
from leadkit.model.eligibility.offences import Act
from leadkit.model.eligibility.rule import Rule
from leadkit.model.references import LawId, OffenceId, SubstanceId
from leadkit.model.scalars import Flag, Line, Prose, Several
from leadkit.values.quantities import Amount
from leadkit.values.text_type import TextType

NO_LIMIT = "no_limit"
AS_STATUTE = "as_statute"
_WORDS = (NO_LIMIT, AS_STATUTE)


@dataclass(frozen=True, slots=True)
class Limit(TextType):
    """The most that is allowed; or no limit, or the statute's: values, never zero and never silence.

    Attributes:
        amount: The most that is allowed, in the unit the program names; None where a word was written.
        word: ``no_limit``, or ``as_statute`` for the limit of the law named beside it; None for an amount.
    """

    PATTERN: ClassVar[str] = rf"{Amount.PATTERN}|^({'|'.join(_WORDS)})$"

    amount: Amount | None
    word: str | None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an amount such as ``6 g``, or one of the words ``no_limit`` and ``as_statute``.

        Raises:
            ValueError: The text is neither.
        """
        if text in _WORDS:
            return cls(None, text)
        try:
            return cls(Amount.parse(text), None)
        except ValueError as wrong:
            raise ValueError(f"{wrong}; or write {NO_LIMIT} or {AS_STATUTE}") from None

    def __str__(self) -> str:
        """The limit as a planner writes it."""
        return self.word or str(self.amount)


class Combine(StrEnum):
    """How several substances or items count: each against the limit, or all together."""

    PER_SUBSTANCE = "per_substance"
    AGGREGATE = "aggregate"


class Basis(StrEnum):
    """Where a limit comes from: the program's own choice, or the statute."""

    LOCAL = "local"
    STATUTE = "statute"


class Measured(StrEnum):
    """What the limit measures."""

    WEIGHT = "weight"
    COUNT = "count"
    VALUE_OF_GOODS = "value_of_goods"
    DAMAGE = "damage"
    PROCEEDS = "proceeds"


class Substance(Item):
    """A class of substance that a limit speaks of."""

    label: Line = expected("What the class is called in documents.", "Prescription opiate pills")
    part_of: SubstanceId | None = optional(
        "The wider class this one belongs to; a limit for the wider class reaches it too.", "opiate"
    )
    examples: Several[Line] = optional("Substances that belong to the class.", ["heroin", "oxycodone"], default=())


class AmountLimit(Rule):
    """A limit on a weight, a count, a value or a damage. Over it, the rule keeps the person out."""

    at_most: Limit | None = expected(
        "The most that is allowed, with its unit; no_limit where the program decided that there is none; "
        "as_statute where the limit is that of the law named beside it.",
        "6 g",
    )
    inclusive: Flag | None = optional("Whether exactly the limit is still allowed. Without it, it is.", "yes")
    measured: Measured | None = optional(
        "What is measured: weight, count, value_of_goods, damage or proceeds.", "weight"
    )
    substance: SubstanceId | None = optional(
        "The class of substance, by its id under eligibility.substances. Without it, any substance.", "opiate"
    )
    acts: Several[Act] = optional(
        "The acts that the limit is for, such as possess but not sell. Without them, all.",
        ["possess"],
        default=(),
    )
    offences: Several[OffenceId] = optional(
        "The offences that the limit is for. Without them, every offence that it fits.",
        ["possession"],
        default=(),
    )
    combine: Combine | None = optional("Whether several substances or items are counted each or together.", "aggregate")
    weighed: WeightBasis | None = optional(
        "Whether the pure substance or the whole mixture is weighed. A pure weight cannot be judged at the scene.",
        "aggregate",
    )
    exceptions: dict[SubstanceId, Limit] = optional(
        "Classes of substance with a limit of their own, or with no_limit.",
        {"prescription-pills": "no_limit"},
        default={},
    )
    basis: Basis | None = optional("Whether the limit is the program's own (local) or the statute's.", "local")
    law: LawId | None = optional("The law whose limit this is, where the basis is statute.", "wa-9A.56.050")
    how_measured: Prose | None = optional(
        "How the amount is judged at the scene.", "By the officer's estimate; packaging is not weighed."
    )
