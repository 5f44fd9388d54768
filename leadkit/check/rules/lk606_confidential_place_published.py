"""LK606: a confidential place that would be published."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from leadkit.diagnostic import Code, Diagnostic, Severity
from leadkit.model.audience import audience_of
from leadkit.model.base import Visibility

if TYPE_CHECKING:
    from leadkit.check.subject import Subject
    from leadkit.model.agencies.contact import Contact

CODE = Code(
    code="LK606",
    name="confidential-place-published",
    severity=Severity.ERROR,
    summary="A confidential place, or a way to reach a named person, is marked for publication.",
    why=(
        "A shelter is safe because nobody knows where it is. What is marked public goes to the site and "
        "to search engines, and cannot be called back."
    ),
    wrong=("areas:\n  haven-house: {visibility: public}\n"),
    right=("areas:\n  haven-house: {visibility: internal}\n"),
)
READS: tuple[str, ...] = ("areas", "agencies", "roles", "pathways", "services")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each confidential place, and each named person's contact, that everybody may read."""
    for name, place, marked in _confidential(subject):
        if audience_of(subject.program, place) is Visibility.PUBLIC:
            yield _finding(subject, marked, f'The place of "{name}" is confidential')
    for path, contact in _contacts(subject):
        reached = contact.person and (contact.phone or contact.text_message or contact.email)
        if reached and audience_of(subject.program, path) is Visibility.PUBLIC:
            yield _finding(subject, (*path, "person"), f'"{path[-1]}" tells how to reach a person by name')


Steps: TypeAlias = tuple[str, ...]


def _confidential(subject: Subject) -> Iterator[tuple[str, Steps, Steps]]:
    """The name of each confidential place, its path, and the path to point at."""
    program = subject.program
    for name, area in program.areas.items():
        if area.confidential is True:
            yield name, ("areas", name), ("areas", name, "visibility")
    hidden = {one.agency for one in program.services.providers.values() if one.confidential_location is True}
    for name, agency in program.agencies.items():
        if agency.address is not None and (name in hidden or agency.address.confidential is True):
            yield name, ("agencies", name, "address"), ("agencies", name, "address")
    for name, provider in program.services.providers.items():
        place, path = provider.location, ("services", "providers", name, "location")
        if place is not None and (provider.confidential_location is True or place.confidential is True):
            yield name, path, path
    for name, pathway in program.pathways.items():
        if pathway.site is not None and pathway.site.confidential is True:
            yield name, ("pathways", name, "site"), ("pathways", name, "site")
    for name, category in program.services.categories.items():
        if category.site is not None and category.site.confidential is True:
            path = ("services", "categories", name, "site")
            yield name, path, path


def _contacts(subject: Subject) -> Iterator[tuple[Steps, Contact]]:
    for name, agency in subject.program.agencies.items():
        for key, contact in agency.contacts.items():
            yield ("agencies", name, "contacts", key), contact
    for name, role in subject.program.roles.items():
        for key, contact in role.contacts.items():
            yield ("roles", name, "contacts", key), contact
    for name, provider in subject.program.services.providers.items():
        for key, contact in provider.contacts.items():
            yield ("services", "providers", name, "contacts", key), contact


def _finding(subject: Subject, path: Steps, what: str) -> Diagnostic:
    return CODE.at(
        subject.span(*path),
        message=f"{what}, and would be published.",
        remedy="Say visibility: internal, or leave the street or the name out.",
        path=".".join(path),
    )
