"""What an amendment says: the sections that it replaces, adds and deletes, and the numbers that change with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from leadkit.documents.amendment.quoting import is_signed, quoted
from leadkit.documents.compare.comparison import ClauseChange, Comparison, SectionChange
from leadkit.documents.tree.blocks import Block
from leadkit.documents.tree.change import Change
from leadkit.documents.tree.document import Article, ArticleKind, Section
from leadkit.documents.tree.plain import inline_text


@dataclass(frozen=True, slots=True)
class AmendedSection:
    """One section that an amendment touches.

    Attributes:
        id: Its id in the agreement.
        change: ``added``, ``removed`` or ``changed``.
        place: How the agreement calls it: by its old number, or by its new one where it is added.
        title: Its heading; empty where it has none.
        article: The article that it stands in, as ``Article 5, Term``; empty where it has no number.
        opens: Whether it is the first of an article that is added with it.
        recital: Whether it is the recitals.
        text: The new text; nothing where it is removed.
    """

    id: str
    change: str
    place: str
    title: str
    article: str
    opens: bool
    recital: bool
    text: tuple[Block, ...]

    @property
    def heading(self) -> str:
        """What the amendment calls its own section about it."""
        return f"{self.place}, {self.title}" if self.title else f"{self.place[:1].upper()}{self.place[1:]}"


@dataclass(frozen=True, slots=True)
class Renumbered:
    """A section that has another number and no other words."""

    old: str
    new: str
    title: str


def amended_sections(comparison: Comparison) -> tuple[AmendedSection, ...]:
    """The sections whose words differ, in the order of the new text; those where parties sign are none of them."""
    return tuple(_amended(comparison))


def _amended(comparison: Comparison) -> Iterator[AmendedSection]:
    known = {article.id for article in comparison.old.articles}
    opened: set[str] = set()
    for clause in comparison.clauses:
        for section in clause.sections:
            article = clause.new_article or clause.old_article
            if section.change is Change.KEPT or article is None or any(map(is_signed, _sides(section))):
                continue
            opens = section.change is Change.ADDED and article.id not in known and article.id not in opened
            opened.add(article.id)
            yield _section(section, article, opens)


def _sides(section: SectionChange) -> tuple[Section, ...]:
    return tuple(each for each in (section.old, section.new) if each is not None)


def _section(section: SectionChange, article: Article, opens: bool) -> AmendedSection:
    named = section.old or section.new
    assert named is not None
    numbered = f"{article.number}, {article.title}" if article.number else ""
    return AmendedSection(
        id=named.id,
        change=section.change.value,
        place=f"Section {named.number}" if named.number else f"the part “{inline_text(named.title) or article.title}”",
        title=inline_text(named.title) if named.number else "",
        article=numbered,
        opens=opens,
        recital=article.kind is ArticleKind.RECITALS,
        text=quoted(section.new) if section.new else (),
    )


def renumbered(comparison: Comparison) -> tuple[Renumbered, ...]:
    """The sections that only have another number, in the order of the new text."""
    found = (pair for clause in comparison.clauses for pair in _numbers(clause))
    return tuple(found)


def _numbers(clause: ClauseChange) -> Iterator[Renumbered]:
    for section in clause.sections:
        if section.old and section.new and section.old.number != section.new.number:
            yield Renumbered(section.old.number, section.new.number, inline_text(section.new.title))
