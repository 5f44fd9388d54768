"""The codes of findings about a file that comes back; each example is such a file."""

from __future__ import annotations

from leadkit.diagnostic import Code, Severity

BAD_RETURNED = Code(
    "LK745", "returned-unreadable", Severity.ERROR,
    "The returned file is no Word document that can be read.",
    "An edit that is read from a damaged file may be one that nobody made.",
    "A returned file with the ending .docx that is an older .doc, or protected by a password.",
    "The same file saved in Word as a Word Document (.docx), without a password.",
    "ISO/IEC 29500-2 (the package); XML 1.0",
)  # fmt: skip
LARGE_RETURNED = Code(
    "LK746", "returned-too-large", Severity.ERROR,
    "The returned file unpacks to more than 50 MB or 500 parts, or is longer than any agreement.",
    "An agreement is text; something this large is made to fill a disk, or holds what is no agreement.",
    "A returned file of 2 MB that unpacks to 4 GB.",
    "The same agreement without its pictures.",
)  # fmt: skip
UNSAFE_RETURNED = Code(
    "LK747", "returned-unsafe", Severity.ERROR,
    "The returned file holds macros or embedded objects, or reaches for something outside the file.",
    "A draft that leadkit built has none of these. Whoever put them there did more than edit the text.",
    "A returned file that was saved as a Word Macro-Enabled Document.",
    "The same file saved as a Word Document (.docx).",
    "ISO/IEC 29500-2, 8.3.4 (TargetMode)",
)  # fmt: skip
NO_RECORD = Code(
    "LK748", "returned-without-record", Severity.ERROR,
    "The returned file does not say what leadkit built.",
    "Without the text that counsel began from, nobody can tell an edit from what stood there before.",
    "A copy of the agreement that was typed into a new Word file.",
    "The draft that leadkit build wrote, edited in place.",
)  # fmt: skip
OTHER_VERSION = Code(
    "LK749", "returned-other-version", Severity.ERROR,
    "The record inside the returned file is another version's, or was changed.",
    "Edits are told by comparing with the record; a record that is read wrongly makes edits that nobody made.",
    "A draft that an older leadkit built.",
    "A draft that this leadkit built, with counsel's edits made in it.",
)  # fmt: skip
OTHER_PROGRAM = Code(
    "LK750", "returned-other-program", Severity.ERROR,
    "The returned file is another document, or another program's.",
    "Counsel's words for one county do not belong into the agreement of another.",
    "leadkit review albany-mou.docx --into jurisdictions/santa-fe-nm",
    "leadkit review albany-mou.docx --into jurisdictions/albany-ny",
)  # fmt: skip
CHANGED_MEANWHILE = Code(
    "LK751", "returned-clause-changed-meanwhile", Severity.ERROR,
    "Counsel edited a clause that the program has changed since the file was built.",
    "Both are somebody's decision; which one stands, or how they go together, only a person can say.",
    "A notice of 30 days that counsel made 60, and that the program has made 45 meanwhile.",
    "The edit made by hand in the program's own files, or in a draft that is built anew.",
)  # fmt: skip
LOST_ANCHOR = Code(
    "LK752", "returned-lost-anchor", Severity.ERROR,
    "A clause has lost the mark by which it is found in the returned file.",
    "Whether its text was moved, rewritten or put elsewhere would be a guess.",
    "A clause that was cut, pasted as plain text and reworded.",
    "The clause edited where it stood.",
)  # fmt: skip
BY_HAND = Code(
    "LK753", "returned-edit-by-hand", Severity.WARNING,
    "An edit of the returned file is not one that leadkit can make.",
    "What cannot be proved to print counsel's words is not written; somebody has to make it.",
    "A row that counsel added to a table, which the program prints from its own data.",
    "The row's data written in the program's YAML.",
)  # fmt: skip
MANDATORY_REMOVED = Code(
    "LK754", "returned-mandatory-removed", Severity.WARNING,
    "The returned file leaves out a mandatory clause.",
    "Such a clause protects people or is required by law; to leave it out needs more than a deleted paragraph.",
    "An agreement without the clause that every program must have on voluntary participation.",
    "The clause in counsel's own words.",
)  # fmt: skip
COMMENTED = Code(
    "LK755", "returned-comment", Severity.NOTE,
    "A comment of the returned file has no place in the program.",
    "A question that is not written down anywhere is asked again next year.",
    "A comment on a sentence that no field of the program decides.",
    "The comment answered, or its question put under open.",
)  # fmt: skip
TEXT_UNREAD = Code(
    "LK756", "returned-text-unread", Severity.WARNING,
    "The returned file holds text in a place that is not read.",
    "What stands in a footnote, a text box or a footer is easily missed, and no part of the agreement's own text.",
    "A footnote that counsel added to a clause.",
    "The same words in the clause.",
)  # fmt: skip
TYPED_OVER = Code(
    "LK757", "returned-reference-typed-over", Severity.WARNING,
    "Somebody typed over the number of a reference in the returned file.",
    "The next refresh puts the old number back; whoever meant another section would never hear of it.",
    "“as Section 4.2 says”, where 4.3 was typed into the field.",
    "The clause with a reference to the other section.",
)  # fmt: skip

CODES: tuple[Code, ...] = (
    BAD_RETURNED, LARGE_RETURNED, UNSAFE_RETURNED, NO_RECORD, OTHER_VERSION, OTHER_PROGRAM, CHANGED_MEANWHILE,
    LOST_ANCHOR, BY_HAND, MANDATORY_REMOVED, COMMENTED, TEXT_UNREAD,
    TYPED_OVER,
)  # fmt: skip
"""Every code of this room."""
