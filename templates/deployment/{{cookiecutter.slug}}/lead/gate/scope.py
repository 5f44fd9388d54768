"""Whose information a flow reaches. Each scope is one question about a person; one that is not known reaches nobody."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lead.program import Cell, program

from .actor import Actor

Reach = Callable[[Actor, Any, Cell, str], bool]


def reaches(actor: Actor, person: Any, cell: Cell, holder: str) -> bool:
    """Whether a cell reaches a person, for what an agency holds."""
    asks = _SCOPES.get(cell.scope)
    return asks is not None and asks(actor, person, cell, holder)


def _own(actor: Actor, desk: str, holder: str, cell: Cell) -> str:
    """Whose "own" a scope means: the recipient's, where its agency does such work by the cell, else the sender's."""
    roles = [role for role in program().roles_of(actor.agency) if desk in role.desks]
    does = any(not role.pathways or not cell.pathways or {*role.pathways} & {*cell.pathways} for role in roles)
    return actor.agency if does else holder


def _own_cases(actor: Actor, person: Any, cell: Cell, holder: str) -> bool:
    """Whether the actor's agency is at work with the person, or the actor is whom a pathway names to decide."""
    return actor.agency in person.agencies() or any(
        {*actor.roles} & {*program().pathways.get(one.pathway, {}).get("approvers", ())}
        for one in person.referrals.all()
    )


def _referred(actor: Actor, person: Any, cell: Cell, holder: str) -> bool:
    own = _own(actor, "officer", holder, cell)
    return any(one.referring_agency == own for one in person.referrals.all())


def _charged(actor: Actor, person: Any, cell: Cell, holder: str) -> bool:
    return any(charge.office in {*actor.roles, actor.agency} for charge in person.charges.all())


def _supervised(actor: Actor, person: Any, cell: Cell, holder: str) -> bool:
    own = _own(actor, "supervision", holder, cell)
    return any(one.supervising_agency == own for one in person.referrals.all())


def _served(actor: Actor, person: Any, cell: Cell, holder: str) -> bool:
    serves = any("care" in role.desks for role in program().roles_of(actor.agency))
    own = actor.agency if serves or actor.agency in program().services.get("providers", {}) else holder
    taken_in = any(one.held_by == own and one.closed is None for one in person.enrollments.all())
    return taken_in or any(one.provider == own for one in person.service_referrals.all())


def _area(actor: Actor, person: Any, cell: Cell, holder: str) -> bool:
    areas = actor.said.areas if actor.said else ()
    return any(one.area and one.area in areas for one in person.referrals.all())


def _work_group(actor: Actor, person: Any, cell: Cell, holder: str) -> bool:
    return any(item.closed is None for item in person.agenda_items.all())


def _participants(actor: Actor, person: Any, cell: Cell, holder: str) -> bool:
    return bool(person.enrollments.all()) or any(one.accepted for one in person.referrals.all())


def _request(actor: Actor, person: Any, cell: Cell, holder: str) -> bool:
    asked = any(one.held_by == holder or one.held_by in actor.ids for one in person.requests.all())
    return asked or any(not one.offered and one.held_by == holder for one in person.referrals.all())


_SCOPES: dict[str, Reach] = {
    "own_cases": _own_cases,
    "referred_by_own_agency": _referred,
    "charged_by_own_office": _charged,
    "supervised_by_own_agency": _supervised,
    "served_by_own_agency": _served,
    "own_area": _area,
    "work_group_cases": _work_group,
    "all_participants": _participants,
    "own_request": _request,
    # aggregate_only stands for figures, and never for a person's record: no entry.
}
