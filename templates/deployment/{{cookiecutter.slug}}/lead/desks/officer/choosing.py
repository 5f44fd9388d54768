"""What follows from the program for an officer: the pathways, who decides about a charge, whom to call."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from lead.gate import Actor
from lead.program import Role, program
from lead.records.models import Referral

SHOWN_FOR = timedelta(days=90)
"""For how long a referral stands in an officer's list."""


def pathways(actor: Actor) -> dict[str, dict[str, Any]]:
    """The pathways on which somebody's agency refers, the first in rank first."""
    own = actor.said.pathways if actor.said else ()
    fitting = {
        id_: said
        for id_, said in program().pathways.items()
        if said.get("open") and actor.agency in said.get("agencies", ()) and (not own or id_ in own)
    }
    return dict(sorted(fitting.items(), key=lambda item: (item[1].get("rank") or 99, item[0])))


def care() -> tuple[str, str]:
    """Whom an officer calls, and under which number."""
    line = program().case_line
    if line and line.get("phone"):
        return str(line.get("label") or ""), str(line["phone"])
    for role in program().roles.values():
        if "care" in role.desks and not role.vacant:
            agencies = [program().agencies.get(one) for one in role.agencies]
            phone = role.phone or next((one.phone for one in agencies if one and one.phone), None)
            if phone:
                return role.title, phone
    return "", ""


def office(level: str, area: str) -> Role | None:
    """The role that decides about a charge of a level from an area: the one that names the fewest areas."""
    offices = [
        role
        for role in program().roles.values()
        if role.kind == "charging_authority"
        and not role.vacant
        and (not role.levels or not level or level in role.levels)
    ]
    near = [role for role in offices if not role.areas or area in role.areas]
    return min(near or offices, key=lambda role: len(role.areas) or 99, default=None)


def after_hours(pathway: str, area: str) -> list[dict[str, Any]]:
    """What the agreement says of the hours in which nobody comes, for a pathway and an area."""

    def fits(said: dict[str, Any]) -> bool:
        return all(not said.get(key) or one in said[key] for key, one in (("pathways", pathway), ("areas", area)))

    rules = program().texts.get("after_hours") or {}
    spans = [one for one in (program().texts.get("hours") or {}).values() if fits(one) and one.get("after_hours")]
    found = [{**rules[one["after_hours"]], "hours": one.get("hours")} for one in spans if one["after_hours"] in rules]
    return found or [one for one in rules.values() if fits(one)]


def own(actor: Actor) -> Any:
    """The referrals of somebody's agency that are not long ago."""
    since = timezone.now() - SHOWN_FOR
    return Referral.objects.filter(referring_agency=actor.agency, at__gte=since)


def waiting(actor: Actor) -> int:
    """How many of the agency's referrals still have no answer."""
    return int(own(actor).filter(status=Referral.Status.NEW).count())
