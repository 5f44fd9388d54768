"""The words at each line to sign, which stand nowhere else in the document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from leadkit.documents.tree.blocks import Row, Signature, SignatureLine, Table
from leadkit.documents.tree.document import Document
from leadkit.documents.tree.inline import SIGNED
from leadkit.documents.tree.plain import base_text, inline_text
from leadkit.documents.tree.rewrite import rewrite_signatures
from leadkit.documents.tree.trace import walk


def anchor(line: SignatureLine) -> str:
    """What stands at a line to sign, as a reader and a service for electronic signatures find it.

    The colon belongs to it: without it, the words of a sheriff's line could be the beginning of another's.
    """
    return f"{line.label}:"


def row_anchor(row: Row) -> str:
    """What stands at the line to sign in a row of a form: its first cell."""
    return inline_text(row.cells[0]).strip()


def with_own_labels(document: Document) -> Document:
    """Number the labels that would stand twice: of two officers with one title, the second has ``(2)``."""
    labels = _Labels("\n".join(words(document)))
    return rewrite_signatures(document, labels.of)


def ambiguous_rows(document: Document) -> Iterator[Row]:
    """The rows to sign whose words stand in the document more than once."""
    tables = [each for each in walk(document) if isinstance(each, Table)]
    signed = [row for table in tables for row in table.rows if row.writes in SIGNED]
    if not signed:
        return
    lines = (anchor(each) for each in walk(document) if isinstance(each, SignatureLine))
    text = "\n".join((*words(document), *lines))
    yield from (row for row in signed if text.count(row_anchor(row)) != 1)


def words(document: Document) -> Iterator[str]:
    """The text without the labels of its signature blocks."""
    yield document.cover.title
    for article in document.articles:
        yield article.title
        yield from (base_text(clause)[0] for clause in article.clauses)


@dataclass(slots=True)
class _Labels:
    """The labels given so far, and the text that no label may stand in."""

    text: str
    given: list[str] = field(default_factory=list)

    def of(self, block: Signature) -> Signature:
        """The block with labels of its own."""
        lines = tuple(replace(each, label=self._own(each)) if each.is_signed else each for each in block.lines)
        return replace(block, lines=lines)

    def _own(self, line: SignatureLine) -> str:
        # With one colon, at its end, a label can hold another one at its end alone, which a number there mends.
        first = label = line.label.replace(":", ",")
        count = 1
        while self._stands(anchor(replace(line, label=label))):
            count += 1
            label = f"{first} ({count})"
        self.given.append(anchor(replace(line, label=label)))
        return label

    def _stands(self, wanted: str) -> bool:
        return wanted in self.text or any(wanted in each or each in wanted for each in self.given)
