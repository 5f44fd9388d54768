"""Paragraphs, items, tables, boxes and signature blocks in HTML."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from leadkit.documents.tree.blocks import Block, Box, Figure, Item, ItemList, Paragraph, Signature, Table
from leadkit.documents.tree.plain import alternative, inline_text
from leadkit.documents.words import Words
from leadkit.documents.write.columns import low_cells
from leadkit.documents.write.drawing import drawn
from leadkit.documents.write.html.inlines import changed, inlines


def blocks(parts: tuple[Block, ...], own: Words) -> Iterator[str]:
    """Every block in order, each on lines of its own, in a document of a language."""
    for block in parts:
        if isinstance(block, Paragraph):
            yield f"<p>{changed(inlines(block.content), block.change)}</p>"
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
    number = "" if bulleted else f'<span class="number">{changed(escape(item.number), item.change)}</span> '
    yield f"<li{target}>{number}<p>{changed(inlines(item.content), item.change)}</p>"
    yield from blocks(item.blocks, own)
    yield "</li>"


def _table(table: Table, own: Words) -> Iterator[str]:
    name = f"{own.table}: {inline_text(table.caption)}" if table.caption else own.table
    yield f'<div class="wide" tabindex="0" role="group" aria-label="{escape(name)}">'
    yield "<table>"
    if table.caption:
        yield f"<caption>{changed(inlines(table.caption), table.change)}</caption>"
    header = (changed(inlines(cell), table.change) for cell in table.header)
    yield "<thead><tr>" + "".join(f'<th scope="col">{cell}</th>' for cell in header) + "</tr></thead>"
    yield "<tbody>"
    for row, lows in zip(table.rows, low_cells(table.rows), strict=True):
        filled_in = ' class="filled-in"' if row.is_filled_in else ""
        cells = zip(row.cells, lows, strict=True)
        written = (_cell(changed(inlines(cell), row.change), row.is_filled_in and not low) for cell, low in cells)
        yield f"<tr{filled_in}>" + "".join(written) + "</tr>"
    yield "</tbody>"
    yield "</table>"
    yield "</div>"


def _cell(written: str, at_top: bool) -> str:
    top = ' class="top"' if at_top else ""
    return f"<td{top}>{written}</td>"


def _box(box: Box) -> Iterator[str]:
    yield '<div class="box" role="note">'
    yield f"<p><strong>{changed(escape(box.title), box.change)}</strong></p>"
    for line in box.lines:
        yield f"<p>{changed(inlines(line), box.change)}</p>"
    yield "</div>"


def _figure(figure: Figure) -> Iterator[str]:
    name = f"Figure: {inline_text(figure.caption)}"
    picture = f'<svg role="img" aria-label="{escape(alternative(figure))}" '
    yield "<figure>"
    yield f"<figcaption>{changed(inlines(figure.caption), figure.change)}</figcaption>"
    yield f'<div class="wide" tabindex="0" role="group" aria-label="{escape(name)}">'
    yield drawn(figure).svg.replace("<svg ", picture, 1)
    yield "</div>"
    yield "</figure>"


def _signature(block: Signature) -> Iterator[str]:
    yield '<div class="signature">'
    yield f"<p><strong>{changed(inlines(block.party), block.change)}</strong></p>"
    if block.capacity:
        yield f"<p><em>{changed(inlines(block.capacity), block.change)}</em></p>"
    yield "<dl>"
    for line in block.lines:
        filled = inlines(line.content) if line.content else '<span class="line">\N{NO-BREAK SPACE}</span>'
        apart = ' class="hand"' if line.is_signed and not line.content else ""
        label = changed(f"{escape(line.label)}:", line.change)
        yield f"<div{apart}><dt>{label}</dt> <dd>{changed(filled, line.change)}</dd></div>"
    yield "</dl>"
    yield "</div>"
