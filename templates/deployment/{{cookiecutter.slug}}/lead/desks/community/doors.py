"""Which doors are open to the public, and who hears of a request."""

from __future__ import annotations

from typing import Any

from lead.gate import Actor, see
from lead.program import Role, program
from lead.records.models import PublicRequest


def doors() -> dict[str, dict[str, Any]]:
    """The pathways on which anybody may ask."""
    return {id_: said for id_, said in program().pathways.items() if said.get("open") and said.get("public")}


def receiver(pathway: str) -> str:
    """The agency that hears of a request: of those on the pathway one that screens, or that leads the project."""
    named = list(program().pathways.get(pathway, {}).get("agencies", ()))
    return next((agency for agency in named if _answers(agency)), "") or next(
        (agency for agency in program().agencies if _answers(agency)), ""
    )


def _answers(agency: str) -> bool:
    return any(not role.vacant and _at_desk(role) for role in program().roles_of(agency))


def _at_desk(role: Role) -> bool:
    return bool({"screening", "project"} & {*role.desks})


def teller(source: str, pathway: str) -> str:
    """Whose word a request is, by the agreement: the party outside of that kind, where a flow lets it tell."""
    for id_, said in program().outside.items():
        tells = (cell for cell in program().cells if cell.sender == id_ and cell.scope == "own_request")
        if said.get("kind") == source and any(not cell.pathways or pathway in cell.pathways for cell in tells):
            return id_
    return receiver(pathway)


def unanswered(actor: Actor) -> tuple[list[PublicRequest], list[tuple[PublicRequest, list[Role]]]]:
    """The requests that wait for an actor, the oldest first, and those that wait for others, with whom."""
    waiting = PublicRequest.objects.filter(answered=None).exclude(about_whom="")
    own, others = [], []
    for one in waiting.for_actor(actor).order_by("at"):
        owners = others_of(actor, one)
        others.append((one, owners)) if owners else own.append(one)
    return own, others


def others_of(actor: Actor, asked: PublicRequest) -> list[Role]:
    """Whose work a request is where it is not the actor's: of those who answer requests, who learns where to go."""
    answers = (role for role in program().roles.values() if not role.vacant and _at_desk(role))
    owners = [role for role in answers if any(_finds(role, agency, asked) for agency in role.agencies)]
    return [] if any(role.id in actor.roles for role in owners) else owners


def _finds(role: Role, agency: str, asked: PublicRequest) -> bool:
    group, _detail = asked.FIELDS["where"]
    return bool(see(Actor(None, role.id, agency), asked.person, group, holder=asked.held_by))
