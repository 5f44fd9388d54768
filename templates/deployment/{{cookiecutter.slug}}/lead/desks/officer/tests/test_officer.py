"""The officer refers, answers, reads the answer; nobody else's referral is there."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from lead.audit.models import AuditEvent
from lead.desks.officer.choosing import pathways
from lead.gate import Actor
from lead.program import program
from lead.records.models import Charge, Event, Person, Referral, Screening
from tests.making import Making, agency_of
from tests.test_pages import HOSTILE, whole

OFFICERS = [
    (role.id, agency)
    for role in program().roles.values()
    if "officer" in role.desks and not role.vacant
    for agency in role.agencies
]
pytestmark = pytest.mark.skipif(not OFFICERS, reason="The program has no officers.")
Enter = Callable[..., Client]


def door(role: str, agency: str) -> str:
    """The first pathway of an agency, which is the arrest door where it has one."""
    found = pathways(Actor(1, role, agency))
    if not found:
        pytest.skip("No pathway is open to the agency.")
    return next(iter(found))


def fields(client: Client, address: str, **said: Any) -> dict[str, Any]:
    """What the page's form holds, with what is entered."""
    page = client.get(address)
    assert page.status_code == 200
    whole(page.content.decode())
    form = page.context["form"]
    return {name: form[name].value() or "" for name in form.fields} | said


def filled(client: Client, pathway: str, **said: Any) -> dict[str, Any]:
    """A referral as an officer fills it in."""
    form = fields(client, reverse("officer:refer", args=[pathway]))
    known = program().pathways[pathway]
    told = {"name": "Ada Canary", "age": "30", "accepted": "yes", "agreed_at": "10:15", "words": "Yes, call them."}
    if "offences" in form:
        told["offences"] = [known["offences"][0]["id"]]  # type: ignore[assignment]
    if "area" in form:
        told["area"] = known["areas_named"][0]["id"]
    return {**form, **told, "born": "", **said}


def refer(client: Client, role: str, agency: str, **said: Any) -> Referral:
    """A referral that was sent."""
    pathway = door(role, agency)
    answer = client.post(reverse("officer:refer", args=[pathway]), filled(client, pathway, **said))
    assert answer.status_code == 302, answer.context["form"].errors
    made = Referral.objects.latest("pk")
    assert answer.headers["Location"] == reverse("officer:result", args=[made.pk])
    return made


@pytest.mark.parametrize("role, agency", OFFICERS)
def test_a_referral_is_made_and_answered(enter: Enter, role: str, agency: str) -> None:
    client = enter(role, agency)
    made = refer(client, role, agency)
    assert made.held_by == made.referring_agency == made.person.held_by == agency
    assert made.verbal_consent_at and made.verbal_consent_words == "Yes, call them."
    assert {"referral", "offer", "acceptance"} <= {one.kind for one in Event.objects.filter(referral=made)}
    assert made.screenings.count() == 1
    page = client.get(reverse("officer:result", args=[made.pk])).content.decode()
    whole(page)
    assert "Ada Canary" in page
    assert AuditEvent.objects.filter(action="view", person=made.person_id, allowed=True).exists()
    listed = client.get(reverse("officer:list")).content.decode()
    whole(listed)
    assert made.person.code in listed and "Ada Canary" not in listed


def test_the_form_has_at_most_twelve_fields(enter: Enter) -> None:
    role, agency = OFFICERS[0]
    for pathway in pathways(Actor(1, role, agency)):
        form = fields(enter(role, agency), reverse("officer:refer", args=[pathway]))
        assert len(set(form) - {"token"}) <= 12


def test_a_form_that_is_sent_twice_makes_one_referral(enter: Enter) -> None:
    role, agency = OFFICERS[0]
    client, pathway = enter(role, agency), door(role, agency)
    sent = filled(client, pathway)
    first, second = (client.post(reverse("officer:refer", args=[pathway]), sent) for _one in range(2))
    assert first.headers["Location"] == second.headers["Location"]
    assert Referral.objects.count() == Person.objects.count() == 1


def test_of_a_no_nothing_is_kept_that_says_who_it_was(enter: Enter) -> None:
    role, agency = OFFICERS[0]
    client = enter(role, agency)
    told = {"accepted": "no", "born": "1990-01-02", "narrative": "Canary", "place": "Canary", "words": "Canary"}
    made = refer(client, role, agency, **told)
    assert made.status == Referral.Status.DECLINED and not made.screenings.exists() and not made.facts
    assert (made.person.name, made.person.born) == ("", None)
    assert not Charge.objects.exists()
    assert "Canary" not in "".join(str(value) for value in vars(made).values())


def test_errors_stand_in_a_summary_with_links(enter: Enter) -> None:
    role, agency = OFFICERS[0]
    client, pathway = enter(role, agency), door(role, agency)
    page = client.post(
        reverse("officer:refer", args=[pathway]), filled(client, pathway, words="", age="", accepted="yes")
    )
    text = page.content.decode()
    assert page.status_code == 422 and not Referral.objects.exists()
    whole(text)
    assert 'role="alert"' in text and 'href="#id_words"' in text and 'href="#id_age"' in text


@pytest.mark.parametrize("name", ["result", "questions"])
def test_the_referral_of_another_agency_is_not_there(make: Making, enter: Enter, name: str) -> None:
    role, agency = OFFICERS[0]
    other = make.referral(make.person(held_by="another-police", name="Canary"), agency="another-police")
    client = enter(role, agency)
    for number in (other.pk, other.pk + 100, 2**70):
        answer = client.get(reverse(f"officer:{name}", args=[number]))
        assert answer.status_code == 404 and b"Canary" not in answer.content
    assert AuditEvent.objects.filter(action="referral_denied", allowed=False).count() == 3
    assert b"Canary" not in client.get(reverse("officer:list")).content
    assert client.post(reverse("officer:called", args=[other.pk])).status_code == 404
    assert not Event.objects.filter(kind="handoff_call").exists()


def test_a_pathway_of_others_is_not_open(enter: Enter) -> None:
    role, agency = OFFICERS[0]
    own = pathways(Actor(1, role, agency))
    client = enter(role, agency)
    for pathway in ({*program().pathways} - {*own}) | {"no-such-pathway"}:
        assert client.get(reverse("officer:refer", args=[pathway])).status_code == 404


@pytest.mark.skipif(program().policy is None, reason="The program's rules cannot decide cases.")
def test_only_open_questions_without_criminal_history_are_asked(enter: Enter) -> None:
    role, agency = OFFICERS[0]
    client = enter(role, agency)
    made = refer(client, role, agency)
    address = reverse("officer:questions", args=[made.pk])
    page = client.get(address)
    asked = page.context["asked"]
    if not asked:
        pytest.skip("The program asks an officer nothing more.")
    assert not any(one.question.restricted for one in asked)
    before = len(asked)
    first = next(one for one in asked if one.question.type == "yes_no" and one.question.of is None)
    sent = fields(client, address, **{first.question.fact: "yes"})
    assert client.post(address, sent).status_code == 302
    made.refresh_from_db()
    assert made.facts[first.question.fact] is True
    assert len(client.get(address).context["asked"]) < before


def test_the_call_starts_the_clock_once(enter: Enter) -> None:
    role, agency = OFFICERS[0]
    client = enter(role, agency)
    made = refer(client, role, agency)
    for token in ("one", "two"):
        assert client.post(reverse("officer:called", args=[made.pk]), {"token": token}).status_code == 302
    assert Event.objects.filter(referral=made, kind="handoff_call").count() == 1
    page = client.get(reverse("officer:result", args=[made.pk])).content.decode()
    assert "I called the case manager" not in page or "handoff_call" not in str(program().clocks)


def test_long_and_hostile_text_stays_text(enter: Enter) -> None:
    role, agency = OFFICERS[0]
    client = enter(role, agency)
    made = refer(client, role, agency, name=HOSTILE + "Maximilian-Ferdinand von und zu Hohenstein-Wittelsbach")
    text = client.get(reverse("officer:result", args=[made.pk])).content.decode()
    assert "<script" not in text and "Wittelsbach" in text
    whole(text)


def test_an_officer_is_not_told_what_case_management_did(make: Making, enter: Enter) -> None:
    role, agency = OFFICERS[0]
    client = enter(role, agency)
    made = refer(client, role, agency)
    before = client.get(reverse("officer:result", args=[made.pk])).content.decode()
    Referral.objects.filter(pk=made.pk).update(status=Referral.Status.TAKEN_IN)
    make.enrollment(made.person, held_by=agency_of("care") or "care")
    after = client.get(reverse("officer:result", args=[made.pk])).content.decode()
    assert "taken in" not in after
    # A screening that still waits keeps its question; what else the page says did not change.
    assert re.findall(r"<dt>State</dt><dd>[^<]*", before) == re.findall(r"<dt>State</dt><dd>[^<]*", after)


def test_an_answer_that_is_not_shared_is_not_passed_off_as_the_last(enter: Enter) -> None:
    role, agency = OFFICERS[0]
    client = enter(role, agency)
    made = refer(client, role, agency)
    said = {"person": made.person, "referral": made, "decided_by": "x"}
    Screening.objects.create(outcome="eligible", held_by=agency, **said)
    Screening.objects.create(outcome="not_eligible", held_by="nobody", public_reason="Hidden reason", **said)
    page = client.get(reverse("officer:result", args=[made.pk])).content.decode()
    assert "Somebody answered since" in page and "Hidden" not in page and "Not eligible" not in page
