"""The head and foot of the pages of a returned file, which leadkit prints from the cover and no clause holds."""

from __future__ import annotations

from collections.abc import Iterator

from leadkit.diagnostic import Diagnostic
from leadkit.documents.returned.codes import TEXT_UNREAD
from leadkit.documents.returned.marks import key, keys, shortened, without_marks
from leadkit.documents.returned.record import Record
from leadkit.documents.write.docx.margins import Margins


def told_of_margins(record: Record, margins: Margins) -> Iterator[Diagnostic]:
    """Tell what was written into headers and footers, what of leadkit's own is gone from them, and a new picture.

    A record that an earlier build made keeps none of them, and nothing is told.
    """
    if not record.margins:
        return
    built, there = set(keys(record.margins)), set(keys(margins.lines))
    for line in margins.lines:
        if key(line) not in built:
            yield TEXT_UNREAD.at(
                message=f"The header or footer says “{shortened(without_marks(line))}”, which it was not built with.",
                remedy="Put the words into a clause; title, status and version come from the program.",
            )
    for line, own in record.margins.items():
        if own and key(line) not in there:
            yield TEXT_UNREAD.at(
                message=f"The header or footer no longer says “{shortened(without_marks(line))}”.",
                remedy="Change the field that it is printed from, such as the status; a new build prints the line.",
            )
    if margins.pictures > record.pictures:
        yield TEXT_UNREAD.at(
            message="A header or footer shows a picture that it was not built with.",
            remedy="Put the picture into the letterhead of the program, or leave it out.",
        )
