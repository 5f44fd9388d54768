"""What the program prints today, line by line, to be compared with what was built and what came back."""

from __future__ import annotations

from dataclasses import dataclass

from leadkit.documents.returned.marks import mark, without_marks
from leadkit.documents.tree.document import Clause, Document
from leadkit.documents.tree.inline import Inlines, Reference
from leadkit.documents.tree.trace import walk
from leadkit.documents.write.docx.identity import target_bookmark
from leadkit.documents.write.shown import ShownLine, ShownPart, atoms, parts_of, shown_lines


@dataclass(frozen=True, slots=True)
class TodayLine:
    """A line of a clause.

    Attributes:
        text: Its words, with a mark for the number of each reference.
        parts: The values in it, by their places in ``text``.
        shown: What it is made of.
    """

    text: str
    parts: tuple[ShownPart, ...]
    shown: ShownLine


@dataclass(frozen=True, slots=True)
class TodayClause:
    """A clause of the composed document."""

    clause: Clause
    lines: tuple[TodayLine, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """The words of its lines."""
        return tuple(line.text for line in self.lines)


def today(document: Document) -> dict[str, TodayClause]:
    """The clauses of a document, by id and in order."""
    clauses = (clause for article in document.articles for clause in article.clauses)
    return {clause.id: TodayClause(clause, tuple(map(today_line, shown_lines(clause)))) for clause in clauses}


def numbers_of(document: Document) -> dict[str, str]:
    """The number of each reference of a document, by the bookmark that it points at."""
    return {target_bookmark(each.target): each.number for each in walk(document) if isinstance(each, Reference)}


def today_line(line: ShownLine) -> TodayLine:
    """A line with its words, and the places of its values among them."""
    text = "".join(printed(each) for each in atoms(line.content))
    return TodayLine(text, tuple(part for part in _parts(line.content) if not isinstance(part.node, Reference)), line)


def printed(node: object) -> str:
    """What a part of a line prints, with a mark for the number of a reference."""
    if isinstance(node, Reference) and node.number:
        return (
            f"{node.label} {mark(target_bookmark(node.target))}" if node.label else mark(target_bookmark(node.target))
        )
    return without_marks(str(getattr(node, "text", "")))


def _parts(content: Inlines) -> list[ShownPart]:
    """The values of a line by their places in its marked text."""
    start = 0
    found: list[ShownPart] = []
    for node in atoms(content):
        end = start + len(printed(node))
        found += [ShownPart(start, end, part.node) for part in parts_of((node,))]
        start = end
    return found
