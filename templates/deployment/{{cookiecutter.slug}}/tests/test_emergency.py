"""A medical emergency opens what is needed, to whom it is needed, for an hour."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import RequestFactory
from django.utils import timezone

from lead.accounts.models import User
from lead.audit.models import AuditEvent
from lead.gate import see
from lead.program import program
from lead.records.emergency import break_glass
from lead.records.models import BreakGlass, Person
from tests.making import Making, agency_of, factor

REASON = "Unconscious at the shelter, the medics ask what was taken."


def _request(desk: str) -> Any:
    role = next((one for one in program().roles.values() if desk in one.desks and not one.vacant), None)
    if role is None or not program().groups.get("clinical"):
        pytest.skip("The program has no such desk, or names no health records.")
    user = User.objects.create(username=desk, role=role.id, agency=role.agencies[0])
    factor(user)
    request: Any = RequestFactory().get("/")
    request.user = user
    return request


def _sick(make: Making) -> Person:
    person = make.person(held_by="nobody")
    make.contact(person, held_by="another-provider")
    return person


def _sees(request: Any, person: Person) -> bool:
    fresh = Person.objects.get(pk=person.pk)
    return see(request.user.actor(second_factor=True), fresh, "clinical").allowed


def test_an_emergency_opens_the_record_for_an_hour_to_whoever_recorded_it(make: Making) -> None:
    request, person = _request("care"), _sick(make)
    assert not _sees(request, person)
    break_glass(request, person, REASON, "R. Invented, medic")
    assert _sees(request, person)
    other = User.objects.create(username="other", role=request.user.role, agency=agency_of("care"))
    assert not see(other.actor(second_factor=True), Person.objects.get(pk=person.pk), "clinical")
    BreakGlass.objects.update(at=timezone.now() - timedelta(minutes=61))
    assert not _sees(request, person)
    assert AuditEvent.objects.filter(action="break_glass", allowed=True, person=person.pk).count() == 1


def test_an_emergency_needs_a_reason(make: Making) -> None:
    request, person = _request("care"), _sick(make)
    with pytest.raises(ValidationError):
        break_glass(request, person, "sick                    ", "R. Invented, medic")
    assert not BreakGlass.objects.exists()


@pytest.mark.parametrize("desk", ["officer", "prosecutor", "project"])
def test_no_other_desk_opens_a_record_so(make: Making, desk: str) -> None:
    request, person = _request(desk), _sick(make)
    with pytest.raises(PermissionDenied):
        break_glass(request, person, REASON, "R. Invented, medic")
    BreakGlass.objects.create(person=person, by=request.user, reason=REASON)
    assert not _sees(request, person)
    assert AuditEvent.objects.filter(action="break_glass", allowed=False).exists()
