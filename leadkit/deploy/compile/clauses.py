"""Where a paper prints what the service does: the number of the section, and its words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadkit.documents.tree.blocks import Row, Table
from leadkit.documents.tree.plain import inline_text
from leadkit.documents.tree.trace import paths_of, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leadkit.documents.drafts import Drafts
    from leadkit.documents.tree.document import Document, Section

SHARING, PROTOCOL = "sharing-annex", "referral-protocol"
_FLOWS = "sharing.flows."


@dataclass(frozen=True, slots=True)
class Printed:
    """A line of a table, or a section, of a paper.

    Attributes:
        paper: The id of the paper.
        clause: The number of the section.
        line: The number of the line in its table; None where it is no line.
        words: What it says.
    """

    paper: str
    clause: str
    line: int | None
    words: str


def flow_rows(drafts: Drafts) -> dict[str, dict[str, Printed]]:
    """The line of the sharing annex for each flow, and for each recipient under whose name it stands."""
    document = drafts.composed(SHARING).document
    found: dict[str, dict[str, Printed]] = {}
    for section in _sections(document) if document else ():
        recipient = section.id.removeprefix("to-")
        for table, row in _rows(section) if section.id.startswith("to-") else ():
            flow = _flow_of(row)
            if flow:
                found.setdefault(flow, {})[recipient] = _line(document, section, table, row)
    return found


def _line(document: Document | None, section: Section, table: Table, row: Row) -> Printed:
    heads = [inline_text(each) for each in table.header]
    number, *cells = (inline_text(each) for each in row.cells)
    told = "; ".join(f"{head}: {cell}" for head, cell in zip(heads[1:], cells, strict=True))
    line = int(number) if number.isdecimal() else None
    return Printed(document.id if document else "", section.number, line, f"{inline_text(section.title)}. {told}.")


def section_of(drafts: Drafts, paper: str, path: str) -> Printed | None:
    """The first section of a paper that prints a field, or something below it."""
    document = drafts.composed(paper).document
    for section in _sections(document) if document else ():
        if any(one == path or one.startswith(f"{path}.") for node in walk(section.blocks) for one in _own(node)):
            return Printed(document.id if document else "", section.number, None, inline_text(section.title))
    return None


def _own(node: object) -> tuple[str, ...]:
    path = getattr(node, "path", "")
    return (path,) if path else ()


def _sections(document: Document) -> Iterator[Section]:
    return (each for article in document.articles for clause in article.clauses for each in clause.sections)


def _rows(section: Section) -> Iterator[tuple[Table, Row]]:
    return ((table, row) for table in section.blocks if isinstance(table, Table) for row in table.rows)


def _flow_of(row: Row) -> str:
    """The flow that the cells of a line are about."""
    paths = (path for node in walk(row.cells) for path in paths_of(node) if path.startswith(_FLOWS))
    counted = Counter(path.removeprefix(_FLOWS).partition(".")[0] for path in paths)
    return max(counted, key=lambda flow: counted[flow], default="")
