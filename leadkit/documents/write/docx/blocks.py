"""Paragraphs, items, tables, boxes, figures and signature blocks in WordprocessingML."""

from __future__ import annotations

from dataclasses import dataclass

from leadkit.documents.tree.blocks import (
    Block,
    Box,
    Figure,
    Item,
    ItemList,
    Paragraph,
    Signature,
    SignatureLine,
    Table,
)
from leadkit.documents.tree.change import Change
from leadkit.documents.tree.document import ArticleKind
from leadkit.documents.tree.inline import Changed, Inlines
from leadkit.documents.tree.numbering import FIRST_ITEM_LEVEL
from leadkit.documents.write.columns import WIDE, column_widths, low_cells
from leadkit.documents.write.docx.figure import Pictures
from leadkit.documents.write.docx.inlines import InlineWriter
from leadkit.documents.write.docx.layout import ITEM_STEP, item_text_indent
from leadkit.documents.write.docx.numbering import BULLETS, body_indent
from leadkit.documents.write.docx.revisions import revised, revised_row, tracked
from leadkit.documents.write.docx.xml import Element, element, line_break, paragraph, run, run_properties, tab
from leadkit.documents.write.together import is_whole, leads

_SHORT_LABEL = 8
_ROOM_TO_WRITE = 560
"""How high a row is, at least, that is filled in by hand: 28 points."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands.

    Attributes:
        kind: Kind of its article.
        number: The numbering of its items, where it does not come from the style.
        level: How many items it stands in.
    """

    kind: ArticleKind
    number: int | None
    level: int = 0

    @property
    def indent(self) -> int:
        """Where its text begins."""
        body = body_indent(self.kind)
        return item_text_indent(self.level - 1, body) if self.level else body

    def below(self) -> Place:
        """The place of what stands below an item here."""
        return Place(self.kind, self.number, self.level + 1)


class BlockWriter:
    """Writes the blocks of one document, in a text of a width in twentieths of a point."""

    def __init__(self, inlines: InlineWriter, width: int, pictures: Pictures) -> None:
        self._inlines = inlines
        self._width = width
        self._pictures = pictures

    def blocks(self, blocks: tuple[Block, ...], place: Place) -> list[Element]:
        """Every block in order; a table is always followed by a paragraph, as the format demands."""
        leading = zip(blocks, leads(blocks), strict=True)
        return [each for block, lead in leading for each in self._block(block, place, lead)]

    def _block(self, block: Block, place: Place, lead: bool) -> list[Element]:
        if isinstance(block, Paragraph):
            return [revised(self._paragraph(block, place, lead), block.change)]
        if isinstance(block, ItemList):
            return [each for item in block.items for each in self._item(item, block.bulleted, place)]
        if isinstance(block, Table):
            return self._table(block, place)
        if isinstance(block, Box):
            return [revised(self._box(block, place), block.change)]
        if isinstance(block, Figure):
            return [revised(each, block.change) for each in self._figure(block)]
        return self._signature(block)

    def _paragraph(self, block: Paragraph, place: Place, lead: bool) -> Element:
        runs = self._inlines.runs(block.content)
        if place.level:
            return paragraph(f"ItemText{place.level}", *runs, left=place.indent, keep_next=lead)
        return paragraph("BodyText" if place.indent else "BodyPlain", *runs, keep_next=lead)

    def _item(self, item: Item, bulleted: bool, place: Place) -> list[Element]:
        content = self._inlines.anchored(item.id, self._inlines.runs(item.content))
        if bulleted:
            left = place.indent + ITEM_STEP
            first = paragraph("Bullet", *content, numbering=(BULLETS, item.level), left=left, hanging=ITEM_STEP)
        else:
            numbering = None if place.number is None else (place.number, FIRST_ITEM_LEVEL + item.level)
            first = paragraph(f"Item{item.level + 1}", *content, numbering=numbering)
        return [revised(first, item.change), *self.blocks(item.blocks, place.below())]

    def _table(self, table: Table, place: Place) -> list[Element]:
        indent = 0 if len(table.header) >= WIDE else place.indent
        width = self._width - indent
        widths = column_widths(table, width)
        properties = element(
            "tblPr",
            element("tblStyle", val="RuledTable"),
            element("tblW", w=width, type="dxa"),
            element("tblInd", w=indent, type="dxa"),
            element("tblLayout", type="fixed"),
            element(
                "tblLook",
                val="0020",
                firstRow=1,
                lastRow=0,
                firstColumn=0,
                lastColumn=0,
                noHBand=1,
                noVBand=1,
            ),
        )
        grid = element("tblGrid", *(element("gridCol", w=each) for each in widths))
        whole, last = is_whole(table), len(table.rows) - 1
        rows = [
            revised_row(self._row(table.header, widths, header=True, keep=whole), table.change),
            *(
                revised_row(self._row(row.cells, widths, low=low, keep=whole and index < last), row.change)
                for index, (row, low) in enumerate(zip(table.rows, low_cells(table.rows), strict=True))
            ),
        ]
        caption = [paragraph("Caption", *self._inlines.runs(table.caption), left=indent)] if table.caption else []
        before, after = (
            [revised(each, table.change) for each in part] for part in (caption, [paragraph("AfterTable")])
        )
        return [*before, element("tbl", properties, grid, *rows), *after]

    def _row(
        self, cells: tuple[Inlines, ...], widths: list[int], *, header: bool = False, low: tuple[bool, ...] = (),
        keep: bool = False,
    ) -> Element:  # fmt: skip
        properties = element(
            "trPr",
            element("cantSplit"),
            element("trHeight", val=_ROOM_TO_WRITE, hRule="atLeast") if any(low) else None,
            element("tblHeader") if header else None,
        )
        style = ("Wide" if len(cells) >= WIDE else "") + ("TableHeading" if header else "TableText")
        written = [
            element("tc", element("tcPr", element("tcW", w=width, type="dxa"),
                                  element("vAlign", val="bottom") if at_foot else None),
                    paragraph(style, *self._inlines.runs(cell), keep_next=keep))
            for cell, width, at_foot in zip(cells, widths, low or (False,) * len(cells), strict=True)
        ]  # fmt: skip
        return element("tr", properties, *written)

    def _box(self, box: Box, place: Place) -> Element:
        runs = [run(box.title, run_properties(bold=True))]
        for line in box.lines:
            runs += [*_break_before(line), *self._inlines.runs(line)]
        return paragraph("Box", *runs, left=place.indent)

    def _figure(self, figure: Figure) -> list[Element]:
        """A picture with its caption, which both begin at the margin, as a wide table does."""
        caption = paragraph("Caption", *self._inlines.runs(figure.caption), left=0)
        return [caption, paragraph("Figure", self._pictures.run(figure, self._width / 20), left=0)]

    def _signature(self, block: Signature) -> list[Element]:
        party = [paragraph("SignatureParty", *self._inlines.runs(block.party))]
        if block.capacity:
            party.append(paragraph("SignatureCapacity", *self._inlines.runs(block.capacity)))
        last = len(block.lines) - 1
        parts = [(each, block.change) for each in party]
        for index, line in enumerate(block.lines):
            parts += [(each, line.change) for each in self._signature_line(line, keep=index < last)]
        return [revised(made, change) for made, change in parts]

    def _signature_line(self, line: SignatureLine, *, keep: bool) -> list[Element]:
        label = run(f"{line.label}:")
        if line.is_signed and not line.content:  # a label of its own is long, and a hand needs the whole line
            rule = paragraph("SignatureRule", tab(), keep_next=keep)
            return [paragraph("SignatureLine", label, keep_next=True), rule]
        value = self._inlines.runs(line.content) if line.content else [tab()]
        gap = [tab()] if len(line.label) <= _SHORT_LABEL else [run(" ")]
        return [paragraph("SignatureLine", label, *gap, *value, keep_next=keep)]


def _break_before(line: Inlines) -> list[Element]:
    """The break before a line of a box; it comes and goes with a line that one version alone has."""
    change = line[0].change if len(line) == 1 and isinstance(line[0], Changed) else Change.KEPT
    return tracked([line_break()], change)
