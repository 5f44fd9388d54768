"""Clauses that have lost their marks in a returned file, while text like theirs is still there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from leadkit.diagnostic import Diagnostic
from leadkit.documents.returned.body import Body
from leadkit.documents.returned.codes import LOST_ANCHOR
from leadkit.documents.returned.line import Line, Place
from leadkit.documents.returned.marks import alike, key, keys, readable, shortened
from leadkit.documents.returned.record import Record, RecordedClause

_LEAST = 0.5
_FEW = 4
_PAIRS = 10_000_000
"""How many pairs of words are compared at most: a clause of 500 words with 20,000 new ones, which no edit brings."""
_REMEDY = "Compare the two, and make the change by hand in a draft that is built anew."


@dataclass(frozen=True, slots=True)
class Lost:
    """What was lost.

    Attributes:
        clauses: The bookmarks of the clauses whose text was found elsewhere.
        lines: That text, each line by its identity.
        findings: What is told of it.
    """

    clauses: frozenset[str] = frozenset()
    lines: frozenset[int] = frozenset()
    findings: tuple[Diagnostic, ...] = ()


def lost_texts(record: Record, body: Body) -> Lost | None:
    """Find the clauses whose bookmark is gone while text like their own is still there.

    Returns:
        What was found; None where so much has no mark that nobody can tell what belongs to what.
    """
    gone = [clause for clause in record.clauses if clause.bookmark not in body.found]
    lines = [line for line in body.lines if line.place is not Place.ARTICLE]
    stray = [line for line in _new_lines(record, lines) if _is_sentence(line.text)]
    if gone and (not body.found or _words(line.text for line in stray) * _words(_texts(gone)) > _PAIRS):
        return None
    counted = Counter(each for clause in record.clauses for each in set(keys(clause.lines)))
    placed: dict[str, list[Line]] = {}
    for line in lines if gone else ():
        placed.setdefault(key(line.text), []).append(line)
    clauses: set[str] = set()
    found: set[int] = set()
    findings: list[Diagnostic] = []
    for clause in gone:
        own = [each for each in dict.fromkeys(keys(clause.lines)) if counted[each] == 1]
        moved = [line for each in own for line in placed.get(each, ())]
        sentences = [text for text in clause.lines if _is_sentence(text)]
        like = [line for line in stray if any(alike(line.text, text) >= _LEAST for text in sentences)]
        if moved or like:
            clauses.add(clause.bookmark)
            found.update(id(line) for line in (*moved, *like))
        if like or (moved and len(moved) < len(own)):
            findings.append(_told(record, clause, [*moved, *like]))
    return Lost(frozenset(clauses), frozenset(found), tuple(findings))


def all_lost(record: Record, body: Body) -> Diagnostic:
    """The one finding about a file in which next to nothing can be told by its mark."""
    built, there = set(keys((*record.front, *_texts(record.clauses)))), {key(line.text) for line in body.lines}
    new = [readable(line.text, record.numbers) for line in _new_lines(record, body.lines)]
    old = [readable(text, record.numbers) for text in _texts(record.clauses) if key(text) in built - there]
    says = f" Lines that it was not built with: “{shortened(' / '.join(new))}”." if new else ""
    lacks = f" Lines that it was built with and lacks: “{shortened(' / '.join(old))}”." if old else ""
    return LOST_ANCHOR.at(
        message=f"So many clauses have lost their marks that no edit can be told from another.{says}{lacks}",
        remedy="Make the changes in a draft that is built anew; text that is pasted from another file has no marks.",
    )


def _new_lines(record: Record, lines: Sequence[Line]) -> list[Line]:
    """The lines that the file was not built with."""
    base = {*keys(_texts(record.clauses)), *keys(record.front), *keys(record.articles.values())}
    return [line for line in lines if key(line.text) not in base]


def _texts(clauses: Sequence[RecordedClause]) -> Iterator[str]:
    return (text for clause in clauses for text in clause.lines)


def _words(texts: Iterator[str]) -> int:
    return sum(len(text.split()) for text in texts)


def _told(record: Record, clause: RecordedClause, found: Sequence[Line]) -> Diagnostic:
    there, own = {key(line.text) for line in found}, set(keys(clause.lines))
    text = " / ".join(readable(line.text, record.numbers) for line in found if key(line.text) not in own)
    built = " / ".join(readable(line, record.numbers) for line in clause.lines if key(line) not in there)
    message = (
        f"The clause {clause.id} has lost its mark. It was built with “{shortened(built)}”; what is like it says "
        f"“{shortened(text)}”."
    )
    return LOST_ANCHOR.at(message=message, remedy=_REMEDY)


def _is_sentence(text: str) -> bool:
    """Whether a line is long enough to be told by its likeness."""
    return len(text.split()) >= _FEW
