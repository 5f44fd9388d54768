"""What the desks that refer and screen have in common: finding a referral, deciding it, noting what happened."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from lead.audit.log import write
from lead.audit.reading import asker
from lead.pages.forms import LeadForm, once
from lead.program import Role, program
from lead.records.finding import person_or_404, record_or_404
from lead.records.models import Event, Person, Referral, Screening
from lead.screening import Answer, screen, unrestricted
from lead.screening.deciding import BY_PERSON, by_person
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
    """What is known with what was answered now.

    Args:
        known: The facts, as the policy reads them.
        answers: By the engine's name of each fact, such as ``weapon`` or ``items.1.value``; of a list how many entries
            it has, before what is said of them. None is what was asked and is not known.
    """
    whole, lists = deepcopy(known), (program().policy or {}).get("collections", {})
    for name, value in answers.items():
        of, _dot, rest = name.partition(".")
        if rest:
            number, _dot, fact = rest.partition(".")
            whole[of][int(number) - 1][fact] = value
        elif of in lists and value is not None:
            before = (whole.get(of) or [])[:value]
            whole[of] = [*before, *({} for _more in range(value - len(before)))]
        else:
            whole[of] = value
    return whole


def answer_now(referral: Referral, facts: dict[str, Any] | None = None) -> Answer:
    """The rules' answer with everything that is known, or with these facts; nothing is kept."""
    return screen(referral.pathway, day_of(referral), {**derived(referral), **(facts or referral.facts)})


def keep(referral: Referral, answers: dict[str, Any]) -> Answer:
    """Keep of what was answered what may be kept, and give the rules' answer with all of it.

    Args:
        referral: The referral.
        answers: The answers by the engine's names.

    Raises:
        ValidationError: The answers cannot be read; nothing was kept.
    """
    fresh = Referral.objects.select_for_update(no_key=True)
    referral.refresh_from_db(fields=["facts", "status"], from_queryset=fresh)  # others may have moved it on meanwhile
    facts = merged(referral.facts, answers)
    answer = answer_now(referral, facts)
    if answer.problems and not answers:  # such as on a day on which the rules do not hold
        answer = by_person()
    if answer.problems:
        raise ValidationError([f"{fact}: {message}" for fact, message in answer.problems])
    referral.facts = unrestricted(facts)
    referral.save(update_fields=["facts"])
    return answer


def made(
    request: HttpRequest, person: dict[str, Any], kinds: Iterable[str], thing: str = "referral", **said: Any
) -> Referral:
    """Keep a referral of somebody new, with the events that clocks count from.

    Args:
        request: The request.
        person: What is known of the person.
        kinds: What happened with it.
        thing: What the log calls it.
        **said: The fields of the referral.
    """
    referral = Referral.objects.create(person=Person.objects.create(**person), **said)
    for kind in kinds:
        by = request.user if request.user.is_authenticated else None
        entered = {"at": referral.at, "held_by": referral.held_by, "by": by, "created_by": by}
        Event.objects.create(person=referral.person, referral=referral, kind=kind, **entered)
    write(request, "entered", person=referral.person_id, thing=thing)
    return referral


def decide(request: HttpRequest, referral: Referral, answers: dict[str, Any] | None = None) -> Screening:
    """Keep the rules' answer, and of what was answered what may be kept.

    Raises:
        ValidationError: The answers cannot be read; nothing was kept.
    """
    answer = keep(referral, answers or {})
    if referral.status in (Referral.Status.NEW, Referral.Status.SCREENED):
        # What somebody has to approve stays new until they did.
        waits = answer.outcome in UNDECIDED or (answer.outcome == "eligible" and approvers(referral))
        referral.status = Referral.Status.NEW if waits else Referral.Status.SCREENED
        referral.save(update_fields=["status"])
    return note(
        request,
        referral,
        outcome=answer.outcome,
        public_code=answer.code,
        public_reason=answer.reason,
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
    entered = {"held_by": asker(request).agency, "created_by": request.user}
    kept = Screening.objects.create(person=referral.person, referral=referral, **entered, **said)
    happened(request, referral, "screening")
    if kept.outcome not in UNDECIDED:
        happened(request, referral, "eligibility_decision")
    return kept


def happened(request: HttpRequest, referral: Referral | None, kind: str, **said: Any) -> Event:
    """Keep that something happened, by leadkit's word for it; without a referral, to the person who is named."""
    about = {"person": referral.person} if referral and "person" not in said else {}
    entered = {"held_by": asker(request).agency, "by": request.user, "created_by": request.user}
    event = Event.objects.create(referral=referral, kind=kind, **{**about, **entered, **said})
    write(request, "changed", person=event.person_id, thing=kind)
    return event


def noted_once(request: HttpRequest, form: LeadForm, referral: Referral, kind: str, back: str) -> HttpResponse:
    """The answer to a button that says that something happened: it is noted once, and leads back."""
    if not form.is_valid() or referral.events.filter(kind=kind).exists():
        return HttpResponseRedirect(back)

    def work() -> str:
        happened(request, referral, kind)
        return back

    return once(form, request, work)


def offences(pathway: str) -> dict[str, dict[str, Any]]:
    """The offenses that the program lists for a pathway."""
    return {str(one["id"]): one for one in program().pathways.get(pathway, {}).get("offences", ())}


def level(offence: dict[str, Any]) -> str:
    """The level of an offense, where the program's list leaves one only."""
    levels = offence.get("level") or []
    return str(levels[0]) if len(levels) == 1 else ""
