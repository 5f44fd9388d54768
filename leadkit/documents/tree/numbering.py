"""Numbers and references, computed once for every writer.

One table of schemes serves both the numbers printed as text and the native numbering of the DOCX, so the two
cannot drift apart. Lists in one section go on counting: ``5.2(b)`` is then one place and no other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from leadkit.documents.tree.blocks import Block, Item, ItemList
from leadkit.documents.tree.document import Article, ArticleKind, Clause, Document, Section
from leadkit.documents.tree.inline import Reference
from leadkit.documents.tree.plain import inline_text
from leadkit.documents.tree.rewrite import rewrite_references
from leadkit.documents.words import FIRST, Words, words_of

FIRST_ITEM_LEVEL = 2


@dataclass(frozen=True, slots=True)
class Level:
    """How one level is numbered.

    Attributes:
        format: A number format of ISO/IEC 29500-1, 17.18.59: ``decimal``, ``lowerLetter`` …
        text: The number with its surroundings, where ``%n`` is the count at level ``n`` (17.9.11).
    """

    format: str
    text: str


_ITEMS = (Level("lowerLetter", "(%3)"), Level("lowerRoman", "(%4)"), Level("upperLetter", "(%5)"))

Scheme = tuple[Level | None, ...]


def schemes(language: str = FIRST) -> dict[ArticleKind, Scheme]:
    """Levels from the article (0) and the section (1) to the items (2 and deeper); None has no number."""
    words = words_of(language)
    return {
        ArticleKind.ARTICLE: (Level("decimal", f"{words.article} %1"), Level("decimal", "%1.%2"), *_ITEMS),
        ArticleKind.APPENDIX: (Level("upperLetter", f"{words.appendix} %1"), Level("decimal", "%1.%2"), *_ITEMS),
        ArticleKind.RECITALS: (None, None, Level("upperLetter", "%3."), *_ITEMS[1:]),
        ArticleKind.PLAIN: (None, None, *_ITEMS),
    }


DEEPEST = len(_ITEMS)
"""How many levels of items there are."""


def article_target(article: str) -> str:
    """The target by which a reference finds an article, apart from a clause of the same id."""
    return f"article:{article}"


def count_text(format_: str, count: int) -> str:
    """Print ``count`` as Word prints it: after ``z`` comes ``aa``, then ``bb``."""
    if format_ == "decimal":
        return str(count)
    if format_ == "lowerRoman":
        return _roman(count)
    letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
    return letter if format_ == "lowerLetter" else letter.upper()


def _roman(count: int) -> str:
    pairs = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
             (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
    text = ""
    for value, letters in pairs:
        text += letters * (count // value)
        count %= value
    return text


@dataclass(slots=True)
class _Counter:
    """Counts as Word does: a level starts anew below each number above it."""

    scheme: Scheme
    words: Words
    counts: list[int] = field(default_factory=lambda: [0] * 9)

    def next(self, level: int) -> str:
        self.counts[level] += 1
        self.counts[level + 1 :] = [0] * (8 - level)
        form = self.scheme[level]
        if form is None:
            return ""
        text = form.text
        for index, each in enumerate(self.scheme):
            if each is not None:
                text = text.replace(f"%{index + 1}", count_text(each.format, self.counts[index]))
        return text


def number(document: Document) -> Document:
    """Give every article, section and item its number, and every reference its words.

    A reference to nothing keeps its empty words; the composer reports it.
    """
    targets: dict[str, Reference] = {}
    words = words_of(document.language)
    counters = {kind: _Counter(scheme, words) for kind, scheme in schemes(document.language).items()}
    articles = tuple(_article(article, counters[article.kind], targets) for article in document.articles)
    resolved: Callable[[Reference], Reference] = lambda each: targets.get(each.target, each)  # noqa: E731
    numbered = replace(document, articles=articles)
    return rewrite_references(numbered, resolved)


def _article(article: Article, counter: _Counter, targets: dict[str, Reference]) -> Article:
    own = counter.next(0)
    target = article_target(article.id)
    targets[target] = Reference(target, "" if own else f"“{article.title}”", own)
    clauses = tuple(_clause(clause, article, counter, targets) for clause in article.clauses)
    return replace(article, number=own, clauses=clauses)


def _clause(clause: Clause, article: Article, counter: _Counter, targets: dict[str, Reference]) -> Clause:
    sections = tuple(_section(section, article, counter, targets) for section in clause.sections)
    targets.setdefault(clause.id, replace(targets[sections[0].id], target=sections[0].id))
    return replace(clause, sections=sections)


def _section(section: Section, article: Article, counter: _Counter, targets: dict[str, Reference]) -> Section:
    # Recitals go on counting from one section to the next, so no section is counted among them.
    own = "" if article.kind is ArticleKind.RECITALS else counter.next(1)
    title = inline_text(section.title) or article.title
    targets[section.id] = Reference(section.id, counter.words.section if own else f"“{title}”", own)
    label = _item_label(article, own, title, counter.words)
    return replace(section, number=own, blocks=_blocks(section.blocks, 0, own, label, counter, targets))


def _item_label(article: Article, own: str, title: str, words: Words) -> str:
    if own:
        return words.section
    return words.recital if article.kind is ArticleKind.RECITALS else f"“{title}”"


def _blocks(
    blocks: tuple[Block, ...],
    level: int,
    prefix: str,
    label: str,
    counter: _Counter,
    targets: dict[str, Reference],
) -> tuple[Block, ...]:
    done: list[Block] = []
    for block in blocks:
        if isinstance(block, ItemList) and not block.bulleted:
            items = tuple(_item(each, level, prefix, label, counter, targets) for each in block.items)
            done.append(replace(block, items=items))
        elif isinstance(block, ItemList):
            items = tuple(replace(each, level=level) for each in block.items)
            done.append(replace(block, items=items))
        else:
            done.append(block)
    return tuple(done)


def _item(item: Item, level: int, prefix: str, label: str, counter: _Counter, targets: dict[str, Reference]) -> Item:
    own = counter.next(FIRST_ITEM_LEVEL + level)
    full = prefix + own.rstrip(".")
    if item.id:
        targets[item.id] = Reference(item.id, label, full)
    below = _blocks(item.blocks, level + 1, full, label, counter, targets)
    return replace(item, number=own, level=level, blocks=below)
