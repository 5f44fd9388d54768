"""The police liaison learns of engagement by a release alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from lead.audit.models import AuditEvent
from lead.program import program
from tests.making import Making, agency_of
from tests.test_pages import whole

LIAISONS = [(r.id, a) for r in program().roles.values() if "police" in r.desks and not r.vacant for a in r.agencies]
RELEASES = {
    str(cell.basis["release"])
    for cell in program().cells
    if LIAISONS
    and cell.recipient == LIAISONS[0][0]
    and cell.category == program().groups.get("engagement")
    and cell.basis.get("kind") == "release"
}
pytestmark = pytest.mark.skipif(not LIAISONS, reason="The program has no police liaison.")
Enter = Callable[..., Client]


def test_the_referral_of_another_agency_is_not_there(make: Making, enter: Enter) -> None:
    other = make.referral(make.person(held_by="another-police", name="Canary"), agency="another-police")
    client = enter(*LIAISONS[0])
    answer = client.get(reverse("police:referral", args=[other.pk]))
    assert answer.status_code == 404 and b"Canary" not in answer.content
    assert AuditEvent.objects.filter(action="referral_denied", allowed=False).exists()
    listed = client.get(reverse("police:list")).content.decode()
    whole(listed)
    assert other.person.code not in listed


@pytest.mark.skipif(not RELEASES, reason="No release lets the liaison know.")
def test_engagement_is_seen_with_the_release_and_no_longer_than_it_stands(make: Making, enter: Enter) -> None:
    role, agency = LIAISONS[0]
    person = make.person(held_by=agency)
    made = make.referral(person, agency=agency)
    client, address = enter(role, agency), reverse("police:referral", args=[made.pk])
    without = client.get(address).content.decode()
    whole(without)
    make.enrollment(person, held_by=agency_of("care"))
    assert "active" not in client.get(address).content.decode()
    consent = make.consent(person, sorted(RELEASES)[0])
    assert "active" in client.get(address).content.decode()
    consent.blocks = dict.fromkeys(program().consents[consent.release]["blocks"], "struck")
    consent.save()
    struck = client.get(address).content.decode()
    assert "active" not in struck
    # Whoever was never taken in looks the same as whoever shares nothing.
    assert struck.count("not shared with you") == without.count("not shared with you")
