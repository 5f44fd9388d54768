"""The privacy desk: the log, disclosures, consents, emergencies, retention, the register and accounts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lead.accounts.models import User
from lead.audit.models import AuditEvent
from lead.desks.privacy import purging, retention, reviewing, sharing
from lead.desks.privacy.models import Certificate, Entry, Hold, LogReview
from lead.program import Cell, program
from lead.records.models import Authority, BreakGlass, Contact, Disclosure, Event, Person, Referral, Revocation
from tests.making import Making, agency_of
from tests.test_pages import whole

PAGES = ("log", "review", "disclosures", "consents", "emergencies", "authorities", "retention", "hold", "register")
LONG = "Bartholomew Ferdinand Wolfeschlegelsteinhausenbergerdorff IV"


def desk_role(desk: str) -> tuple[str, str]:
    filled = (one for one in program().roles.values() if one.agencies and not one.vacant)
    role = next((one for one in filled if desk in one.desks), None)
    if role is None:
        pytest.skip("The program has no such desk.")
    return role.id, role.agencies[0]


@pytest.fixture
def officer(enter: Callable[..., Client]) -> Client:
    return enter(*desk_role("privacy"))


@pytest.fixture
def gone(make: Making) -> Person:
    """Somebody whose case was closed longer ago than the program keeps anything."""
    person = make.person(name=LONG, contact="360-555-0000")
    then = timezone.now() - timedelta(days=366 * (program().retention_years + 1))
    make.referral(person, status=Referral.Status.CLOSED, at=then)
    make.enrollment(person, opened=then.date(), closed=then.date(), status="closed")
    make.contact(person)
    return person


def token(page: Any) -> str:
    return str(page.context["form"]["token"].value())


def send(client: Client, address: str, **said: Any) -> Any:
    return client.post(address, {"token": token(client.get(address)), **said})


@pytest.mark.parametrize("name", (*PAGES, "accounts", "new_account"))
def test_every_page_is_whole_empty_and_filled_and_names_nobody(
    officer: Client, make: Making, gone: Person, name: str
) -> None:
    user = officer.user  # type: ignore[attr-defined]
    page = officer.get(reverse(f"privacy:{name}"))
    assert page.status_code == 200
    whole(page.content.decode())
    for release in program().consents:
        consent = make.consent(gone, release, expires_on=timezone.localdate() + timedelta(days=5))
        Revocation.objects.create(consent=consent, by=LONG, means="in_person", at=timezone.now() - timedelta(days=20))
    BreakGlass.objects.create(person=gone, by=user, reason="Found unconscious, needs the medication list.")
    Hold.objects.create(person=gone, reason="A letter of the court.", by=user)
    Entry.objects.create(kind="incident", known_on=timezone.localdate(), text="A sheet was left on a desk.", by=user)
    Authority.objects.create(kind="audit", citation="Audit letter 7", begins=timezone.localdate(), held_by="x")
    Disclosure.objects.create(person=gone, category="engagement", recipient="court", basis="release")
    text = officer.get(reverse(f"privacy:{name}")).content.decode()
    whole(text)
    assert LONG not in text and "360-555-0000" not in text


@pytest.mark.parametrize("name", (*PAGES, "accounts", "new_account"))
def test_no_other_desk_opens_a_page(enter: Callable[..., Client], name: str) -> None:
    client = enter(*desk_role("care"))
    assert client.get(reverse(f"privacy:{name}")).status_code == 403
    assert AuditEvent.objects.filter(action="page_denied", allowed=False).exists()


@pytest.mark.parametrize(
    "address", ["disclosures/2222-2222/", "emergencies/99/", "retention/purge/99999999999999999999/"]
)
def test_a_forged_address_finds_nobody_and_is_logged(officer: Client, address: str) -> None:
    assert officer.get(f"/privacy/{address}").status_code == 404
    assert AuditEvent.objects.filter(action="person_denied", allowed=False).count() == 1


def test_the_log_is_narrowed_by_code_account_day_and_denial(officer: Client, make: Making, gone: Person) -> None:
    address = reverse("privacy:log")
    officer.get(reverse("privacy:account", args=[gone.code]))
    page = officer.get(address, {"code": gone.code.lower()})
    assert {one.person for one in page.context["page"]} == {gone.pk}
    assert gone.code in page.content.decode()
    assert not officer.get(address, {"denied": "on", "code": gone.code}).context["page"].object_list
    assert officer.get(address, {"code": "NOBODY"}).status_code == 422
    assert not officer.get(address, {"day": "2001-01-01"}).context["page"].object_list
    assert AuditEvent.objects.filter(person=gone.pk, thing="privacy:log", basis="oversight").exists()


def test_the_review_is_signed_once_up_to_what_was_shown(officer: Client) -> None:
    page = officer.get(reverse("privacy:review"))
    said = {"token": token(page), "until": page.context["until"], "finding": "Nothing that the work does not explain."}
    for _twice in range(2):
        assert officer.post(reverse("privacy:review"), said).status_code == 302
    assert LogReview.objects.get().until == page.context["until"]
    assert reviewing.unreviewed() is None
    assert send(officer, reverse("privacy:review"), finding="short").status_code == 422


def test_the_account_shows_a_name_only_as_the_gate_lets(officer: Client, make: Making, gone: Person) -> None:
    Disclosure.objects.create(person=gone, category="engagement", recipient="=cmd|calc", basis="release")
    text = officer.get(reverse("privacy:account", args=[gone.code])).content.decode()
    whole(text)
    assert LONG not in text and "not shared with you" in text
    own = make.person(name="Own Invented", held_by=desk_role("privacy")[1])
    assert "Own Invented" in officer.get(reverse("privacy:account", args=[own.code])).content.decode()
    rows = officer.get(reverse("privacy:account_csv", args=[gone.code])).content.decode().splitlines()
    assert rows[0] == "At,What,To,Agency,For,Basis"
    assert len(rows) == 2 and ",'=cmd" in rows[1]
    if "es" in program().languages:
        officer.post(reverse("set_language"), {"language": "es", "next": "/"})
        spanish = officer.get(reverse("privacy:account_csv", args=[gone.code])).content.decode().splitlines()
        assert set(spanish[0].split(",")).isdisjoint(rows[0].split(","))
    assert AuditEvent.objects.filter(action="export", person=gone.pk).exists()


def test_a_revoked_consent_stands_until_its_recipients_were_told(officer: Client, make: Making) -> None:
    release = next(
        (id_ for id_, one in program().consents.items() if (one.get("revocation") or {}).get("told_to")), None
    )
    if release is None:
        pytest.skip("no release of the program says who is told")
    consent = make.consent(make.person(), release)
    revocation = Revocation.objects.create(consent=consent, by="X", means="in_person")
    (telling,) = sharing.untold()
    assert set(program().consents[release]["revocation"]["told_to"]) <= set(telling["recipients"])
    for _twice in range(2):
        officer.post(reverse("privacy:told", args=[revocation.pk]))
    assert not sharing.untold() and Event.objects.filter(kind=sharing.TOLD).count() == 1


def test_nobody_reviews_their_own_emergency_and_a_finding_is_needed(officer: Client, make: Making) -> None:
    user = officer.user  # type: ignore[attr-defined]
    other = User.objects.create(username="somebody-else")
    reason = "Found unconscious, needs the medication list."
    own, one = (BreakGlass.objects.create(person=make.person(), by=by, reason=reason) for by in (user, other))
    finding = "The ambulance report shows the same hour."
    send(officer, reverse("privacy:emergency", args=[own.pk]), finding=finding)
    assert send(officer, reverse("privacy:emergency", args=[one.pk]), finding="ok").status_code == 422
    send(officer, reverse("privacy:emergency", args=[one.pk]), finding=finding)
    own.refresh_from_db(), one.refresh_from_db()
    assert own.reviewed_at is None and one.reviewed_by == user and one.finding == finding


def test_two_who_review_an_emergency_at_once_review_it_once(
    officer: Client, make: Making, somebody_is_quicker: Any
) -> None:
    reason, other = "Found unconscious, needs the medication list.", User.objects.create(username="somebody-else")
    one = BreakGlass.objects.create(person=make.person(), by=other, reason=reason)
    address = reverse("privacy:emergency", args=[one.pk])
    somebody_is_quicker(lambda: send(officer, address, finding="Nobody was in the ambulance that night."))
    assert send(officer, address, finding="The ambulance report shows the same hour.").status_code == 422
    one.refresh_from_db()
    assert one.finding.startswith("Nobody")


def test_an_order_of_a_court_is_about_a_person_and_can_be_ended(officer: Client, make: Making) -> None:
    address, person = reverse("privacy:authorities"), make.person()
    said = {"kind": "court_order", "citation": "26-2-01234-5", "begins": "2026-01-01"}
    assert send(officer, address, **said).status_code == 422
    assert send(officer, address, **said, person=person.code, ends="2025-01-01").status_code == 422
    assert send(officer, address, **said, person=person.code).status_code == 302
    order = Authority.objects.get()
    assert order.person == person and order.in_force()
    officer.post(reverse("privacy:end_authority", args=[order.pk]))
    order.refresh_from_db()
    assert order.ends == timezone.localdate()


def test_a_purge_takes_two_steps_and_leaves_a_certificate(officer: Client, gone: Person) -> None:
    gone.disclosures.create(category="engagement", recipient="court", basis="release")
    whole_record = next(one for one in retention.due() if one.rule == retention.WHOLE)
    assert whole_record.counts["contact: records"] == 1
    answer = officer.post(reverse("privacy:prepare", args=[gone.code]), {"rule": ""})
    assert Contact.objects.exists()
    assert send(officer, answer.url, code="2222-2222").status_code == 422 and Contact.objects.exists()
    assert send(officer, answer.url, code=gone.code).status_code == 302
    gone.refresh_from_db()
    assert (gone.name, gone.contact, gone.born) == ("", "", None)
    assert not Contact.objects.exists() and not Referral.objects.exists()
    assert gone.disclosures.count() == 1
    certificate = Certificate.objects.get()
    assert certificate.digest == certificate.sealed()
    assert AuditEvent.objects.filter(action="purged", note=certificate.digest, person=gone.pk).exists()
    whole(officer.get(answer.url).content.decode())
    assert not retention.due()
    with pytest.raises(ValidationError):
        purging.purge(certificate, None)
    Certificate.objects.update(counts={"contact: records": 0})
    assert "digest does not fit" in officer.get(answer.url).content.decode()


def test_a_legal_hold_stops_a_purge_even_after_it_was_prepared(officer: Client, gone: Person) -> None:
    answer = officer.post(reverse("privacy:prepare", args=[gone.code]), {"rule": ""})
    said = {"person": gone.code, "reason": "Preservation letter of counsel."}
    assert send(officer, reverse("privacy:hold"), **said).status_code == 302
    page = send(officer, answer.url, code=gone.code)
    assert page.status_code == 422 and "legal hold" in page.content.decode()
    assert Contact.objects.exists() and Certificate.objects.get().done_at is None
    again = officer.post(reverse("privacy:prepare", args=[gone.code]), {"rule": ""})
    assert again.url == reverse("privacy:retention")
    hold = Hold.objects.get()
    send(officer, reverse("privacy:lift", args=[hold.pk]), why="Counsel closed the matter.")
    gone.refresh_from_db()
    assert not gone.legal_hold
    assert send(officer, answer.url, code=gone.code).status_code == 302
    assert not Contact.objects.exists()


def test_nothing_is_due_while_the_program_works_with_somebody(make: Making, gone: Person) -> None:
    make.enrollment(gone)
    assert not retention.due()
    gone.enrollments.filter(closed=None).update(closed=timezone.localdate())
    assert not retention.due()


def test_a_rule_reaches_only_what_its_holder_keeps_of_its_categories(make: Making, gone: Person) -> None:
    found = [
        (id_, rule, agency)
        for id_, rule in program().retention.items()
        if retention.computed(rule) and rule["after"] == "exit" and program().groups["clinical"] in rule["categories"]
        for one in rule["holder"]
        for agency in program().held_by(one)
    ]
    if not found:
        pytest.skip("the program has no rule for notes of care")
    id_, _rule, agency = found[0]
    Contact.objects.update(held_by=agency)
    make.contact(gone, held_by="somebody-else")
    reached = [one for one, fields in retention.reached(gone, id_) if isinstance(one, Contact) and not fields]
    assert [one.held_by for one in reached] == [agency]


def test_a_complaint_is_entered_once_and_closed_with_what_came_of_it(officer: Client) -> None:
    address = reverse("privacy:register")
    said = {
        "kind": "complaint",
        "known_on": "2026-01-01",
        "text": "The letter came late.",
        "token": token(officer.get(address)),
    }
    for _twice in range(2):
        assert officer.post(address, said).status_code == 302
    entry = Entry.objects.get()
    send(officer, reverse("privacy:entry", args=[entry.pk]), finding="An apology was sent on the same day.")
    entry.refresh_from_db()
    assert entry.closed_at and entry.outcome
    whole(officer.get(reverse("privacy:entry", args=[entry.pk])).content.decode())


def test_an_account_is_made_with_a_role_that_somebody_fills_and_its_password_is_shown_once(officer: Client) -> None:
    role, agency = desk_role("care")
    address = reverse("privacy:new_account")
    for place in (f"{role}|no-such-agency", "no-such-role|x", ""):
        assert send(officer, address, name="new-name", place=place).status_code == 422
    vacant = [one.id for one in program().roles.values() if one.vacant]
    assert not [
        one
        for one, _label in officer.get(address).context["form"].fields["place"].choices
        if one.split("|")[0] in vacant
    ]
    answer = send(officer, address, name="new-name", place=f"{role}|{agency}")
    user = User.objects.get(username="new-name")
    assert (user.role, user.agency) == (role, agency)
    password = officer.get(answer.url).context["password"]
    assert user.check_password(password)
    assert officer.get(answer.url).context["password"] is None
    assert send(officer, address, name="new-name", place=f"{role}|{agency}").status_code == 422


def test_an_account_is_closed_and_helped_but_never_ones_own(officer: Client, enter: Callable[..., Client]) -> None:
    other = enter(*desk_role("care"))
    address = reverse("privacy:one_account", args=[other.user.pk])  # type: ignore[attr-defined]
    send(officer, address, what="factor")
    assert other.get("/").status_code == 302
    send(officer, address, what="close")
    user = User.objects.get(pk=other.user.pk)  # type: ignore[attr-defined]
    assert not user.is_active
    send(officer, address, what="open")
    user.refresh_from_db()
    assert user.is_active
    own = reverse("privacy:one_account", args=[officer.user.pk])  # type: ignore[attr-defined]
    officer.post(own, {"token": "x", "what": "close"})
    assert User.objects.get(pk=officer.user.pk).is_active  # type: ignore[attr-defined]


@pytest.mark.parametrize("first, then", [("factor", "password"), ("password", "factor")])
def test_a_desk_resets_not_both_password_and_factor(
    officer: Client, enter: Callable[..., Client], first: str, then: str
) -> None:
    other = enter(*desk_role("care")).user  # type: ignore[attr-defined]
    address = reverse("privacy:one_account", args=[other.pk])
    assert send(officer, address, what=first).status_code == 302
    before = User.objects.get(pk=other.pk).password
    refused = send(officer, address, what=then)
    assert refused.status_code == 422 and "administrator" in refused.content.decode()
    assert User.objects.get(pk=other.pk).password == before
    assert AuditEvent.objects.filter(action="reset_denied", allowed=False).count() == 1
    call_command("account", f"reset-{then}", other.username)
    assert send(officer, address, what=first).status_code == 302


def test_a_look_rests_on_the_agreement_where_it_says_so_and_is_oversight_elsewhere(
    officer: Client, make: Making, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A flow that lets the role audit goes first, then who is named as keeping the account; the page says which."""
    role, _agency = desk_role("privacy")
    person = make.person()
    make.referral(person)
    category = program().groups["referral"]
    account = reverse("privacy:account", args=[person.code])

    def basis() -> tuple[str, str]:
        officer.get(account)
        last = (
            AuditEvent.objects.filter(person=person.pk, thing="privacy:account", action="view")
            .order_by("number")
            .last()
        )
        assert last is not None
        return last.basis, last.cell

    def known(**changed: Any) -> str:
        told = replace(program(), **changed)
        for module in ("desks.privacy.oversight", "gate.deciding", "gate.basis", "gate.scope", "gate.actor"):
            monkeypatch.setattr(f"lead.{module}.program", lambda: told)
        return officer.get(reverse("privacy:log")).content.decode()

    bare = tuple(one for one in program().cells if one.purpose != "audit")
    text = known(cells=bare, accounting={})
    assert basis() == ("oversight", "")
    assert (
        "No flow of the agreement lets you look at records to audit them." in text and "keeps the account" not in text
    )
    text = known(cells=bare, accounting={"kept_by": (role,)})
    assert basis() == ("accounting", "")
    assert "keeps the account of disclosures" in text
    if category is None:
        return
    flow = Cell(
        id="a-flow-for-audits",
        flow="a-flow-for-audits",
        sender=agency_of("officer"),
        recipient=role,
        category=category,
        action="view",
        purpose="audit",
        basis={"kind": "statute", "citation": "An invented statute"},
        scope="all_participants",
        clause="9.9",
        words="To whoever audits.",
    )
    text = known(cells=(*bare, flow), accounting={"kept_by": (role,)})
    assert basis() == ("statute", "a-flow-for-audits")
    assert "9.9: To whoever audits." in text and "No flow of the agreement" not in text
