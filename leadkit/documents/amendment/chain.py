"""The chain of amendments: what each did to the words of the agreement, kept so that it can be done again.

A record holds the sections that changed, each with its words before and after. Done in order upon the first text,
the records of all amendments lead to the text in force; where they do not, something was changed beside them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from leadkit.documents.tree.plain import block_lines, inline_text

if TYPE_CHECKING:
    from leadkit.documents.tree.document import Document, Section

VERSION = 1
"""The version of a record; a field is only ever added to a version."""

Words = dict[str, str]
"""The words of each section with its number, by its id, in the order of the text."""


class BrokenChain(ValueError):  # noqa: N818  (what it is, not that it is an error)
    """A record does not fit the text that it is to be done upon."""


def words_of(document: Document) -> Words:
    """The words of each section of a document, with its number."""
    sections = (one for article in document.articles for clause in article.clauses for one in clause.sections)
    return {each.id: _words(each) for each in sections}


def _words(section: Section) -> str:
    heading = f"{section.number} {inline_text(section.title)}".strip()
    return "\n".join([heading, *map(inline_text, block_lines(section.blocks))])


def digest_of(words: Words) -> str:
    """The SHA-256 of all sections, by which a record names the text before it and after it."""
    return hashlib.sha256("\0".join(f"{id_}\0{text}" for id_, text in words.items()).encode()).hexdigest()


def record(number: str, document: str, old: Words, new: Words) -> dict[str, object]:
    """What an amendment did, as plain data.

    Args:
        number: The number of the amendment, as ``Amendment No. 3``.
        document: The document that it amends.
        old: The text before it.
        new: The text after it.
    """
    ids = [*new, *(id_ for id_ in old if id_ not in new)]
    return {
        "version": VERSION,
        "number": number,
        "document": document,
        "from": digest_of(old),
        "to": digest_of(new),
        "sections": {id_: {"was": old.get(id_), "now": new.get(id_)} for id_ in ids if old.get(id_) != new.get(id_)},
        "order": list(new),
    }


def done(words: Words, amendment: Mapping[str, object]) -> Words:
    """The text after an amendment.

    Args:
        words: The text before it.
        amendment: Its record.

    Raises:
        BrokenChain: The record is of another text, or is no record that can be done.
    """
    if digest_of(words) != amendment.get("from"):
        raise BrokenChain(f"{amendment.get('number')} amends another text than the one before it leads to.")
    sections, order = amendment.get("sections"), amendment.get("order")
    if not isinstance(sections, Mapping) or not isinstance(order, list):
        raise BrokenChain(f"{amendment.get('number')} is no record of an amendment.")
    changed = {**words, **{str(id_): str(each["now"]) for id_, each in sections.items() if each["now"] is not None}}
    after = {str(id_): changed.get(str(id_), "") for id_ in order}
    if digest_of(after) != amendment.get("to"):
        raise BrokenChain(f"{amendment.get('number')} does not lead to the text that it names.")
    return after


def unpacked(content: bytes) -> dict[str, object]:
    """A record from its file.

    Raises:
        BrokenChain: It is none.
    """
    try:
        found = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError):
        raise BrokenChain("It is no JSON.") from None
    if not isinstance(found, dict) or found.get("version") != VERSION:
        raise BrokenChain("It is no record of an amendment that this leadkit reads.")
    return found
