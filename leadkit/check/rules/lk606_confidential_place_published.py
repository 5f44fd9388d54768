"""LK606: a confidential place that would be published."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity
from leadkit.model.agencies.contact import Contact, Place
from leadkit.model.base import Visibility

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

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
READS: tuple[str, ...] = ("areas", "agencies", "pathways", "services")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each confidential place, and each named person's contact, that is public."""
    program = subject.program
    for name, area in program.areas.items():
        if area.confidential is True and area.visibility is Visibility.PUBLIC:
            yield _finding(subject, ("areas", name, "visibility"), f'The place of "{name}" is confidential')
    for name, provider in program.services.providers.items():
        place = provider.location
        hidden = provider.confidential_location is True or (place is not None and place.confidential is True)
        if hidden and place is not None and (place.street or place.visibility is Visibility.PUBLIC):
            shown = place.visibility or provider.visibility
            if shown is Visibility.PUBLIC:
                yield _finding(
                    subject, ("services", "providers", name, "location"), f'The place of "{name}" is confidential'
                )
    for path, site in _sites(subject):
        if site.confidential is True and site.visibility is Visibility.PUBLIC:
            yield _finding(subject, (*path, "site"), f'The place of "{path[-1]}" is confidential')
    for path, contact in _contacts(subject):
        if contact.person and contact.visibility is Visibility.PUBLIC and (contact.phone or contact.email):
            yield _finding(subject, (*path, "person"), f'"{path[-1]}" tells how to reach a person by name')


def _sites(subject: Subject) -> Iterator[tuple[tuple[str, ...], Place]]:
    for name, pathway in subject.program.pathways.items():
        if pathway.site is not None:
            yield ("pathways", name), pathway.site
    for name, category in subject.program.services.categories.items():
        if category.site is not None:
            yield ("services", "categories", name), category.site


def _contacts(subject: Subject) -> Iterator[tuple[tuple[str, ...], Contact]]:
    for name, agency in subject.program.agencies.items():
        for key, contact in agency.contacts.items():
            yield ("agencies", name, "contacts", key), contact
    for name, provider in subject.program.services.providers.items():
        for key, contact in provider.contacts.items():
            yield ("services", "providers", name, "contacts", key), contact


def _finding(subject: Subject, path: tuple[str, ...], what: str) -> Diagnostic:
    return CODE.at(
        subject.span(*path),
        message=f"{what}, and would be published.",
        remedy="Say visibility: internal, or leave the street or the name out.",
        path=".".join(path),
    )
