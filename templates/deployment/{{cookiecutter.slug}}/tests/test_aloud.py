"""Consent given aloud counts for the referral on which it was given, and for no other agency's."""

from __future__ import annotations

from typing import Any

import pytest

from lead.gate import Actor, see
from lead.program import program
from lead.records.models import Person, Referral
from tests.making import Making
from tests.matrix import Row, pairs


def _asks(actor: Actor, person: Person, row: Row, holder: str, referral: Referral | None = None) -> bool:
    group = next(one for one, category in program().groups.items() if category == row.category)
    fresh = Person.objects.get(pk=person.pk)
    return see(actor, fresh, group, holder=holder, referral=referral.pk if referral else None).allowed


@pytest.fixture
def case(make: Making) -> tuple[Any, ...]:
    """A row on a referral, with the actor, the agency that refers, and another that may refer on the pathway."""
    for row, actor, holder in pairs():
        if row.basis != "verbal_consent":
            continue
        pathway = (row.pathways or tuple(program().pathways))[0]
        others = [one for one in program().pathways[pathway]["agencies"] if one not in (holder, actor.agency)]
        if row.scope == "referred_by_own_agency" and others and row.category in program().groups.values():
            person = make.person(held_by=holder)
            silent = make.referral(person, agency=holder, pathway=pathway, verbal_consent_at=None)
            return row, actor, holder, others[0], person, silent, pathway
    pytest.skip("Nothing is told on consent given aloud to two agencies.")


def test_consent_that_another_agency_was_given_opens_nothing(make: Making, case: tuple[Any, ...]) -> None:
    row, actor, holder, other, person, _silent, pathway = case
    theirs = make.referral(person, agency=other, pathway=pathway, handed_to=actor.agency)
    assert not _asks(actor, person, row, holder)
    theirs.referring_agency = "somebody-unknown"
    theirs.save()
    assert not _asks(actor, person, row, holder)


def test_consent_counts_for_its_own_referral(make: Making, case: tuple[Any, ...]) -> None:
    row, actor, holder, _other, person, silent, pathway = case
    agreed = make.referral(person, agency=holder, pathway=pathway)
    assert _asks(actor, person, row, holder, agreed)
    assert not _asks(actor, person, row, holder, silent)
    assert _asks(actor, person, row, holder)


def test_consent_on_another_pathway_opens_nothing(make: Making, case: tuple[Any, ...]) -> None:
    row, actor, holder, _other, person, _silent, _pathway = case
    elsewhere = next((one for one in program().pathways if row.pathways and one not in row.pathways), None)
    if elsewhere is None:
        pytest.skip("The flow is for every pathway.")
    make.referral(person, agency=holder, pathway=elsewhere)
    assert not _asks(actor, person, row, holder)
