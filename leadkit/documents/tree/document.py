"""Sections, clauses, articles and the document with its cover."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from leadkit.documents.tree.blocks import Block
from leadkit.documents.tree.change import Change
from leadkit.documents.tree.inline import Inlines, Open, Reference, Text
from leadkit.documents.words import FIRST


class ArticleKind(StrEnum):
    """How an article is numbered: Article 1 and 1.1, Appendix A and A.1, recitals A to Z, or not at all."""

    ARTICLE = "article"
    APPENDIX = "appendix"
    RECITALS = "recitals"
    PLAIN = "plain"


class Layout(StrEnum):
    """How a document is laid out on paper.

    An agreement has a cover and contents; a paper has a compact head; a form has the same head in two lines and
    nothing else before its text; a sheet is a form on its side, for a wide table; a card is one sheet with two sides.
    """

    AGREEMENT = "agreement"
    PAPER = "paper"
    FORM = "form"
    SHEET = "sheet"
    CARD = "card"

    @property
    def is_brief(self) -> bool:
        """Whether nothing but a title and a line stands before the text."""
        return self in (Layout.FORM, Layout.SHEET, Layout.CARD)


SIDES = 2
"""How many sides a card has."""


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered section; in an article without numbers it may have no title.

    Attributes:
        id: Name by which a reference finds it, unique in the document.
        title: Its heading; empty where the text stands directly below the article's title.
        blocks: What stands in it.
        number: Such as ``3.1``; empty in an article without numbers.
        causes: Fields that decide whether it stands here.
        change: Whether it stands in both versions of a text.
    """

    id: str
    title: Inlines
    blocks: tuple[Block, ...]
    number: str = ""
    causes: tuple[str, ...] = ()
    change: Change = Change.KEPT


@dataclass(frozen=True, slots=True)
class Clause:
    """The text of one clause file.

    Attributes:
        id: Id of the clause, the same in every program.
        sections: Its sections, at least one.
        causes: Every field that the clause tested or counted.
        status: ``mandatory``, ``default`` or ``optional``.
        basis: The law or principle that it rests on, in words; may be empty.
        reworded: Who wrote it otherwise than the model has it, when and why; empty where nobody did.
    """

    id: str
    sections: tuple[Section, ...]
    causes: tuple[str, ...] = ()
    status: str = "default"
    basis: str = ""
    reworded: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """An article of the outline that holds at least one clause.

    Attributes:
        id: Its id in the outline.
        title: Its heading.
        kind: How it is numbered.
        clauses: Its clauses.
        number: Such as ``Article 3``.
        change: Whether it stands in both versions of a text.
        titles: The words of both versions of its heading, where they differ.
    """

    id: str
    title: str
    kind: ArticleKind
    clauses: tuple[Clause, ...]
    number: str = ""
    change: Change = Change.KEPT
    titles: Inlines = ()

    @property
    def heading(self) -> Inlines:
        """The words of its heading."""
        return self.titles or (Text(self.title),)


@dataclass(frozen=True, slots=True)
class OpenPlace:
    """One open matter and the first place in the document that it touches."""

    open: Open
    place: Reference


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands before the text.

    Attributes:
        title: Title of the document.
        jurisdiction: Whose document it is.
        status: Such as ``Draft`` or ``Adopted``.
        version: Version of the text; empty where none is kept.
        on: The day whose rules the document prints.
        notice: What a reader must know first: that counsel must review a draft, or which text an adopted one is.
        opens: What is open, in the order of the text; a decision that there is none is not open.
        further_open: How many open matters of the program this document does not touch.
        causes: The fields that decide the title and the notice.
        adopted: Whether the text is adopted, and no draft any more.
        fingerprint: The first digits of the SHA-256 of the text's words, by which another document cites it.
        whose: Whose own document it is, such as an agency's; empty where it is the program's.
        what: What it is and what it is not, in one sentence; may be empty.
        original: The title that the program gives it in another language than the document’s.
        translation: Who reviewed the translation, and when; empty for a draft, and where it is none.
    """

    title: str
    jurisdiction: Inlines
    status: Inlines
    version: Inlines
    on: date
    notice: str
    opens: tuple[OpenPlace, ...] = ()
    further_open: int = 0
    causes: tuple[str, ...] = ()
    adopted: bool = False
    fingerprint: str = ""
    whose: Inlines = ()
    what: str = ""
    original: Inlines = ()
    translation: Inlines = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A composed document: the same tree for every writer.

    Attributes:
        id: Such as ``mou``; the name of its file.
        audience: Who may read it: ``public``, ``restricted`` or ``privileged``.
        cover: What stands before the text.
        articles: The text.
        public_sources: Whether the program was compiled from public sources, which every page then says.
        invented: Whether the program is invented, which every page then says.
        digest: SHA-256 over the clauses and outline that it was composed from.
        source: The public part of the YAML that it was composed from, for a draft to carry; empty for none.
        letterhead: The Word file to print it on as such; empty for our own page.
        layout: How it is laid out on paper.
        electronic: Whether it may be signed electronically; None where nobody has said.
        cites: The documents whose text it names by fingerprint, each with the fingerprint.
        language: The language of its words.
        preliminary: Whether it is a translation that nobody qualified has reviewed, which every page then says.
    """

    id: str
    audience: str
    cover: Cover
    articles: tuple[Article, ...]
    public_sources: bool = False
    invented: bool = False
    digest: str = ""
    source: str = ""
    letterhead: bytes = b""
    layout: Layout = Layout.AGREEMENT
    electronic: bool | None = None
    cites: tuple[tuple[str, str], ...] = ()
    language: str = FIRST
    preliminary: bool = False
