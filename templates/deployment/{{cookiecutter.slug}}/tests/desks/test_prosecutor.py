"""The prosecutor's desk: what an office learns of its cases, what it decides, and what it never sees."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from lead.audit.models import AuditEvent
from lead.desks.overriding import OverrideForm, settle_rules
from lead.gate import Actor, see
from lead.program import program
from lead.records import charging, consents
from lead.records.models import AgendaItem, Charge, Disclosure, Event, Referral, Screening
from tests.making import Making, agency_of
from tests.test_pages import whole

HANDLED = [
    (said, role)
    for said in program().charges
    for role in program().roles.values()
    if "prosecutor" in role.desks and not role.vacant and role.names & {*(said.get("decided_by") or [])}
]
pytestmark = pytest.mark.skipif(not HANDLED, reason="The program holds no charge back.")
Enter = Callable[..., Client]


def held(make: Making, office: str = "", **more: Any) -> tuple[Charge, str, str]:
    """A charge that an office holds, with who decides about it."""
    said, role = next(one for one in HANDLED if office in ("", one[1].id))
    pathway = (said["pathways"] or [next(iter(program().pathways))])[0]
    area = (said["areas"] or [""])[0]
    referral = make.referral(make.person(), pathway=pathway, area=area)
    Event.objects.create(person=referral.person, referral=referral, kind="referral", at=referral.at, held_by="x")
    level, offence = (said["levels"] or ["misdemeanor"])[0], (said["offences"] or ["possession"])[0]
    entered = {"held_by": role.agencies[0], **more}
    charge = charging.hold(referral, office=role.id, offence=offence, level=level, **entered)
    return charge, role.id, role.agencies[0]


def post(client: Client, address: str, **said: Any) -> Any:
    return client.post(address, {"token": "t" * 24, **said})


def test_an_office_sees_its_charges_and_not_who_the_person_is(make: Making, enter: Enter) -> None:
    charge, role, agency = held(make)
    client = enter(role, agency)
    for address in (reverse("prosecutor:cases"), reverse("prosecutor:case", args=[charge.pk])):
        text = client.get(address).content.decode()
        whole(text)
        assert charge.person.code in text
        if not see(Actor(1, role, agency), charge.person, "identity"):
            assert charge.person.name not in text
    assert AuditEvent.objects.filter(action="view", person=charge.person.pk, allowed=True).exists()


def test_another_office_finds_nothing_and_that_is_in_the_log(make: Making, enter: Enter) -> None:
    charge, role, agency = held(make)
    others = [
        (other.id, place)
        for other in program().roles.values()
        for place in other.agencies
        if "prosecutor" in other.desks and not other.vacant and other.id != role and place != agency
    ]
    if not others:
        pytest.skip("The program has one office.")
    client = enter(*others[0])
    assert client.get(reverse("prosecutor:case", args=[charge.pk])).status_code == 404
    assert post(client, reverse("prosecutor:case", args=[charge.pk]), state="ended").status_code == 404
    assert charge.person.code not in client.get(reverse("prosecutor:cases")).content.decode()
    assert AuditEvent.objects.filter(action="charge_denied", allowed=False).count() == 2
    assert client.get("/prosecutor/charge/99999999999999999999/").status_code == 404


def test_a_charge_that_another_agency_holds_is_not_seen_by_its_office_without_a_flow(
    make: Making, enter: Enter
) -> None:
    charge, role, agency = held(make, held_by="nobody")
    assert enter(role, agency).get(reverse("prosecutor:case", args=[charge.pk])).status_code == 404


def test_the_decision_is_made_once_and_an_illegal_move_is_refused_with_a_sentence(make: Making, enter: Enter) -> None:
    charge, role, agency = held(make)
    client, address = enter(role, agency), reverse("prosecutor:case", args=[charge.pk])
    assert "ground" in post(client, address, state="filed", note="").content.decode()
    for _sent in range(2):
        assert post(client, address, state="ended").status_code == 302
    assert Event.objects.filter(kind="filing_decision").count() == 1
    answer = client.post(address, {"token": "u" * 24, "state": "filed", "note": "A ground."})
    assert answer.status_code == 422 and "cannot become" in answer.content.decode()
    whole(answer.content.decode())
    assert Charge.objects.get(pk=charge.pk).state == "ended"


def test_whoever_has_several_roles_decides_in_the_one_that_the_agreement_names(make: Making, enter: Enter) -> None:
    charge, role, agency = held(make)
    other = [one.id for one in program().roles_of(agency) if one.id != role and "prosecutor" in one.desks]
    if not other:
        pytest.skip("The office has one role.")
    client, address = enter(other[0], agency, role), reverse("prosecutor:case", args=[charge.pk])
    assert charge.person.code in client.get(reverse("prosecutor:cases")).content.decode()
    assert post(client, address, state="ended").status_code == 302
    assert Charge.objects.get(pk=charge.pk).decided_by == role
    asked = screened(make, [role], agency)
    assert post(client, reverse("prosecutor:override", args=[asked.pk]), answer="eligible", ground="A ground.").url
    assert f", {role}"[:12] in Screening.objects.get(pk=asked.pk).overridden_by


def test_whoever_is_slower_overrides_nothing(make: Making, enter: Enter) -> None:
    _said, role = HANDLED[0]
    stale = screened(make, [role.id], role.agencies[0])
    client = enter(role.id, role.agencies[0])
    stands = {"answer": "not_eligible", "ground": "It stands."}
    assert post(client, reverse("prosecutor:override", args=[stale.pk]), **stands).status_code == 302
    request: Any = RequestFactory().post("/")
    request.user = client.user  # type: ignore[attr-defined]
    form = OverrideForm({"token": "t", "answer": "eligible", "ground": "Faster."})
    assert form.is_valid()
    with pytest.raises(ValidationError):
        settle_rules(request, stale, ["amount"], form, "Somebody", timezone.now())
    assert Screening.objects.get(pk=stale.pk).outcome == "not_eligible"


def _intake() -> tuple[str, str] | None:
    """The release, and the office that learns by it whether intake is done."""
    for cell in program().cells:
        role = program().roles.get(cell.recipient)
        of = (cell.category, cell.scope, cell.action) == (program().groups["intake"], "charged_by_own_office", "view")
        if of and role and cell.basis.get("kind") == "release" and role in [one for _said, one in HANDLED]:
            return str(cell.basis["release"]), role.id
    return None


def test_intake_is_told_as_yes_or_no_with_a_release_and_not_without(make: Making, enter: Enter) -> None:
    known = _intake()
    if known is None:
        pytest.skip("The program tells no office of an intake.")
    charge, role, agency = held(make, known[1])
    client, address = enter(role, agency), reverse("prosecutor:case", args=[charge.pk])
    before = "<dt>Intake done</dt><dd>"
    assert before + '<span class="masked">' in client.get(address).content.decode()
    assert AuditEvent.objects.filter(thing="intake", allowed=False).exists()
    consent = make.consent(charge.person, known[0])
    assert before + "no" in client.get(address).content.decode()
    make.enrollment(charge.person)
    text = client.get(address).content.decode()
    assert before + "yes" in text
    consents.revoke(consent, by="Ada Invented", means="in_person")
    assert before + '<span class="masked">' in client.get(address).content.decode()
    consent.revocations.all().delete()
    consent.blocks = dict.fromkeys(consent.blocks, "struck")
    consent.save()
    parts = program().consents[known[0]]["blocks"].values()
    if all(one.get("may_be_struck") for one in parts):
        assert before + '<span class="masked">' in client.get(address).content.decode()


def test_a_pause_which_would_tell_of_a_hospital_moves_no_date_that_an_office_sees(make: Making, enter: Enter) -> None:
    charge, role, agency = held(make)
    client, address = enter(role, agency), reverse("prosecutor:case", args=[charge.pk])
    before = client.get(address).content.decode()
    for id_ in program().clocks:
        for kind, days in (("pause", 1), ("resume", 9)):
            at = charge.referral.at + timedelta(days=days)
            same = {"person": charge.person, "referral": charge.referral, "held_by": agency_of("care")}
            Event.objects.create(kind=kind, clock=id_, at=at, **same)
    import re

    dates = re.compile(r"Ends: [^<]+")
    assert dates.findall(before) == dates.findall(client.get(address).content.decode())


def test_a_clock_is_extended_only_by_whom_the_agreement_lets_and_only_as_often(make: Making, enter: Enter) -> None:
    charge, role, agency = held(make)
    names = program().roles[role].names
    for id_, said in program().clocks.items():
        longer = said.get("extension")
        address = reverse("prosecutor:longer", args=[charge.pk, id_])
        client = enter(role, agency)
        if not longer or not names & {*longer["granted_by"]}:
            assert post(client, address, ground="A ground.").status_code in (404, 422)
        elif said["starts"] == "referral" and (not said["pathways"] or charge.referral.pathway in said["pathways"]):
            assert client.post(address, {"token": "a" * 24, "ground": ""}).status_code == 422
            for number in range(longer["at_most"]):
                for _twice in range(2):
                    sent = {"token": f"b{number}" * 12, "ground": "In custody elsewhere."}
                    assert client.post(address, sent).status_code == 302
            assert client.post(address, {"token": "c" * 24, "ground": "Again."}).status_code == 422
            assert Event.objects.filter(kind="extend", clock=id_).count() == longer["at_most"]
    assert not Event.objects.filter(kind="extend").exclude(held_by=agency).exists()


def test_a_charge_on_paper_is_entered_by_its_code_and_a_guess_learns_nothing(make: Making, enter: Enter) -> None:
    charge, role, agency = held(make)
    referral, offence = charge.referral, charge.offence
    if offence not in [one["id"] for one in program().pathways[referral.pathway]["offences"]]:
        pytest.skip("The program lists no such offense.")
    Charge.objects.all().delete()
    if not program().pathways[referral.pathway].get("needs_charge"):
        pytest.skip("The pathway needs no charge.")
    client, address = enter(role, agency), reverse("prosecutor:enter")
    level = charge.level
    wrong = client.post(address, {"token": "a" * 24, "code": "2222-2222", "offence": offence, "level": level})
    assert wrong.status_code == 422 and AuditEvent.objects.filter(action="charge_denied").exists()
    for token in ("b", "b", "c"):
        sent = {"token": token * 24, "code": referral.person.code.lower(), "offence": offence, "level": level}
        assert client.post(address, sent).status_code == 302
    assert Charge.objects.get().held_by == agency


def screened(make: Making, whose: list[str], held_by: str) -> Screening:
    referral = make.referral(make.person())
    said = {"outcome": "needs_discretion", "public_code": "amount", "public_reason": "Over the limit."}
    return Screening.objects.create(
        person=referral.person, referral=referral, held_by=held_by, whose={"amount": whose}, **said
    )


def test_only_whom_the_decision_names_overrides_and_the_ground_is_kept(make: Making, enter: Enter) -> None:
    _said, role = HANDLED[0]
    agency = role.agencies[0]
    mine, other = screened(make, [role.id], agency), screened(make, ["somebody-else"], agency)
    unseen = screened(make, [role.id], "nobody")
    client = enter(role.id, agency)
    listed = client.get(reverse("prosecutor:overrides")).content.decode()
    whole(listed)
    assert mine.person.code in listed and other.person.code not in listed and unseen.person.code not in listed
    for hidden in (other, unseen):
        address = reverse("prosecutor:override", args=[hidden.pk])
        assert client.get(address).status_code == 404
        assert post(client, address, answer="eligible", ground="A ground.").status_code == 404
    assert AuditEvent.objects.filter(action="override_denied", allowed=False).count() == 4
    address = reverse("prosecutor:override", args=[mine.pk])
    whole(client.get(address).content.decode())
    assert post(client, address, answer="eligible", ground="").status_code == 422
    for _sent in range(2):
        assert post(client, address, answer="eligible", ground="Within reach of care.").status_code == 302
    done = Screening.objects.get(pk=mine.pk)
    assert (done.outcome, done.override_ground) == ("eligible", "Within reach of care.")
    assert done.public_code == "amount" and role.id in done.overridden_by and done.override_at
    assert Event.objects.filter(kind="eligibility_decision", referral=mine.referral).count() == 1
    approved = program().pathways[mine.referral.pathway].get("approvers")
    assert Referral.objects.get(pk=mine.referral.pk).status == ("new" if approved else "screened")
    stands = screened(make, [role.id], agency)
    sent = {"token": "s" * 24, "answer": "not_eligible", "ground": "Too much."}
    assert client.post(reverse("prosecutor:override", args=[stands.pk]), sent).status_code == 302
    stands.refresh_from_db()
    assert (stands.outcome, stands.overridden_by) == ("not_eligible", "") and role.id in stands.decided_by
    assert Referral.objects.get(pk=stands.referral.pk).status == "screened"


def test_two_rules_with_different_owners_need_two_overrides(make: Making, enter: Enter) -> None:
    _said, role = HANDLED[0]
    asked = screened(make, [role.id], role.agencies[0])
    Screening.objects.filter(pk=asked.pk).update(whose={"amount": [role.id], "area": ["somebody-else"]})
    client, address = enter(role.id, role.agencies[0]), reverse("prosecutor:override", args=[asked.pk])
    assert post(client, address, answer="eligible", ground="Within reach of care.").status_code == 302
    asked.refresh_from_db()
    assert (asked.outcome, asked.overridden_by, asked.settled) == ("needs_discretion", "", ["amount"])
    assert client.get(address).status_code == 404
    Screening.objects.filter(pk=asked.pk).update(whose={"amount": [role.id], "area": [role.id]})
    assert post(client, address, token="u" * 24, answer="eligible", ground="Near enough.").status_code == 302
    asked.refresh_from_db()
    assert asked.outcome == "eligible" and asked.override_ground == "Within reach of care.; Near enough."


def _liaison() -> tuple[str, str, str] | None:
    for cell in program().cells:
        role = program().roles.get(cell.recipient)
        fits = cell.scope == "work_group_cases" and cell.action == "view" and cell.basis.get("kind") == "release"
        if fits and cell.category == program().groups["engagement"] and role and "prosecutor" in role.desks:
            return role.id, role.agencies[0], str(cell.basis["release"])
    return None


def test_the_agenda_shows_only_people_with_a_release_for_whoever_looks(make: Making, enter: Enter) -> None:
    known = _liaison()
    if known is None:
        pytest.skip("The program has no liaison prosecutor.")
    role, agency, release = known
    client, address = enter(role, agency), reverse("prosecutor:agenda")
    signed, unsigned = make.person(name="Signed Invented"), make.person(name="Unsigned Invented")
    for person in (signed, unsigned):
        make.enrollment(person)
        AgendaItem.objects.create(
            person=person,
            held_by=agency_of("care"),
            conference=timezone.localdate(),
            question=f"Question about {person.code}?",
        )
    consent = make.consent(signed, release)
    text = client.get(address).content.decode()
    whole(text)
    assert f"Question about {signed.code}?" in text and unsigned.code not in text
    assert Disclosure.objects.filter(person=signed, recipient=role).exists() or not any(
        cell.logged for cell in program().cells if cell.recipient == role
    )
    consent.expires_on = timezone.localdate() - timedelta(days=1)
    consent.save()
    assert signed.code not in client.get(address).content.decode()


def test_no_other_desk_opens_the_prosecutors_pages(make: Making, enter: Enter) -> None:
    charge, _role, _agency = held(make)
    for role in program().roles.values():
        if "prosecutor" not in role.desks and role.agencies and not role.vacant:
            client = enter(role.id, role.agencies[0])
            assert client.get(reverse("prosecutor:case", args=[charge.pk])).status_code == 403
    assert Referral.objects.count() == 1
