"""A page as Markdown for Python-Markdown with tables and attr_list, which a CommonMark reader can read too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

from leadkit.documents.tree.blocks import Block, Box, Figure, Item, ItemList, Paragraph, Row, Table
from leadkit.documents.tree.document import Article, Document, Section
from leadkit.documents.tree.numbering import article_target
from leadkit.documents.tree.plain import inline_text
from leadkit.documents.words import words_of
from leadkit.documents.write.drawing import drawn
from leadkit.site.words import WORDS
from leadkit.site.write.escape import at_start, escaped, one_line
from leadkit.site.write.inlines import InlineWriter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leadkit.documents.tree.inline import Inlines
    from leadkit.site.drawn.picture import Picture

_NO_SOURCES = ("sources", "comparison")
"""The pages on which a source is no link: their own, and the one beside which there is none."""
_LONG = 12
"""How many matters that are open stand on a page without being folded."""
_FOLDED = ("privacy",)
"""The pages whose sections with tables are folded: their reader looks for one name, and then for what stands below."""
_BETWEEN = "<!-- -->"
"""What keeps two lists that follow each other from being read as one."""


@dataclass(slots=True)
class Written:
    """A page as Markdown.

    Attributes:
        text: The Markdown, from its heading on.
        pictures: The drawings that it shows, by the place of each in its order.
    """

    text: str
    pictures: list[str] = field(default_factory=list)


def to_markdown(document: Document, page: str, picture: str, drawn_for: Iterable[Picture] = ()) -> Written:
    """Print a page, ending with one line break.

    Args:
        document: The composed page.
        page: Its id, with which its anchors begin.
        picture: The address of its pictures as seen from the page, in which ``{}`` stands for the place of one.
        drawn_for: Pictures of what stands on the page, each before a block of a section.
    """
    return _Writer(document, page, picture, drawn_for).written()


class _Writer:
    """Writes one page."""

    def __init__(self, document: Document, page: str, picture: str, drawn_for: Iterable[Picture]) -> None:
        self._document, self._page, self._picture = document, page, picture
        self._drawn_for = {(each.section, each.before): each for each in drawn_for}
        self._pictures: list[str] = []
        anchors = dict(self._anchors())
        self._anchor = anchors
        self._inlines = InlineWriter(anchors, document.language, "" if page in _NO_SOURCES else "sources.html")

    def _anchors(self) -> Iterator[tuple[str, str]]:
        for article in self._document.articles:
            yield article_target(article.id), self._heading_of(article)
            sections = [section for clause in article.clauses for section in clause.sections]
            yield from ((section.id, f"{self._page}-{section.id}") for section in sections)
            yield from ((item.id, f"{self._page}-{item.id}") for item in _items(sections) if item.id)

    def _heading_of(self, article: Article) -> str:
        first = article.clauses[0].sections[0]
        return f"{self._page}-part-{article.id}" if first.title else f"{self._page}-{first.id}"

    def written(self) -> Written:
        parts = [f"# {escaped(self._document.cover.title)}"]
        for article in self._document.articles:
            parts += self._article(article)
        return Written("\n\n".join(part for part in parts if part) + "\n", self._pictures)

    def _article(self, article: Article) -> Iterator[str]:
        heading = self._heading_of(article)
        yield f"## {self._line(article.heading)} {{#{heading}}}" if article.title else ""
        for clause in article.clauses:
            for section in clause.sections:
                yield from self._section(section, heading)

    def _section(self, section: Section, above: str) -> Iterator[str]:
        anchor = f"{self._page}-{section.id}"
        if section.title and self._page in _FOLDED and any(isinstance(each, Table) for each in section.blocks):
            heading = f'<h3 id="{escape(anchor)}">{self._line(section.title)}</h3>'
            yield f'<details markdown="1"><summary>{heading}</summary>'
            yield from self._blocks(section.blocks, section.id)
            yield "</details>"
            return
        if section.title:
            yield f"### {self._line(section.title)} {{#{anchor}}}"
        elif anchor != above:
            yield f'<div id="{escape(anchor)}"></div>'
        yield from self._blocks(section.blocks, section.id)

    def _blocks(self, blocks: tuple[Block, ...], section: str = "") -> Iterator[str]:
        before: Block | None = None
        for place, block in enumerate(blocks):
            beside = self._drawn_for.get((section, place))
            if beside is not None:
                yield self._shown(beside)
            elif isinstance(block, ItemList) and isinstance(before, ItemList):
                yield _BETWEEN
            yield from self._block(block)
            before = block

    def _block(self, block: Block) -> Iterator[str]:
        if isinstance(block, Paragraph):
            yield at_start(self._line(block.content))
        elif isinstance(block, ItemList) and self._page == "open" and len(block.items) > _LONG:
            words = WORDS[self._document.language]["matters"].format(len(block.items))
            yield f'<details markdown="1"><summary>{escape(words)}</summary>\n\n{self._list(block)}\n\n</details>'
        elif isinstance(block, ItemList):
            yield self._list(block)
        elif isinstance(block, Table):
            yield from self._table(block)
        elif isinstance(block, Box):
            yield self._box(block)
        elif isinstance(block, Figure):
            yield from self._figure(block)

    def _line(self, inlines: Inlines) -> str:
        return self._inlines.line(inlines).strip(" ")

    def _list(self, block: ItemList) -> str:
        tight = all(isinstance(each, ItemList) for item in block.items for each in item.blocks)
        return ("\n" if tight else "\n\n").join(self._item(item, block.bulleted) for item in block.items)

    def _item(self, item: Item, bulleted: bool) -> str:
        anchor = f'<span id="{escape(self._anchor[item.id])}"></span>' if item.id else ""
        first = anchor + at_start(self._line(item.content))
        below = list(self._blocks(item.blocks))
        tight = all(isinstance(each, ItemList) for each in item.blocks)
        whole = ("\n" if tight else "\n\n").join([first, *below])
        return f"{'-   ' if bulleted else '1.  '}" + whole.replace("\n", "\n    ").replace("\n    \n", "\n\n")

    def _table(self, table: Table) -> Iterator[str]:
        if table.caption:
            yield f"<strong>{self._line(table.caption)}</strong>"
        rows = [self._row(table.header), "|" + " --- |" * len(table.header), *map(self._row, map(_cells, table.rows))]
        yield "\n".join(rows)

    def _row(self, cells: tuple[Inlines, ...]) -> str:
        return f"| {' | '.join(map(self._line, cells))} |"

    def _box(self, box: Box) -> str:
        field = box.open and words_of(box.open.language).field.format(box.open.path)  # for planners alone
        told = [at_start(self._line(line)) for line in box.lines if inline_text(line) != field]
        lines = [f"<strong>{escaped(box.title)}</strong>", *told]
        return "\n>\n".join(f"> {line}" for line in lines if line)

    def _shown(self, picture: Picture) -> str:
        """A picture of what stands below it."""
        self._pictures.append(picture.svg)
        source, alt = self._picture.format(len(self._pictures)), escape(one_line(picture.alt).strip())
        return f'<figure><img src="{escape(source)}" alt="{alt}"></figure>'

    def _figure(self, figure: Figure) -> Iterator[str]:
        """A picture, and the same in words below it, as HTML that leadkit alone wrote."""
        self._pictures.append(drawn(figure).svg)
        source = self._picture.format(len(self._pictures))
        caption = _html(figure.caption)
        lines = "".join(f"<li>{_html(line)}</li>" for line in figure.lines)
        words = WORDS[self._document.language]["in_words"]
        yield (
            f'<figure><img src="{escape(source)}" alt="{caption}"><figcaption>{caption}</figcaption></figure>\n'
            f"<details><summary>{escape(words)}</summary><ul>{lines}</ul></details>"
        )


def _html(inlines: Inlines) -> str:
    return escape(one_line(inline_text(inlines)).strip())


def _cells(row: Row) -> tuple[Inlines, ...]:
    return row.cells


def _items(sections: list[Section]) -> Iterator[Item]:
    waiting: list[Block] = [block for section in sections for block in section.blocks]
    while waiting:
        block = waiting.pop()
        for item in block.items if isinstance(block, ItemList) else ():
            yield item
            waiting += item.blocks
