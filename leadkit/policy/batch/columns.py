"""The columns of a table of charges: what each is called, and which fact of the policy it holds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from leadkit.policy.batch.problems import BatchError
from leadkit.policy.policy import Fact, FactType

if TYPE_CHECKING:
    from leadkit.policy.policy import Policy

CASE, ON, PATHWAY, ROW = "case", "on", "pathway", "row"
RESERVED = (CASE, ON, PATHWAY, ROW)
"""The columns that say which case a row belongs to, when it was, and how it came; ``row`` is counted, never read."""

MALFORMED = "leadkit_malformed"
"""Why a line of a file is no row: a column that only a sifted file has."""

CHARGE = "charge"
"""What the entry is called whose list has one row for each."""


class Holds(Enum):
    """What a column holds."""

    FACT = auto()
    """A fact of the contact, under its own name."""
    ENTRY = auto()
    """A fact of the row's entry of a list, such as ``charge.offence`` or ``item.weight``."""
    LIST = auto()
    """Whether the row has an entry of a list, 1 or 0, under the list's name."""
    NUMBER = auto()
    """A number that is otherwise made from a list, under the name of the reducer."""


@dataclass(frozen=True)
class Column:
    """A column that a policy can read.

    Attributes:
        name: As the table has it.
        holds: What it holds.
        fact: The type and the bounds of its cells.
        of: The list that it is about; None for a fact of the contact.
    """

    name: str
    holds: Holds
    fact: Fact
    of: str | None = None

    @property
    def of_contact(self) -> bool:
        """Whether it says something of the whole contact, so that all rows of a case must agree."""
        return self.holds in (Holds.FACT, Holds.NUMBER)


def columns_of(policy: Policy) -> dict[str, Column]:
    """Every column that a policy can read, by its name.

    Raises:
        BatchError: Two things have one name, so that no column could tell which is meant.
    """
    found: dict[str, Column] = {}
    for column in _all(policy):
        if column.name in found or column.name in RESERVED:
            raise BatchError(f"A column {column.name} could mean two things: {_readers(policy, column.name)}.")
        found[column.name] = column
    return found


def _all(policy: Policy) -> list[Column]:
    some = [Column(name, Holds.FACT, fact) for name, fact in policy.facts.items()]
    for name, collection in policy.collections.items():
        some.append(Column(name, Holds.LIST, _whole(collection.question, at_most=1), name))
        some += [
            Column(f"{collection.entry}.{field}", Holds.ENTRY, fact, name) for field, fact in collection.facts.items()
        ]
    some += [
        Column(name, Holds.NUMBER, _whole(policy.collections[reducer.of].question), reducer.of)
        for name, reducer in policy.reducers.items()
    ]
    return some


def _whole(question: str, at_most: int | None = None) -> Fact:
    return Fact(type=FactType.NUMBER, question=question, at_most=at_most)


def _readers(policy: Policy, name: str) -> str:
    from leadkit.policy.comparisons import names_in

    rules = [rule.id for rule in policy.rules if name in names_in(rule.when)]
    return f"the rules {', '.join(rules)} read it" if rules else "the policy declares it so"
