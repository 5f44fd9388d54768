"""The jurisdiction's own letterhead: where the program names it, and why one cannot be used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Span
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


class UnfitLetterhead(ValueError):  # noqa: N818  (what it is, not that it is an error)
    """A letterhead cannot be used, for a reason that the planner can do something about.

    Attributes:
        code: The code of the finding.
        message: What is wrong, in one sentence.
        remedy: What to do.
    """

    def __init__(self, code: Code, message: str, remedy: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.remedy = remedy


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
