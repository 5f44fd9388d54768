"""The officer refers, answers, reads the answer; nobody else's referral is there."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from django.test import Client, RequestFactory
from django.urls import reverse

from lead.audit.models import AuditEvent
from lead.desks.cases import answer_now, decide, merged
from lead.desks.officer.choosing import pathways
from lead.desks.officer.steps import AT_ONCE
from lead.gate import Actor
from lead.program import program
from lead.records.models import Charge, Event, Person, Referral, Screening
from lead.screening.deciding import is_hidden
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
    goes_on = [reverse("officer:result", args=[made.pk]), reverse("officer:questions", args=[made.pk, 1])]
    assert answer.headers["Location"] in goes_on
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
        answer = client.get(reverse(f"officer:{name}", args=[number] if name == "result" else [number, 1]))
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


def asked_first(client: Client, made: Referral) -> Any:
    """The first page of questions."""
    page = client.get(reverse("officer:questions", args=[made.pk, 1]))
    if page.status_code != 200:
        pytest.skip("The program asks an officer nothing more.")
    whole(page.content.decode())
    return page


def answers(page: Any, **said: Any) -> dict[str, Any]:
    """What a page of questions holds, with what is answered."""
    form = page.context["form"]
    return {name: "" if form[name].value() is None else form[name].value() for name in form.fields} | said


def walked(client: Client, made: Referral) -> list[list[str]]:
    """The names on each page of questions, up to the answer, where nothing of it is known."""
    address, pages = reverse("officer:questions", args=[made.pk, 1]), []
    while "questions" in address:
        page = client.get(address)
        pages.append([*page.context["form"].named])
        address = client.post(address, answers(page)).headers["Location"]
        assert len(pages) < 30
    return pages


def test_few_questions_stand_on_a_page_and_none_tells_criminal_history(enter: Enter) -> None:
    role, agency = OFFICERS[0]
    client = enter(role, agency)
    made = refer(client, role, agency)
    asked_first(client, made)
    pages = walked(client, made)
    assert all(1 <= len(page) <= AT_ONCE for page in pages)
    names = [name for page in pages for name in page]
    assert len(names) == len({*names}) and not any(is_hidden(name) for name in names)
    made.refresh_from_db()
    assert not any(is_hidden(name) for name in made.facts)
    # What is not known was asked once, is taken for nothing, and is still missing to whoever screens.
    assert {name.partition(".")[0] for name in names} <= {*made.facts} and None in made.facts.values()
    assert made.screenings.count() == 2 and made.screenings.first().outcome == "needs_information"
    assert {*names} <= {*answer_now(made).missing}


def settling(client: Client, made: Referral) -> dict[str, Any]:
    """Answers to the first page that settle the referral; the page is at its address."""
    page = asked_first(client, made)
    for name, question in page.context["form"].named.items():
        for answer in ("yes", "no") if question.type == "yes_no" else ():
            outcome = answer_now(made, merged(made.facts, {name: answer == "yes"})).outcome
            if outcome == "not_eligible":
                return answers(page, **{name: answer})
    pytest.skip("No answer of the first page settles a referral.")


def test_what_settles_a_referral_ends_the_questions_and_can_be_changed(enter: Enter) -> None:
    role, agency = OFFICERS[0]
    client = enter(role, agency)
    made = refer(client, role, agency)
    sent, address = settling(client, made), reverse("officer:questions", args=[made.pk, 1])
    for _twice in range(2):
        end = client.post(address, sent).headers["Location"]
    assert end == reverse("officer:result", args=[made.pk])
    made.refresh_from_db()
    assert made.status == Referral.Status.SCREENED and made.screenings.count() == 2
    assert made.screenings.first().outcome == "not_eligible"
    page = client.get(end).content.decode()
    whole(page)
    assert address in page  # the way back to the answer
    again = client.get(address)
    assert [one for one in answers(again).values() if one in ("yes", "no")]
    nothing = dict.fromkeys(again.context["form"].named, "")
    assert "questions/2" in client.post(address, answers(again, **nothing)).headers["Location"]
    made.refresh_from_db()
    assert not any(made.facts[name] for name in nothing)


def test_an_answer_takes_no_referral_back_that_moved_on_meanwhile(enter: Enter) -> None:
    role, agency = OFFICERS[0]
    client = enter(role, agency)
    stale = refer(client, role, agency)
    Referral.objects.filter(pk=stale.pk).update(status=Referral.Status.HANDED_OVER)
    request: Any = RequestFactory().post("/")
    request.user = client.user  # type: ignore[attr-defined]
    with transaction.atomic():
        decide(request, stale)
    assert Referral.objects.get(pk=stale.pk).status == Referral.Status.HANDED_OVER


@pytest.mark.parametrize("holder", ["own", "nobody"])
def test_whoever_answered_since_is_not_overwritten(enter: Enter, holder: str) -> None:
    role, agency = OFFICERS[0]
    client = enter(role, agency)
    made = refer(client, role, agency)
    page = asked_first(client, made)
    # Another agency, or the officer's own with answers that are not kept: neither follows from what the officer said.
    said = {"held_by": agency, "decided_by": role} if holder == "own" else {"held_by": holder, "decided_by": "x"}
    Screening.objects.create(person=made.person, referral=made, outcome="not_eligible", **said)
    address = reverse("officer:questions", args=[made.pk, 1])
    assert client.post(address, answers(page)).headers["Location"] == reverse("officer:result", args=[made.pk])
    before = made.facts
    made.refresh_from_db()
    assert made.facts == before and made.screenings.count() == 2


@pytest.mark.parametrize("sent", ["maybe", "\u202eyes", "9" * 40])
def test_an_answer_that_is_none_is_refused(enter: Enter, sent: str) -> None:
    role, agency = OFFICERS[0]
    client = enter(role, agency)
    made = refer(client, role, agency)
    page = asked_first(client, made)
    for name in page.context["form"].named:
        wrong = client.post(reverse("officer:questions", args=[made.pk, 1]), answers(page, **{name: sent}))
        assert wrong.status_code == 422
        whole(wrong.content.decode())
    before = made.facts
    made.refresh_from_db()
    assert made.facts == before


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
