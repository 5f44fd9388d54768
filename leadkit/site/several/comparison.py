"""What one program puts into the table of several: composed by clauses, so that it cannot differ from its papers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING

from leadkit.documents.tree.blocks import Block, Box, ItemList, Paragraph
from leadkit.site.page import Address
from leadkit.site.write.address import link
from leadkit.site.write.escape import escaped
from leadkit.site.write.inlines import InlineWriter

if TYPE_CHECKING:
    from leadkit.documents.tree.document import Article, Document

COLUMNS = ("pathways", "limits", "decides", "intake")
"""The articles of the outline, each a column."""
_BREAK = "<br>"
_EXPLAINED = ("open", "who", "index")
"""The pages of a program that say more of what is not known, the best first."""


class Comparison:
    """Makes the rows of one table."""

    def __init__(self, here: Address, known: set[Address]) -> None:
        """Take where the table stands, and the pages that there are."""
        self._here, self._known = here, known

    def row(self, folder: str, name: str, document: Document | None) -> tuple[str, ...]:
        """The cells of a program, its name first."""
        articles = {article.id: article for article in document.articles} if document else {}
        language = document.language if document else self._here.language
        cells = (self._cell(articles.get(column), folder, language) for column in COLUMNS)
        return (self._to(folder, ("who", "index"), escaped(name)), *cells)

    def _cell(self, article: Article | None, folder: str, language: str) -> str:
        if article is None:
            return ""
        blocks = [block for clause in article.clauses for section in clause.sections for block in section.blocks]
        words = _listed([line for block in blocks for line in self._lines(block, folder, language)])
        return words if language == self._here.language else f'<span lang="{escape(language)}">{words}</span>'

    def _lines(self, block: Block, folder: str, language: str) -> Iterator[str]:
        writer = InlineWriter({}, language)
        if isinstance(block, Paragraph):
            yield writer.line(block.content)
        elif isinstance(block, ItemList):
            for item in block.items:
                below = (line for each in item.blocks for line in self._lines(each, folder, language))
                yield _BREAK.join([writer.line(item.content), *below])
        elif isinstance(block, Box):
            yield f'<span class="gap">{self._to(folder, _EXPLAINED, escaped(block.title))}</span>'

    def _to(self, folder: str, pages: tuple[str, ...], words: str) -> str:
        """A link to the first of some pages of a program that there is."""
        there = (Address(folder, self._here.language, page) for page in pages)
        address = next((each for each in there if each in self._known), None)
        return link(self._here.to(address.html), words) if address else words


def _listed(lines: Sequence[str]) -> str:
    """Lines of a cell: one as it is, several as a list."""
    return f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>" if len(lines) > 1 else "".join(lines)
