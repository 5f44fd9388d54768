"""``program.json``: what the service is called, where it runs, and what holds in all of it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from leadkit.deploy.codes import LOW_CONTRAST, NO_HOSTING, NO_RETENTION, NO_TIME_ZONE, PART2_UNDECIDED
from leadkit.deploy.compile.colours import CONTRAST, contrast, text_on
from leadkit.deploy.compile.digest import digest_of
from leadkit.deploy.compile.plain import Data, as_data, duration, words
from leadkit.deploy.compile.reaching import phone_of
from leadkit.model.agencies.kinds import HipaaStatus
from leadkit.model.audience import audience_of
from leadkit.model.base import Visibility
from leadkit.model.roles.kinds import RoleKind
from leadkit.model.sharing.releases import Coverage
from leadkit.model.sharing.vocabulary import RegimeKind, Sensitivity
from leadkit.values.quantities import Period
from leadkit.version import VERSION

if TYPE_CHECKING:
    from leadkit.deploy.compile.bench import Bench
    from leadkit.values.quantities import Duration

_PRIMARY = "#1F4E5F"
_INACTIVE_DAYS, _SUPPRESS_BELOW = 30, 10
_UNSAID = 100
"""For how many years records are kept where nobody has said: longer than anybody could want them destroyed."""
_CARE = frozenset({RoleKind.CASE_MANAGEMENT, RoleKind.OUTREACH, RoleKind.PEER_SUPPORT})
_PER_YEAR = {
    Period.MINUTE: 525_600, Period.HOUR: 8760, Period.DAY: 365, Period.BUSINESS_DAY: 260, Period.WEEK: 52,
    Period.MONTH: 12, Period.YEAR: 1,
}  # fmt: skip


def program_of(bench: Bench) -> dict[str, Data]:
    """What the service must know of the program as a whole."""
    section, settings = bench.program.program, bench.program.deployment
    name = section.name or bench.name
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
        "part2": _part2(bench),
        "cji": "none",
        "retention_years": _retention_years(bench),
        "retention": _retention(bench),
        "inactive_days": _INACTIVE_DAYS,
        "suppress_below": suppress_below(bench),
        "stage": as_data(section.status),
        "invented": section.invented is True,
    }


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


def _part2(bench: Bench) -> bool:
    """Whether 42 CFR Part 2 governs records of the service; what is not decided counts as yes."""
    program = bench.program
    if (
        any(HipaaStatus.PART2_PROGRAM in agency.hipaa_status for agency in program.agencies.values())
        or any(regime.kind is RegimeKind.PART2 for regime in program.sharing.regimes.values())
        or any(
            each.sensitivity in (Sensitivity.PART2, Sensitivity.PART2_NOTES)
            for each in program.sharing.categories.values()
        )
        or any(
            (release.covers or Coverage.RESEARCH).startswith("part2") for release in program.sharing.releases.values()
        )
    ):
        return True
    caring = [each for role in program.roles.values() if role.kind in _CARE for each in role.agencies]
    unsaid = [
        each
        for each in dict.fromkeys(caring)
        if each not in program.agencies or not program.agencies[each].hipaa_status
    ]
    if not unsaid and caring:
        return False
    who = ", ".join(unsaid) or "any agency that cares for participants"
    bench.find(
        PART2_UNDECIDED.at(
            bench.subject.key("agencies", *unsaid[:1]),
            message=f"Nothing says whether 42 CFR Part 2 governs {who}; the service takes it that it does.",
            remedy="Write hipaa_status of the agency, once counsel has decided.",
            path=f"agencies.{unsaid[0]}.hipaa_status" if unsaid else "agencies",
        )
    )
    return True


def _retention_years(bench: Bench) -> int:
    """For how many years the records that are kept longest are kept."""
    kept = [rule.keep for rule in bench.program.sharing.retention.values() if rule.keep]
    if not kept:
        bench.find(
            NO_RETENTION.at(
                bench.subject.key("sharing", "retention"),
                message="The program does not say how long records are kept; the service destroys none.",
                remedy="Write it under sharing.retention.",
                path="sharing.retention",
            )
        )
    return max((_years(each) for each in kept), default=_UNSAID)


def _years(keep: Duration) -> int:
    return math.ceil(keep.count / _PER_YEAR[keep.period])


def _retention(bench: Bench) -> dict[str, Data]:
    return {
        name: {
            "categories": words(rule.categories),
            "holder": words(rule.holder),
            "keep": duration(rule.keep),
            "after": as_data(rule.after),
            "then": as_data(rule.then),
            "legal_hold": rule.legal_hold is not False,
        }
        for name, rule in bench.program.sharing.retention.items()
    }


def suppress_below(bench: Bench) -> int:
    """The strictest size that a report of the program names; else the service's own."""
    named = [each.suppress_below for each in bench.program.measures.reports.values() if each.suppress_below]
    return max(named, default=_SUPPRESS_BELOW)
