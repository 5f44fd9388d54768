"""References of a returned file over whose number somebody typed; one that an editor refreshed is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.documents.returned.codes import TYPED_OVER
from leadkit.documents.returned.compared import named
from leadkit.documents.returned.marks import MARK, key, readable, shortened

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic
    from leadkit.documents.returned.bench import State
    from leadkit.documents.returned.body import Body
    from leadkit.documents.returned.file import Returned
    from leadkit.documents.returned.line import Line, Piece
    from leadkit.documents.returned.today import TodayClause

_BROKEN = re.compile(r"¡?error\b", re.IGNORECASE)
"""How editors show a reference whose place was taken out."""


def told_of_references(returned: Returned, body: Body, now: State) -> Iterator[Diagnostic]:
    """Tell of each reference that shows what no refreshing gives it.

    That is neither the number that it was built with nor one that the numbering of the returned file gives, and the
    program does not print it there either.

    Args:
        returned: The returned file.
        body: The text of it that is reviewed.
        now: The program as it is.
    """
    clauses = {
        clause.bookmark: now.clauses[clause.id] for clause in returned.record.clauses if clause.id in now.clauses
    }
    numbers = {**returned.record.numbers, **now.numbers}
    for line in body.lines:
        clause = clauses.get(line.owner)
        typed = [piece for piece in line.pieces if _is_typed_over(piece, returned)]
        if typed and not _is_printed(line, clause, now):
            where = named(clause) if clause else "The page before the text"
            for piece in typed:
                yield _told(where, piece, line, readable(piece.text, numbers))


def _is_typed_over(piece: Piece, returned: Returned) -> bool:
    if piece.shown is None:
        return False
    bookmark = next(iter(MARK.findall(piece.text)), "")
    may = returned.numbers.get(bookmark, frozenset())
    built = returned.record.numbers.get(bookmark)
    shown = key(piece.shown)
    if shown in {key(each) for each in may} or (built is not None and shown == key(built)):
        return False
    return bool(may) or not _BROKEN.match(shown)


def _is_printed(line: Line, clause: TodayClause | None, now: State) -> bool:
    """Whether the program prints the line as the file shows it, for somebody made the change already."""
    seen = key(line.seen)
    return clause is not None and any(key(readable(text, now.numbers)) == seen for text in clause.texts)


def _told(where: str, piece: Piece, line: Line, number: str) -> Diagnostic:
    shown = f"shows “{shortened(piece.shown or '')}”" if piece.shown else "shows nothing"
    return TYPED_OVER.at(
        message=f"{where}: somebody typed over the reference to {number}, which {shown} in “{shortened(line.seen)}”.",
        remedy="If another place is meant, let the clause refer to it with leadkit override; if not, there is nothing "
        "to change: the number is printed anew, and refreshing the fields of the file (F9) brings it back.",
    )
