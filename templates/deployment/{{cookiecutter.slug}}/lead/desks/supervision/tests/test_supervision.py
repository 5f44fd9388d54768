"""A supervising agency sees whom a release lets it see, and says yes or no once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from lead.audit.models import AuditEvent
from lead.program import Cell, program
from lead.records.models import Event, Screening
from lead.screening.asking import may_see_history
from tests.making import Making, agency_of
from tests.test_pages import whole

DESKS = [(r.id, a) for r in program().roles.values() if "supervision" in r.desks and not r.vacant for a in r.agencies]
RELEASES = {
    str(cell.basis["release"])
    for cell in program().cells
    if DESKS and cell.recipient == DESKS[0][0] and cell.basis.get("kind") == "release"
}
ASKERS = [
    agency
    for cell in program().cells
    if DESKS and cell.recipient == DESKS[0][0] and cell.category == program().groups.get("identity")
    for agency in sorted(program().held_by(cell.sender))
]
pytestmark = [
    pytest.mark.skipif(not DESKS, reason="The program has no supervising agency."),
    pytest.mark.skipif(not (RELEASES and ASKERS), reason="No release lets it know of anybody."),
]
Enter = Callable[..., Client]


def test_without_a_release_there_is_nobody(make: Making, enter: Enter) -> None:
    role, agency = DESKS[0]
    person = make.person(name="Canary")
    make.referral(person, supervising_agency=agency)
    client = enter(role, agency)
    page = client.get(reverse("supervision:list")).content.decode()
    whole(page)
    assert "Canary" not in page and person.code not in page
    answer = client.post(reverse("supervision:answer", args=[person.pk]), {"token": "a", "answer": "yes"})
    assert answer.status_code == 404 and not Event.objects.exists()
    assert AuditEvent.objects.filter(action="person_denied", allowed=False, person=person.pk).exists()


def test_with_it_the_agency_answers_for_its_own_alone(make: Making, enter: Enter) -> None:
    role, agency = DESKS[0]
    own, other = make.person(), make.person()
    for person, supervised in ((own, agency), (other, "another-agency")):
        made = make.referral(person, supervising_agency=supervised, pathway=next(iter(program().pathways)))
        Screening.objects.create(person=person, referral=made, outcome="eligible", held_by=ASKERS[0])
        make.enrollment(person, held_by=agency_of("care"))
        make.consent(person, sorted(RELEASES)[0])
    client = enter(role, agency)
    listed = client.get(reverse("supervision:list")).content.decode()
    assert own.code in listed and other.code not in listed
    address = reverse("supervision:answer", args=[own.pk])
    whole(client.get(address).content.decode())
    assert client.post(address, {"token": "x", "answer": ""}).status_code == 422
    for _twice in range(2):
        assert client.post(address, {"token": "y", "answer": "yes"}).status_code == 302
    assert Event.objects.filter(kind="supervision_agrees", held_by=agency).count() == 1
    assert client.get(reverse("supervision:answer", args=[other.pk])).status_code == 404


def test_who_asked_and_may_know_of_records_hears_the_answer(make: Making, enter: Enter) -> None:
    _role, agency = DESKS[0]
    heard = [
        (each.id, one)
        for each in program().roles.values()
        if "screening" in each.desks and not each.vacant and may_see_history(each)
        for one in each.agencies
        if any(agency in program().held_by(c.sender) for c in _cells(each.id, one))
    ]
    if not heard:
        pytest.skip("The agreement tells nobody who looks up records what the agency answers.")
    person = make.person(held_by=heard[0][1])
    pathway = next(id_ for id_, said in program().pathways.items() if said.get("needs_charge"))
    made = make.referral(person, agency=heard[0][1], supervising_agency=agency, pathway=pathway)
    Event.objects.create(person=person, referral=made, kind="supervision_refuses", held_by=agency)
    address = reverse("records_check:check", args=[made.pk])
    assert "It does not agree." not in enter(*heard[0]).get(address).content.decode()
    for release in RELEASES:
        make.consent(person, release)
    assert "It does not agree." in enter(*heard[0]).get(address).content.decode()


def _cells(role: str, agency: str) -> list[Cell]:
    return program().cells_to(frozenset({role, agency}), program().groups.get("eligibility") or "")
