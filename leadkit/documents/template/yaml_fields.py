"""The head of a clause and the outline, read as text by ``leadkit.source``."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from leadkit.documents.codes import LIBRARY
from leadkit.documents.template.problem import ClauseError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leadkit.source.tree import Plain


@lru_cache(maxsize=2048)  # many documents print one clause, and many programs one document
def yaml_fields(text: str, name: str, line: int = 1) -> Mapping[str, Plain]:
    """Read fields and their values; every value is text.

    Args:
        text: The YAML.
        name: Display name of the file it stands in.
        line: Line of that file on which ``text`` begins.

    Raises:
        ClauseError: ``leadkit.source`` finds an error in it, which becomes the problem's sentence.
    """
    from leadkit.source import read_text
    from leadkit.source.tree import plain

    # Empty lines put the text on the lines that it has in its file.
    root, diagnostics = read_text("\n" * (line - 1) + text, name)
    for found in diagnostics:
        if found.is_error:
            at = found.spans[0].line if found.spans else line
            raise ClauseError(LIBRARY, found.message, found.remedy, at)
    return {field: plain(entry.value) for field, entry in root.entries.items()}
