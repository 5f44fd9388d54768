"""The parts of an agreement that the service asks for by name: roles, agencies, categories, cells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
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
    """An agency."""

    id: str
    name: str
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
