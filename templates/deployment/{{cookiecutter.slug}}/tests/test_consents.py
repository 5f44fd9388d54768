"""A consent authorizes what it names, while it is in force, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from lead.audit.reading import shown
from lead.gate import Actor, see
from lead.program import Program, program
from lead.records import models as records
from lead.records.consents import snapshot
from tests.making import Making
from tests.matrix import Row, allowed_otherwise, signed, world
from tests.opened import (
    ASKERS,
    EVERY,
    PAIRS,
    RELEASED,
    asks,
    named,
    open_to_all,
)


def _none(make: Making, row: Row, person: Any) -> None:
    """Nobody signed anything."""


def _expired(make: Making, row: Row, person: Any) -> None:
    signed(make, row, person, expires_on=timezone.localdate() - timedelta(days=1))


def _ended(make: Making, row: Row, person: Any) -> None:
    signed(make, row, person, expires_event="exit")
    records.Event.objects.create(person=person, kind="exit", held_by="nobody")


def _revoked(make: Making, row: Row, person: Any) -> None:
    records.Revocation.objects.create(consent=signed(make, row, person))


def _struck(make: Making, row: Row, person: Any) -> None:
    blocks = program().consents[str(row.release)]["blocks"]
    signed(make, row, person, blocks=dict.fromkeys(blocks, "struck"))


def _unmarked(make: Making, row: Row, person: Any) -> None:
    signed(make, row, person, blocks={})


def _of_no_known_version(make: Making, row: Row, person: Any) -> None:
    signed(make, row, person, version="another")


def _of_no_known_words(make: Making, row: Row, person: Any) -> None:
    signed(make, row, person, signed={})


def _not_yet(make: Making, row: Row, person: Any) -> None:
    signed(make, row, person, signed_on=timezone.localdate() + timedelta(days=2))


def _unsigned(make: Making, row: Row, person: Any) -> None:
    signed(make, row, person, signed_name=" ")


def _other_language(make: Making, row: Row, person: Any) -> None:
    signed(make, row, person, language="xx")


def _other_person(make: Making, row: Row, person: Any) -> None:
    signed(make, row, make.person(held_by="nobody", name="Bo Invented"))


UNKNOWN = [_unmarked, _of_no_known_version, _of_no_known_words]
NOT_IN_FORCE = [
    _none,
    _expired,
    _ended,
    _revoked,
    _struck,
    _not_yet,
    _unsigned,
    _other_language,
    _other_person,
    *UNKNOWN,
]


@pytest.mark.parametrize("state", NOT_IN_FORCE)
@pytest.mark.parametrize(("row", "actor", "holder"), named(RELEASED))
def test_a_consent_that_is_not_in_force_authorizes_nothing(
    make: Making, row: Row, actor: Actor, holder: str, state: Callable[[Making, Row, Any], None]
) -> None:
    if allowed_otherwise(actor, row, EVERY, holder):
        pytest.skip("Another row allows it as well.")
    person = world(make, row, actor, holder)
    state(make, row, person)
    assert not asks(row, actor, holder, person)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Changes what a release says, as if the program had written it otherwise."""

    def change(row: Row, **blocks: Any) -> None:
        known: Program = program()
        form = known.consents[str(row.release)]
        changed = {id_: {**said, **blocks} for id_, said in form["blocks"].items()}
        form = {**form, "blocks": changed, **{key: blocks[key] for key in ("languages", "covers") if key in blocks}}
        read = replace(known, consents={**known.consents, str(row.release): form})
        for name in ("basis", "deciding", "scope", "actor", "fields"):
            monkeypatch.setattr(f"lead.gate.{name}.program", lambda: read)

    yield change


@pytest.mark.parametrize(
    "otherwise",
    [
        {"recipients": ["nobody-else"], "both_ways": False},
        {"purposes": ["publicity"]},
        {"categories": ["nothing"]},
        {"disclosers": ["nobody-else"], "both_ways": False},
        {"languages": {"en": {"draft": True}, "es": {"draft": True}}},
    ],
    ids=["recipient", "purpose", "category", "discloser", "draft"],
)
@pytest.mark.parametrize(("row", "actor", "holder"), named(RELEASED))
def test_a_consent_authorizes_only_what_it_names(
    make: Making, told: Callable[..., None], row: Row, actor: Actor, holder: str, otherwise: dict[str, Any]
) -> None:
    if allowed_otherwise(actor, row, EVERY, holder):
        pytest.skip("Another row allows it as well.")
    person = world(make, row, actor, holder)
    signed(make, row, person)
    told(row, **otherwise)
    assert not asks(row, actor, holder, person)


@pytest.mark.parametrize(
    "part",
    [
        {"recipients": ["nobody-else"], "both_ways": False},
        {"purposes": ["publicity"]},
        {"categories": ["nothing"]},
        {"disclosers": ["nobody-else"], "both_ways": False},
    ],
    ids=["recipient", "purpose", "category", "discloser"],
)
@pytest.mark.parametrize(("row", "actor", "holder"), named(RELEASED))
def test_a_release_written_anew_adds_nothing_to_what_was_signed(
    make: Making, row: Row, actor: Actor, holder: str, part: dict[str, Any]
) -> None:
    if allowed_otherwise(actor, row, EVERY, holder):
        pytest.skip("Another row allows it as well.")
    person = world(make, row, actor, holder)
    before = dict(program().consents[str(row.release)])
    before["blocks"] = {id_: {**said, **part} for id_, said in before["blocks"].items()}
    signed(make, row, person, signed=snapshot(before, "en"))
    assert not asks(row, actor, holder, person)
    whole = signed(make, row, person)
    assert asks(row, actor, holder, person)
    for agency in (actor.agency, holder):  # another agency held the role, or sat in the body, when it was signed
        held = {one: [each for each in meant if each != agency] for one, meant in whole.signed["held"].items()}
        records.Consent.objects.filter(pk=whole.pk).update(signed={**whole.signed, "held": held})
        assert not asks(row, actor, holder, person)
    records.Consent.objects.filter(pk=whole.pk).update(signed={**whole.signed, "blocks": {}})
    assert not asks(row, actor, holder, person)


@pytest.mark.parametrize(("row", "actor", "holder"), named(RELEASED))
def test_a_consent_is_revoked_for_one_recipient_alone(make: Making, row: Row, actor: Actor, holder: str) -> None:
    person = world(make, row, actor, holder)
    consent = signed(make, row, person)
    records.Revocation.objects.create(consent=consent, recipient="somebody-else")
    assert asks(row, actor, holder, person)
    records.Revocation.objects.create(consent=consent, recipient=actor.agency)
    assert allowed_otherwise(actor, row, EVERY, holder) or not asks(row, actor, holder, person)


@pytest.mark.parametrize(
    ("row", "actor", "holder"), named([pair for pair in RELEASED if pair[0].recipient not in program().bodies])
)
def test_a_part_for_a_body_tells_nothing_to_the_desks_of_its_members(
    make: Making, row: Row, actor: Actor, holder: str
) -> None:
    if allowed_otherwise(actor, row, EVERY, holder):
        pytest.skip("Another row allows it as well.")
    person = world(make, row, actor, holder)
    blocks = program().consents[str(row.release)]["blocks"]
    mine = {*actor.roles, actor.agency}
    struck = {id_ for id_, said in blocks.items() if mine & {*said["recipients"], *said["disclosers"]}}
    if not all(blocks[id_].get("may_be_struck") for id_ in struck):
        pytest.skip("The part may not be struck.")
    signed(make, row, person, blocks={id_: "struck" if id_ in struck else "initialed" for id_ in blocks})
    assert not asks(row, actor, holder, person)


@pytest.mark.parametrize(("role", "agency"), ASKERS)
def test_that_a_release_about_treatment_was_signed_is_known_to_whoever_may_know_of_treatment(
    make: Making, rf: Any, role: str, agency: str
) -> None:
    part2 = {id_ for id_, one in program().categories.items() if "part2" in one.sensitivity}
    actor = Actor(1, role, agency)
    person = open_to_all(make, actor)
    request = rf.get("/")
    request.actor = actor
    seen = {one.release for one in person.consents.for_actor(actor)}
    for one in person.consents.all():
        form = program().consents[one.release]
        told = part2.intersection(kind for block in form["blocks"].values() for kind in block["categories"])
        group = "sud" if told or "part2" in str(form.get("covers")) else "identity"
        may_know = bool(see(actor, person, group, holder=one.held_by))
        assert (one.release in seen) == may_know, one.release
        assert may_know or not any(shown(request, one, name).allowed for name in ("release", "signed_on", "kept_at"))


@pytest.mark.parametrize(("row", "actor", "holder"), named([pair for pair in RELEASED if pair[1].of_justice]))
def test_police_and_prosecutors_never_ride_on_a_consent_to_treatment(
    make: Making, told: Callable[..., None], row: Row, actor: Actor, holder: str
) -> None:
    if allowed_otherwise(actor, row, EVERY, holder):
        pytest.skip("Another row allows it as well.")
    person = world(make, row, actor, holder)
    signed(make, row, person)
    told(row, covers="part2_tpo")
    assert not asks(row, actor, holder, person)


ALOUD = [pair for pair in PAIRS if pair[0].basis == "verbal_consent"]


@pytest.mark.parametrize(("row", "actor", "holder"), named(ALOUD))
def test_consent_given_aloud_needs_its_words_and_is_never_enough_for_part_2(
    make: Making, monkeypatch: pytest.MonkeyPatch, row: Row, actor: Actor, holder: str
) -> None:
    if allowed_otherwise(actor, row, EVERY, holder):
        pytest.skip("Another row allows it as well.")
    person = world(make, row, actor, holder)
    person.referrals.update(verbal_consent_words=" ")
    assert not asks(row, actor, holder, person)
    person.referrals.update(verbal_consent_words="Yes.")
    assert asks(row, actor, holder, person)
    known = program()
    category = replace(known.categories[row.category], sensitivity="part2")
    read = replace(known, categories={**known.categories, row.category: category})
    monkeypatch.setattr("lead.gate.basis.program", lambda: read)
    assert not asks(row, actor, holder, person)
