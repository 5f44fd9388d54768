"""What a page tells of a referral: its newest answer, how far it has come, and what came after."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from lead.audit.reading import Shown, actor, asker, shown
from lead.gate import see
from lead.program import program
from lead.records.clocks import Clock, clocks
from lead.records.models import Person, Referral, Screening

from .cases import UNDECIDED


def newest(request: HttpRequest, referral: Referral) -> Screening | None:
    """The newest answer that whoever asks may see; where they may see none, the newest."""
    every = list(referral.screenings.all())
    for one in every:
        one.person = referral.person  # with what the gate asks of them, which the referral came with
    seen = (one for one in every if see(actor(request), referral.person, "eligibility", holder=one.held_by))
    return next(seen, every[0] if every else None)


def later(request: HttpRequest, referral: Referral) -> bool:
    """Whether there is a newer answer than the one that whoever asks may see: then that one does not stand for all."""
    last = newest(request, referral)
    return last is not None and referral.screenings.first() != last


def answer_shown(request: HttpRequest, referral: Referral) -> dict[str, Any]:
    """What a page says of a referral's answer, as far as whoever asks may see it."""
    return {
        "referral": referral,
        "stage": stage(request, referral),
        "screening": newest(request, referral),
        "outcome": outcome_of(request, referral),
        "later": later(request, referral),
    }


def rows_shown(request: HttpRequest, made: Any, most: int) -> list[tuple[Referral, str, Shown | None]]:
    """The rows of a list of referrals: each that whoever asks may know of, how far it has come, and its outcome."""
    listed = made.prefetch_related("screenings").for_actor(asker(request))[:most]
    return [(one, stage(request, one), outcome_of(request, one)) for one in listed]


def outcome_of(request: HttpRequest, referral: Referral) -> Shown | None:
    """The outcome as whoever asks may see it; None while there is none."""
    screening = newest(request, referral)
    return shown(request, screening, "outcome") if screening else None


def stage(request: HttpRequest, referral: Referral) -> str:
    """How far a referral has come, for the agency that made it: what case management did with it is no part of that."""
    status = shown(request, referral, "status")
    if not status.allowed:
        return _("not shared with you")
    if referral.status in (Referral.Status.DECLINED, Referral.Status.VOID):
        return str(status.value)
    outcome = outcome_of(request, referral)
    if outcome is None or (outcome.allowed and outcome.value in UNDECIDED):
        return _("waits for an answer")
    return _("answered")


def clock_until(referral: Referral, event: str) -> Clock | None:
    """The clock of a referral that waits for an event, if it has begun."""
    return next((one for one in clocks(referral) if program().clocks[one.id].get("until") == event), None)


def followed(request: HttpRequest, person: Person) -> dict[str, Shown | None]:
    """What came after a referral, as far as whoever asks may see it; nothing looks the same as nothing shared."""
    last = person.enrollments.order_by("-opened", "-pk").first()
    return {name: shown(request, last, name) if last else None for name in ("opened", "status")}
