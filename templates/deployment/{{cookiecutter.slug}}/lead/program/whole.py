"""A program as the service asks it. What only a page prints stays as the files have it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from .parts import PART2, Agency, Body, Category, Cell, Never, Recipient, Role


@dataclass(frozen=True)
class Program:
    """A program, by what the service needs of it; the mappings keep the form of the files."""

    id: str
    name: str
    service_name: str
    on: str
    digest: str
    time_zone: str
    languages: tuple[str, ...] = ("en",)
    colours: dict[str, str] = field(default_factory=dict)
    contact: dict[str, Any] = field(default_factory=dict)
    case_line: dict[str, Any] | None = None
    hosting: dict[str, Any] | None = None
    part2: bool = True
    retention_years: int = 6
    inactive_days: int = 30
    suppress_below: int = 11
    ends_on: str | None = None
    due: tuple[dict[str, Any], ...] = ()
    retention: dict[str, dict[str, Any]] = field(default_factory=dict)
    invented: bool = False
    policy: dict[str, Any] | None = None
    policy_digest: str = ""
    roles: dict[str, Role] = field(default_factory=dict)
    agencies: dict[str, Agency] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)
    outside: dict[str, dict[str, Any]] = field(default_factory=dict)
    groups: dict[str, str | None] = field(default_factory=dict)
    categories: dict[str, Category] = field(default_factory=dict)
    recipients: dict[str, Recipient] = field(default_factory=dict)
    cells: tuple[Cell, ...] = ()
    never: tuple[Never, ...] = ()
    safeguards: dict[str, dict[str, Any]] = field(default_factory=dict)
    accounting: dict[str, Any] = field(default_factory=dict)
    criminal_history: dict[str, Any] = field(default_factory=dict)
    consents: dict[str, dict[str, Any]] = field(default_factory=dict)
    pathways: dict[str, dict[str, Any]] = field(default_factory=dict)
    forms: dict[str, Any] = field(default_factory=dict)
    clocks: dict[str, dict[str, Any]] = field(default_factory=dict)
    charges: tuple[dict[str, Any], ...] = ()
    services: dict[str, Any] = field(default_factory=dict)
    measures: dict[str, Any] = field(default_factory=dict)
    documents: tuple[dict[str, Any], ...] = ()
    texts: dict[str, Any] = field(default_factory=dict)

    @property
    def papers(self) -> dict[str, dict[str, Any]]:
        """The program's documents, by their ids."""
        return {str(one["id"]): one for one in self.documents}

    def of_treatment(self, release: str, signed: dict[str, Any]) -> bool:
        """Whether a release is about records under Part 2, today or as it was signed.

        What the program no longer has, be it the release or a category of it, may have been about them.
        """
        today = self.consents.get(release)
        return today is None or self._treats(today) or self._treats(signed)

    def _treats(self, form: dict[str, Any]) -> bool:
        named = {one for block in form.get("blocks", {}).values() for one in block.get("categories", ())}
        of_part2 = any(one not in self.categories or self.categories[one].sensitivity in PART2 for one in named)
        return of_part2 or str(form.get("covers")).startswith("part2")

    @cached_property
    def desks(self) -> frozenset[str]:
        """The desks that somebody answers."""
        return frozenset(desk for role in self.roles.values() if not role.vacant for desk in role.desks)

    @cached_property
    def _cells(self) -> dict[tuple[str, str], list[Cell]]:
        """The cells by whom they tell of what; those that a rule of what is never shared bars are none."""
        found: dict[tuple[str, str], list[Cell]] = {}
        for cell in sorted(self.cells, key=lambda cell: cell.id):
            if not any(rule.bars(cell) for rule in self.never):
                found.setdefault((cell.recipient, cell.category), []).append(cell)
        return found

    @cached_property
    def _cells_to(self) -> dict[tuple[frozenset[str], str], list[Cell]]:
        return {}

    @cached_property
    def areas(self) -> dict[str, str]:
        """The areas of the pathways, by name."""
        return {one["id"]: one["label"] for path in self.pathways.values() for one in path.get("areas_named") or ()}

    @cached_property
    def offences(self) -> dict[str, str]:
        """The offenses of the pathways, by name."""
        return {one["id"]: one["label"] for path in self.pathways.values() for one in path.get("offences") or ()}

    @cached_property
    def services_named(self) -> dict[str, str]:
        """The services of the directory, by name."""
        every = self.services.get("providers", {}).values()
        return {one["id"]: one["name"] for provider in every for one in provider.get("services") or ()}

    def cells_to(self, recipients: frozenset[str], category: str) -> list[Cell]:
        """The cells that tell any of some recipients of a category and that no rule bars, in the order of their ids."""
        asked = recipients, category
        if asked not in self._cells_to:
            found = (cell for one in recipients for cell in self._cells.get((one, category), ()))
            self._cells_to[asked] = sorted(found, key=lambda cell: cell.id)
        return self._cells_to[asked]

    def held_by(self, sender: str) -> frozenset[str]:
        """The agencies for whom a sender stands: a role's, a body's, or the agency itself."""
        if sender in self.roles:
            return frozenset(self.roles[sender].agencies)
        return frozenset(self.bodies[sender].agencies) if sender in self.bodies else frozenset({sender})

    def sits_in(self, role: str, agency: str) -> Iterator[str]:
        """The bodies in which a role of an agency sits; one that names roles seats nobody else of their agencies.

        A role that several agencies have sits there for those of them that are members.
        """
        for body in self.bodies.values():
            if agency in body.agencies and (role in body.roles or not body.roles):
                yield body.id

    def roles_of(self, agency: str) -> list[Role]:
        """The roles that an agency has."""
        return [role for role in self.roles.values() if agency in role.agencies]
