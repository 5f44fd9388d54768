"""Two records of one person that differ in criminal history alone leave the same behind, but for what may be told.

What may be told is the outcome and its public reason code. Where those are the same, so is every row that is kept, and
so is every page of every role that may not know history: what is still waited for, the status, the texts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import groupby
from random import Random
from typing import Any

import pytest
from django.apps import apps
from django.db import models, transaction
from django.test import Client, RequestFactory
from django.utils import timezone

from lead.accounts.models import User
from lead.audit.models import AuditEvent
from lead.desks.cases import answer_now, decide, merged
from lead.desks.records_check.forms import supervisors
from lead.gate import Actor
from lead.pages.checks import views
from lead.program import program
from lead.records.models import Referral
from lead.screening import Question, questions, screen, unrestricted
from lead.screening.asking import may_see_history
from lead.screening.deciding import hides_supervision
from tests.making import Making, factor

policy = program().policy
PATHWAYS = [one for one in (policy or {}).get("pathways", ()) if any(questions(one, restricted=True))]
pytestmark = pytest.mark.skipif(not PATHWAYS, reason="No rule of the program asks for criminal history.")
ON = str((policy or {}).get("on"))
TRIES = 45

History = dict[str, Any]


def _value(random: Random, one: Question) -> Any:
    if one.type == "yes_no":
        return random.random() < 0.3
    if one.type == "choice":
        return random.choice([*one.options])
    if one.type == "date":
        return f"{random.randint(1990, 2025)}-0{random.randint(1, 9)}-11"
    return random.randint(0, one.at_most or 20)


def _drawn(random: Random, asked: list[Question], known: float, base: History) -> History:
    """Some of the answers, each known with a chance; a list that the case has not has up to two entries."""
    found: History = {one.fact: _value(random, one) for one in asked if one.of is None and random.random() < known}
    for of in dict.fromkeys(one.of for one in asked if one.of):
        count = len(base[of]) if of in base else random.randint(0, 2)
        if of in base or random.random() < known:
            found[of] = [
                {one.fact: _value(random, one) for one in asked if one.of == of and random.random() < known}
                for _entry in range(count)
            ]
    return found


def _answers(history: History) -> dict[str, Any]:
    """A history as a form answers it: of a list first how many entries it has."""
    found: dict[str, Any] = {}
    for name, value in history.items():
        found[name] = len(value) if isinstance(value, list) else value
        for number, entry in enumerate(value if isinstance(value, list) else (), 1):
            found |= {f"{name}.{number}.{fact}": told for fact, told in entry.items()}
    return found


def _case(random: Random, pathway: str, known: float) -> History:
    """Some of what anybody may know, as far as the records still matter then."""
    asked = [*questions(pathway, restricted=False)]
    base: History = {one.of: [{}] for one in asked if one.of}
    for one in random.sample(asked, len(asked)):
        place = base if one.of is None else base[one.of][0]
        for _try in range(5 if random.random() < known else 0):
            place[one.fact] = _value(random, one)
            if screen(pathway, ON, base).outcome == "needs_information":
                break
            del place[one.fact]
    return base


def _cases(pathway: str) -> Iterator[tuple[History, list[History]]]:
    """What anybody may know of a case, and several histories that may stand behind it."""
    random = Random(pathway)
    hidden = [*questions(pathway, restricted=True)]
    for known in (0.5, 0.9, 1):
        base = _case(random, pathway, known)
        yield base, [_drawn(random, hidden, random.choice((0.3, 0.8, 1)), base) for _one in range(TRIES // 3)]


@pytest.fixture
def checked(make: Making) -> Callable[..., Any]:
    """Decides a referral on a history, and tells what is there then; afterwards nothing of it is."""
    role = next((one for one in program().roles.values() if may_see_history(one) and not one.vacant), None)
    if role is None:
        pytest.skip("Nobody may know history.")
    user = User.objects.create_user("checks", role=role.id, agency=role.agencies[0])
    factor(user)
    request = RequestFactory().post("/")
    request.user = user

    def decided(referral: Referral, history: History, look: Callable[[], Any]) -> tuple[tuple[str, str], Any]:
        with transaction.atomic():
            answer = answer_now(referral, merged(referral.facts, _answers(history)))
            decide(request, Referral.objects.get(pk=referral.pk), _answers(history))
            found = (answer.outcome, answer.code), look()
            transaction.set_rollback(True)
        return found

    return decided


def _differing(told: list[tuple[tuple[str, str], Any]]) -> list[tuple[str, str]]:
    """The outcomes and codes that do not look the same each time."""
    grouped = groupby(sorted(told, key=lambda one: one[0]), key=lambda one: one[0])
    return [answer for answer, every in grouped if len({repr(found) for _answer, found in every}) > 1]


def _kept() -> Any:
    """Every row of every table, but for what a row is numbered and the moment at which it was written."""
    for model in apps.get_models():
        columns = [
            one.attname
            for one in model._meta.concrete_fields
            if not isinstance(one, models.AutoField | models.DateTimeField)
            and (model is not AuditEvent or one.name not in ("number", "previous", "digest"))
        ]
        yield model.__name__, list(model._default_manager.order_by("pk").values_list(*columns))


@pytest.mark.parametrize("pathway", PATHWAYS)
def test_what_is_kept_is_the_same_whatever_the_records_say(pathway: str, make: Making, checked: Any) -> None:
    compared = 0
    for base, histories in _cases(pathway):
        referral = _referral(make, pathway, base)
        told = [checked(referral, one, lambda: list(_kept())) for one in _readable(referral, histories)]
        assert _differing(told) == []
        compared += len(told) - len({answer for answer, _found in told})
    assert compared > TRIES / 4


def _referral(make: Making, pathway: str, base: History) -> Referral:
    at = timezone.make_aware(datetime.fromisoformat(f"{ON}T12:00"))
    return make.referral(make.person(), pathway=pathway, facts=base, at=at)


def _readable(referral: Referral, histories: list[History]) -> Iterator[History]:
    """The histories that the policy can read; a form would not send the others."""
    for one in histories:
        facts = merged(referral.facts, _answers(one))
        assert unrestricted(facts) == unrestricted(referral.facts) | {
            of: [{}] * len(entries) for of, entries in one.items() if of not in referral.facts and _is_mixed(of)
        }
        if not answer_now(referral, facts).problems:
            yield one


def _is_mixed(name: str) -> bool:
    return name in unrestricted({name: []})


@pytest.mark.parametrize("pathway", PATHWAYS[:2])
def test_the_pages_of_whoever_may_not_know_history_are_the_same(
    pathway: str, make: Making, checked: Any, enter: Callable[..., Client]
) -> None:
    """For each outcome, the first two histories that differ most in what is answered: nothing, and all of it."""
    roles = {one.desks: one for one in program().roles.values() if not one.vacant and not may_see_history(one)}
    clients = [(enter(one.id, one.agencies[0]), Actor(1, one.id, one.agencies[0])) for one in roles.values()]
    base, histories = next(_cases(pathway))
    referral = _referral(make, pathway, base)
    readable = sorted(_readable(referral, histories), key=lambda one: len(repr(one)))
    by: dict[tuple[str, str], list[History]] = {}
    for one in readable:
        answer = answer_now(referral, merged(referral.facts, _answers(one)))
        by.setdefault((answer.outcome, answer.code), []).append(one)
    tried = [one for alike in by.values() if len(alike) > 1 for one in (alike[0], alike[-1])][-4:]
    told = [checked(referral, one, lambda: list(_pages(clients, referral))) for one in tried]
    assert told and _differing(told) == []


@pytest.mark.skipif(not supervisors() or not hides_supervision(), reason="Nobody supervises, or anybody may know.")
def test_nobody_who_may_not_know_history_learns_that_somebody_is_supervised(
    make: Making, enter: Callable[..., Client]
) -> None:
    """Neither from the question to the agency that supervises, nor from what it answered."""
    agency, asking = supervisors()[0][0], "supervising_agency"
    hidden = [one for one in program().roles.values() if not (one.vacant or agency in one.agencies)]
    every = [(one.id, at) for one in hidden if not may_see_history(one) for at in one.agencies]
    clients = [(enter(*one), Actor(1, *one)) for one in every]
    asked = (id_ for id_, one in program().pathways.items() if asking in (one.get("consent_from") or ()))
    referral = make.referral(make.person(), pathway=next(asked, PATHWAYS[0]), facts={})
    for release in program().consents:
        make.consent(referral.person, release)
    told = []
    for kind in ("", "asked", "supervision_agrees", "supervision_refuses"):
        with transaction.atomic():
            if kind:
                Referral.objects.filter(pk=referral.pk).update(supervising_agency=agency)
            if kind.startswith("supervision"):
                referral.events.create(person=referral.person, kind=kind, held_by=agency)
            told.append((("", ""), list(_pages(clients, referral))))
            transaction.set_rollback(True)
    assert told[0][1] and _differing(told) == []
    assert asking not in Referral.objects.get().telling


def _pages(clients: list[tuple[Client, Actor]], referral: Referral) -> Iterator[tuple[str, str, int, str]]:
    """Every page of one's desks about the referral, or about nobody, without what is drawn anew each time."""
    for client, actor in clients:
        for route, view in views():
            if {*view.policy.desks} & {*actor.desks, "any"} if hasattr(view, "policy") else False:
                address = re.sub(r"<(?:\w+:)?(\w+)>", lambda part: _TOLD.get(part[1], str(referral.pk)), route)
                page: Any = client.get(address)
                text = b"".join(page.streaming_content) if page.streaming else page.content
                yield actor.role, address, page.status_code, _DRAWN.sub("", text.decode("utf-8", "replace"))


_TOLD = {"group": "eligibility"}
_DRAWN = re.compile(r'name="(?:token|csrfmiddlewaretoken)"[^>]*|\b\d{1,2}:\d\d\b')
