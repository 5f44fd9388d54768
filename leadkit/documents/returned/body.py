"""The body of a returned file as lines, each with the clause that it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from leadkit.documents.returned.asides import Aside, Asides
from leadkit.documents.returned.line import Line, Piece, Place, Trace
from leadkit.documents.returned.paragraph import ParagraphReader, View
from leadkit.documents.returned.xml import local, said, trace_of
from leadkit.documents.write.docx.xml import Element, W

_GROUPS = {"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"}
_HEADINGS = {"Heading2", "AppendixSection", "SectionUnnumbered"}
_ARTICLES = {"Heading1", "AppendixHeading", "HeadingUnnumbered"}
_CONTENTS = ("TOC", "HeadContents", "ContentsHeading")
_DEEPEST = 8
_FIRST_ITEM = 2
"""The level of items below the levels of the article and the section."""


@dataclass(frozen=True, slots=True)
class Body:
    """What was read.

    Attributes:
        lines: Every line, in order.
        found: The bookmarks of clauses that the file still has.
        unread: What stands beside the text, each with the clause it stands in.
    """

    lines: tuple[Line, ...]
    found: frozenset[str]
    unread: tuple[tuple[Aside, str], ...]


def read_body(body: Element, clauses: frozenset[str], articles: frozenset[str], view: View, asides: Asides) -> Body:
    """Read the body of a document.

    Args:
        body: The element ``w:body``.
        clauses: The bookmarks of the clauses that the file was built with.
        articles: Those of its articles.
        view: Which text is read.
        asides: Tells what stands beside the text.
    """
    reader = _BodyReader(clauses, articles, view, asides)
    reader.blocks(body, None)
    reader.finish()
    return Body(tuple(reader.lines), frozenset(reader.found), tuple(dict.fromkeys(reader.unread)))


@dataclass
class _BodyReader:
    clauses: frozenset[str]
    articles: frozenset[str]
    view: View
    asides: Asides
    lines: list[Line] = field(default_factory=list)
    found: set[str] = field(default_factory=set)
    unread: list[tuple[Aside, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._reader = ParagraphReader(self.view, self._bookmark, self.asides)
        self._here = ""
        self._last = ""
        self._ids: dict[str, str] = {}
        self._started: list[str] = []
        self._heads = ""
        self._opens: str | None = None
        self._tables = 0
        self._joined: tuple[list[Piece], list[Trace], Element, str] | None = None

    def _bookmark(self, name: str, id_: str) -> None:
        if name in self.clauses:
            self._ids[id_] = name
            self._here = self._last = name
            self._opens = None
            self._started.append(name)
            self.found.add(name)
        elif name in self.articles:
            self._heads = name
        elif not name and self._ids.get(id_):
            self._here = "" if self._here == self._ids[id_] else self._here

    def blocks(self, parent: Element, cell: tuple[int, int, int] | None) -> None:
        """Read paragraphs and tables."""
        for child in parent:
            name = local(child)
            if name == "p":
                self._paragraph(child, cell)
            elif name == "tbl":
                self._table(child)
            elif name in _GROUPS:
                self.blocks(child, cell)
            elif (aside := self.asides.at(child, "", self.view.left_out)) is not None:
                self.unread.append((aside, self._here or self._last))
            else:
                self._reader.anchor(child, name)

    def finish(self) -> None:
        """Write what still waits for a paragraph to be joined with."""
        if self._joined is not None:
            pieces, traces, paragraph, owner = self._joined
            self._joined = None
            self._write(pieces, traces, paragraph, owner, None)

    def _table(self, table: Element) -> None:
        self.finish()
        self._tables += 1
        number = self._tables
        rows = [row for row in _within(table, "tr") if not self._is_gone(row)]
        for index, row in enumerate(rows):
            for column, cell in enumerate(_within(row, "tc")):
                before = len(self.lines)
                self.blocks(cell, (number, index, column))
                self.finish()
                if len(self.lines) == before:
                    self._add([], [], cell, self._here, (number, index, column))

    def _is_gone(self, row: Element) -> bool:
        properties = row.find(f"{{{W}}}trPr")
        return properties is not None and any(local(each) in self.view.left_out for each in properties)

    def _paragraph(self, paragraph: Element, cell: tuple[int, int, int] | None) -> None:
        before = self._here
        self._started, self._heads = [], ""
        reader = self._reader
        reader.pieces, reader.traces, reader.unread = [], [], []
        contents = reader.in_contents
        reader.read(paragraph)
        if reader.is_inside_instruction:
            raise ValueError("a field without an end swallows the text behind it")
        if (contents or reader.in_contents) and not self._last:
            return
        owner = before or next(iter(self._started), "")
        self.unread += [(each, owner or self._last) for each in reader.unread]
        pieces, traces, shape = reader.pieces, reader.traces, paragraph
        joined = False
        if self._joined is not None:
            earlier, changed, begun, first = self._joined
            if "".join(piece.text for piece in earlier).strip():  # an empty one gives nothing to what it is joined with
                pieces, owner, shape = [*earlier, *pieces], first, begun
            traces = [*changed, *traces]
            self._joined = None
        for change in _mark_changes(paragraph):
            traces = [*traces, trace_of(change)]
            joined = joined or local(change) in self.view.left_out
        if joined and self._heads == "":
            self._joined = (pieces, traces, shape, owner)
        else:
            self._write(pieces, traces, shape, owner, cell)

    def _write(
        self, pieces: list[Piece], traces: list[Trace], shape: Element, owner: str, cell: tuple[int, int, int] | None
    ) -> None:
        for line in _broken(pieces):
            if "".join(piece.text for piece in line).strip():
                self._add(line, traces, shape, owner, cell)

    def _add(
        self, pieces: list[Piece], traces: list[Trace], shape: Element, owner: str, cell: tuple[int, int, int] | None
    ) -> None:
        style = _style(shape)
        place = Place.CLAUSE if owner else Place.BETWEEN if self._last else Place.FRONT
        if self._heads or (not owner and style in _ARTICLES):
            place, owner = Place.ARTICLE, self._heads
            self._opens = owner
        elif place is Place.BETWEEN and self._opens is not None:
            place = Place.OPENING
        elif place is Place.FRONT and style.startswith(_CONTENTS):
            return
        changed = tuple(dict.fromkeys(traces))
        level, heading = _level(shape, style), style in _HEADINGS
        self.lines.append(Line(tuple(pieces), place, self._owner(place, owner), heading, level, cell, changed))

    def _owner(self, place: Place, owner: str) -> str:
        return self._opens or "" if place in (Place.ARTICLE, Place.OPENING) else owner or self._last


def _within(parent: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also inside content controls and tracked groups."""
    for child in parent:
        if local(child) == name:
            yield child
        elif local(child) in _GROUPS:
            yield from _within(child, name)


def _mark_changes(paragraph: Element) -> Iterator[Element]:
    """The tracked changes of the mark that ends a paragraph: with it gone, the next paragraph is joined to it."""
    marks = paragraph.find(f"{{{W}}}pPr/{{{W}}}rPr")
    for each in marks if marks is not None else ():
        if local(each) in ("ins", "del", "moveFrom", "moveTo"):
            yield each


def _broken(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """The lines of a paragraph that has breaks in it."""
    line: list[Piece] = []
    for piece in pieces:
        first, *more = piece.text.split("\n")
        line.append(replace(piece, text=first))
        for text in more:
            yield line
            line = [replace(piece, text=text)]
    yield line


def _style(shape: Element) -> str:
    return said(shape.find(f"{{{W}}}pPr"), "pStyle")


def _level(shape: Element, style: str) -> int | None:
    """The depth of an item, by its style or by the number that an editor gave it, which goes before its style."""
    own = int(style[4:]) - 1 if style.startswith("Item") and style[4:].isdecimal() else None
    numbering = shape.find(f"{{{W}}}pPr/{{{W}}}numPr")
    if numbering is None or style in _HEADINGS:
        return own
    if said(numbering, "numId") == "0":
        return None
    depth = said(numbering, "ilvl")
    level = int(depth) if depth.isdecimal() and len(depth) < _DEEPEST else 0
    if own is not None and level < _FIRST_ITEM:
        return own
    return min(level - _FIRST_ITEM if level >= _FIRST_ITEM else level, _DEEPEST)
