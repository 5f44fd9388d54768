"""Clocks, charges, consents, forms, and who may know that somebody is there at all."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.utils import timezone

from lead.audit.log import faults, write
from lead.audit.models import AuditEvent
from lead.audit.reading import may
from lead.gate import Actor, basis, gate
from lead.gate.basis import standing
from lead.pages.forms import LeadForm, answer, once
from lead.program import Category, Cell, Role, program
from lead.records import charging, clocks, consents
from lead.records.models import Charge, Event, Person, PublicRequest
from tests.making import Making, agency_of


def at(text: str) -> datetime:
    return timezone.make_aware(datetime.fromisoformat(text))


@pytest.mark.parametrize(
    ("start", "unit", "count", "end"),
    [
        ("2026-01-31T10:00", "months", 1, "2026-02-28T10:00"),
        ("2028-02-29T10:00", "years", 1, "2029-02-28T10:00"),
        ("2026-12-31T23:30", "days", 1, "2027-01-01T23:30"),
        ("2026-11-27T16:00", "business_days", 1, "2026-11-30T16:00"),
        ("2026-11-28T16:00", "business_days", 2, "2026-12-01T16:00"),
        ("2026-03-07T12:00", "days", 1, "2026-03-08T12:00"),
        ("2026-11-27T10:00", "weeks", 2, "2026-12-11T10:00"),
        ("2026-11-27T10:00", "minutes", 90, "2026-11-27T11:30"),
    ],
)
def test_a_duration_is_counted_as_the_county_counts(start: str, unit: str, count: int, end: str) -> None:
    assert clocks.add(at(start), {"unit": unit, "count": count}) == at(end)


def _timed() -> tuple[str, dict[str, Any]] | None:
    return next(
        ((id_, one) for id_, one in program().clocks.items() if one["at_most"] and one["starts"] != "previous_clock"),
        None,
    )


def test_a_clock_runs_from_its_event_to_its_event(make: Making) -> None:
    timed = _timed()
    if timed is None:
        pytest.skip("The program has no clock.")
    id_, said = timed
    referral = make.referral(make.person(), pathway=(said["pathways"] or [next(iter(program().pathways))])[0])
    assert id_ not in [one.id for one in clocks.clocks(referral)]
    began = at("2026-03-02T09:00")
    happened = Event.objects.create(
        person=referral.person, referral=referral, kind=said["starts"], at=began, held_by="x"
    )
    running = next(one for one in clocks.clocks(referral) if one.id == id_)
    assert running.began == happened.at and running.running
    assert running.due == clocks.add(began, said["at_most"])
    assert not running.late(running.due) and running.late(running.due + timedelta(seconds=1))
    for minutes, kind in ((5, "pause"), (65, "resume")):
        when = began + timedelta(minutes=minutes)
        Event.objects.create(person=referral.person, referral=referral, kind=kind, clock=id_, at=when, held_by="x")
    paused = next(one for one in clocks.clocks(referral) if one.id == id_)
    assert paused.due == running.due + timedelta(hours=1)
    met = began + timedelta(minutes=70)
    Event.objects.create(person=referral.person, referral=referral, kind=said["until"], at=met, held_by="x")
    assert next(one for one in clocks.clocks(referral) if one.id == id_).met == met


def test_a_charge_moves_as_the_agreement_says_and_no_other_way(make: Making) -> None:
    if not program().charges:
        pytest.skip("The program holds no charge back.")
    said = program().charges[0]
    named = set(said["decided_by"])
    office = next(one.id for one in program().roles.values() if one.names & named or (not named and one.agencies))
    actor = Actor(1, office, program().roles[office].agencies[0])
    referral = make.referral(make.person(), pathway=(said["pathways"] or [next(iter(program().pathways))])[0])
    level = (said["levels"] or ["misdemeanor"])[0]
    charge = charging.hold(referral, office=office, offence="x", level=level, held_by=actor.agency)
    stranger = Actor(1, "case-management", agency_of("care"))
    with pytest.raises(charging.IllegalMoveError):
        charging.move(charge, stranger, charging.ENDED)
    with pytest.raises(charging.IllegalMoveError):
        charging.move(charge, actor, charging.FILED)
    with pytest.raises(charging.IllegalMoveError):
        charging.move(charge, actor, "forgotten")
    charging.move(charge, actor, charging.ENDED)
    with pytest.raises(charging.IllegalMoveError):
        charging.move(Charge.objects.get(pk=charge.pk), actor, charging.FILED, "A ground.")


def _form() -> tuple[str, dict[str, Any]]:
    for id_, form in program().consents.items():
        ready = [code for code, words in form["languages"].items() if not words["draft"]]
        if ready and not form["draft"]:
            whole = {
                "held_by": agency_of("care"),
                "language": ready[0],
                "blocks": dict.fromkeys(form["blocks"], "initialed"),
                "signed_name": "Ada Invented",
                "signed_on": timezone.localdate(),
                "copy_given": True,
            }
            return id_, whole
    pytest.skip("The program has no release that can be signed.")


@pytest.mark.parametrize(
    ("changed", "word"),
    [
        ({"signed_name": " "}, "signature"),
        ({"signed_on": None}, "date"),
        ({"signed_on": timezone.localdate() + timedelta(days=3)}, "still to come"),
        ({"language": "xx"}, "language"),
        ({"copy_given": False}, "copy"),
    ],
)
def test_a_release_that_lacks_something_is_not_kept(make: Making, changed: dict[str, Any], word: str) -> None:
    release, whole = _form()
    person = make.person()
    with pytest.raises(ValidationError) as refused:
        consents.sign(person, release, **{**whole, **changed})
    assert word in " ".join(refused.value.messages)
    assert not person.consents.exists()


def test_a_draft_translation_is_refused(make: Making) -> None:
    for release, form in program().consents.items():
        for language, words in form["languages"].items():
            if words["draft"]:
                _release, whole = _form()
                blocks = dict.fromkeys(form["blocks"], "initialed")
                with pytest.raises(ValidationError, match="draft"):
                    consents.sign(make.person(), release, **{**whole, "language": language, "blocks": blocks})


def test_a_release_that_is_whole_is_kept_and_taken_back(make: Making) -> None:
    release, whole = _form()
    person = make.person()
    consent = consents.sign(person, release, **whole)
    consents.revoke(consent, by="Ada Invented", means="in_person")
    assert [one.kind for one in person.events.all()] == ["release_signed", "release_revoked"]


def test_a_part_is_taken_back_alone_and_a_body_without_its_members(make: Making) -> None:
    release, _whole = _form()
    part = {"disclosers": ["one"], "categories": [], "purposes": []}
    parts = {
        "body": {**part, "recipients": ["the-body", "other"]},
        "member": {**part, "recipients": ["member"]},
        "ways": {**part, "recipients": ["far"], "both_ways": True},
    }
    form = {**program().consents[release], "blocks": parts}

    def left(**taken: str) -> dict[str, list[str]]:
        signed = consents.snapshot(form, "en")
        consent = make.consent(make.person(), release, signed=signed, blocks=dict.fromkeys(parts, "initialed"))
        consents.revoke(consent, by="Ada Invented", means="in_person", **taken)
        return {id_: block["recipients"] for id_, block in standing(consent, form).items()}

    assert left(block="member") == {"body": ["the-body", "other"], "ways": ["far"]}
    assert left(recipient="the-body") == {"body": ["other"], "member": ["member"], "ways": ["far"]}
    assert [*left(recipient="far")] == ["body", "member"] and left() == {}
    assert "ways" not in left(recipient="one")  # nor does who may learn no more tell in a part that goes both ways
    member = program().roles[next(iter(program().roles))]
    asks = Actor(1, member.id, member.agencies[0] if member.agencies else "")
    cell = Cell("i", "f", "x", member.id, "c", "view", "p", {}, "own_cases")
    block = {**part, "disclosers": ["x"], "recipients": [member.id], "categories": ["c"], "purposes": ["p"]}
    assert basis._covers({**block, "gone": set()}, asks, cell, "x")
    assert not basis._covers({**block, "gone": {asks.agency}}, asks, cell, "x")


def test_what_was_made_by_mistake_does_not_count(make: Making) -> None:
    referral = make.referral(make.person())
    id_, said = next(((i, one) for i, one in program().clocks.items() if one["starts"] == "referral"), ("", {}))
    if not id_ or (said["pathways"] and referral.pathway not in said["pathways"]):
        pytest.skip("No clock begins with the referral.")
    entered = {"person": referral.person, "referral": referral, "held_by": "x"}
    Event.objects.create(kind="referral", **entered)
    done = Event.objects.create(kind=said["until"], of="contact:1", **entered)
    assert next(one for one in clocks.clocks(referral) if one.id == id_).met == done.at
    Event.objects.create(kind="void", of="contact:1", **entered)
    assert next(one for one in clocks.clocks(referral) if one.id == id_).met is None
    referral.status = "void"
    assert clocks.clocks(referral) == []


def test_a_record_of_nobody_is_shown_to_nobody(make: Making) -> None:
    PublicRequest.objects.create(about_whom="Somebody", held_by="x")
    role = next(iter(program().roles.values()))
    assert not PublicRequest.objects.for_actor(Actor(1, role.id, next(iter(role.agencies), ""))).exists()


def test_who_learned_how_to_reach_a_person_keeps_it(make: Making) -> None:
    person = make.person(contact="360-555-0100")
    assert person.held_by in person.keepers("contact")
    person.contact_by = "bridgeway"
    assert person.keepers("contact") == {"bridgeway"} and person.held_by in person.keepers("identity")


def test_nobody_knows_of_a_person_of_whom_they_may_see_nothing(make: Making) -> None:
    person = make.person()
    known = []
    for role in program().roles.values():
        for agency in role.agencies:
            if Person.objects.for_actor(Actor(1, role.id, agency)).filter(pk=person.pk).exists():
                known.append((role.id, agency))
    assert known and {agency for _role, agency in known} == {person.held_by}
    assert not Person.objects.for_actor(None).exists()


def test_a_form_that_is_sent_twice_works_once(rf: Any, make: Making, admin_user: Any) -> None:
    worked: list[int] = []

    def work() -> str:
        worked.append(1)
        return "/done/"

    def sent(address: str, **said: str) -> str:
        request = rf.post(address, {"token": "t" * 20, **said})
        request.user, form = admin_user, LeadForm(request.POST)
        assert form.is_valid()
        return once(form, request, work).headers["Location"]

    assert sent("/", note="a") == sent("/", note="a") == "/done/"
    assert worked == [1]
    # With the token of a page to which somebody went back, something else is something else.
    for address, note in (("/", "b"), ("/other/", "a")):
        sent(address, note=note)
    assert worked == [1, 1, 1]


@pytest.mark.parametrize("wrong", [ValidationError("no"), PermissionDenied(), Http404()])
def test_what_a_form_was_denied_stays_in_the_log_though_its_work_is_undone(
    wrong: Exception, rf: Any, make: Making, admin_user: Any
) -> None:
    request, person = rf.post("/", {"token": "t" * 20}), make.person()
    request.user = admin_user

    def work() -> str:
        person.events.create(kind="contact", held_by=person.held_by)
        write(request, "changed", person=person.pk)
        assert not may(request, person, "identity", "export")
        raise wrong

    with suppress(PermissionDenied, Http404):
        assert answer(request, "pages/error.html", LeadForm(request.POST), work).status_code == 422
    assert not person.events.exists()
    assert [(one.action, one.allowed) for one in AuditEvent.objects.all()] == [("export", False)]
    assert list(faults()) == []


@pytest.mark.parametrize("text", [*"\u202e\x00\u2066\u200b\u2060\ufeff\u00ad\u061c\x7f\U000e0041"])
def test_characters_that_hide_text_are_refused(text: str) -> None:
    from django import forms

    class Named(LeadForm):
        name = forms.CharField()

    assert not Named({"token": "t" * 20, "name": f"a{text}b"}).is_valid()
    assert Named({"token": "t" * 20, "name": "\u0645\u06cc\u200c\u0631\u0648\u0645"}).is_valid()
    assert Named({"token": "t" * 20, "name": "Zoë O'Neil ‏עברית".replace("\u200f", "")}).is_valid()


def test_a_request_about_nobody_who_is_known_yet_breaks_no_list(db: None) -> None:
    PublicRequest.objects.create(held_by="x", about_whom="Somebody in a blue coat")
    for role in program().roles.values():
        for agency in role.agencies:
            assert not PublicRequest.objects.for_actor(Actor(1, role.id, agency)).exists()


@pytest.mark.parametrize(
    ("redisclosure", "goes_on"),
    [("prohibited", False), ("with_consent", False), ("within_own_agency", True), (None, True)],
)
def test_who_a_person_is_goes_on_by_another_flow_unless_the_first_lets_nothing_go_on(
    make: Making, monkeypatch: pytest.MonkeyPatch, redisclosure: str | None, goes_on: bool
) -> None:
    """The annex says it in these words, under how to read it."""
    open_to_all = {"kind": "public_record"}
    first = Cell(
        "1", "f", "police", "desk", "who", "view", "referral", open_to_all, "own_cases", redisclosure=redisclosure
    )
    then = Cell("2", "f", "desk", "care", "who", "view", "referral", open_to_all, "all_participants")
    roles = {one: Role(one, "other", one, (one,), desk=one) for one in ("desk", "care")}
    categories = {"who": Category("who", "Name", "identity", "identity")}
    known = replace(program(), cells=(first, then), never=(), bodies={}, roles=roles, categories=categories)
    for module in ("actor", "deciding", "scope"):
        monkeypatch.setattr(f"lead.gate.{module}.program", lambda: known)
    person = make.person(held_by="police")
    make.referral(person, agency="police", handed_to="desk")
    assert bool(gate(Actor(1, "care", "care"), person, "who", "view", None, holder="police")) is goes_on


@pytest.mark.parametrize("of", ["contact", "contact:", "contact:x", "user:1", "no-such:1", "<b>:1"])
def test_an_event_comes_with_a_record_or_with_nothing(make: Making, of: str) -> None:
    entered = {"person": make.person(), "kind": "contact", "held_by": "x"}
    with pytest.raises(ValueError, match="names no record"):
        Event.objects.create(of=of, **entered)
    assert Event.objects.create(of="contact:12", **entered).of == "contact:12"
