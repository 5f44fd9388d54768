"""Classes of substance: which options of a choice belong to a class."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from leadkit.policy.compile.builder import CHARGES
from leadkit.policy.compile.say import among

if TYPE_CHECKING:
    from leadkit.policy.compile.builder import Builder
    from leadkit.policy.language import Expression

OTHER = "other-substance"
"""The answer for a substance that is in none of the program's classes."""


def substance(builder: Builder, *, of: str = CHARGES) -> str:
    """Declare the substance of a charge, or of an entry of another list; its full name."""
    return builder.choice(
        "substance", "Which substance is it? Name the narrowest class that fits.", options(builder), of=of
    )


def options(builder: Builder) -> dict[str, str]:
    """The classes by id; one that has narrower ones stands for what is in none of them."""
    classes = builder.program.eligibility.substances
    wider = {one.part_of for one in classes.values()}
    labels = {
        name: f"{one.label or name}, of no narrower class" if name in wider else one.label or name
        for name, one in classes.items()
    }
    return {**labels, OTHER: "Another substance"}


def in_classes(builder: Builder, fact: str, classes: Iterable[str]) -> Expression:
    """The substance belongs to one of these classes."""
    return among(fact, (name for one in classes for name in narrower(builder, one)))


def narrower(builder: Builder, wanted: str) -> set[str]:
    """A class and all the classes within it; nothing, where the program has no such class."""
    classes = builder.program.eligibility.substances
    found = {wanted} & set(classes)
    while True:
        more = {name for name, one in classes.items() if one.part_of in found} - found
        if not more:
            return found
        found |= more
