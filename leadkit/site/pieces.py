"""The few words that filters say between values, in the language of a page; the clauses say all others themselves."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from leadkit.documents.tree.inline import Text, Value
from leadkit.documents.tree.rewrite import as_before, with_changed
from leadkit.documents.words import FIRST

if TYPE_CHECKING:
    from leadkit.documents.tree.document import Document

SPANISH = {
    "Source: ": "Fuente: ",
    "Sources: ": "Fuentes: ",
    "Of this part: ": "De esta parte: ",
    "as a ": "como ",
    "only ": "solo ",
    "only to ": "solo por ",
    "only in ": "solo en ",
    "with the approval of ": "con la aprobación de ",
    ", to ": ", por ",
    "none named": "no se dice",
    "none named in the sources": "las fuentes no lo dicen",
    "no further condition": "sin otra condición",
    "every pathway": "todas las vías",
    "every pathway that is open": "todas las vías abiertas",
    "inferred": "deducido",
    "disputed": "discutido",
    "in part": "en parte",
    "and": "y",
    "still to be decided: ": "por decidir: ",
}
"""Each by the English words."""
_DOUBT = re.compile("inferred|disputed|in part|and")
"""What is said of how well a part is known."""
_IN_ENGLISH = re.compile(r"^open\.|\.other_values\.|\.limbs\.")
"""The fields of which leadkit or the law says in English what they are about."""
_PIECES = {"es": SPANISH}


def in_its_language(document: Document) -> Document:
    """The page with these words in its language."""
    pieces = _PIECES.get(document.language)
    if document.language == FIRST or pieces is None:
        return document
    articles = tuple(_changed(each, pieces) for each in document.articles)
    return replace(document, articles=articles)  # type: ignore[arg-type]


def _changed(node: object, pieces: dict[str, str]) -> object:
    if isinstance(node, Text):
        before, words = ("; ", node.text[2:]) if node.text.startswith("; ") else ("", node.text)
        return replace(node, text=before + pieces[words]) if words in pieces else node
    if isinstance(node, Value) and node.path.endswith(".confidence"):
        return replace(node, text=_DOUBT.sub(lambda match: pieces[match[0]], node.text))
    if isinstance(node, Value) and not node.language and _IN_ENGLISH.search(node.path):
        return replace(node, language=FIRST)
    if isinstance(node, tuple):
        return as_before(node, tuple(_changed(each, pieces) for each in node))
    return with_changed(node, lambda part: as_before(part, tuple(_changed(each, pieces) for each in part)))
