"""The project manager's desk: the queue, the waiting list, the agenda, duplicates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lead.audit.models import AuditEvent
from lead.desks.project import waiting
from lead.desks.project.duplicates import proposed
from lead.gate import Actor, see
from lead.program import program
from lead.records.models import AgendaItem, Disclosure, Event, Person, Referral
from tests.making import Making, agency_of
from tests.test_pages import whole

Enter = Callable[..., Client]
MANAGER = next((one for one in program().roles.values() if "project" in one.desks and not one.vacant), None)
APPROVES = next(
    (
        (role.id, role.agencies[0], id_)
        for id_, said in program().pathways.items()
        for role in program().roles.values()
        if "project" in role.desks and not role.vacant and role.names & {*(said.get("approvers") or ())}
    ),
    None,
)
pytestmark = pytest.mark.skipif(MANAGER is None, reason="Nobody manages the program.")
OWN = MANAGER.agencies[0] if MANAGER else ""


def manager(enter: Enter) -> Client:
    assert MANAGER
    return enter(MANAGER.id, OWN)


def own(make: Making, **more: Any) -> Referral:
    """A referral that the manager's own agency entered."""
    person = make.person(held_by=OWN, **more.pop("person", {}))
    return make.referral(person, agency=OWN, **more)


def post(client: Client, address: str, token: str = "t", **said: Any) -> Any:
    return client.post(address, {"token": token * 24, **said})


PAGES = ("queue", "places", "people", "agenda", "roster", "duplicates", "figures")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_whole_when_it_is_empty_and_when_it_is_not(make: Making, enter: Enter, name: str) -> None:
    client = manager(enter)
    whole(client.get(reverse(f"project:{name}")).content.decode())
    for number in range(2):
        one = own(make, person={"name": "A" * 60}, status=[Referral.Status.NEW, Referral.Status.WAITING][number])
        AgendaItem.objects.create(person=one.person, held_by=OWN, conference=date(2030, 1, 1), question="Who calls?")
    whole(client.get(reverse(f"project:{name}")).content.decode())


@pytest.mark.parametrize("name", [one for one in PAGES if one != "figures"])
def test_another_agencys_person_is_on_no_page(make: Making, enter: Enter, name: str) -> None:
    client = manager(enter)
    person = make.person(held_by="nobody", name="Canary 7f3a")
    for status in (Referral.Status.NEW, Referral.Status.WAITING):
        make.referral(person, agency="nobody", status=status, verbal_consent_at=None)
    AgendaItem.objects.create(person=person, held_by="nobody", conference=date(2030, 1, 1), question="Canary 7f3a?")
    text = client.get(reverse(f"project:{name}")).content.decode()
    assert person.code not in text and "Canary" not in text


def test_a_forged_number_is_not_found_and_is_in_the_log(make: Making, enter: Enter) -> None:
    client = manager(enter)
    person = make.person(held_by="nobody")
    referral = make.referral(person, agency="nobody", status=Referral.Status.WAITING, verbal_consent_at=None)
    item = AgendaItem.objects.create(person=person, held_by="nobody", conference=date(2030, 1, 1), question="?")
    forged = [
        reverse("project:referral", args=[referral.pk]),
        reverse("project:move", args=[referral.pk]),
        reverse("project:propose", args=[person.pk]),
        reverse("project:item", args=[item.pk]),
        reverse("project:merge", args=[person.pk, person.pk + 1]),
        "/project/referral/99999999999999999999/",
    ]
    for address in forged:
        before = AuditEvent.objects.filter(allowed=False).count()
        assert client.get(address).status_code == 404
        assert post(client, address, answer="accept", places=1, reason="x").status_code == 404
        assert AuditEvent.objects.filter(allowed=False).count() == before + 2
    assert not Event.objects.exists() and Referral.objects.get().status == Referral.Status.WAITING


def test_who_approves_accepts_once_and_refuses_with_a_reason(make: Making, enter: Enter) -> None:
    if APPROVES is None:
        pytest.skip("Nobody at this desk approves.")
    role, agency, pathway = APPROVES
    client = enter(role, agency)
    one = make.referral(make.person(held_by=agency), agency=agency, pathway=pathway)
    address = reverse("project:referral", args=[one.pk])
    whole(client.get(address).content.decode())
    care = agency_of("care")
    answer = post(client, address, "a", answer="refuse", agency=care)
    assert answer.status_code == 422 and 'href="#id_ground"' in answer.content.decode()
    for _sent in range(2):
        assert post(client, address, "b", answer="accept", agency=care).status_code == 302
    assert post(client, address, "c", answer="refuse", agency=care, ground="Late.").status_code == 302
    done = Referral.objects.get()
    assert (done.status, done.handed_to) == (Referral.Status.HANDED_OVER, care)
    assert Event.objects.filter(kind="eligibility_decision").count() == 1


def test_a_role_that_does_not_approve_a_pathway_is_refused(make: Making, enter: Enter) -> None:
    assert MANAGER
    other = next(
        (id_ for id_, said in program().pathways.items() if not MANAGER.names & {*(said.get("approvers") or ())}), None
    )
    if other is None:
        pytest.skip("The manager approves every pathway.")
    one = own(make, pathway=other)
    answer = post(manager(enter), reverse("project:referral", args=[one.pk]), answer="accept", agency=agency_of("care"))
    assert answer.status_code == 422 and Referral.objects.get().status == Referral.Status.NEW


def test_whoever_is_accepted_without_a_place_waits(make: Making, enter: Enter, monkeypatch: pytest.MonkeyPatch) -> None:
    if APPROVES is None:
        pytest.skip("Nobody at this desk approves.")
    role, agency, pathway = APPROVES
    monkeypatch.setattr("lead.desks.project.views.has_room", lambda _one, **_taking: False)
    one = make.referral(make.person(held_by=agency), agency=agency, pathway=pathway)
    post(enter(role, agency), reverse("project:referral", args=[one.pk]), answer="accept", agency=agency_of("care"))
    assert Referral.objects.get().status == Referral.Status.WAITING


def test_whoever_accepts_is_warned_where_nobody_at_the_agency_could_see_it(make: Making, enter: Enter) -> None:
    if APPROVES is None:
        pytest.skip("Nobody at this desk approves.")
    role, agency, pathway = APPROVES
    care, client, warned = agency_of("care"), enter(role, agency), 0
    for holder in program().agencies:
        one = make.referral(make.person(held_by=holder), agency=holder, pathway=pathway)
        page = client.get(reverse("project:referral", args=[one.pk]))
        reaches = waiting.reaches(one, care)
        one.refresh_from_db()
        assert one.handed_to == ""
        Referral.objects.filter(pk=one.pk).update(handed_to=care)
        assert reaches == seen_at(care, one), holder
        if page.status_code == 200:
            assert reaches != ("could go on with it" in page.content.decode()), holder
            warned += 1
    assert warned


def seen_at(care: str, one: Referral) -> bool:
    """Whether a case manager may see a referral."""
    roles = [role.id for role in program().roles_of(care) if "care" in role.desks]
    return any(Referral.objects.filter(pk=one.pk).for_actor(Actor(1, role, care)).exists() for role in roles)


def test_whoever_was_accepted_uses_a_place(make: Making, enter: Enter, monkeypatch: pytest.MonkeyPatch) -> None:
    if APPROVES is None:
        pytest.skip("Nobody at this desk approves.")
    role, agency, pathway = APPROVES
    monkeypatch.setitem(program().pathways[pathway], "rooms_needed", True)
    monkeypatch.setitem(program().services, "capacity", {"caseload_ceiling": 2})
    make.enrollment(make.person())
    asked = [make.referral(make.person(held_by=agency), agency=agency, pathway=pathway) for _one in range(2)]
    for number, one in enumerate(asked):
        address = reverse("project:referral", args=[one.pk])
        post(enter(role, agency), address, str(number), answer="accept", agency=agency_of("care"))
        one.refresh_from_db()
    assert [one.status for one in asked] == [Referral.Status.HANDED_OVER, Referral.Status.WAITING]
    make.enrollment(asked[0].person)
    assert waiting.capacity() == {"places": 2, "used": 2, "free": 0}


def test_two_at_one_moment_do_not_take_the_last_place(make: Making, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[int] = []
    monkeypatch.setattr(waiting, "alone", taken.append)
    monkeypatch.setattr(waiting, "capacity", lambda _one: {"free": len(taken)})  # counted behind the lock
    one = make.referral(make.person())
    monkeypatch.setitem(program().pathways[one.pathway], "rooms_needed", True)
    assert not waiting.has_room(one) and waiting.has_room(one, taking=True)


def test_the_waiting_list_has_the_programs_order_and_a_move_has_a_reason(make: Making, enter: Enter) -> None:
    assert MANAGER
    who, client, now = Actor(1, MANAGER.id, OWN), manager(enter), timezone.now()
    pathway = next(iter(program().pathways))
    made = [
        own(make, pathway=pathway, status=Referral.Status.WAITING, at=now - timedelta(days=days)) for days in (1, 3, 2)
    ]
    assert [one.pk for one in waiting.waiting(who)] == [made[1].pk, made[2].pk, made[0].pk]
    address = reverse("project:move", args=[made[0].pk])
    assert post(client, address, "a", places=2, reason="").status_code == 422
    for _sent in range(2):
        assert post(client, address, "b", places=1, reason="As the group decided.").status_code == 302
    assert [one.pk for one in waiting.waiting(who)] == [made[1].pk, made[0].pk, made[2].pk]
    assert Event.objects.get().note == "As the group decided."
    assert "As the group decided." not in client.get(reverse("project:places")).content.decode()
    ranks = {id_: said.get("rank") or 99 for id_, said in program().pathways.items()}
    if "pathway_rank" in waiting.order() and len({*ranks.values()}) > 1:
        first = own(make, pathway=min(ranks, key=ranks.__getitem__), status=Referral.Status.WAITING)
        last = own(make, pathway=max(ranks, key=ranks.__getitem__), status=Referral.Status.WAITING)
        listed = [one.pk for one in waiting.waiting(who)]
        assert listed.index(first.pk) < listed.index(last.pk)


def _work_group_release() -> str | None:
    bodies = {id_ for id_, one in program().bodies.items() if one.kind == "operational"}
    engaged = program().groups["engagement"]
    cells = (one for one in program().cells if one.recipient in bodies and one.category == engaged)
    return next((str(one.basis["release"]) for one in cells if one.basis.get("kind") == "release"), None)


def test_the_printed_agenda_has_only_people_whose_release_names_the_group(make: Making, enter: Enter) -> None:
    release, care = _work_group_release(), agency_of("care")
    managers = [one for one in program().roles.values() if "project" in one.desks and not one.vacant]
    made = {}
    for name in ("Signed Invented", "Unsigned Invented"):
        made[name] = person = make.person(name=name)
        make.referral(person, handed_to=care)
        make.enrollment(person)
    may = [one for one in managers if see(Actor(1, one.id, one.agencies[0]), person, "engagement", "enter")]
    if not may or release is None:
        pytest.skip("The agreement lets no manager enter anything of care, or has no release for the group.")
    client = enter(may[0].id, may[0].agencies[0])
    for name, person in made.items():
        said = {"conference": "2030-01-08", "question": "Who calls?"}
        assert post(client, reverse("project:propose", args=[person.pk]), name[0], **said).status_code == 302
    assert {one.held_by for one in AgendaItem.objects.all()} == {care}
    consent = make.consent(made["Signed Invented"], release)
    text = client.get(reverse("project:roster")).content.decode()
    whole(text)
    assert "Signed Invented" in text and "Unsigned Invented" not in text and made["Unsigned Invented"].code not in text
    assert AuditEvent.objects.filter(action="print", person=made["Signed Invented"].pk).count() == 1
    logged = any(one.logged for one in program().cells if one.action == "discuss")
    assert Disclosure.objects.filter(person=made["Signed Invented"]).exists() or not logged
    consent.signed_name = ""
    consent.save()
    assert "Signed Invented" not in client.get(reverse("project:roster")).content.decode()
    item = AgendaItem.objects.first()
    assert item
    address = reverse("project:item", args=[item.pk])
    whole(client.get(address).content.decode())
    assert post(client, address, "x", action="").status_code == 422
    assert post(client, address, "y", action="The liaison calls.", closed="on").status_code == 302
    assert AgendaItem.objects.get(pk=item.pk).closed


def test_a_question_has_a_length_and_a_day_to_come(make: Making, enter: Enter) -> None:
    person = own(make).person
    address = reverse("project:propose", args=[person.pk])
    for number, said in enumerate(
        ({"conference": "2001-01-01", "question": "?"}, {"conference": "2030-01-01", "question": "a" * 501})
    ):
        answer = post(manager(enter), address, str(number), **said)
        assert answer.status_code == 422
        whole(answer.content.decode())
    assert not AgendaItem.objects.exists()


def test_duplicates_are_proposed_merged_by_hand_and_taken_apart_again(make: Making, enter: Enter) -> None:
    assert MANAGER
    who, client = Actor(1, MANAGER.id, OWN), manager(enter)
    names = ["José Álvarez Invented", "Alvarez Jose Invented", "Wholly Other Person"]
    one, two, _three = (make.person(held_by=OWN, name=name) for name in names)
    make.person(held_by=OWN, name=names[0], born=date(1971, 1, 1))
    make.person(held_by="nobody", name=names[0])
    assert proposed(who) == [(one, two)]
    address = reverse("project:merge", args=[one.pk, two.pk])
    whole(client.get(address).content.decode())
    for _sent in range(2):
        assert post(client, address, "a", answer="one").status_code == 302
    assert Person.objects.get(pk=two.pk).merged_into == one and proposed(who) == []
    assert Person.objects.count() == 5
    assert two.code not in client.get(reverse("project:people")).content.decode()
    whole(client.get(reverse("project:duplicates")).content.decode())
    assert post(client, reverse("project:undo", args=[two.pk]), "b").status_code == 302
    assert Person.objects.get(pk=two.pk).merged_into is None and proposed(who) == [(one, two)]
    assert post(client, address, "c", answer="two").status_code == 302
    assert proposed(who) == []
    assert {one.kind.partition(":")[0] for one in Event.objects.all()} == {"merged_into", "unmerged", "not_same"}


def test_two_records_are_never_merged_into_each_other(make: Making, enter: Enter, somebody_is_quicker: Any) -> None:
    one, two = make.person(held_by=OWN), make.person(held_by=OWN)
    client, address = manager(enter), reverse("project:merge", args=[one.pk, two.pk])
    somebody_is_quicker(lambda: post(client, address, "q", answer="other"))
    assert post(client, address, "s", answer="one").status_code == 422
    assert list(Person.objects.filter(merged_into__isnull=False)) == [one]


def test_the_name_is_shown_only_where_the_gate_shows_it(make: Making, enter: Enter) -> None:
    assert MANAGER
    person = make.person(name="Canary 7f3a")
    own_ = make.referral(person, agency=OWN)
    text = manager(enter).get(reverse("project:referral", args=[own_.pk])).content.decode()
    assert ("Canary" in text) == bool(see(Actor(1, MANAGER.id, OWN), person, "identity"))


def test_put_on_the_agenda_is_linked_only_where_the_agreement_lets_it(make: Making, enter: Enter) -> None:
    assert MANAGER
    who, client = Actor(1, MANAGER.id, OWN), manager(enter)
    found = set()
    for held_by in (OWN, agency_of("care") or OWN):
        person = make.person(held_by=held_by)
        one = make.referral(person, agency=OWN)
        if held_by != OWN:
            make.enrollment(person)
        may = bool(see(who, person, "engagement", "enter"))
        address = reverse("project:propose", args=[person.pk])
        page = client.get(reverse("project:referral", args=[one.pk])).content.decode()
        assert (address in page) == may
        assert (address in client.get(reverse("project:people")).content.decode()) == may
        found.add(may)
    assert AuditEvent.objects.filter(action="enter", allowed=False).count() == 0
    assert found
