"""``program.json``: what the service is called, where it runs, and what holds in all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from leadkit.deploy.codes import LOW_CONTRAST, NO_HOSTING, NO_TIME_ZONE
from leadkit.deploy.compile.digest import digest_of
from leadkit.deploy.compile.keeping import retention_of, years_kept
from leadkit.deploy.compile.part2 import part2_of
from leadkit.deploy.compile.plain import Data, as_data, words
from leadkit.deploy.compile.reaching import phone_of
from leadkit.documents.status.dated import events
from leadkit.documents.status.event import Event
from leadkit.model.audience import audience_of
from leadkit.model.base import Visibility
from leadkit.model.roles.kinds import RoleKind
from leadkit.values.colours import CONTRAST, contrast, text_on
from leadkit.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadkit.deploy.compile.bench import Bench

_PRIMARY = "#1F4E5F"
_INACTIVE_DAYS, _SUPPRESS_BELOW = 30, 10


def program_of(bench: Bench) -> dict[str, Data]:
    """What the service must know of the program as a whole."""
    section, settings = bench.program.program, bench.program.deployment
    name = section.name or bench.name
    due = [each for each in events(bench.program, bench.standing.on) if isinstance(each, Event)]
    return {
        "id": bench.name,
        "name": name,
        "service_name": settings.name or section.short_name or name,
        "on": bench.standing.on.isoformat(),
        "leadkit": VERSION,
        "digest": digest_of(bench.jurisdiction.source, bench.name),
        "time_zone": _time_zone(bench),
        "languages": words(settings.languages or section.languages or ("en",)),
        "colours": _colours(bench),
        "contact": _contact(bench),
        "case_line": _case_line(bench),
        "hosting": _hosting(bench),
        "part2": part2_of(bench),
        "cji": "none",
        "retention_years": years_kept(bench),
        "retention": retention_of(bench),
        "inactive_days": _INACTIVE_DAYS,
        "suppress_below": suppress_below(bench),
        "stage": as_data(section.status),
        "ends_on": _ends_on(due),
        "due": [{"what": each.what, "on": each.last.isoformat(), "owner": each.owner or None} for each in due],
        "invented": section.invented is True,
    }


def _ends_on(due: Sequence[Event]) -> str | None:
    """The last day of the agreement, where its term is fixed and can be counted."""
    ends = (each.first for each in due if each.path in ("agreement.term.ends", "agreement.term.length"))
    return next((day.isoformat() for day in ends), None)


def _time_zone(bench: Bench) -> str:
    named = bench.program.deployment.time_zone or bench.program.program.time_zone
    if named and _is_zone(named):
        return named
    bench.find(
        NO_TIME_ZONE.at(
            bench.subject.span("deployment", "time_zone"),
            message=f'"{named}" is no time zone.' if named else "The program names no time zone.",
            remedy="Write it as America/Los_Angeles; until then the clocks of the service run in UTC.",
            path="deployment.time_zone",
        )
    )
    return "UTC"


def _is_zone(named: str) -> bool:
    try:
        ZoneInfo(named)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # a path, a folder of zones
        return False
    return True


def _colours(bench: Bench) -> dict[str, Data]:
    """The colors, each with the one of black and white that is read best on it."""
    given = bench.program.deployment.colours
    primary = given.primary if given else _PRIMARY
    accent = given.accent if given and given.accent else primary
    for field, colour in {"primary": primary, "accent": accent}.items():
        if contrast(colour, "#FFFFFF") < CONTRAST and not (field == "accent" and accent == primary):
            bench.find(
                LOW_CONTRAST.at(
                    bench.subject.span("deployment", "colours", field),
                    message=f"{colour} on white has a contrast of {contrast(colour, '#FFFFFF'):.1f}:1.",
                    remedy=f"Choose a darker color, of {CONTRAST}:1 or more.",
                    path=f"deployment.colours.{field}",
                )
            )
    return {"primary": primary, "accent": accent, "on_primary": text_on(primary), "on_accent": text_on(accent)}


def _contact(bench: Bench) -> dict[str, Data]:
    contact = bench.program.deployment.contact
    role = bench.program.roles.get(contact.role) if contact and contact.role else None
    label = (role.title or role.holder_title) if role else None
    return {
        "label": label or bench.program.program.short_name or bench.program.program.name,
        "email": contact.email if contact else None,
        "phone": contact.phone if contact else None,
    }


def _case_line(bench: Bench) -> Data:
    """The number of the case managers; ``public`` tells whether anybody may read it."""
    for name, role in bench.program.roles.items():
        found = phone_of(role) if role.kind is RoleKind.CASE_MANAGEMENT else None
        if found:
            key, contact = found
            public = audience_of(bench.program, ("roles", name, "contacts", key)) is Visibility.PUBLIC
            return {"label": contact.title or role.title or name, "phone": contact.phone, "public": public}
    help_ = bench.program.services.after_hours
    if help_ and help_.line:
        return {"label": help_.answered_by or "After hours", "phone": help_.line, "public": True}
    return None


def _hosting(bench: Bench) -> Data:
    hosting = bench.program.deployment.hosting
    if hosting is None:
        bench.find(
            NO_HOSTING.at(
                bench.subject.key("deployment"),
                message="The program does not say where its service runs.",
                remedy="Write it under deployment.hosting.",
                path="deployment.hosting",
            )
        )
    return as_data(hosting)


def suppress_below(bench: Bench) -> int:
    """The strictest size that a report of the program names; else the service's own."""
    named = [each.suppress_below for each in bench.program.measures.reports.values() if each.suppress_below]
    return max(named, default=_SUPPRESS_BELOW)
