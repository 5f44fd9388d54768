"""On which pages each source is cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.documents.tree.inline import Value
from leadkit.documents.tree.trace import walk

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leadkit.documents.tree.document import Document

_FIELD = ".sources"


def cited_on(pages: Iterable[Document | None]) -> dict[str, tuple[str, ...]]:
    """The titles of the pages that cite each source, by its id."""
    found: dict[str, dict[str, None]] = {}
    for page in pages:
        for node in walk(page) if page is not None else ():
            if isinstance(node, Value) and node.path.endswith(_FIELD):
                for id_ in node.text.split(", "):
                    found.setdefault(id_, {})[page.cover.title if page else ""] = None
    return {id_: tuple(titles) for id_, titles in found.items()}
