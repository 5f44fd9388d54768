"""What was read of files before, for a process that reads the same folder again and again."""

from __future__ import annotations

from leadkit.source.document import Document, document


class Parsed:
    """The files as they were read last: a text that has not changed says what it said."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, Document]] = {}

    def document(self, name: str, text: str) -> Document:
        """Read the sections of a file, as ``leadkit.source.document.document`` does."""
        known = self._known.get(name)
        if known is None or known[0] != text:
            known = (text, document(name, text))
            self._known[name] = known
        return known[1]
