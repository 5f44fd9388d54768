"""Anybody may ask at the open door, and learns nothing of anybody."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from lead.audit.models import AuditEvent
from lead.desks.community.doors import doors, receiver
from lead.desks.community.views import TAKEN
from lead.program import program
from lead.records.models import Event, Person, PublicRequest, Referral
from tests.making import Making
from tests.test_pages import HOSTILE, whole

OPEN = next(iter(doors()), "")
pytestmark = pytest.mark.skipif(not OPEN, reason="The program has no door to the public.")
Enter = Callable[..., Client]
READERS = [
    (r.id, receiver(OPEN))
    for r in program().roles.values()
    if not r.vacant and receiver(OPEN) in r.agencies and {"screening", "project"} & {*r.desks}
]


def filled(client: Client, **said: Any) -> dict[str, Any]:
    """A request as a neighbor fills it in."""
    form = client.get(reverse("community:ask", args=[OPEN])).context["form"]
    told = {name: form[name].value() or "" for name in form.fields}
    for name in ("source", "area"):
        if name in form.fields:
            told[name] = form.fields[name].choices[1][0]
    told |= {
        "about_whom": "A woman, red coat.",
        "where": "By the bridge",
        "asker": "Bo Neighbor",
        "contact": "360-555-0199",
    }
    return {**told, **said}


def test_a_request_is_sent_once_and_answered_with_a_number(client: Client, db: None) -> None:
    whole(client.get(reverse("community:door")).content.decode())
    sent = filled(client)
    first, second = (client.post(reverse("community:ask", args=[OPEN]), sent) for _one in range(2))
    assert first.status_code == 302 and first.headers["Location"] == second.headers["Location"]
    assert Person.objects.count() == Referral.objects.count() == 1
    assert Event.objects.filter(kind="request").count() == 1
    page = client.get(first.headers["Location"]).content.decode()
    whole(page)
    asked = PublicRequest.objects.exclude(about_whom="").get()
    assert str(asked.token) in page and "red coat" not in page and "Neighbor" not in page


def test_an_old_page_that_asks_for_somebody_else_asks_anew_and_is_kept_by_no_browser(client: Client, db: None) -> None:
    said, address = filled(client), reverse("community:ask", args=[OPEN])
    first, second = (client.post(address, {**said, "about_whom": one}).headers["Location"] for one in ("One.", "Two."))
    assert first != second and PublicRequest.objects.filter(about_whom__in=("One.", "Two.")).count() == 2
    assert "no-store" in client.get(address).headers["Cache-Control"]


def test_a_number_that_was_never_given_is_not_repeated(client: Client, db: None) -> None:
    answer = client.get(reverse("community:thanks", args=["call-555-evil"]))
    assert answer.status_code == 404 and b"evil" not in answer.content.partition(b"<main")[2].partition(b"</main")[0]


def test_a_machine_and_an_empty_form_keep_nothing(client: Client, db: None) -> None:
    address = reverse("community:ask", args=[OPEN])
    for said in ({"website": "http://x.example"}, {"about_whom": "", "where": ""}):
        page = client.post(address, filled(client, **said))
        assert page.status_code == 422
        whole(page.content.decode())
    assert not Person.objects.exists()


def test_one_address_asks_a_few_times_only(client: Client, db: None) -> None:
    address = reverse("community:ask", args=[OPEN])
    answers = [client.post(address, filled(client)).status_code for _one in range(TAKEN["each"] + 1)]
    assert answers == [302] * TAKEN["each"] + [429]
    assert client.post(address, filled(client), REMOTE_ADDR="192.0.2.7").status_code == 302


def test_a_door_that_is_not_open_is_not_there(client: Client, db: None) -> None:
    for pathway in ({*program().pathways} - {*doors()}) | {"no-such-door"}:
        assert client.get(reverse("community:ask", args=[pathway])).status_code == 404


@pytest.mark.skipif(not READERS, reason="Nobody reads requests.")
def test_two_who_answer_at_once_answer_once(client: Client, enter: Enter, somebody_is_quicker: Any) -> None:
    client.post(reverse("community:ask", args=[OPEN]), filled(client))
    asked = PublicRequest.objects.exclude(about_whom="").get()
    address = reverse("community:request", args=[asked.pk])
    reader = next(
        one for one in (enter(*each) for each in READERS) if b"Answer the request" in one.get(address).content
    )
    said = {"answer": "close", "reason": "Somebody came already."}
    somebody_is_quicker(lambda: reader.post(address, {"token": "q", **said}))
    assert reader.post(address, {"token": "s", "answer": "refer", "reason": ""}).status_code == 422
    assert Referral.objects.get().status == Referral.Status.CLOSED
    assert not Event.objects.filter(kind="referral").exists()


@pytest.mark.skipif(not READERS, reason="Nobody reads requests.")
@pytest.mark.parametrize("answer", ["refer", "close"])
def test_whoever_is_told_makes_a_referral_of_it_or_closes_it(client: Client, enter: Enter, answer: str) -> None:
    client.post(reverse("community:ask", args=[OPEN]), filled(client, about_whom=HOSTILE))
    asked = PublicRequest.objects.exclude(about_whom="").get()
    address = reverse("community:request", args=[asked.pk])
    reader = next(
        one for one in (enter(*each) for each in READERS) if b"Answer the request" in one.get(address).content
    )
    whole(reader.get(reverse("community:inbox")).content.decode())
    page = reader.get(address).content.decode()
    whole(page)
    assert "<script" not in page and "360-555-0199" in page
    if answer == "close":
        assert reader.post(address, {"token": "a", "answer": "close", "reason": ""}).status_code == 422
    for _twice in range(2):
        reader.post(address, {"token": "b", "answer": answer, "reason": "Somebody came already."})
        reader.post(address, {"token": "c", "told": "yes"})
    asked.refresh_from_db()
    made = Referral.objects.get()
    kinds = list(Event.objects.values_list("kind", flat=True))
    assert asked.answered and kinds.count("caller_told") == 1
    assert kinds.count("referral") == (1 if answer == "refer" else 0)
    assert made.status == (Referral.Status.CLOSED if answer == "close" else made.status)
    whole(reader.get(address).content.decode())


@pytest.mark.parametrize("source", [1, -1])
def test_what_was_asked_reaches_the_case_manager_whom_the_agreement_tells(
    client: Client, enter: Enter, source: int
) -> None:
    referral = program().groups.get("referral") or ""
    care = [(r, a) for r in program().roles.values() if "care" in r.desks and not r.vacant for a in r.agencies]
    told = [
        (r.id, a)
        for r, a in care
        if any(c.covers(OPEN) and receiver(OPEN) in program().held_by(c.sender) for c in _cells(r.id, a, referral))
    ]
    if not told:
        pytest.skip("No flow tells case managers of requests.")
    said = filled(client, where="Canary bridge")
    choices = client.get(reverse("community:ask", args=[OPEN])).context["form"].fields["source"].choices
    said["source"] = choices[source][0]
    if program().pathways[OPEN].get("anonymous"):
        said |= {"asker": "", "contact": ""}
    client.post(reverse("community:ask", args=[OPEN]), said)
    made = Referral.objects.get()
    Referral.objects.update(status=Referral.Status.HANDED_OVER, handed_to=told[0][1])
    waits, person = (
        enter(*told[0]).get(reverse(*there)).content.decode()
        for there in (("care:waiting",), ("care:person", None, [made.person_id]))
    )
    assert made.person.code in waits and "Canary bridge" in waits and "red coat" in waits
    assert "Canary bridge" in person
    whole(waits)


def _cells(role: str, agency: str, category: str) -> list[Any]:
    return program().cells_to(frozenset({role, agency}), category)


def test_a_request_whose_place_is_not_shared_is_the_work_of_whoever_learns_it(client: Client, enter: Enter) -> None:
    client.post(reverse("community:ask", args=[OPEN]), filled(client, where="Canary bridge"))
    asked = PublicRequest.objects.exclude(about_whom="").get()
    address = reverse("community:request", args=[asked.pk])
    told = {one: b"Canary bridge" in enter(*one).get(address).content for one in READERS}
    owners = [program().roles[role].title for (role, _agency), sees in told.items() if sees]
    others = [one for one in READERS if not told[one] and enter(*one).get(address).status_code == 200]
    if not owners or not others:
        pytest.skip("Whoever reads requests learns where the person is, or nobody does.")
    for reader in map(enter, *zip(*others, strict=True)):
        for page in (reader.get(reverse("community:inbox")), reader.get(address)):
            whole(page.content.decode())
            assert asked.person.code in page.content.decode() and owners[0] in page.content.decode()
        inbox = reader.get(reverse("community:inbox")).context
        assert inbox["rows"] == [] and [one for one, _owners in inbox["others"]] == [asked]
        reader.post(address, {"token": "a", "answer": "close", "reason": "Not mine."})
    asked.refresh_from_db()
    assert asked.answered is None


def test_nobody_else_reads_a_request(client: Client, enter: Enter, make: Making) -> None:
    client.post(reverse("community:ask", args=[OPEN]), filled(client, about_whom="Canary 7f3a"))
    asked = PublicRequest.objects.exclude(about_whom="").get()
    for role in program().roles.values():
        if role.vacant or not role.agencies or not {"screening", "project"} & {*role.desks}:
            continue
        for agency in role.agencies:
            page = enter(role.id, agency).get(reverse("community:request", args=[asked.pk]))
            told = b"Canary" in page.content
            group = program().groups.get("identity") or ""
            flows = any(one.sender == asked.held_by for one in program().cells_to(frozenset({role.id, agency}), group))
            assert page.status_code == (200 if told else 404)
            assert told == (agency == asked.held_by or flows), (role.id, agency)
    officer = next((r for r in program().roles.values() if "officer" in r.desks and r.agencies), None)
    if officer:
        address = reverse("community:request", args=[asked.pk])
        assert enter(officer.id, officer.agencies[0]).get(address).status_code == 403
        assert AuditEvent.objects.filter(action="page_denied", allowed=False).exists()
