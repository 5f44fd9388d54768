"""LK301: an id that nothing declares."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Fix, Severity, did_you_mean, listed, one_slip_from
from leadkit.source import SourceText

if TYPE_CHECKING:
    from leadkit.check.subject import Subject
    from leadkit.diagnostic import Span
    from leadkit.model.walk import Use
    from leadkit.source import Removal

CODE = Code(
    code="LK301",
    name="reference-to-nothing",
    severity=Severity.ERROR,
    summary="An id that no part of the program declares.",
    why="Agencies, areas, offences and decisions are written once and referred to by id. A reference to an id that "
    "nobody declares would leave a gap in the agreement where a party, a place or an offense should stand.",
    wrong="governance:\n  bodies:\n    policy-coordinating-group:\n      members:\n"
    "        sampleton-polise: {agency: sampleton-polise}\n",
    right="governance:\n  bodies:\n    policy-coordinating-group:\n      members:\n"
    "        sampleton-police: {agency: sampleton-police}\n",
)
READS: tuple[str, ...] = ()
_KEEP_OR_CHANGE = "It was removed from the base. Change or remove this reference too, or keep what it names."


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each reference to an id that no collection declares on any day.

    Where many miss one id and the declaration that comes near is referred to by none, the slip is in the declaration:
    that is one finding, there.
    """
    for use in subject.uses:
        if any(use.id in subject.ids(collection) for collection in use.reference.collections):
            continue
        if any(subject.unread(collection, use.id) for collection in use.reference.collections):
            continue
        if slip := subject.slips.get((use.id, use.reference.collections)):
            yield _misspelt(subject, use.id, *slip)
            continue
        known = {name for collection in use.reference.collections for name in subject.ids(collection)}
        where = " or ".join(name for name in use.reference.collections if not name.startswith("catalogue."))
        place = _place(subject, use)
        removal = _removal(subject, use)
        remedy = _KEEP_OR_CHANGE if removal else did_you_mean(use.id, known) or _remedy(use, known, where)
        yield CODE.at(
            place,
            *([removal.span] if removal else []),
            message=f'There is no {use.reference.noun} "{use.id}"{" any more" if removal else ""}.',
            remedy=remedy,
            path=".".join(str(step) for step in use.path),
            fix=_respelling(subject, place, use.id, known),
        )


def _misspelt(subject: Subject, wanted: str, collection: str, name: str) -> Diagnostic:
    return CODE.at(
        subject.declared(collection)[name].key.span,
        message=f'"{name}" is declared here, but nothing refers to it, and many lines refer to "{wanted}".',
        remedy=f'Was "{wanted}" meant? Write that here, or correct the references.',
        path=f"{collection}.{name}",
    )


def _removal(subject: Subject, use: Use) -> Removal | None:
    """The removal by which a folder took out of its base what is referred to."""
    gone = {f"{collection}.{use.id}" for collection in use.reference.collections}
    return next((one for one in subject.jurisdiction.source.removed if ".".join(one.path) in gone), None)


def _place(subject: Subject, use: Use) -> Span:
    return subject.key(*use.path) if use.path and use.path[-1] == use.id else subject.span(*use.path)


def _respelling(subject: Subject, place: Span, written: str, known: set[str]) -> Fix | None:
    """The repair, where one id alone is one slip away from what is written."""
    meant = one_slip_from(written, known)
    text = subject.jurisdiction.source.files.get(place.file)
    if meant is None or text is None:
        return None
    edit = SourceText(place.file, text).respell(place, written, meant)
    return Fix(f"Write {meant} in place of {written}", (edit,)) if edit else None


def _remedy(use: Use, known: set[str], where: str) -> str:
    if not known:
        return f"Nothing is declared under {where}: declare it there, or bring back the file that said it."
    return f"Declare it under {where}, or use one of {listed(sorted(known))}."
