"""How hard a text is to read: the school grade of Flesch and Kincaid, counted on running text.

The formula is that of Kincaid, Fishburne, Rogers and Chissom (*Derivation of New Readability Formulas*, 1975). It
counts words and syllables and knows no meaning: what it calls easy must still be read by somebody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.documents.codes import HARD_TO_READ
from leadkit.documents.tree.blocks import Block, ItemList, Paragraph
from leadkit.documents.tree.document import Document, Section
from leadkit.documents.tree.plain import inline_text, section_name
from leadkit.documents.words import FIRST

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic

_SENTENCE_END = re.compile(r"[.!?](?=\s|$)|\n\s*\n")
_WORD = re.compile(r"[A-Za-z’'-]*[A-Za-z]")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?<![aeiouytdlscxzgh])es$|(?<![aeiouytd])ed$|(?<![aeiouyl])e$")
_LEAST_WORDS = 40
"""Below so many words one long name decides, and a section is no measure."""


def hard_to_read(document: Document, highest: int, path: str) -> Iterator[Diagnostic]:
    """Tell of a document that asks for a higher school grade than it may; the measure is one of English alone.

    Args:
        document: The document.
        highest: The highest grade that its language may ask for.
        path: The field that says so.
    """
    texts = [
        (section_name(section) or article.title, _running(section))
        for article in document.articles
        for clause in article.clauses
        for section in clause.sections
    ]
    told = grade_of("\n\n".join(text for _, text in texts)) if document.language == FIRST else 0
    if round(told, 1) <= highest:
        return
    long = [each for each in texts if len(_WORD.findall(each[1])) >= _LEAST_WORDS]
    hardest, _ = max(long, key=lambda each: grade_of(each[1]), default=("", ""))
    first = f", first of all in “{hardest}”" if hardest else ""
    yield HARD_TO_READ.at(
        message=f"{document.id} asks its reader for school grade {told:.1f}, and may ask for {highest} at most.",
        remedy=f"Write shorter sentences and plainer words into the fields that it prints{first}.",
        path=path,
    )


def _running(section: Section) -> str:
    """The paragraphs and items of a section: headings, tables and boxes are not read as sentences."""
    return "\n\n".join(_lines(section.blocks))


def _lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield inline_text(block.content)
        elif isinstance(block, ItemList):
            for item in block.items:
                yield inline_text(item.content)
                yield from _lines(item.blocks)


def grade_of(text: str) -> float:
    """The school grade that a text asks for: 0.39 words per sentence + 11.8 syllables per word - 15.59.

    A text without words asks for none.
    """
    words = _WORD.findall(text)
    sentences = [part for part in _SENTENCE_END.split(text) if _WORD.search(part)]
    if not words:
        return 0
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def syllables(word: str) -> int:
    """The syllables of a word, as a person would count them in almost every case."""
    small = word.lower().strip("’'-")
    return sum(max(1, len(_VOWELS.findall(_SILENT.sub("", part)))) for part in re.split("[’'-]", small) if part)
