"""A memorandum as a reader has it: whole, and section by section."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from leadkit.documents import Composition, to_markdown
from leadkit.documents.tree.document import Document

Printed: TypeAlias = Callable[..., Composition]


def tree(composition: Composition) -> Document:
    assert composition.document is not None, [one.message for one in composition.diagnostics]
    return composition.document


def text(composition: Composition) -> str:
    return to_markdown(tree(composition))


def section(whole: str, title: str) -> str:
    """The text of one section, without its number."""
    match = re.search(rf"^### (?:[0-9A-Z.]+ )?{re.escape(title)}\n(.*?)(?=^##|\Z)", whole, re.MULTILINE | re.DOTALL)
    assert match, f"no section {title}"
    return match[1]
