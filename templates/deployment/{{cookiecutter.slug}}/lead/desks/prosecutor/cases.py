"""What the desk tells of a case: its charge, the clocks that the office must know, whether intake is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lead.audit.log import write_decision
from lead.audit.reading import actor, disclose
from lead.desks.overriding import OPEN, open_rules
from lead.gate import Actor, see
from lead.program import program
from lead.records import charging
from lead.records.clocks import Clock, add, clocks
from lead.records.models import Charge, Event, Screening

OTHERWISE = {
    "file": _("The charge is filed."),
    "may_file": _("The office may file it."),
    "review": _("The office looks at it again."),
    "none": _("Nothing follows for the charge."),
}
"""What follows for a charge where things go another way."""

CASES = {
    "on_no_intake": _("Without intake in time"),
    "on_declined": _("If the person declines"),
    "on_no_progress": _("If the person later stops"),
    "on_new_offence": _("On a new offense"),
}
"""The other ways of which the agreement speaks."""

CHARGE = ("presumption_lost", "charge_may_be_filed", "charge_filed")
"""What the end of a clock may mean for a charge."""


def own_charges(who: Actor) -> Any:
    """The charges of the actor's office that the gate lets it see."""
    own = Charge.objects.filter(office__in=(*who.roles, who.agency))
    return own.select_related("referral").prefetch_related("referral__events").for_actor(who)


def open_overrides(who: Actor) -> list[Screening]:
    """The exclusions that wait for the actor: only those in which the decision names the role or its agency."""
    asked = Screening.objects.filter(outcome=OPEN, overridden_by="").select_related("referral")
    named = [one.pk for one in asked if mine(who, one)]
    seen = list(asked.filter(pk__in=named).for_actor(who))
    newest = {
        one.referral_id: one.pk
        for one in Screening.objects.filter(referral__in=[s.referral_id for s in seen]).reverse()
    }
    return [one for one in seen if newest[one.referral_id] == one.pk]


def mine(who: Actor, screening: Screening) -> list[str]:
    """The rules in the way that the actor may override, and that nobody overrode."""
    return [id_ for id_, by in open_rules(screening).items() if who.is_named(by)]


def intake_done(request: HttpRequest, charge: Charge) -> bool | None:
    """Whether intake is done, where the matrix and a release let the office learn it; None where they do not."""
    who, person = actor(request), charge.person
    agencies = sorted({one for role in program().roles.values() if "care" in role.desks for one in role.agencies})
    decision = None
    for agency in agencies:
        decision = see(who, person, "intake", holder=agency)
        if decision:
            disclose(request, decision, person, "view", "intake")
            happened = person.events.filter(kind="intake_completed", at__gte=charge.referral.at).exists()
            return happened or person.enrollments.filter(opened__gte=timezone.localdate(charge.referral.at)).exists()
    if decision is not None:
        write_decision(request, "view", decision, person.pk, "intake")
    return None


@dataclass(frozen=True)
class Deadline:
    """A clock as the office may know it.

    Attributes:
        clock: The clock, counted without what the office may not know.
        state: done, open, over, or unknown where whether it was met is not shared.
        stands_still: When the clock may stand still, in the agreement's words: of a pause itself nothing is told.
        longer: Whether the actor may extend it now.
    """

    clock: Clock
    state: str
    stands_still: tuple[str, ...]
    longer: bool

    @property
    def means(self) -> str:
        """What the end of the clock means."""
        return str(self.clock.on_expiry or "nothing")


def deadlines(charge: Charge, who: Actor, intake: bool | None = None) -> list[Deadline]:
    """The clocks that touch the charge, the first due first.

    Pauses and the day of the intake are left out of the count: they would tell of a hospital, or of care. What the
    office learns of the intake is yes or no, where it may learn that.
    """
    starts = {said["starts"] for said in program().clocks.values()}
    events = [one for one in charge.referral.events.all() if _for_office(one, starts)]
    found = []
    for clock in clocks(charge.referral, events):
        words = program().clocks[clock.id]
        longer = words.get("extension") or {}
        may_extend = who.is_named(longer.get("granted_by") or ())
        if words["until"] != "filing_decision" and clock.on_expiry not in CHARGE and not may_extend:
            continue
        left = clock.extended < int(longer.get("at_most") or 0)
        state = _state(clock, words["until"], charge, intake)
        still = tuple(words.get("paused_while") or ())
        can = may_extend and left and state in ("open", "unknown", "over") and charge.state == "held"
        found.append(Deadline(clock, state, still, can))
    return found


def _for_office(event: Event, starts: set[str]) -> bool:
    known = starts - {"intake_completed", "previous_clock"} | {"filing_decision"}
    return event.kind in {*known, "extend"}


def _state(clock: Clock, until: str, charge: Charge, intake: bool | None) -> str:
    if until == "filing_decision" and (clock.met or charge.state != "held"):
        return "done"
    if until == "intake_completed" and intake:
        return "done"
    if until == "filing_decision" or (until == "intake_completed" and intake is False):
        return "over" if clock.late() else "open"
    return "unknown"


class Case:
    """A charge with its clocks and its decision, as the office may know them.

    Attributes:
        charge: The charge.
        entry: How the agreement handles it; empty where it does not.
    """

    def __init__(self, charge: Charge, who: Actor, request: HttpRequest | None = None) -> None:
        self.charge, self._who, self._request = charge, who, request
        self.entry: dict[str, Any] = next((one for one in program().charges if one["id"] == charge.handling), {})

    @cached_property
    def intake(self) -> bool | None:
        """Whether intake is done. It is asked, and logged, only where a page of the case tells it."""
        return intake_done(self._request, self.charge) if self._request else None

    @cached_property
    def deadlines(self) -> list[Deadline]:
        """The clocks that touch the charge."""
        return deadlines(self.charge, self._who, self.intake)

    @property
    def due(self) -> Deadline | None:
        """The next clock that ends."""
        running = self.deadlines if self.charge.state != charging.ENDED else []
        return next((one for one in running if one.state != "done"), None)

    @property
    def open(self) -> bool:
        """Whether the actor's role may decide about the charge now; the state machine asks the same again."""
        named = self.entry.get("decided_by") or [self.charge.office]
        return bool(charging.MOVES.get(self.charge.state)) and self._who.is_named(named)

    @property
    def last_day(self) -> tuple[datetime, bool] | None:
        """The last day on which the office files, and whether it counts from the offense (or else the referral)."""
        length = self.entry.get("last_day_to_file")
        if not length:
            return None
        kinds = ("offence", "arrest", "citation", "contact")
        day = self.charge.referral.events.filter(kind__in=kinds).order_by("at").first()
        return add(day.at if day else self.charge.referral.at, length), day is not None

    @property
    def otherwise(self) -> list[tuple[Any, Any]]:
        """What follows where things go another way."""
        return [(text, OTHERWISE.get(self.entry[key])) for key, text in CASES.items() if self.entry.get(key)]
