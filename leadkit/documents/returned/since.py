"""Whether a program still prints what a returned file was printed from, and which clauses it prints otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadkit.documents.returned.compared import named
from leadkit.documents.returned.marks import keys
from leadkit.documents.write.docx.record import front_lines

if TYPE_CHECKING:
    from leadkit.documents.returned.bench import State
    from leadkit.documents.returned.record import Record


@dataclass(frozen=True, slots=True)
class Since:
    """What has changed in a program since a file was printed from it.

    Attributes:
        changed: The clauses that read otherwise now, as a reader finds them.
        added: Those that are new.
        removed: The ids of those that are printed no longer.
        around: Whether anything else differs: the cover, the order of the clauses or their numbers.
    """

    changed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    around: bool = False

    @property
    def is_same(self) -> bool:
        """Whether the program prints just what the file was printed from."""
        return self == Since()


def since(record: Record, now: State) -> Since:
    """Compare what a file was printed from with what the program prints on the same day.

    Args:
        record: What the file was built with.
        now: The program as it is.
    """
    built = {clause.id: clause for clause in record.clauses}
    both = [(built[id_], clause) for id_, clause in now.clauses.items() if id_ in built]
    document = now.composition.document
    front = set(keys(record.front))
    return Since(
        tuple(named(clause) for was, clause in both if keys(was.lines) != keys(clause.texts)),
        tuple(named(clause) for id_, clause in now.clauses.items() if id_ not in built),
        tuple(id_ for id_ in built if id_ not in now.clauses),
        document is not None
        and (document.cover.fingerprint != record.fingerprint or not front.issuperset(keys(front_lines(document)))),
    )
