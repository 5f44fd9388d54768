"""An id that is misspelt where it is declared, so that every reference to it seems to be wrong."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

from leadkit.diagnostic import nearest

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

Wanted: TypeAlias = tuple[str, tuple[str, ...]]
"""An id, and the collections that may declare it."""
Declared: TypeAlias = tuple[str, str]
"""A collection, and an id in it."""

_MANY = 3
"""So many references do not share one slip by chance; fewer may."""


def slips(subject: Subject) -> dict[Wanted, Declared]:
    """What is meant by each id that many references want and nothing declares.

    It is the one declaration that comes near and that nothing refers to. What is wanted seldom is looked at no further,
    nor is each declaration: a program has thousands of those, and none or two of these.
    """
    uses = subject.jurisdiction.uses
    times = Counter(use.id for use in uses)
    missed = {
        (use.id, use.reference.collections)
        for use in uses
        if times[use.id] >= _MANY and not any(use.id in subject.ids(one) for one in use.reference.collections)
    }
    found = {(wanted, homes): _meant(subject, wanted, homes) for wanted, homes in missed}
    return {wanted: declared for wanted, declared in found.items() if declared is not None}


def _meant(subject: Subject, wanted: str, collections: tuple[str, ...]) -> Declared | None:
    homes = [one for one in collections if not one.startswith(("catalogue.", "vocabulary."))]
    meant = nearest(wanted, {name for collection in homes for name in subject.ids(collection)})
    home = next((one for one in homes if meant in subject.ids(one)), None)
    if meant is None or home is None or (home, meant) in subject.jurisdiction.used:
        return None
    return (home, meant) if _references(subject, wanted, home) >= _MANY else None


def _references(subject: Subject, wanted: str, home: str) -> int:
    uses = subject.jurisdiction.uses
    return len({use.path for use in uses if use.id == wanted and home in use.reference.collections})
