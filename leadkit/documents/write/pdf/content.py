"""A clause tree as plain data: what ``page.typ`` sets, so that no word of a program is ever read as Typst code."""

from __future__ import annotations

from collections.abc import Iterator

from leadkit.documents.tree.blocks import Block, Box, Figure, Item, ItemList, Paragraph, Signature, Table
from leadkit.documents.tree.document import Article, ArticleKind, Document, Section
from leadkit.documents.tree.inline import Blank, Emphasis, Gap, Inline, Inlines, Reference, Strong, Text, Tick, Value
from leadkit.documents.tree.numbering import article_target
from leadkit.documents.tree.plain import alternative, inline_text
from leadkit.documents.words import words_of
from leadkit.documents.write import cover as cover_words
from leadkit.documents.write.columns import TEXT_WIDTH, WIDE, column_widths, low_cells
from leadkit.documents.write.drawing import drawn
from leadkit.documents.write.together import is_kept_together, is_whole, leads, ticked

Data = dict[str, object]


def content(document: Document) -> Data:
    """Everything that the page shows."""
    cover, own = document.cover, words_of(document.language)
    return {
        "title": cover.title,
        "program": _runs(cover_words.subtitle(cover)),
        "subject": inline_text(cover.jurisdiction),
        "day": [cover.on.year, cover.on.month, cover.on.day],
        "rows": [[label, _runs(words)] for label, words in cover_words.rows(document)],
        "notices": cover_words.notices(document),
        "open_heading": own.open_heading,
        "opens": [[_runs((each.place,)), _runs(cover_words.open_words(each))] for each in cover_words.opens(document)],
        "articles": [_article(each) for each in document.articles],
        "footer": cover_words.footer(document),
        "standing": cover_words.standing(document),
        "layout": document.layout.value,
        "page_head": [_runs(line) for line in cover_words.page_head(document)],
        "head": [[part, _runs(words)] for part, words in cover_words.head(document)],
        "contents": cover_words.has_contents(document),
        "contents_title": own.contents,
        "tick_name": own.tick,
        "page": own.page,
        "pages": own.pages,
        "language": own.tag,
    }


def _article(article: Article) -> Data:
    return {
        "target": article_target(article.id),
        "kind": article.kind.value,
        "number": article.number,
        "title": article.title,
        "sections": [_section(section, article.kind) for clause in article.clauses for section in clause.sections],
    }


def _section(section: Section, kind: ArticleKind) -> Data:
    return {
        "target": section.id,
        "number": section.number,
        "title": _runs(section.title),
        "blocks": _blocks(section.blocks),
        "whole": is_kept_together(section, kind),
    }


def _blocks(blocks: tuple[Block, ...]) -> list[Data]:
    return [{**_block(block), "leads": lead} for block, lead in zip(blocks, leads(blocks), strict=True)]


def _block(block: Block) -> Data:
    if isinstance(block, Paragraph):
        return {"kind": "paragraph", "runs": _runs(block.content)}
    if isinstance(block, ItemList):
        return {"kind": "list", "bulleted": block.bulleted, "items": [_item(item) for item in block.items]}
    if isinstance(block, Table):
        return _table(block)
    if isinstance(block, Box):
        return {"kind": "box", "title": block.title, "lines": [_runs(line) for line in block.lines]}
    if isinstance(block, Figure):
        return _figure(block)
    return _signature(block)


def _figure(figure: Figure) -> Data:
    drawing = drawn(figure)
    return {
        "kind": "figure",
        "caption": _runs(figure.caption),
        "svg": drawing.svg,
        "width": drawing.shown_width,
        "alternative": alternative(figure),
    }


def _item(item: Item) -> Data:
    return {
        "target": item.id,
        "number": item.number,
        "runs": _runs(item.content),
        "blocks": _blocks(item.blocks),
    }


def _table(table: Table) -> Data:
    return {
        "kind": "table",
        "caption": _runs(table.caption),
        "header": [_runs(cell) for cell in table.header],
        "cells": [_runs(cell) for row in table.rows for cell in row.cells],
        "filled_in": [low for row in low_cells(table.rows) for low in row],
        "ends_in_line": [bool(cell) and isinstance(cell[-1], Blank) for row in table.rows for cell in row.cells],
        "whole": is_whole(table),
        "widths": column_widths(table, TEXT_WIDTH),
        "wide": len(table.header) >= WIDE,
    }


def _signature(block: Signature) -> Data:
    return {
        "kind": "signature",
        "party": _runs(block.party),
        "capacity": _runs(block.capacity),
        "lines": [[line.label, _runs(line.content), line.is_signed] for line in block.lines],
    }


def _runs(inlines: Inlines, *, strong: bool = False, emphasis: bool = False) -> list[Data]:
    """A sentence as runs of one look; what is not said of a run is false."""
    return [run for inline in ticked(inlines) for run in _run(inline, strong, emphasis)]


def _run(inline: Inline, strong: bool, emphasis: bool) -> Iterator[Data]:
    if isinstance(inline, Strong | Emphasis):
        yield from _runs(
            inline.content,
            strong=strong or isinstance(inline, Strong),
            emphasis=emphasis or isinstance(inline, Emphasis),
        )
        return
    if isinstance(inline, Tick):
        yield {"tick": True}
        return
    run: Data = {"text": inline.text}
    if not run["text"]:
        return
    if strong or (isinstance(inline, Gap) and inline.text.startswith("[")):
        run["strong"] = True
    if emphasis:
        run["emphasis"] = True
    if isinstance(inline, Text | Value) and inline.language:
        run["language"] = inline.language
    if isinstance(inline, Reference) and inline.target:
        run["target"] = inline.target
    yield run
