"""Paragraphs, items, tables, boxes and signature blocks in HTML."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from leadkit.documents.tree.blocks import Block, Box, Figure, Item, ItemList, Paragraph, Signature, Table
from leadkit.documents.tree.inline import Inlines
from leadkit.documents.tree.plain import alternative, inline_text
from leadkit.documents.words import Words
from leadkit.documents.write.columns import low_cells
from leadkit.documents.write.drawing import drawn
from leadkit.documents.write.html.inlines import inlines


def blocks(parts: tuple[Block, ...], own: Words) -> Iterator[str]:
    """Every block in order, each on lines of its own, in a document of a language."""
    for block in parts:
        if isinstance(block, Paragraph):
            yield f"<p>{inlines(block.content)}</p>"
        elif isinstance(block, ItemList):
            yield from _list(block, own)
        elif isinstance(block, Table):
            yield from _table(block, own)
        elif isinstance(block, Box):
            yield from _box(block)
        elif isinstance(block, Figure):
            yield from _figure(block)
        else:
            yield from _signature(block)


def _list(block: ItemList, own: Words) -> Iterator[str]:
    """A list; its numbers are words of the text, so no browser can count differently."""
    kind = "ul" if block.bulleted else "ol"
    yield f'<{kind} role="list">'
    for item in block.items:
        yield from _item(item, block.bulleted, own)
    yield f"</{kind}>"


def _item(item: Item, bulleted: bool, own: Words) -> Iterator[str]:
    target = f' id="{escape(item.id)}"' if item.id else ""
    number = "" if bulleted else f'<span class="number">{escape(item.number)}</span> '
    yield f"<li{target}>{number}<p>{inlines(item.content)}</p>"
    yield from blocks(item.blocks, own)
    yield "</li>"


def _table(table: Table, own: Words) -> Iterator[str]:
    name = f"{own.table}: {inline_text(table.caption)}" if table.caption else own.table
    yield f'<div class="wide" tabindex="0" role="group" aria-label="{escape(name)}">'
    yield "<table>"
    if table.caption:
        yield f"<caption>{inlines(table.caption)}</caption>"
    yield "<thead><tr>" + "".join(f'<th scope="col">{inlines(cell)}</th>' for cell in table.header) + "</tr></thead>"
    yield "<tbody>"
    for row in table.rows:
        filled_in = ' class="filled-in"' if row.is_filled_in else ""
        cells = zip(row.cells, low_cells(row), strict=True)
        yield f"<tr{filled_in}>" + "".join(_cell(cell, row.is_filled_in and not low) for cell, low in cells) + "</tr>"
    yield "</tbody>"
    yield "</table>"
    yield "</div>"


def _cell(words: Inlines, at_top: bool) -> str:
    top = ' class="top"' if at_top else ""
    return f"<td{top}>{inlines(words)}</td>"


def _box(box: Box) -> Iterator[str]:
    yield '<div class="box" role="note">'
    yield f"<p><strong>{escape(box.title)}</strong></p>"
    for line in box.lines:
        yield f"<p>{inlines(line)}</p>"
    yield "</div>"


def _figure(figure: Figure) -> Iterator[str]:
    name = f"Figure: {inline_text(figure.caption)}"
    picture = f'<svg role="img" aria-label="{escape(alternative(figure))}" '
    yield "<figure>"
    yield f"<figcaption>{inlines(figure.caption)}</figcaption>"
    yield f'<div class="wide" tabindex="0" role="group" aria-label="{escape(name)}">'
    yield drawn(figure).svg.replace("<svg ", picture, 1)
    yield "</div>"
    yield "</figure>"


def _signature(block: Signature) -> Iterator[str]:
    yield '<div class="signature">'
    yield f"<p><strong>{inlines(block.party)}</strong></p>"
    if block.capacity:
        yield f"<p><em>{inlines(block.capacity)}</em></p>"
    yield "<dl>"
    for line in block.lines:
        filled = inlines(line.content) if line.content else '<span class="line">\N{NO-BREAK SPACE}</span>'
        apart = ' class="hand"' if line.is_signed and not line.content else ""
        yield f"<div{apart}><dt>{escape(line.label)}:</dt> <dd>{filled}</dd></div>"
    yield "</dl>"
    yield "</div>"
