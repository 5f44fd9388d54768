"""The whole matrix, cell by cell: what the agreement allows is allowed while basis and scope hold, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import cache
from typing import Any

import pytest
from django.utils import timezone

from lead.audit.reading import shown
from lead.gate import FIELDS, Actor, gate, see
from lead.gate.basis import rule_of
from lead.gate.fields import groups_of
from lead.program import DETAILS, Never, Program, program
from lead.records import models as records
from lead.records.consents import snapshot
from tests.making import Making
from tests.matrix import Row, allowed_otherwise, decides, facts, pairs, rows, same, signed, world

EVERY = rows()
PAIRS = pairs()
RELEASED = [(row, actor, holder) for row, actor, holder in PAIRS if row.basis == "release"]
ACTIONS = ("view", "receive", "discuss", "enter", "correct", "copy", "export")


def named(pairs: list[tuple[Row, Actor, str]]) -> list[Any]:
    return [pytest.param(*pair, id=f"{pair[0]}:{pair[1].agency}:{pair[2]}") for pair in pairs]


def asks(row: Row, actor: Actor, holder: str, person: records.Person) -> bool:
    fresh = records.Person.objects.get(pk=person.pk)
    return gate(actor, fresh, row.category, row.action, row.purpose, holder=holder).allowed


def signable(row: Row) -> bool:
    """Whether the release has a text that is no draft, and may be used by such a recipient at all."""
    return any(not words.get("draft") for words in program().consents[str(row.release)]["languages"].values())


@pytest.mark.parametrize(("row", "actor", "holder"), named(PAIRS))
def test_what_the_agreement_allows_is_allowed_while_basis_and_scope_hold(
    make: Making, row: Row, actor: Actor, holder: str
) -> None:
    person = world(make, row, actor, holder)
    if row.basis == "release":
        signed(make, row, person)
    assert asks(row, actor, holder, person)


@pytest.mark.parametrize(("row", "actor", "holder"), named(PAIRS))
def test_nothing_is_allowed_beyond_the_scope(make: Making, row: Row, actor: Actor, holder: str) -> None:
    if allowed_otherwise(actor, row, EVERY, holder):
        pytest.skip("Another row allows it as well.")
    if row.scope == "own_cases" and row.pathways and all(decides(actor, one) for one in row.pathways):
        pytest.skip("The actor decides every case of these pathways.")
    person = world(make, row, actor, holder, scope=False)
    if row.basis == "release":
        signed(make, row, person)
    assert not asks(row, actor, holder, person)


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


SIGNED_IN = sorted((role.id, one) for role in program().roles.values() if not role.vacant for one in role.agencies)
"""Everybody who may have an account, whether or not a row names them."""
ASKERS = SIGNED_IN if PAIRS else []
NAMED = sorted({one for row in EVERY for one in row.pathways} or {next(iter(program().pathways), "")})
"""The pathways that some row names."""
SENDERS = sorted({holder for _row, _actor, holder in PAIRS})


@pytest.mark.parametrize("role, agency", [pytest.param(*one, id="@".join(one)) for one in ASKERS])
def test_nothing_else_is_allowed_though_every_basis_and_every_scope_holds(make: Making, role: str, agency: str) -> None:
    actor = Actor(1, role, agency)
    person = _open_to_all(make, actor)
    purposes = {row.purpose for row in EVERY}
    wrong = []
    for category in program().categories:
        for holder in SENDERS:
            if holder == agency and actor.desks:
                continue
            for action in ACTIONS:
                for purpose in purposes:
                    decision = gate(actor, person, category, action, purpose, holder=holder)
                    if decision.allowed and not _expected(actor, category, action, purpose, holder):
                        wrong.append((category, holder, action, purpose, decision.cell and decision.cell.id))
    assert not wrong


def _expected(actor: Actor, category: str, action: str, purpose: str, holder: str) -> bool:
    if _row_for(actor, category, action, purpose, holder):
        return True
    if program().categories[category].kind not in ("identity", "contact", "referral_status"):
        return False
    told = [(role.id, one) for role in program().roles.values() for one in role.agencies if one != holder]
    return any(
        _row_for(Actor(1, role, one), category, "view", None, holder)
        and _row_for(actor, category, action, purpose, one)
        for role, one in told
    )


@cache
def _row_for(actor: Actor, category: str, action: str, purpose: str | None, holder: str) -> bool:
    return any(
        row.recipient in actor.ids
        and row.category == category
        and purpose in (None, row.purpose)
        and row.action in {"view": ("view", "receive")}.get(action, (action,))
        and holder in program().held_by(row.sender)
        and row.scope != "aggregate_only"
        for row in EVERY
    )


def _open_to_all(make: Making, actor: Actor) -> records.Person:
    """A person who signed everything, is everybody's, and of whom every order was made."""
    person = make.person(held_by="nobody")
    for pathway in program().pathways:
        make.referral(
            person,
            agency=actor.agency,
            held_by="nobody",
            pathway=pathway,
            handed_to=actor.agency,
            supervising_agency=actor.agency,
        )
    for release in program().consents:
        make.consent(person, release)
    referral = person.referrals.first()
    assert referral is not None
    records.Charge.objects.create(person=person, referral=referral, office=actor.role, offence="x", held_by="nobody")
    make.enrollment(person, held_by=actor.agency)
    for sender in SENDERS:
        said = {"agency": sender, "held_by": "nobody", "supervising_agency": sender, "handed_to": sender}
        for pathway in NAMED:
            make.referral(person, pathway=pathway, **said)
        make.enrollment(person, held_by=sender)
        records.PublicRequest.objects.create(person=person, about_whom="Somebody", held_by=sender)
    today = timezone.localdate()
    records.AgendaItem.objects.create(person=person, conference=today, question="?", held_by="nobody")
    for kind, rule in {(one.basis.get("kind"), rule_of(one)) for one in program().cells}:
        records.Authority.objects.create(
            kind=kind, rule=rule, person=person, citation="x", begins=today, held_by="nobody"
        )
    return facts(person)


@pytest.mark.parametrize(("role", "agency"), ASKERS)
def test_that_a_release_about_treatment_was_signed_is_known_to_whoever_may_know_of_treatment(
    make: Making, rf: Any, role: str, agency: str
) -> None:
    part2 = {id_ for id_, one in program().categories.items() if "part2" in one.sensitivity}
    actor = Actor(1, role, agency)
    person = _open_to_all(make, actor)
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


def test_nobody_sits_in_a_body_of_which_their_agency_is_no_member() -> None:
    for role, agency in SIGNED_IN:
        seats = {one.id for one in program().bodies.values() if agency in one.agencies}
        assert Actor(1, role, agency).ids & set(program().bodies) <= seats


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in program().never])
def test_what_is_never_shared_is_never_shared(make: Making, rule: Any) -> None:
    for recipient in rule.recipients:
        for role, agency in ASKERS:
            actor = Actor(1, role, agency)
            if recipient not in actor.ids:
                continue
            person = _open_to_all(make, actor)
            records.Authority.objects.all().delete()
            for category in rule.categories:
                decision = gate(actor, person, category, "view", None, holder="nobody")
                reasons = [one.reason for one in program().never if category in one.categories]
                assert decision.basis == "never" and decision.reason in reasons


@pytest.mark.parametrize(
    "actor",
    [None, Actor(1, "", ""), Actor(1, "no-such-role", "bridgeway"), Actor(1, "case-management", "no-such-agency")],
    ids=["nobody", "no-role", "unknown-role", "wrong-agency"],
)
def test_whoever_the_agreement_does_not_know_learns_nothing(make: Making, actor: Actor | None) -> None:
    person = make.person()
    assert not any(gate(actor, person, category, "view", None) for category in program().categories)


def test_whoever_gave_no_second_factor_learns_nothing_even_of_their_own_records(make: Making) -> None:
    role = next((one for one in program().roles.values() if one.desks and not one.vacant), None)
    if role is None:
        pytest.skip("The program has no desk.")
    person = make.person(held_by=role.agencies[0])
    assert see(Actor(1, role.id, role.agencies[0]), person, "identity")
    assert not see(Actor(1, role.id, role.agencies[0], ready=False), person, "identity")


@pytest.mark.parametrize(("row", "actor", "holder"), named([pair for pair in PAIRS if pair[0].pathways]))
def test_nothing_is_allowed_on_another_pathway(make: Making, row: Row, actor: Actor, holder: str) -> None:
    others = [id_ for id_ in program().pathways if id_ not in row.pathways]
    if not others or allowed_otherwise(actor, row, EVERY, holder):
        pytest.skip("It is allowed on every pathway, or another row allows it as well.")
    person = world(make, row, actor, holder)
    if row.basis == "release":
        signed(make, row, person)
    person.referrals.update(pathway=others[0])
    assert not asks(row, actor, holder, person)


@pytest.mark.parametrize(("row", "actor", "holder"), named(PAIRS))
def test_no_more_is_told_than_the_agreement_says(make: Making, row: Row, actor: Actor, holder: str) -> None:
    person = world(make, row, actor, holder)
    if row.basis == "release":
        signed(make, row, person)
    fresh = records.Person.objects.get(pk=person.pk)
    decision = gate(actor, fresh, row.category, row.action, row.purpose, holder=holder)
    assert decision.detail in {one.detail or "full" for one in EVERY if same(one, row, actor, holder)}
    for name in decision.masked:
        model, field = name.split(".")
        assert FIELDS[model][field][0] in groups_of(row.category)
        assert DETAILS.index(FIELDS[model][field][1]) > DETAILS.index(decision.detail)


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


@pytest.mark.parametrize("status", ["needed", "drafted", None])
def test_an_agreement_between_agencies_that_is_not_signed_authorizes_nothing(
    make: Making, monkeypatch: pytest.MonkeyPatch, status: str | None
) -> None:
    known = program()
    unsigned = {id_: {**said, "status": status} for id_, said in known.safeguards.items()}
    for row, actor, holder in PAIRS:
        if row.basis == "safeguard" and not allowed_otherwise(actor, row, EVERY, holder):
            person = world(make, row, actor, holder)
            assert asks(row, actor, holder, person)
            with monkeypatch.context() as changed:
                changed.setattr("lead.gate.basis.program", lambda: replace(known, safeguards=unsigned))
                assert not asks(row, actor, holder, person)


def test_nothing_is_told_to_a_body_that_a_rule_bars(make: Making, monkeypatch: pytest.MonkeyPatch) -> None:
    known = program()
    for row, actor, holder in PAIRS:
        if row.recipient in known.bodies and not allowed_otherwise(actor, row, EVERY, holder):
            person = world(make, row, actor, holder)
            if row.basis == "release":
                signed(make, row, person)
            assert asks(row, actor, holder, person)
            rule = Never("x", (row.category,), (), "A reason.", bodies=(row.recipient,))
            with monkeypatch.context() as changed:
                changed.setattr("lead.gate.deciding.program", lambda rule=rule: replace(known, never=(rule,)))
                assert not asks(row, actor, holder, person)
