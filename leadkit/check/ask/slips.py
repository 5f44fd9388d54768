"""An id that is misspelt where it is declared, so that every reference to it seems to be wrong."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from leadkit.diagnostic import nearest

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

_MANY = 3
"""So many references do not share one slip by chance; fewer may."""


def declared_as(subject: Subject, wanted: str, collections: Iterable[str]) -> tuple[str, str] | None:
    """What is meant by an id that many references want and nothing declares.

    Returns:
        The collection and the id of the one declaration that comes near and that nothing refers to; None where the
        slip is in the references, or nothing comes near.
    """
    homes = [one for one in collections if not one.startswith(("catalogue.", "vocabulary."))]
    meant = nearest(wanted, {name for collection in homes for name in subject.ids(collection)})
    home = next((one for one in homes if meant in subject.ids(one)), None)
    if meant is None or home is None or (home, meant) in subject.jurisdiction.used:
        return None
    return (home, meant) if _references(subject, wanted, home) >= _MANY else None


def wanted_as(subject: Subject, collection: str, name: str) -> str | None:
    """The id by which many references want something that is declared under another, near one."""
    ids = {use.id for use in subject.jurisdiction.uses if collection in use.reference.collections}
    wanted = nearest(name, ids - subject.ids(collection))
    return wanted if wanted and declared_as(subject, wanted, (collection,)) == (collection, name) else None


def _references(subject: Subject, wanted: str, home: str) -> int:
    uses = subject.jurisdiction.uses
    return len({use.path for use in uses if use.id == wanted and home in use.reference.collections})
