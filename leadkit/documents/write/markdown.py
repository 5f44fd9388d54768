"""The Markdown writer: a text that can be read alone, with numbers and references printed as words.

Whatever comes from a clause or a value is escaped, so that a CommonMark reader (0.31.2) shows it as it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from leadkit.documents.tree.blocks import Block, Box, Figure, Item, ItemList, Paragraph, Signature, Table
from leadkit.documents.tree.document import Article, Document, Section
from leadkit.documents.tree.inline import Emphasis, Gap, Inline, Inlines, Strong, Tick
from leadkit.documents.tree.plain import BLANK_TEXT, inline_text
from leadkit.documents.write import cover as cover_words

_ALWAYS = re.compile(r"[\\`*\[\]<>|~]|&(?=#?\w)|(?<![^\W_])_|_(?![^\W_])")
# What only the start of a block can turn into a heading, list, quotation, rule or underlined heading.
_AT_START = re.compile(r"(?:[#+=-]|[0-9]{1,9}(?=[.)]))")
_CLOSING = re.compile(r"#+$")
_TICK = "[ ]"
_BACKSLASHED = r"\\\g<0>"


def to_markdown(document: Document) -> str:
    """Print a document as Markdown, ending with one line break."""
    blocks = [
        *_audience(document),
        *(_cover if cover_words.has_cover(document) else _head)(document),
        *_told(document),
        *(line for each in document.articles for line in _article(each)),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def escape(text: str) -> str:
    """Escape text so that it reads literally anywhere inside a block."""
    return _ALWAYS.sub(lambda match: "\\" + match[0], text)


def _start(text: str) -> str:
    """Escape what the start of a block would turn into markup; ``text`` is escaped already."""
    match = _AT_START.match(text)
    if match is None:
        return text
    return f"\\{text}" if not match[0].isdigit() else f"{match[0]}\\{text[match.end() :]}"


def _inlines(inlines: Inlines) -> str:
    return "".join(_inline(each, inlines, index) for index, each in enumerate(inlines))


def _block(inlines: Inlines) -> str:
    return _start(_inlines(inlines).strip())


def _inline(inline: Inline, around: Inlines, index: int) -> str:
    if isinstance(inline, Strong | Emphasis):
        return _marked(inline, around, index)
    if isinstance(inline, Tick):
        return _tick(inline_text(around[index + 1 :])[:1])
    if isinstance(inline, Gap) and inline.text.startswith("["):
        return f"**{escape(inline.text)}**"
    return escape(inline.text)


def _tick(after: str) -> str:
    """A box to tick; before a bracket, it would be read as a link."""
    return escape(_TICK) if after == "(" else _TICK


def _marked(inline: Strong | Emphasis, around: Inlines, index: int) -> str:
    """Set words in bold or italics, unless the words beside them would keep the marks from being read."""
    mark = "**" if isinstance(inline, Strong) else "*"
    text = _inlines(inline.content)
    inner = text.strip()
    if not inner:
        return text
    before = inline_text(around[:index])[-1:]
    after = inline_text(around[index + 1 :])[:1]
    readable = inline_text(inline.content).strip()
    beside_marks = index > 0 and isinstance(around[index - 1], Strong | Emphasis)
    if beside_marks or not (_clear(before, readable[:1]) and _clear(after, readable[-1:])):
        return text
    lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{lead}{mark}{inner}{mark}{tail}"


def _clear(outside: str, inside: str) -> bool:
    """Whether marks between two characters count as marks (CommonMark 0.31.2, section 6.2, flanking runs)."""
    return inside.isalnum() or not outside or outside.isspace() or unicodedata.category(outside).startswith("P")


def _audience(document: Document) -> Iterator[str]:
    if said := cover_words.audience(document):
        yield f"**{escape(said)}**"


def _cover(document: Document) -> Iterator[str]:
    cover = document.cover
    yield _heading(1, escape(cover.title))
    program = (("Program", words),) if (words := cover_words.subtitle(cover)) else ()
    yield "\n".join(f"- **{label}:** {_inlines(words)}" for label, words in (*program, *cover_words.rows(cover)))


def _head(document: Document) -> Iterator[str]:
    for part, words in cover_words.head(document):
        yield _heading(1, _inlines(words)) if part == "title" else _block(words)


def _told(document: Document) -> Iterator[str]:
    """What a reader must know before the text."""
    for notice in cover_words.notices(document):
        yield f"> {escape(notice)}"
    if opens := cover_words.opens(document):
        yield f"**{cover_words.OPEN_HEADING}**"
        yield "\n".join(f"- {escape(each.place.text)}: {escape(cover_words.open_sentence(each))}" for each in opens)


def _heading(level: int, text: str) -> str:
    """A heading, of which a closing ``#`` is kept from being read as its end."""
    return f"{'#' * level} {_CLOSING.sub(_BACKSLASHED, text)}" if text else ""


def _article(article: Article) -> Iterator[str]:
    heading = ". ".join(part for part in (article.number, escape(article.title)) if part)
    yield _heading(2, heading)
    for clause in article.clauses:
        for section in clause.sections:
            yield from _section(section)


def _section(section: Section) -> Iterator[str]:
    if section.title:
        number = f"{section.number} " if section.number else ""
        yield _heading(3, f"{number}{_inlines(section.title).strip()}")
    for block in section.blocks:
        yield from _written(block)


def _written(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield _block(block.content)
    elif isinstance(block, ItemList):
        yield _list(block)
    elif isinstance(block, Table):
        yield from _table(block)
    elif isinstance(block, Box):
        yield _box(block)
    elif isinstance(block, Figure):
        yield from _figure(block)
    else:
        yield _signature(block)


def _list(block: ItemList) -> str:
    return ("\n" if _tight(block) else "\n\n").join(_item(item, block.bulleted) for item in block.items)


def _tight(block: ItemList) -> bool:
    """Whether a list holds nothing but items, which then need no empty lines between them."""
    return all(isinstance(each, ItemList) and _tight(each) for item in block.items for each in item.blocks)


def _item(item: Item, bulleted: bool) -> str:
    text = _inlines(item.content).strip()
    first = _start(text) if bulleted else f"{_start(item.number)} {text}"
    below = [written for block in item.blocks for written in _written(block)]
    tight = all(isinstance(block, ItemList) and _tight(block) for block in item.blocks)
    whole = ("\n" if tight else "\n\n").join([first, *below])
    return "- " + whole.replace("\n", "\n  ").replace("\n  \n", "\n\n")


def _table(table: Table) -> Iterator[str]:
    if table.caption:
        yield f"**{_inlines(table.caption).strip()}**"
    lines = [_row(table.header), "|" + " --- |" * len(table.header), *(_row(row.cells) for row in table.rows)]
    yield "\n".join(lines)


def _row(cells: tuple[Inlines, ...]) -> str:
    return "| " + " | ".join(_inlines(cell).strip() for cell in cells) + " |"


def _figure(figure: Figure) -> Iterator[str]:
    """A picture in words: a text has none."""
    yield f"**{_inlines(figure.caption).strip()}**"
    yield "\n".join(f"- {_block(line)}" for line in figure.lines)


def _box(box: Box) -> str:
    lines = [f"**{escape(box.title)}**", *(_block(line) for line in box.lines)]
    return "\n>\n".join(f"> {line}" for line in lines)


def _signature(block: Signature) -> str:
    lines = [f"**{_inlines(block.party).strip()}**"]
    if block.capacity:
        lines.append(f"*{_inlines(block.capacity).strip()}*")
    for line in block.lines:
        lines.append(f"{escape(line.label)}: {_inlines(line.content).strip() or escape(BLANK_TEXT)}")
    return "\n\n".join(lines)
