"""Somebody at the case manager's desk, a referral that waits there, and a person whom it took in."""

from __future__ import annotations

import pytest
from django.test import Client

from lead.gate import Actor
from lead.records.models import (
    Person,
    Referral,
)
from tests.making import Making

from .sending import CARE, Enter


@pytest.fixture
def desk(enter: Enter) -> Client:
    assert CARE
    return enter(CARE.id, CARE.agencies[0])


@pytest.fixture
def referral(make: Making) -> Referral:
    """A referral that was handed over to the desk, and of which the agreement lets it learn."""
    assert CARE
    agency = CARE.agencies[0]
    made = make.referral(make.person(), handed_to=agency, status=Referral.Status.HANDED_OVER)
    if not Referral.objects.filter(pk=made.pk).for_actor(Actor(1, CARE.id, agency)).exists():
        pytest.skip("The agreement lets case managers learn of no referral.")
    return made


@pytest.fixture
def taken_in(make: Making) -> Person:
    """A person whom the desk took in."""
    assert CARE
    person = make.person()
    make.referral(person, handed_to=CARE.agencies[0], status=Referral.Status.TAKEN_IN)
    make.enrollment(person, held_by=CARE.agencies[0])
    return person
