"""The case manager's desk: what a person there does, and what the gate keeps from them."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from lead.audit.models import AuditEvent
from lead.gate import Actor, see
from lead.program import program
from lead.records.models import (
    Contact,
    Disclosure,
    Enrollment,
    Event,
    Person,
    PlanStep,
    Referral,
    Screening,
    ServiceReferral,
)
from tests.making import Making, agency_of

from .sending import CARE, Enter, send, signable, url

pytestmark = pytest.mark.skipif(CARE is None, reason="The program has no case managers.")


def test_a_person_goes_from_handoff_to_caseload(desk: Client, referral: Referral) -> None:
    person, now = referral.person, timezone.localtime() - timedelta(minutes=1)
    assert person.code in desk.get(url("waiting")).content.decode()
    send(desk, url("move", referral.pk, "arrive"), outcome="not_found", at=now.isoformat()[:16], place="Canal bridge")
    assert not Event.objects.filter(kind="handoff").exists()
    send(desk, url("move", referral.pk, "arrive"), outcome="met", at=now.isoformat()[:16], place="Canal bridge")
    send(desk, url("move", referral.pk, "start"), tonight="yes", found="at the canal")
    answer = send(desk, url("move", referral.pk, "complete"), offered="on", enough="on", languages="English")
    assert answer.status_code == 302
    referral.refresh_from_db()
    assert referral.status == Referral.Status.TAKEN_IN
    assert Enrollment.objects.get(person=person).manager == desk.user  # type: ignore[attr-defined]
    kinds = list(Event.objects.filter(referral=referral).values_list("kind", flat=True))
    assert kinds[0] == "contact_tried"
    assert {"handoff", "intake_started", "enrollment", "intake_completed"} <= {*kinds}
    assert person.code in desk.get(url("caseload")).content.decode()
    assert person.code not in desk.get(url("waiting")).content.decode()
    page = desk.get(url("person", person.pk))
    assert page.status_code == 200
    assert "Canal bridge" in page.content.decode()
    assert AuditEvent.objects.filter(action="view", person=person.pk, thing="care:person").exists()


def test_a_form_that_is_sent_twice_does_its_work_once(desk: Client, taken_in: Person) -> None:
    page = desk.get(url("add", taken_in.pk, "contact")).content.decode()
    token = re.search(r'name="token" value="([^"]+)"', page)
    assert token
    at = (timezone.localtime() - timedelta(minutes=1)).isoformat()[:16]
    sent = {"token": token[1], "at": at, "kind": "visit", "purpose": "housing", "note": "Invented."}
    first, second = (desk.post(url("add", taken_in.pk, "contact"), sent) for _time in range(2))
    assert first.status_code == second.status_code == 302
    assert Contact.objects.count() == 1


def test_an_intake_that_two_finish_at_once_is_finished_once(
    desk: Client, referral: Referral, somebody_is_quicker: Any
) -> None:
    address, said = url("move", referral.pk, "complete"), {"offered": "on", "enough": "on"}
    somebody_is_quicker(lambda: desk.post(address, {"token": "another", **said}))
    late = send(desk, address, **said)
    assert late.status_code == 422 and "in the meantime" in late.content.decode()
    assert Event.objects.filter(kind="intake_completed").count() == Enrollment.objects.count() == 1


def test_a_handoff_at_which_two_met_the_person_is_one(
    desk: Client, referral: Referral, somebody_is_quicker: Any
) -> None:
    address, at = url("move", referral.pk, "arrive"), (timezone.localtime() - timedelta(minutes=1)).isoformat()[:16]
    somebody_is_quicker(lambda: desk.post(address, {"token": "another", "outcome": "met", "at": at}))
    assert send(desk, address, outcome="met", at=at).status_code == 302
    assert Contact.objects.count() == 2 and Event.objects.filter(kind="handoff").count() == 1


@pytest.mark.parametrize("free", [True, False])
def test_who_was_met_without_a_place_waits_for_one(
    desk: Client, make: Making, referral: Referral, monkeypatch: pytest.MonkeyPatch, free: bool
) -> None:
    monkeypatch.setitem(program().pathways[referral.pathway], "rooms_needed", True)
    monkeypatch.setitem(program().services, "capacity", {"caseload_ceiling": 2 if free else 1})
    make.enrollment(make.person())
    Referral.objects.filter(pk=referral.pk).update(status=Referral.Status.SCREENED)
    Screening.objects.create(person=referral.person, referral=referral, outcome="eligible", held_by=referral.held_by)
    taken_in = send(desk, url("move", referral.pk, "complete"), offered="on", enough="on")
    assert taken_in.status_code == (302 if free else 422)
    if not free:
        assert Enrollment.objects.count() == 1 and "No place is free" in taken_in.content.decode()
        at = (timezone.localtime() - timedelta(minutes=1)).isoformat()[:16]
        send(desk, url("move", referral.pk, "arrive"), outcome="met", at=at)
    referral.refresh_from_db()
    assert referral.status == (Referral.Status.TAKEN_IN if free else Referral.Status.WAITING)


def test_without_a_ceiling_no_number_of_places_is_told(
    desk: Client, make: Making, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(program().services, "capacity", {})
    make.enrollment(make.person())
    assert "does not say for how many there is room" in desk.get(url("caseload")).content.decode()


def test_the_database_itself_keeps_one_open_enrollment(taken_in: Person) -> None:
    holder = taken_in.enrollments.get().held_by
    with pytest.raises(IntegrityError), transaction.atomic():
        taken_in.enrollments.create(held_by=holder)
    taken_in.enrollments.update(closed=timezone.localdate())
    taken_in.enrollments.create(held_by=holder)


@pytest.mark.parametrize("wrong", [{"minutes": "2147483648"}, {"minutes": "9" * 20}, {"at": "0001-01-01T00:00"}])
def test_a_contact_of_no_time_is_refused(desk: Client, taken_in: Person, wrong: dict[str, str]) -> None:
    at = (timezone.localtime() - timedelta(minutes=1)).isoformat()[:16]
    said = {"at": at, "kind": "visit", "purpose": "housing", "minutes": "30"}
    address = url("add", taken_in.pk, "contact")
    assert send(desk, address, **{**said, **wrong}).status_code == 422
    assert send(desk, address, **said).status_code == 302


def test_a_wrong_form_says_what_is_wrong(desk: Client, taken_in: Person) -> None:
    for what in ("contact", "assessment", "step", "service", "emergency"):
        answer = send(desk, url("add", taken_in.pk, what))
        page = answer.content.decode()
        assert answer.status_code == 422, what
        assert 'role="alert"' in page


def test_another_agencys_person_is_not_there(desk: Client, make: Making) -> None:
    stranger = make.person(held_by="nobody", name="Canary 7f3a")
    contact = make.contact(stranger, held_by="nobody", note="Canary 7f3a")
    step = PlanStep.objects.create(person=stranger, held_by="nobody", goal="Canary 7f3a", step="x")
    release, language = signable()
    consent = make.consent(stranger, release, held_by="nobody")
    forged = [
        url("signed", consent.pk),
        url("person", stranger.pk),
        url("person", 10**18),
        url("add", stranger.pk, "contact"),
        url("add", stranger.pk, "emergency"),
        url("account", stranger.pk),
        url("release", stranger.pk, release, language),
        url("take_back", consent.pk),
        url("change", "step", step.pk),
        url("change", "void-contact", contact.pk),
        url("sheet", 987654),
        url("move", 987654, "arrive"),
        url("change", "person", stranger.pk),
    ]
    for address in forged:
        before = AuditEvent.objects.filter(allowed=False).count()
        page = desk.get(address)
        assert page.status_code == 404, address
        assert "Canary" not in page.content.decode()
        assert AuditEvent.objects.filter(allowed=False).count() > before, address
    told = desk.post(url("change", "step", step.pk), {"token": "x", "state": "done"})
    step.refresh_from_db()
    assert (told.status_code, step.state) == (404, "open")


def test_a_note_of_another_agency_is_not_shown_without_a_release(desk: Client, make: Making, taken_in: Person) -> None:
    make.contact(taken_in, held_by="nobody", note="Canary 7f3a", place="Canary 7f3a", purpose="Canary 7f3a")
    assert "Canary" not in desk.get(url("person", taken_in.pk)).content.decode()


@pytest.mark.parametrize("name", ["officer", "prosecutor", "project"])
def test_no_other_desk_opens_a_page(enter: Enter, taken_in: Person, name: str) -> None:
    role = next((one for one in program().roles.values() if one.desk == name and not one.vacant), None)
    if role is None:
        pytest.skip("The program has no such desk.")
    client = enter(role.id, role.agencies[0])
    closed = [
        url("waiting"),
        url("person", taken_in.pk),
        *([] if "privacy" in role.desks else [url("account", taken_in.pk)]),
    ]
    assert [client.get(address).status_code for address in closed] == [403] * len(closed)
    assert AuditEvent.objects.filter(action="page_denied").count() == len(closed)


def test_a_record_made_by_mistake_stays_and_says_so(desk: Client, make: Making, taken_in: Person) -> None:
    assert CARE
    contact = make.contact(taken_in, held_by=CARE.agencies[0])
    address = url("change", "void-contact", contact.pk)
    assert send(desk, address, reason="Wrong person, sorry").status_code == 302
    assert Contact.objects.filter(pk=contact.pk).exists()
    assert "made by mistake" in desk.get(url("person", taken_in.pk)).content.decode()


def test_an_exit_closes_and_the_person_may_come_back(desk: Client, taken_in: Person) -> None:
    enrollment = Enrollment.objects.get(person=taken_in)
    user = desk.user.pk  # type: ignore[attr-defined]
    address = url("change", "status", enrollment.pk)
    assert send(desk, address, status="closed", manager=user, reason="moved away").status_code == 302
    enrollment.refresh_from_db()
    assert enrollment.closed == timezone.localdate()
    assert Event.objects.filter(kind="exit").exists()
    if (program().texts.get("exit") or {}).get("return_allowed") is not False:
        assert send(desk, url("change", "again", enrollment.pk)).status_code == 302
        assert Enrollment.objects.filter(person=taken_in, closed=None).count() == 1


def test_only_who_the_agreement_names_extends_a_clock(desk: Client, referral: Referral) -> None:
    named = next(
        (one for one in program().clocks.items() if one[1].get("extension") and one[1]["starts"] == "referral"), None
    )
    if named is None:
        pytest.skip("The program has no clock that is extended.")
    id_, said = named
    Referral.objects.filter(pk=referral.pk).update(pathway=(said["pathways"] or [referral.pathway])[0])
    Event.objects.create(person=referral.person, referral=referral, kind=said["starts"], held_by="x")
    assert CARE
    answer = send(desk, url("clock", referral.pk, id_), what="extend", ground="In hospital")
    allowed = CARE.id in (said["extension"].get("granted_by") or ())
    assert (answer.status_code == 302) is allowed
    if said.get("paused_while"):
        assert send(desk, url("clock", referral.pk, id_), what="pause", ground="In hospital").status_code == 302
        assert Event.objects.filter(kind="pause", clock=id_).exists()


def test_a_person_can_read_who_was_told(desk: Client, taken_in: Person) -> None:
    said = {"category": "identity", "recipient": "nobody-known", "basis": "verbal_consent"}
    Disclosure.objects.create(person=taken_in, agency=agency_of("officer"), purpose="coordination", **said)
    page = desk.get(url("account", taken_in.pk)).content.decode()
    assert "You agreed aloud" in page
    assert "nobody known" in page
    assert AuditEvent.objects.filter(action="account", person=taken_in.pk).exists()


def test_a_person_sent_to_a_service_gets_a_sheet_that_tells_of_no_treatment(desk: Client, taken_in: Person) -> None:
    today = timezone.localdate().isoformat()
    answer = send(desk, url("add", taken_in.pk, "service"), other="The Lodge", reason="rest", sent=today)
    assert answer.status_code == 302
    page = desk.get(answer.headers["Location"]).content.decode()
    assert "The Lodge" in page
    assert "42 CFR" not in page


def test_the_sheet_tells_the_case_manager_what_a_release_lets_the_provider_know(
    desk: Client, make: Making, taken_in: Person
) -> None:
    assert CARE
    told = {program().groups.get(one): one for one in ("identity", "contact", "engagement", "clinical")}
    for provider in program().services.get("providers", {}).values():
        for cell in program().cells:
            kept = CARE.agencies[0] in program().held_by(cell.sender) and cell.category in told
            if kept and cell.recipient == provider["agency"] and cell.basis.get("kind") == "release":
                about = {"person": taken_in, "held_by": CARE.agencies[0], "provider": provider["agency"]}
                address = url("sheet", ServiceReferral.objects.create(**about).pk)
                before = desk.get(address).content.decode()
                make.consent(taken_in, str(cell.basis["release"]))
                after = desk.get(address).content.decode()
                label = program().categories[cell.category].label
                assert f"<li>{label}: no" in unescape(before)
                assert f"<li>{label}: yes" in unescape(after)
                return
    pytest.skip("No release lets a provider know what case managers keep.")


def test_what_a_person_says_of_themselves_at_intake_is_not_the_officers(
    desk: Client, make: Making, enter: Enter
) -> None:
    category = program().categories.get(program().groups.get("demographics") or "")
    officer = agency_of("officer")
    if not officer or category is None or not category.held_by or officer in category.held_by:
        pytest.skip("The program lets officers keep what people say of themselves.")
    assert CARE
    role = next(one for one in program().roles_of(officer) if "officer" in one.desks)
    person = make.person(demographics={"race": "Canary 7f3a"})
    assert see(Actor(1, role.id, officer), Person.objects.get(pk=person.pk), "demographics")
    make.enrollment(person, held_by=CARE.agencies[0])
    assert not see(Actor(1, role.id, officer), Person.objects.get(pk=person.pk), "demographics")
    assert see(Actor(1, role.id, officer), Person.objects.get(pk=person.pk), "identity")


def test_a_name_is_corrected_by_who_keeps_it(desk: Client, make: Making, taken_in: Person, referral: Referral) -> None:
    address = url("change", "person", taken_in.pk)
    category = program().categories.get(program().groups.get("identity") or "")
    assert CARE
    if category is None or (category.held_by and CARE.agencies[0] not in category.held_by):
        assert desk.get(address).status_code == 403
        return
    answer = send(desk, address, name="Ada Corrected", born="1990-01-02")
    taken_in.refresh_from_db()
    assert (answer.status_code, taken_in.name) == (302, "Ada Corrected")
    other = make.referral(make.person(), handed_to=CARE.agencies[0]).person
    assert desk.get(url("change", "person", other.pk)).status_code == 403
    assert AuditEvent.objects.filter(action="correct", allowed=False, person=other.pk).exists()


def test_hostile_text_stays_text(desk: Client, make: Making, taken_in: Person) -> None:
    assert CARE
    make.contact(taken_in, held_by=CARE.agencies[0], note="<script>alert(1)</script>{{ program.name }}", place="=cmd|x")
    page = desk.get(url("person", taken_in.pk)).content.decode()
    assert "<script" not in page
    assert "{{ program.name }}" in page


def test_what_is_over_is_not_done_again(desk: Client, referral: Referral) -> None:
    address = url("move", referral.pk, "complete")
    page = desk.get(address).content.decode()
    token = re.search(r'name="token" value="([^"]+)"', page)
    assert token
    sent = {"token": token[1], "offered": "on", "enough": "on"}
    assert [desk.post(address, sent).status_code for _time in range(2)] == [302, 302]
    assert desk.post(address, {**sent, "token": "another"}).status_code == 404
    assert Enrollment.objects.count() == 1
    again = url("change", "again", Enrollment.objects.get().pk)
    assert desk.post(again, {"token": "x"}).status_code == 404
    Referral.objects.filter(pk=referral.pk).update(status=Referral.Status.VOID)
    assert desk.post(url("move", referral.pk, "arrive"), {"token": "y", "outcome": "met"}).status_code == 404


def test_who_was_found_not_eligible_waits_nowhere(desk: Client, make: Making, referral: Referral) -> None:
    Referral.objects.filter(pk=referral.pk).update(status=Referral.Status.SCREENED)
    said = {"referral": referral, "outcome": "not_eligible", "held_by": "x"}
    answer = Screening.objects.create(person=referral.person, **said)
    assert referral.person.code not in desk.get(url("waiting")).content.decode()
    assert desk.get(url("move", referral.pk, "arrive")).status_code == 404
    Screening.objects.filter(pk=answer.pk).update(overridden_by="felony-charging")
    assert referral.person.code in desk.get(url("waiting")).content.decode()


def test_a_handoff_of_which_no_flow_tells_is_counted_and_not_shown(desk: Client, make: Making) -> None:
    assert CARE
    person = make.person(name="Canary 7f3a", held_by="nobody")
    handed = {"handed_to": CARE.agencies[0], "status": Referral.Status.HANDED_OVER}
    make.referral(person, agency="nobody", verbal_consent_at=None, **handed)
    page = desk.get(url("waiting")).content.decode()
    assert "does not let you see: 1." in page
    assert person.code not in page
    assert "Canary" not in page
