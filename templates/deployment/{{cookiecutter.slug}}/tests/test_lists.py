"""A long list asks the database of records no more often than a short one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from lead.gate import Actor
from lead.program import program
from lead.records.models import AgendaItem, Referral, Screening
from tests.making import Making, agency_of

LISTS = {
    "officer:list": "officer",
    "police:list": "police",
    "records_check:queue": "screening",
    "care:waiting": "care",
    "care:caseload": "care",
    "project:queue": "project",
    "project:people": "project",
    "project:agenda": "project",
}


def one_more(make: Making) -> None:
    """A person of whom each list may tell."""
    care = agency_of("care")
    person = make.person()
    referral = make.referral(person, handed_to=care)
    said = {"person": person, "referral": referral, "held_by": agency_of("screening") or care}
    Screening.objects.create(outcome="eligible", public_code="fits", **said)
    make.referral(person, handed_to=care, status=Referral.Status.HANDED_OVER)
    make.enrollment(person)
    make.contact(person)
    AgendaItem.objects.create(person=person, held_by=care, conference=timezone.localdate(), question="Who calls?")


def asked(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return sum('FROM "records_' in one["sql"] for one in queries.captured_queries)


def test_what_was_narrowed_may_be_narrowed_again(make: Making) -> None:
    role = next((one for one in program().roles.values() if "officer" in one.desks and not one.vacant), None)
    if role is None:
        pytest.skip("The program has no officers.")
    one_more(make)
    who = Actor(1, role.id, role.agencies[0])
    seen = Referral.objects.select_related("person").for_actor(who)
    assert list(seen) and list(seen) == list(seen.for_actor(who))


@pytest.mark.parametrize("page", LISTS)
def test_a_long_list_asks_no_more_often_than_a_short_one(enter: Callable[..., Client], make: Making, page: str) -> None:
    role = next((one for one in program().roles.values() if LISTS[page] in one.desks and not one.vacant), None)
    if role is None:
        pytest.skip("The program has no such desk.")
    client = enter(role.id, role.agencies[0])
    for _person in range(2):
        one_more(make)
    few = asked(client, reverse(page))
    for _person in range(3):
        one_more(make)
    assert asked(client, reverse(page)) <= few
