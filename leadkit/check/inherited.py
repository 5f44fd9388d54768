"""What a program takes over from its base although it tells of an act of one jurisdiction, such as a signature."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity
from leadkit.source import read_text
from leadkit.source.everywhere import entries_at
from leadkit.source.overlay import EXTENDS
from leadkit.source.tree import Mapping, Sequence

if TYPE_CHECKING:
    from leadkit.diagnostic import Span
    from leadkit.source import Source
    from leadkit.source.tree import Entry, Node

CODE = Code(
    "LK177",
    "inherited-act",
    Severity.WARNING,
    "A program takes over from its base what tells of an act of one jurisdiction.",
    "A base is shared; an adoption, an approval, a signature or the version of a document belongs to those whose act "
    "it was. Taken over as it stands, it is printed as an act of the program that extends the base, which nobody did.",
    "(extends: ../other-county, which has agreement.signatures)",
    "(the same, with remove: {agreement.signatures: {reason: We have not signed yet.}})",
)
ACTS = (
    "program.dates.mou_signed",
    "eligibility.list_status",
    "sharing.safeguards.*.signed",
    "agreement.approvals.*",
    "agreement.signatures.*",
    "agreement.amendments.*",
    "agreement.annexes.*.version",
    "agreement.annexes.*.adopted_on",
    "documents.*.version",
    "documents.*.adopted_by",
    "documents.*.adopted_on",
    "documents.*.counsel_review",
    "decisions.*",
)
"""What tells of an act, by path; ``*`` stands for an id."""
_EACH = ".*"


def inherited_acts(source: Source) -> Iterator[Diagnostic]:
    """One finding for all acts that a program takes over from its base as they stand."""
    place = None if source.base or len(source.folders) == 1 else _extends(source)
    if place is None:
        return
    found = {act: own for act in ACTS if (own := list(_taken_over(source, act)))}
    if found:
        yield CODE.at(
            place,
            *(own[0].key.span for own in found.values()),
            message="Acts of the base are taken over as they stand: "
            f"{', '.join(act.removesuffix(_EACH) for act in found)}.",
            remedy="Change each to what this program did itself, or remove it with the reason.",
        )


def _extends(source: Source) -> Span | None:
    """Where a folder says what it extends; None where it extends nothing."""
    for name, text in source.files.items():
        if source.is_own(name):
            entry = read_text(text, name)[0].entries.get(EXTENDS)
            if entry is not None:
                return entry.key.span
    return None


def _taken_over(source: Source, act: str) -> Iterator[Entry]:
    for entry in entries_at(source.root, act):
        if not any(source.is_own(span.file) for span in _spans(entry.value)):
            yield entry


def _spans(node: Node) -> Iterator[Span]:
    """Where the values below a node were written last."""
    if isinstance(node, Mapping):
        for entry in node.entries.values():
            yield from _spans(entry.value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _spans(item)
    else:
        yield node.span
