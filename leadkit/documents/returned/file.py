"""A returned file: opened as what comes from outside, and read in both views of its tracked changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from leadkit.documents.guest import Guest, UnfitFile
from leadkit.documents.returned.asides import read_asides
from leadkit.documents.returned.body import Body, read_body
from leadkit.documents.returned.codes import BAD_RETURNED, LARGE_RETURNED, UNSAFE_RETURNED
from leadkit.documents.returned.comments import read_comments
from leadkit.documents.returned.counting import shown_numbers
from leadkit.documents.returned.line import Comment, Trace
from leadkit.documents.returned.marks import tidy, without_marks
from leadkit.documents.returned.paragraph import View
from leadkit.documents.returned.record import Record, read_record
from leadkit.documents.returned.xml import day_of, local
from leadkit.documents.write.docx.archive import Archive, open_archive
from leadkit.documents.write.docx.margins import Margins, margins
from leadkit.documents.write.docx.xml import W

RETURNED = Guest(
    "returned file", BAD_RETURNED, LARGE_RETURNED, UNSAFE_RETURNED, frozenset(("hyperlink", "attachedTemplate"))
)
"""What comes back: nothing follows its links or opens the template that an office gives its files."""
_MOST_LINES, _LONGEST_LINE, _MOST_LETTERS = 10_000, 20_000, 2_000_000


@dataclass(frozen=True, slots=True)
class Returned:
    """A returned file.

    Attributes:
        record: What it was built with.
        accepted: Its text with every tracked change accepted.
        rejected: Its text with every tracked change rejected.
        comments: Its comments.
        saved: Who saved it last, and when.
        margins: What stands at the head and foot of its pages.
        numbers: What a reference to each bookmark may show once it is refreshed.
    """

    record: Record
    accepted: Body
    rejected: Body
    comments: tuple[Comment, ...]
    saved: Trace
    margins: Margins
    numbers: Mapping[str, frozenset[str]]


def read_returned(content: bytes) -> Returned:
    """Read a returned file.

    Raises:
        UnfitFile: It is not one, or must not be read.
    """
    with RETURNED.parsed():
        found = _read(open_archive(content, RETURNED))
    _refuse_no_agreement([*found.record.front, *(text for clause in found.record.clauses for text in clause.lines)])
    _refuse_no_agreement([*found.record.margins, *found.margins.lines])
    for each in (found.accepted, found.rejected):
        _refuse_no_agreement([line.text for line in each.lines])
    return found


def _read(archive: Archive) -> Returned:
    record = read_record(archive)
    body = archive.xml(archive.main).find(f"{{{W}}}body")
    if body is None:
        raise RETURNED.unread("The returned file has no text.")
    clauses, articles = frozenset(each.bookmark for each in record.clauses), frozenset(record.articles)
    asides = read_asides(archive)
    accepted, rejected = (read_body(body, clauses, articles, view, asides) for view in View)
    return Returned(
        record, accepted, rejected, read_comments(archive), _saved(archive), _margins(archive),
        shown_numbers(archive, body),
    )  # fmt: skip


def _margins(archive: Archive) -> Margins:
    related = archive.related.get(archive.main, {}).values()
    parts = dict.fromkeys(each.target for each in related if each.kind in ("header", "footer"))
    return margins(archive.trees[name] for name in parts if name in archive.trees)


def _refuse_no_agreement(lines: Sequence[str]) -> None:
    """Refuse what no agreement is like, in its text or its record: comparing it word by word would take hours."""
    long = any(len(line) > _LONGEST_LINE for line in lines) or sum(map(len, lines)) > _MOST_LETTERS
    if long or len(lines) > _MOST_LINES:
        raise UnfitFile(
            LARGE_RETURNED,
            f"The returned file, or its record, has over {_MOST_LINES:,} paragraphs or {_MOST_LETTERS:,} letters, or a "
            f"paragraph of over {_LONGEST_LINE:,}.",
            "Send the agreement alone, in paragraphs that can be read.",
        )


def _saved(archive: Archive) -> Trace:
    name = archive.one("", "core-properties")
    if name is None or name not in archive.trees:
        return Trace("")
    said = {local(each): tidy(without_marks(each.text or "")) for each in archive.trees[name].iter()}
    return Trace(said.get("lastModifiedBy", ""), day_of(said.get("modified", "")))
