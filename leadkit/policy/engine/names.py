"""What a fact of a case is called."""

from __future__ import annotations

from typing import Any, NamedTuple

Facts = dict[str, Any]
"""The facts of a contact that are known, by id; a collection's is the list of its entries, each such a mapping too."""


Key = tuple[str | None, str]
"""A fact whatever the entry: the collection of whose entries it is one, None for one of the contact; and its id."""


class At(NamedTuple):
    """Where the fact of an entry is: the entry of a collection, counted from 1."""

    collection: str
    number: int


class Name(NamedTuple):
    """The name of a fact, of a whole collection, or of a fact of one entry.

    Attributes:
        fact: The id of the fact, or of the collection.
        at: The entry that it is a fact of; None for a fact of the contact.
    """

    fact: str
    at: At | None = None

    @property
    def key(self) -> Key:
        """The fact whatever the entry."""
        return (self.at.collection if self.at else None), self.fact

    def __str__(self) -> str:
        """The name as a case and an error write it, such as ``age`` or ``charges.1.level``."""
        return f"{self.at.collection}.{self.at.number}.{self.fact}" if self.at else self.fact


def value_of(name: Name, facts: Facts) -> Any:
    """What is known under a name; None where it is not known."""
    if name.at is None:
        return facts.get(name.fact)
    return facts[name.at.collection][name.at.number - 1].get(name.fact)
