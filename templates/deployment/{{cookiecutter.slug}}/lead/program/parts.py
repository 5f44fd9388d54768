"""The parts of a program that the service asks for by name. What only a page prints stays as the files have it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

DETAILS = ("yes_no", "reason_code", "dates_only", "summary", "full")
"""How much of a category is told, the least first."""

PART2 = ("part2", "part2_notes")
"""The sensitivities under 42 CFR Part 2."""

JUSTICE = ("police", "prosecutor", "court", "supervision")
"""The classes of recipients that never ride on a consent to treatment, payment and operations."""


_CALLED = {
    "referring_agency": ("officer", "supervisor"),
    "police_liaison": ("officer", "supervisor"),
    "charging_authority": ("prosecutor",),
    "liaison_prosecutor": ("prosecutor",),
    "case_management": ("case_manager", "clinician", "peer"),
    "outreach": ("case_manager", "peer"),
    "peer_support": ("peer",),
    "defense": ("defender",),
    "supervision_agency": ("supervising_officer",),
}
"""By the kind of a role, the words by which the agreement calls whoever acts in it."""


@dataclass(frozen=True)
class Role:
    """A role of the agreement; ``also`` are desks beside its own, ``beside`` are other roles of the same person."""

    id: str
    kind: str
    title: str
    agencies: tuple[str, ...] = ()
    vacant: bool = False
    desk: str | None = None
    also: tuple[str, ...] = ()
    pathways: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    phone: str | None = None
    beside: tuple[Role, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """What the agreement may call whoever acts in the role."""
        own = frozenset({self.id, self.kind, *self.agencies, *_CALLED.get(self.kind, ())})
        return own.union(*(one.names for one in self.beside))

    @property
    def desks(self) -> tuple[str, ...]:
        """The desks of the service that the role answers."""
        own = (self.desk,) if self.desk and self.desk != "none" else ()
        return tuple(dict.fromkeys((*own, *self.also, *(desk for one in self.beside for desk in one.desks))))

    def with_(self, others: Iterable[Role]) -> Role:
        """The role together with others that the same person has: what any of them may, the person may."""
        every = (self, *others)
        all_ = {id_ for one in every for id_ in one.pathways} if all(one.pathways for one in every) else set()
        areas = {id_ for one in every for id_ in one.areas}
        title = ", ".join(one.title for one in every)
        return replace(self, title=title, pathways=tuple(sorted(all_)), areas=tuple(sorted(areas)), beside=every[1:])


@dataclass(frozen=True)
class Agency:
    """An agency; ``side`` is which side of the table it sits on."""

    id: str
    name: str
    short: str | None = None
    side: str | None = None
    phone: str | None = None


@dataclass(frozen=True)
class Body:
    """A body in which agencies or roles sit."""

    id: str
    name: str
    kind: str = ""
    agencies: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Category:
    """A category of information: a row of the matrix."""

    id: str
    label: str
    sensitivity: str
    kind: str | None = None
    held_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class Recipient:
    """Whoever may be told something: a role, an agency, a body or somebody outside."""

    id: str
    label: str
    kind: str
    agencies: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    outside_justice: bool = True


@dataclass(frozen=True)
class Never:
    """What is never shared, with every category and recipient to which it applies, and the bases that go before it.

    Nothing is told to one of its ``bodies`` as a body; who sits in it may still be told as somebody else.
    """

    id: str
    categories: tuple[str, ...]
    recipients: tuple[str, ...]
    reason: str
    citation: str | None = None
    instead: str | None = None
    unless: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()

    def bars(self, cell: Cell) -> bool:
        """Whether it bars a cell to a body."""
        barred = cell.recipient in self.bodies and cell.category in self.categories
        return barred and cell.basis.get("kind") not in self.unless


@dataclass(frozen=True)
class Cell:
    """One sender, recipient, category, action and purpose of a flow, with what makes it lawful."""

    id: str
    flow: str
    sender: str
    recipient: str
    category: str
    action: str
    purpose: str | None
    basis: dict[str, Any]
    scope: str
    detail: str | None = None
    pathways: tuple[str, ...] = ()
    use_limits: tuple[str, ...] = ()
    redisclosure: str | None = None
    notice: bool = False
    logged: bool = False
    clause: str | None = None
    paper: str | None = None
    words: str | None = None
    at: str | None = None

    def covers(self, pathway: str) -> bool:
        """Whether it is for a pathway; one that names none is for all."""
        return not self.pathways or pathway in self.pathways


@dataclass(frozen=True)
class Program:
    """A program, by what the service needs of it; the mappings keep the form of the files."""

    id: str
    name: str
    service_name: str
    on: str
    digest: str
    time_zone: str
    stage: str | None = None
    leadkit: str = ""
    languages: tuple[str, ...] = ("en",)
    colours: dict[str, str] = field(default_factory=dict)
    contact: dict[str, Any] = field(default_factory=dict)
    case_line: dict[str, Any] | None = None
    hosting: dict[str, Any] | None = None
    part2: bool = True
    cji: str = "none"
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

    @cached_property
    def _cells(self) -> dict[tuple[str, str], list[Cell]]:
        found: dict[tuple[str, str], list[Cell]] = {}
        for cell in sorted(self.cells, key=lambda cell: cell.id):
            found.setdefault((cell.recipient, cell.category), []).append(cell)
        return found

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
        """The cells that tell any of some recipients of a category, in the order of their ids."""
        return sorted((c for one in recipients for c in self._cells.get((one, category), ())), key=lambda c: c.id)

    def held_by(self, sender: str) -> frozenset[str]:
        """The agencies for whom a sender stands: a role's, a body's, or the agency itself."""
        if sender in self.roles:
            return frozenset(self.roles[sender].agencies)
        return frozenset(self.bodies[sender].agencies) if sender in self.bodies else frozenset({sender})

    def sits_in(self, role: str, agency: str) -> Iterator[str]:
        """The bodies in which a role of an agency sits; one that names roles seats nobody else of their agencies."""
        for body in self.bodies.values():
            if role in body.roles or (agency in body.agencies and not body.roles):
                yield body.id

    def roles_of(self, agency: str) -> list[Role]:
        """The roles that an agency has."""
        return [role for role in self.roles.values() if agency in role.agencies]
