"""What stands in a built file of any format: its lines, headings and tables, without a look at the clause tree."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import lxml.html
from lxml import etree
from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from tests.gates.tagged import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BLOCKS = frozenset(
    {"article", "blockquote", "body", "caption", "dd", "div", "dl", "dt", "figure", "footer", "form", "h1", "h2", "h3",
     "h4", "h5", "h6", "header", "li", "main", "ol", "p", "section", "table", "tbody", "td", "th", "thead", "tr", "ul"}
)  # fmt: skip
_NUMBER = re.compile(r"^(?:\([A-Za-z]{1,5}\)|[0-9A-Z]{1,2}\.[0-9]{1,2}|(?:Article|Appendix) [0-9A-Z]+\.|•)\s*")
"""The number of an item or heading, which a Word file leaves to Word."""


@dataclass(frozen=True)
class Line:
    """One paragraph, item, cell or heading; ``cell`` is its place in a table, as table, row and column."""

    words: str
    heading: bool = False
    cell: tuple[int, int, int] | None = None


@dataclass(frozen=True)
class Page:
    """A file as its reader finds it."""

    lines: tuple[Line, ...]

    @cached_property
    def text(self) -> str:
        """All of its words, a line for each paragraph, item and cell."""
        return "\n".join(line.words for line in self.lines)

    @cached_property
    def tables(self) -> list[list[list[str]]]:
        """The rows of each table, the first of which is its header."""
        tables: list[list[list[str]]] = []
        for line in self.lines:
            if line.cell is None:
                continue
            table, row, column = line.cell
            while len(tables) <= table:
                tables.append([])
            while len(tables[table]) <= row:
                tables[table].append([])
            cells = tables[table][row]
            while len(cells) <= column:
                cells.append("")
            cells[column] = f"{cells[column]} {line.words}".strip()
        return tables

    def headed(self, *header: str) -> list[list[str]]:
        """The rows below every header that begins with these cells."""
        return [row for rows in self.tables if tuple(rows[0][: len(header)]) == header for row in rows[1:]]

    @cached_property
    def below(self) -> list[tuple[str, str]]:
        """Each line that is no heading, with the heading above it."""
        found: list[tuple[str, str]] = []
        heading = ""
        for line in self.lines:
            if line.heading:
                heading = line.words
            else:
                found.append((heading, line.words))
        return found


def read(file: Path) -> Page:
    """Read a built file of any format; a PDF needs pikepdf."""
    lines = [(_NUMBER.sub("", _squeezed(line.words)), line) for line in _READERS[file.suffix](file)]
    return Page(tuple(Line(words, line.heading, line.cell) for words, line in lines if words or line.cell))


def _squeezed(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip()


def _of_markdown(file: Path) -> Iterator[Line]:
    page = MarkdownIt("commonmark").enable("table").render(file.read_text(encoding="utf-8"))
    return _of_element(lxml.html.fromstring(f"<div>{page}</div>"))


def _of_html(file: Path) -> Iterator[Line]:
    page = lxml.html.document_fromstring(file.read_bytes())
    for apart in page.xpath("//head | //nav | //a[@class='skip']"):
        apart.drop_tree()
    return _of_element(page)


class _Places:
    """Counts tables, rows and columns while a file is walked."""

    def __init__(self) -> None:
        self._table, self._row, self._column = -1, -1, -1

    def enter(self, tag: str) -> None:
        if tag == "table":
            self._table, self._row = self._table + 1, -1
        elif tag == "tr":
            self._row, self._column = self._row + 1, -1
        elif tag in ("td", "th"):
            self._column += 1

    @property
    def cell(self) -> tuple[int, int, int]:
        return self._table, self._row, self._column


def _of_element(root: lxml.html.HtmlElement) -> Iterator[Line]:
    """The words between the edges of blocks, each a line."""
    places = _Places()
    words: list[str] = []
    around: list[str] = []

    def line() -> Iterator[Line]:
        inside = next((tag for tag in reversed(around) if tag in ("td", "th")), "")
        heading = next((tag for tag in reversed(around) if re.fullmatch("h[1-6]", tag)), "")
        if "".join(words).strip() or (inside and around[-1] == inside):
            yield Line("".join(words), bool(heading), places.cell if inside else None)
        words.clear()

    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in _BLOCKS:
            if event == "start":
                yield from line() if words else ()
                around.append(tag)
                places.enter(tag)
            else:
                yield from line()
                around.pop()
        added = element.text if event == "start" else element.tail
        words.append("" if not tag and event == "start" else added or "")


def _of_docx(file: Path) -> Iterator[Line]:
    with zipfile.ZipFile(file) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    places = _Places()
    names = {f"{W}tbl": "table", f"{W}tr": "tr", f"{W}tc": "td"}
    for each in root.iter(*names, f"{W}p"):
        places.enter(names.get(each.tag, ""))
        style = each.find(f"{W}pPr/{W}pStyle")
        name = "" if style is None else str(style.get(f"{W}val"))
        if each.tag == f"{W}p" and not name.startswith("TOC"):
            inside = next(each.iterancestors(f"{W}tc"), None) is not None
            words = "".join(text.text or "" for text in each.iter(f"{W}t"))
            heading = name.startswith(("Heading", "Section"))
            yield Line(words, heading, places.cell if inside else None)


def _of_pdf(file: Path) -> Iterator[Line]:
    from tests.gates.tagged import tagged

    return _of_tag(tagged(file), _Places(), "")


_TAGS = {"Table": "table", "TR": "tr", "TD": "td", "TH": "td"}
_INSIDE_LINES = frozenset({"Em", "Figure", "Lbl", "Link", "Span", "Strong"})
"""Tags of what stands inside a paragraph or beside one."""


def _of_tag(element: Element, places: _Places, cell: str) -> Iterator[Line]:
    tag = element.tag
    if tag in ("TOC", "Lbl"):
        return
    places.enter(_TAGS.get(tag, ""))
    cell = tag if tag in ("TD", "TH") else cell
    words = ""
    for each in element.inside:
        if isinstance(each, str) or each.tag in _INSIDE_LINES:
            words += each if isinstance(each, str) else "" if each.tag == "Lbl" else each.words
            continue
        if words.strip():
            yield Line(words, False, places.cell if cell else None)
        words = ""
        yield from _of_tag(each, places, cell)
    if words.strip() or cell == tag:
        yield Line(words, bool(re.fullmatch("H[1-6]", tag)), places.cell if cell else None)


_READERS: dict[str, Callable[[Path], Iterator[Line]]] = {
    ".docx": _of_docx, ".html": _of_html, ".md": _of_markdown, ".pdf": _of_pdf,
}  # fmt: skip
