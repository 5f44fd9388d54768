"""LK303: an id that nothing refers to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity
from leadkit.source.tree import Mapping, Sequence

if TYPE_CHECKING:
    from leadkit.check.subject import Subject
    from leadkit.source.tree import Node

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
        "open: agencies.ID.part.",
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
    written = Counter(_words(subject.jurisdiction.source.root))
    used = {use.id for use in subject.uses}
    for collection, (noun, remedy) in COLLECTIONS.items():
        for name, entry in subject.declared(collection).items():
            if name in used or written[name] > 1 or subject.unread(collection, name):
                continue
            if collection == "agencies" and _has_a_part(subject, name):
                continue
            yield CODE.at(
                entry.key.span,
                message=f'Nothing refers to the {noun} "{name}".',
                remedy=remedy,
                path=f"{collection}.{name}",
            )


def _words(node: Node) -> Iterator[str]:
    """Every name and value that is written, on whatever day it holds; a path under ``open`` is none of an id's uses."""
    if isinstance(node, Mapping):
        for name, entry in node.entries.items():
            yield name
            yield from _words(entry.value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _words(item)
    elif node.value:
        yield node.value


def _has_a_part(subject: Subject, name: str) -> bool:
    """Whether the agency's part is told in words, or is known to be in no source."""
    agency = subject.program.agencies.get(name)
    return agency is not None and (agency.part is not None or subject.said(("agencies", name, "part")) is not None)
