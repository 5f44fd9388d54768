"""The screening desk: what tells criminal history decides once, and stands nowhere afterwards."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.core import serializers
from django.test import Client
from django.urls import reverse

from lead.audit.models import AuditEvent
from lead.desks import cases
from lead.desks.overriding import by_telephone
from lead.desks.records_check.queue import may_answer, may_approve
from lead.gate import Actor
from lead.program import program
from lead.records.models import Referral, Screening
from lead.screening import Answer
from lead.screening.asking import may_see_history
from tests.making import Making
from tests.test_pages import whole

KNOWN = program().roles
SCREENERS = [(r.id, a) for r in KNOWN.values() if "screening" in r.desks and not r.vacant for a in r.agencies]
CHECKERS = [one for one in SCREENERS if may_see_history(KNOWN[one[0]])]
pytestmark = [
    pytest.mark.skipif(not SCREENERS, reason="Nobody screens in this program."),
    pytest.mark.skipif(program().policy is None, reason="The program's rules cannot decide cases."),
]
Enter = Callable[..., Client]


def referred(make: Making, agency: str, **said: Any) -> Referral:
    """A referral of an agency, held by it."""
    pathway = next(iter(program().pathways))
    facts = {"charges": [{"offence": program().pathways[pathway]["offences"][0]["id"]}], "consents": True, "age": 30}
    area = program().pathways[pathway]["areas_named"][0]["id"]
    said = {"pathway": pathway, "agency": agency, "facts": {**facts, "area": area}, "area": area, **said}
    return make.referral(make.person(held_by=agency, name="Ada Canary"), **said)


def sent(page: Any, **said: Any) -> dict[str, Any]:
    """What the form of a page holds, with what is answered."""
    form = page.context["form"]
    return {name: form[name].value() or "" for name in form.fields} | said


def favorable(page: Any) -> dict[str, Any]:
    """Every yes-or-no question answered with no, no list with an entry."""
    form = page.context["form"]
    told = sent(page)
    for name, field in form.fields.items():
        if name in form.named and form.named[name].type == "count":
            told[name] = "0"
        elif ("no", "No") in getattr(field, "choices", ()):
            told[name] = "no"
    return told


@pytest.mark.skipif(not CHECKERS, reason="Nobody who screens may know of criminal history.")
@pytest.mark.parametrize("answer", ["yes", "no"])
def test_no_restricted_answer_is_kept_or_told(make: Making, enter: Enter, answer: str) -> None:
    role, agency = CHECKERS[0]
    client, made = enter(role, agency), referred(make, agency)
    address = reverse("records_check:check", args=[made.pk])
    page = client.get(address)
    whole(page.content.decode())
    hidden = [one for one in page.context["form"].asked if one.question.restricted]
    names = [one.question.fact for one in hidden if one.question.of is None and one.question.type == "yes_no"]
    assert names
    assert client.post(address, {**favorable(page), **dict.fromkeys(names, answer)}).status_code == 302
    made.refresh_from_db()
    for model in apps.get_models():
        kept = serializers.serialize("json", model._default_manager.all())
        assert not [name for name in names if f'"{name}' in kept or f'\\"{name}' in kept], model
    assert not {one.question.of or one.question.fact for one in hidden} & {*made.facts} - {"charges"}
    assert made.screenings.exists()
    assert AuditEvent.objects.filter(action="records_check", person=made.person_id).exists()


@pytest.mark.skipif(not CHECKERS, reason="Nobody who screens may know of criminal history.")
def test_the_reason_and_what_is_missing_name_no_record(make: Making, enter: Enter) -> None:
    role, agency = CHECKERS[0]
    client, made = enter(role, agency), referred(make, agency)
    address = reverse("records_check:check", args=[made.pk])
    page = client.get(address)
    hidden = {one.question.of or one.question.fact for one in page.context["form"].asked if one.question.restricted}
    assert client.post(address, sent(page)).status_code == 302
    last = Screening.objects.get()
    assert last.outcome == "needs_information" and "records-check" in last.missing
    assert not {name.partition(".")[0] for name in last.missing} & (hidden - {"charges"})


@pytest.mark.skipif(not CHECKERS, reason="Nobody who screens may know of criminal history.")
def test_entries_that_were_counted_are_asked_about(make: Making, enter: Enter) -> None:
    role, agency = CHECKERS[0]
    client, made = enter(role, agency), referred(make, agency)
    address = reverse("records_check:check", args=[made.pk])
    page = client.get(address)
    named = page.context["form"].named
    count = next((name for name, question in named.items() if question.type == "count"), None)
    if count is None:
        pytest.skip("The program asks of no list.")
    assert client.post(address, sent(page, **{count: "9" * 5000})).status_code == 422
    again = client.post(address, sent(page, **{count: "2"}))
    assert again.status_code == 422 and not Screening.objects.exists()
    whole(again.content.decode())
    assert [name for name in again.context["form"].fields if name.startswith(f"{count}.2.")]
    assert client.post(address, sent(again)).status_code == 302


def test_every_code_and_reason_is_kept_whole(
    make: Making, rf: Any, admin_user: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered = Answer("not_eligible", ", ".join(f"reason-code-{one}" for one in range(40)), "Why not. " * 100)
    monkeypatch.setattr(cases, "keep", lambda referral, answers: answered)
    request = rf.post("/")
    request.user, request.actor = admin_user, Actor(1, *SCREENERS[0])
    kept = Screening.objects.get(pk=cases.decide(request, referred(make, SCREENERS[0][1])).pk)
    assert (kept.public_code, kept.public_reason) == (answered.code, answered.reason)
    kept.full_clean(exclude=("decided_by", "policy_digest"))


@pytest.mark.parametrize("role, agency", [one for one in SCREENERS if one not in CHECKERS])
def test_nobody_else_is_asked_what_tells_criminal_history(make: Making, enter: Enter, role: str, agency: str) -> None:
    made = referred(make, next(a for r in KNOWN.values() if "officer" in r.desks for a in r.agencies))
    page = enter(role, agency).get(reverse("records_check:check", args=[made.pk]))
    assert page.status_code == 200
    form = page.context["form"]
    assert form is None or not any(one.question.restricted for one in form.asked)
    assert form is None or "supervising_agency" not in form.fields


def test_who_may_not_know_of_a_referral_finds_nothing(make: Making, enter: Enter) -> None:
    role, agency = SCREENERS[0]
    made = referred(make, "another-agency", verbal_consent_at=None, verbal_consent_words="")
    client = enter(role, agency)
    for number in (made.pk, made.pk + 50, 2**70):
        answer = client.get(reverse("records_check:check", args=[number]))
        assert answer.status_code == 404 and b"Canary" not in answer.content
        assert client.post(reverse("records_check:settle", args=[number]), {"answer": "yes"}).status_code == 404
    assert AuditEvent.objects.filter(action="referral_denied", allowed=False).count() == 6
    page = client.get(reverse("records_check:queue")).content.decode()
    whole(page)
    assert made.person.code not in page


@pytest.mark.skipif(not CHECKERS, reason="Nobody who screens may know of criminal history.")
def test_what_others_answered_waits_for_nobody_here(make: Making, enter: Enter) -> None:
    role, agency = CHECKERS[0]
    client, made = enter(role, agency), referred(make, agency)
    assert made.person.code in client.get(reverse("records_check:queue")).content.decode()
    said = {"outcome": "not_eligible", "held_by": "nobody", "decided_by": "x"}
    Screening.objects.create(person=made.person, referral=made, **said)
    assert made.person.code not in client.get(reverse("records_check:queue")).content.decode()


def test_who_is_named_approves_once_and_nobody_else(make: Making, enter: Enter) -> None:
    police = next(a for r in KNOWN.values() if "officer" in r.desks for a in r.agencies)
    made = referred(make, police)
    Screening.objects.create(person=made.person, referral=made, outcome="eligible", held_by=police, decided_by="x")
    says = [one for one in SCREENERS if may_approve(Actor(1, *one), made)]
    if not says:
        pytest.skip("Nobody who screens approves.")
    address = reverse("records_check:settle", args=[made.pk])
    for other in SCREENERS:
        if other not in says:
            answer = enter(*other).post(address, {"token": "a", "answer": "yes"})
            assert answer.status_code in (403, 404)
    client = enter(*says[0])
    page = client.get(reverse("records_check:check", args=[made.pk]))
    assert address in page.content.decode()
    whole(client.get(address).content.decode())
    assert client.post(address, {"token": "b", "answer": "no", "reason": ""}).status_code == 422
    for _twice in range(2):
        assert client.post(address, {"token": "c", "answer": "yes", "reason": ""}).status_code == 302
    assert Screening.objects.filter(public_code="approved").count() == 1
    assert "approved" in json.dumps(list(Screening.objects.values_list("public_code", flat=True)))


def test_two_who_settle_at_once_settle_once(make: Making, enter: Enter, somebody_is_quicker: Any) -> None:
    police = next(a for r in KNOWN.values() if "officer" in r.desks for a in r.agencies)
    made = referred(make, police)
    Screening.objects.create(person=made.person, referral=made, outcome="eligible", held_by=police, decided_by="x")
    says = next((one for one in SCREENERS if may_approve(Actor(1, *one), made)), None)
    if says is None:
        pytest.skip("Nobody who screens approves.")
    client, address = enter(*says), reverse("records_check:settle", args=[made.pk])
    somebody_is_quicker(lambda: client.post(address, {"token": "q", "answer": "no", "reason": "The program is full."}))
    late = client.post(address, {"token": "s", "answer": "yes", "reason": ""})
    assert late.status_code == 422 and "in the meantime" in late.content.decode()
    assert [one.public_code for one in made.screenings.all()][:-1] == ["not-approved"]


def excluded(make: Making, by: list[str], held_by: str, **said: Any) -> Screening:
    """A referral of an agency whose exclusion somebody may override."""
    made = referred(make, held_by, **said)
    told = {"outcome": "needs_discretion", "public_code": "amount", "whose": {"amount": by}, "decided_by": "x"}
    return Screening.objects.create(person=made.person, referral=made, held_by=held_by, **told)


WORD = {"office": "nobodys-desk", "name": "Ann Owner", "at": "2026-01-02T10:00", "ground": "Within reach of care."}


@pytest.mark.parametrize("outcome", ["eligible", "not_eligible"])
def test_what_an_owner_without_a_desk_said_is_recorded_once(make: Making, enter: Enter, outcome: str) -> None:
    role, agency = SCREENERS[0]
    asked = excluded(make, ["nobodys-desk", "nobody-else"], agency)
    client, address = enter(role, agency), reverse("records_check:owner", args=[asked.referral.pk])
    assert asked.person.code in client.get(reverse("records_check:queue")).content.decode()
    assert address in client.get(reverse("records_check:check", args=[asked.referral.pk])).content.decode()
    whole(client.get(address).content.decode())
    late = {**WORD, "at": "2999-01-01T10:00"}
    for wrong in ({**WORD, "ground": ""}, {**WORD, "office": "another"}, {**WORD, "name": ""}, late):
        assert client.post(address, {"token": "w", "answer": outcome, **wrong}).status_code == 422
    for _twice in range(2):
        assert client.post(address, {"token": "o", "answer": outcome, **WORD}).status_code == 302
    done = Screening.objects.get(pk=asked.pk)
    name = done.overridden_by if outcome == "eligible" else done.decided_by
    assert (done.outcome, done.override_ground, name) == (outcome, "Within reach of care.", "Ann Owner, nobodys-desk")
    assert done.override_at and done.override_at.isoformat().startswith("2026-01-02")
    assert asked.referral.events.filter(kind="eligibility_decision").count() == 1
    log = AuditEvent.objects.get(action="changed", thing="override", person=asked.person.pk)
    assert (log.role, log.note, log.allowed) == (role, "amount", True)
    assert address not in client.get(reverse("records_check:check", args=[asked.referral.pk])).content.decode()


def test_who_may_not_screen_a_referral_records_nobodys_word(make: Making, enter: Enter) -> None:
    asked = excluded(make, ["nobodys-desk"], SCREENERS[0][1])
    address = reverse("records_check:owner", args=[asked.referral.pk])
    others = [(r.id, r.agencies[0]) for r in KNOWN.values() if r.agencies and not r.vacant]
    others = [one for one in others if not may_answer(Actor(1, *one), asked.referral)]
    assert others
    for other in others:
        sent = {"token": f"o{other[0]}", "answer": "eligible", **WORD}
        assert enter(*other).post(address, sent).status_code in (403, 404)
    asked.refresh_from_db()
    assert asked.outcome == "needs_discretion" and not AuditEvent.objects.filter(thing="override").exists()
    assert AuditEvent.objects.filter(allowed=False).count() >= len(others)


def test_an_owner_with_the_case_at_their_desk_records_it_there(make: Making, enter: Enter) -> None:
    offices = [r for r in KNOWN.values() if "prosecutor" in r.desks and not r.vacant and r.agencies]
    if not offices:
        pytest.skip("The program has no prosecutor's desk.")
    owner, (role, agency) = offices[0], SCREENERS[0]
    asked = excluded(make, [owner.id, "nobodys-desk"], agency)
    client, address = enter(role, agency), reverse("records_check:owner", args=[asked.referral.pk])
    assert by_telephone(asked) and client.get(address).status_code == 200
    asked.held_by = owner.agencies[0]
    asked.save()
    assert not by_telephone(asked)
    assert client.post(address, {"token": "s", "answer": "eligible", **WORD}).status_code in (403, 404)
    assert AuditEvent.objects.filter(action="override_denied", allowed=False, person=asked.person.pk).exists()
    asked.refresh_from_db()
    assert asked.outcome == "needs_discretion"
