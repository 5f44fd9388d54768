"""Which field tells what: the groups that the service keeps, and how much of one a field tells."""

from __future__ import annotations

from functools import cache

from lead.program import DETAILS, program

FIELDS: dict[str, dict[str, tuple[str, str]]] = {}
"""By model, the group and the detail of each field that tells something of a person; models enter themselves here."""


@cache
def groups() -> tuple[str, ...]:
    """The groups of fields. The program says for each to which of its categories it belongs, or that it names none."""
    return tuple(sorted({group for fields in FIELDS.values() for group, _detail in fields.values()}))


def within(detail: str, allowed: str | None) -> bool:
    """Whether a detail is no more than what is allowed; a cell that names no detail allows all of it."""
    return allowed is None or DETAILS.index(detail) <= DETAILS.index(allowed)


def groups_of(category: str) -> list[str]:
    """The groups that the program counts to a category."""
    return [group for group, named in program().groups.items() if named == category]


def masked(category: str, allowed: str | None) -> frozenset[str]:
    """The fields of a category that tell more than is allowed, as ``model.field``."""
    groups = groups_of(category)
    return frozenset(
        f"{model}.{name}"
        for model, fields in FIELDS.items()
        for name, (group, detail) in fields.items()
        if group in groups and not within(detail, allowed)
    )
