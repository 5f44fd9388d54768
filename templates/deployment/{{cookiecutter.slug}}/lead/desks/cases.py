"""What the desks that refer and screen have in common: finding a referral, deciding it, saying how far it has come."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from lead.audit.log import write
from lead.audit.reading import Shown, actor, asker, shown
from lead.gate import see
from lead.program import Role, program
from lead.records.finding import person_or_404, record_or_404
from lead.records.models import Event, Person, Referral, Screening
from lead.screening import Answer, screen, unrestricted
from lead.screening.deciding import BY_PERSON
from lead.screening.engine import pathway_asks

UNDECIDED = ("needs_information", BY_PERSON)
"""The outcomes after which somebody still has to answer or decide."""


def referral_or_404(request: HttpRequest, number: int, **narrowed: Any) -> Referral:
    """A referral of which whoever asks may see something; for everybody else there is nothing there.

    Raises:
        Http404: There is none, or none for whoever asks; the log has it.
    """
    found: Referral = record_or_404(request, Referral.objects.filter(**narrowed), number, "referral_denied")
    found.person = person_or_404(request, found.person_id)
    return found


def day_of(referral: Referral) -> str:
    """The day of the contact, as the policy reads it."""
    return timezone.localtime(referral.at).date().isoformat()


def derived(referral: Referral) -> dict[str, Any]:
    """The facts that follow from when the contact was."""
    at = timezone.localtime(referral.at)
    minutes = at.weekday() * 24 * 60 + at.hour * 60 + at.minute
    return {"time": minutes} if (None, "time") in pathway_asks(referral.pathway) else {}


def merged(known: dict[str, Any], answers: dict[str, Any]) -> dict[str, Any]:
    """What is known with what was answered now; an entry of a list takes the answers about it, by its place."""
    whole = dict(known)
    for name, value in answers.items():
        before = known.get(name)
        if isinstance(value, list) and isinstance(before, list) and len(before) == len(value):
            whole[name] = [{**one, **more} for one, more in zip(before, value, strict=True)]
        else:
            whole[name] = value
    return whole


def answer_now(referral: Referral, answers: dict[str, Any] | None = None) -> Answer:
    """The rules' answer with everything that is known and answered now; nothing is kept."""
    facts = {**derived(referral), **merged(referral.facts, answers or {})}
    return screen(referral.pathway, day_of(referral), facts)


def decide(request: HttpRequest, referral: Referral, answers: dict[str, Any] | None = None) -> Screening:
    """Keep the rules' answer, and of what was answered what may be kept.

    Raises:
        ValidationError: The answers cannot be read; nothing was kept.
    """
    answer = answer_now(referral, answers)
    if answer.problems and not answers:  # such as on a day on which the rules do not hold: then people decide
        answer = Answer(BY_PERSON, reason=_("The program's rules do not decide this. Somebody of the program does."))
    if answer.problems:
        raise ValidationError([f"{fact}: {message}" for fact, message in answer.problems])
    kept = unrestricted(merged(referral.facts, answers or {}))
    referral.facts = kept
    if answer.outcome not in UNDECIDED and not (answer.outcome == "eligible" and approvers(referral)):
        referral.status = Referral.Status.SCREENED  # what somebody has to approve stays new until they did
    referral.save(update_fields=["facts", "status"])
    return note(
        request,
        referral,
        outcome=answer.outcome,
        public_code=answer.code[:80],
        public_reason=answer.reason[:500],
        missing=list(answer.waits),
        whose=dict(answer.whose),
        decided_by=asker(request).role,
        policy_digest=program().policy_digest,
    )


def approvers(referral: Referral) -> list[Role]:
    """The roles that say yes or no to a referral, where the agreement names them."""
    named = program().pathways.get(referral.pathway, {}).get("approvers") or ()
    return [program().roles[one] for one in named if one in program().roles]


def note(request: HttpRequest, referral: Referral, **said: Any) -> Screening:
    """Keep an answer to a referral, with the events that clocks count from."""
    entered = {
        "person": referral.person,
        "referral": referral,
        "held_by": asker(request).agency,
        "created_by": request.user,
    }
    kept = Screening.objects.create(**entered, **said)
    happened(request, referral, "screening")
    if kept.outcome not in UNDECIDED:
        happened(request, referral, "eligibility_decision")
    write(request, "changed", person=referral.person_id, thing="screening")
    return kept


def happened(request: HttpRequest, referral: Referral | None, kind: str, **said: Any) -> Event:
    """Note that something happened, by leadkit's word for it; without a referral, to the person who is named."""
    about = {"person": referral.person} if referral and "person" not in said else {}
    entered = {"held_by": asker(request).agency, "by": request.user, "created_by": request.user}
    return Event.objects.create(referral=referral, kind=kind, **{**about, **entered, **said})


def newest(request: HttpRequest, referral: Referral) -> Screening | None:
    """The newest answer that whoever asks may see; where they may see none, the newest."""
    every = list(referral.screenings.all())
    seen = (one for one in every if see(actor(request), referral.person, "eligibility", holder=one.held_by))
    return next(seen, every[0] if every else None)


def later(request: HttpRequest, referral: Referral) -> bool:
    """Whether there is a newer answer than the one that whoever asks may see: then that one does not stand for all."""
    last = newest(request, referral)
    return last is not None and referral.screenings.first() != last


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


def offences(pathway: str) -> dict[str, dict[str, Any]]:
    """The offenses that the program lists for a pathway."""
    return {str(one["id"]): one for one in program().pathways.get(pathway, {}).get("offences", ())}


def followed(request: HttpRequest, person: Person) -> dict[str, Shown | None]:
    """What came after a referral, as far as whoever asks may see it; nothing looks the same as nothing shared."""
    last = person.enrollments.order_by("-opened", "-pk").first()
    return {name: shown(request, last, name) if last else None for name in ("opened", "status")}


def level(offence: dict[str, Any]) -> str:
    """The level of an offense, where the program's list leaves one only."""
    levels = offence.get("level") or []
    return str(levels[0]) if len(levels) == 1 else ""


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
