"""The jurisdiction's own letterhead, and where the program names it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadkit.diagnostic import Diagnostic, Span
from leadkit.source.attached import read_attached
from leadkit.source.tree import Text, find

if TYPE_CHECKING:
    from leadkit.model.standing import Standing


@dataclass(frozen=True, slots=True)
class Letterhead:
    """A Word file to print a document on.

    Attributes:
        content: Its bytes.
        path: The field that names it.
        asked: Where that field stands, for findings.
    """

    content: bytes
    path: str
    asked: tuple[Span, ...] = ()


def letterhead_of(standing: Standing, document: str) -> Letterhead | Diagnostic | None:
    """The letterhead of a document that the program lists; None where it names none, a finding where none can be read.

    The file is looked for beside the text that names it, which may be the base that a program extends.
    """
    settings = standing.program.documents if standing.program else {}
    if document not in settings or settings[document].letterhead is None:
        return None
    written = find(standing.resolution.root, ("documents", document, "letterhead"))
    if not isinstance(written, Text) or not written.value:
        return None
    place = written.span.file.rpartition("/")[0]
    content = read_attached(place, written.value, written.span)
    path = f"documents.{document}.letterhead"
    return content if isinstance(content, Diagnostic) else Letterhead(content, path, (written.span,))
