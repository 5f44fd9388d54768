"""LK303: an id that nothing refers to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity
from leadkit.model.sharing.releases import Coverage

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK303",
    name="unused-id",
    severity=Severity.WARNING,
    summary="Something is declared, and nothing in the program refers to it.",
    why=(
        "An agency without a part, a clock that no step runs against or a decision that adopted nothing "
        "is mostly a slip: the reference to it was forgotten, or carries another id."
    ),
    wrong=(
        "agencies:\n"
        "  river-shelter: {legal_name: River Shelter, type: housing_provider, form: nonprofit, "
        "can_sign: no, hipaa_status: none}\n"
    ),
    right=(
        "agencies:\n"
        "  river-shelter: {legal_name: River Shelter, type: housing_provider, form: nonprofit, "
        "can_sign: no, hipaa_status: none}\n"
        "services:\n"
        "  providers:\n"
        "    shelter: {agency: river-shelter, categories: housing}\n"
    ),
)
READS: tuple[str, ...] = ()


COLLECTIONS = {
    "agencies": (
        "agency",
        "Give it a part in the program, or take it out. Where no source says what a partner does, list its part under "
        "open: agencies.ID.part, or agencies.*.part for all of them.",
    ),
    "procedure.clocks": ("clock", "Name it in a step, an intake or a handoff, or take it out."),
    "sharing.categories": ("category of information", "Name it in a flow, or take it out."),
    "sharing.releases": ("release of information", "Name it as the basis of a flow, or take it out."),
    "eligibility.substances": ("class of substance", "Name it in a limit or an offence, or take it out."),
    "sources": ("source", "Cite it, or take it out."),
}
"""Collections in which an id that nobody refers to is a slip, and what to do about one."""


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each id of these collections that nothing refers to on any day."""
    used, unread = subject.jurisdiction.used, subject.jurisdiction.unread
    for collection, (noun, remedy) in COLLECTIONS.items():
        for name, entry in subject.declared(collection).items():
            if (collection, name) in used or name in unread or subject.unread(collection, name):
                continue
            if not subject.has(*collection.split("."), name) or _stands_alone(subject, collection, name):
                continue
            if (collection, name) in subject.slips.values():
                continue
            yield CODE.at(
                entry.key.span,
                message=f'Nothing refers to the {noun} "{name}".',
                remedy=remedy,
                path=f"{collection}.{name}",
            )


def _stands_alone(subject: Subject, collection: str, name: str) -> bool:
    """Whether something has its use without a reference to it.

    The part of an agency may be told in words, or be in no source. A class of substances may be named as what a wider
    class is made of. A consent to proceedings in court is the basis of no flow within the program.
    """
    program = subject.program
    if collection == "agencies":
        agency = program.agencies.get(name)
        told = agency is not None and (agency.part is not None or subject.said(("agencies", name, "part")) is not None)
        return told or any(path[:2] == ("open", f"agencies.{name}.part") for path in subject.standing.faulty)
    if collection == "eligibility.substances":
        return name in program.eligibility.substances and program.eligibility.substances[name].part_of is not None
    if collection == "sharing.releases":
        release = program.sharing.releases.get(name)
        return release is not None and release.covers is Coverage.PART2_PROCEEDINGS
    return False
