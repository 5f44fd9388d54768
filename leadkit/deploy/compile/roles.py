"""``roles.json``: who works at which desk of the service, and who else is named in the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.deploy.codes import NO_PRIVACY_DESK, NO_PROSECUTOR
from leadkit.deploy.compile.plain import Data, as_data, said, words
from leadkit.deploy.compile.reaching import phone_of
from leadkit.model.roles.kinds import RoleKind, RoleStatus

if TYPE_CHECKING:
    from leadkit.deploy.compile.bench import Bench
    from leadkit.model.roles.common import RoleBase

DESKS = {
    RoleKind.REFERRING_AGENCY: "officer",
    RoleKind.POLICE_LIAISON: "police",
    RoleKind.SCREENING_AUTHORITY: "screening",
    RoleKind.CHARGING_AUTHORITY: "prosecutor",
    RoleKind.LIAISON_PROSECUTOR: "prosecutor",
    RoleKind.CASE_MANAGEMENT: "care",
    RoleKind.OUTREACH: "care",
    RoleKind.PEER_SUPPORT: "care",
    RoleKind.PROJECT_MANAGER: "project",
    RoleKind.LEAD_AGENCY: "project",
    RoleKind.PRIVACY_OFFICER: "privacy",
    RoleKind.DATA_STEWARD: "privacy",
    RoleKind.SUPERVISION_AGENCY: "supervision",
}
"""The desk of each kind of role that works with cases; the others have none."""


def roles_of(bench: Bench) -> dict[str, Data]:
    """Roles, agencies, bodies and outside parties, each by its id."""
    program = bench.program
    substitute = _substitute(bench)
    return {
        "roles": {name: _role(bench, name, role, name == substitute) for name, role in program.roles.items()},
        "agencies": {
            name: {
                "name": agency.name or agency.legal_name,
                "legal_name": agency.legal_name,
                "short": agency.abbreviation or agency.name or agency.legal_name,
                "side": as_data(agency.side),
                "phone": next((each.phone for each in agency.contacts.values() if each.phone), None),
            }
            for name, agency in program.agencies.items()
        },
        "bodies": {
            name: {
                "name": body.local_name or said(name),
                "kind": as_data(body.kind),
                "agencies": words(_members(bench, name)),
                "roles": words(_roles_of_body(bench, name)),
                "accepts_cases": body.accepts_cases is True,
            }
            for name, body in program.governance.bodies.items()
        },
        "outside": {name: as_data(party) for name, party in program.sharing.outside.items()},
    }


def _role(bench: Bench, name: str, role: RoleBase, also_privacy: bool) -> Data:
    found = phone_of(role)
    kind: RoleKind = getattr(role, "kind", RoleKind.OTHER)
    return {
        "kind": as_data(kind),
        "title": _title(bench, name, role),
        "agencies": words(role.agencies),
        "vacant": is_vacant(role),
        "desk": DESKS.get(kind),
        "also": ["privacy"] if also_privacy else [],
        "pathways": words(role.pathways),
        "areas": words(role.areas),
        "levels": words(getattr(role, "levels", ())),
        "phone": found[1].phone if found else None,
        "caseload": getattr(role, "caseload", None),
        "can_veto": getattr(role, "can_veto", None),
    }


def _title(bench: Bench, name: str, role: RoleBase) -> str:
    """What the role is called; two roles without a title of their own are told apart by their ids."""
    return role.title or said(name)


def is_vacant(role: RoleBase) -> bool:
    """Whether nobody holds a role."""
    return role.status is RoleStatus.VACANT or not role.agencies


def _members(bench: Bench, body: str) -> tuple[str, ...]:
    members = bench.program.governance.bodies[body].members.values()
    return tuple(dict.fromkeys(member.agency for member in members if member.agency))


def _roles_of_body(bench: Bench, body: str) -> tuple[str, ...]:
    """The roles that an agency in the body holds."""
    within = set(_members(bench, body))
    return tuple(name for name, role in bench.program.roles.items() if within.intersection(role.agencies))


def _substitute(bench: Bench) -> str | None:
    """The role whose desk looks after privacy where no role does; None where one does, or nobody could."""
    filled = {name: role for name, role in bench.program.roles.items() if not is_vacant(role)}
    desks = {DESKS.get(role.kind) for role in filled.values()}
    if "prosecutor" not in desks:
        bench.find(
            NO_PROSECUTOR.at(
                bench.subject.key("roles"),
                message="No agency holds a role that charges; the service has no desk for a prosecutor.",
                remedy="Name the agency of a charging_authority under roles, once one takes part.",
                path="roles",
            )
        )
    if "privacy" in desks:
        return None
    kinds = (RoleKind.LEAD_AGENCY, RoleKind.PROJECT_MANAGER)
    instead = next((name for kind in kinds for name, role in filled.items() if role.kind is kind), None)
    bench.find(
        NO_PRIVACY_DESK.at(
            bench.subject.key("roles", *([instead] if instead else [])),
            message=f'No role looks after privacy; the service gives that desk to "{instead}".'
            if instead
            else "No role looks after privacy, and there is no lead agency or project manager who could.",
            remedy="Name a privacy_officer or a data_steward under roles.",
            path="roles",
        )
    )
    return instead
