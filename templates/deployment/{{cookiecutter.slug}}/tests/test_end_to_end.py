"""One person goes through every desk, by the pages alone: what a desk enters, the next one finds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.forms import Form
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lead.desks.cases import level, offences
from lead.desks.officer.choosing import office
from lead.program import Role, program
from lead.records.models import Charge, Consent, Person, Referral
from tests.test_pages import whole

Enter = Callable[..., Client]


def role_at(desk: str, kind: str = "") -> Role | None:
    """The first role that somebody fills at a desk."""
    found = (one for one in program().roles.values() if desk in one.desks and not one.vacant and one.agencies)
    return next((one for one in found if not kind or one.kind == kind), None)


def answered(form: Form, **said: Any) -> dict[str, Any]:
    """What a browser sends of a form: what stands in it, and what is answered."""
    sent = {}
    for name, field in form.fields.items():
        value = said.get(name, form.get_initial_for_field(field, name))
        if value not in (None, ""):
            value = sent[name] = field.prepare_value(value)
            if hasattr(field.widget, "format") and hasattr(value, "strftime"):
                sent[name] = value.strftime(field.widget.format or "%Y-%m-%d")
    return sent


def sent(client: Client, address: str, **said: Any) -> Any:
    """Fill in the form of a page and send it; the page to which that leads."""
    page = client.get(address)
    assert page.status_code == 200, (address, page.status_code)
    whole(page.content.decode())
    form = page.context["form"]
    said = {name: value() if callable(value) else value for name, value in said.items()}
    answer = client.post(address, answered(form, **said))
    assert answer.status_code == 302, (address, answer.context and answer.context["form"].errors)
    then = client.get(answer["Location"])
    whole(then.content.decode())
    return then


YES = ("probable-cause", "charges.1.user-quantity", "consents")
"""The questions whose yes speaks for a person; every other one is answered with no, every list is empty."""


def answer_records(enter: Enter, referral: Referral) -> None:
    """The records desk of the referring agency, or whoever may, answers what tells criminal history."""
    desks = ((role, a) for role in program().roles.values() if "screening" in role.desks for a in role.agencies)
    role, agency = next((r, a) for r, a in desks if a == referral.referring_agency and not r.vacant)
    desk, address = enter(role.id, agency), reverse("records_check:check", args=[referral.pk])
    assert referral.person.code in desk.get(reverse("records_check:queue")).content.decode()
    form = desk.get(address).context["form"]
    said: dict[str, Any] = {}
    for name, field in form.fields.items():
        if hasattr(field, "choices") and ("no", _text(field, "no")) in field.choices:
            said[name] = "yes" if name in YES else "no"
        elif hasattr(field, "choices") and name != "supervising_agency":
            said[name] = next(value for value, _label in field.choices if value)
        elif name not in ("token", "supervising_agency"):
            said[name] = 0
    page = sent(desk, address, **said)
    assert page.context["outcome"].value == "eligible"


def _text(field: Any, value: str) -> Any:
    return dict(field.choices).get(value)


def approve(enter: Enter, referral: Referral) -> None:
    """Whoever the agreement names says yes."""
    for id_ in program().pathways[referral.pathway].get("approvers") or ():
        role = program().roles[id_]
        for agency in role.agencies:
            page = sent(enter(id_, agency), reverse("records_check:settle", args=[referral.pk]), answer="yes")
            assert not page.context["waits"].approve
            break


def settle_care(enter: Enter, referral: Referral) -> None:
    """The case manager meets the person, does the intake, and has a release signed."""
    role = role_at("care")
    assert role
    care, person = enter(role.id, role.agencies[0]), referral.person
    assert person.code in care.get(reverse("care:waiting")).content.decode()
    sent(care, reverse("care:move", args=[referral.pk, "arrive"]), outcome="met", place="a bench")
    sent(care, reverse("care:move", args=[referral.pk, "start"]), tonight="yes", found="at the bench")
    sent(care, reverse("care:move", args=[referral.pk, "complete"]), offered=True, enough=True, languages="English")
    whole(care.get(reverse("care:caseload")).content.decode())


def signs(care: Client, person: Person, release: str) -> Consent:
    """A release is signed on the screen, every part of it."""
    language = next(id_ for id_, one in program().consents[release]["languages"].items() if not one["draft"])
    address = reverse("care:release", args=[person.pk, release, language])
    form = care.get(address).context["form"]
    parts = {name: "initialed" if hasattr(form.fields[name], "choices") else True for name in form.parts}
    said = {
        **parts,
        "clear": "yes",
        "how": "screen",
        "interpreted": "no",
        "signed_name": person.name,
        "copy_given": True,
    }
    if "witness" in form.fields:
        said["witness"] = "Somebody Invented"
    sent(care, address, **said)
    return Consent.objects.get(release=release)


PATH = next((id_ for id_, one in program().pathways.items() if one.get("open") and one.get("needs_charge")), "")
OFFICER = next((a for a in program().pathways.get(PATH, {}).get("agencies", ()) if role_at("officer")), "")
RELEASES = [
    id_ for id_, one in program().consents.items() if any(not text["draft"] for text in one["languages"].values())
]


@pytest.mark.skipif(not (PATH and OFFICER and program().policy and RELEASES), reason="The program lacks a desk of it.")
def test_a_person_goes_through_every_desk(enter: Enter) -> None:
    said = program().pathways[PATH]
    officer_role = next(one for one in program().roles.values() if one.desk == "officer" and OFFICER in one.agencies)
    officer = enter(officer_role.id, OFFICER)
    offence = next(one for one in offences(PATH).values() if level(one) and one.get("victim_type") != "person")
    area = said["areas_named"][0]["id"] if said.get("areas_named") else ""
    told = {"offences": [offence["id"]], "area": area, "name": "Canary Person", "born": "1990-02-03", "accepted": "yes"}
    page = sent(
        officer,
        reverse("officer:refer", args=[PATH]),
        words="Yes, call them.",
        agreed_at=timezone.localtime().time(),
        **told,
    )
    referral = Referral.objects.get()
    charge = Charge.objects.get()
    decides = office(level(offence), area)
    assert decides and charge.held_by in decides.agencies
    called = {"token": page.context["form"]["token"].value()}
    assert officer.post(reverse("officer:called", args=[referral.pk]), called).status_code == 302
    answer_records(enter, referral)
    approve(enter, referral)
    settle_care(enter, referral)
    person = referral.person
    care_role = role_at("care")
    care = enter(care_role.id, care_role.agencies[0])
    prosecutor = enter(decides.id, decides.agencies[0])
    cell = next(c for c in program().cells if c.recipient == decides.id and c.category == program().groups["intake"])
    case = reverse("prosecutor:case", args=[charge.pk])
    assert person.code in prosecutor.get(reverse("prosecutor:cases")).content.decode()
    page = prosecutor.get(case)
    assert page.context["case"].intake is None  # no release yet
    consent = signs(care, person, str(cell.basis["release"]))
    page = prosecutor.get(case)
    assert page.context["case"].intake is True
    whole(page.content.decode())
    sent(prosecutor, case, state="ended")
    charge.refresh_from_db()
    assert charge.state == "ended"
    manages(enter, person)
    for role in (one for one in program().roles.values() if "privacy" in one.desks and not one.vacant):
        privacy = enter(role.id, role.agencies[0])
        for name in ("log", "review", "disclosures", "consents", "emergencies", "authorities", "retention", "accounts"):
            whole(privacy.get(reverse(f"privacy:{name}")).content.decode())
        assert decides.title in privacy.get(reverse("privacy:account", args=[person.code])).content.decode()
    account = care.get(reverse("care:account", args=[person.pk])).content.decode()
    whole(account)
    assert decides.title in account
    sent(care, reverse("care:change", args=["status", person.enrollments.get().pk]), status="closed", reason="Done.")
    if consent.expires_event == "exit":
        assert prosecutor.get(case).context["case"].intake is None


def manages(enter: Enter, person: Person) -> None:
    """The project manager puts the person on the agenda, and reads the figures."""
    role = role_at("project", "project_manager")
    assert role
    manager = enter(role.id, role.agencies[0])
    for name in ("queue", "places", "people", "duplicates", "figures"):
        whole(manager.get(reverse(f"project:{name}")).content.decode())
    address = reverse("project:propose", args=[person.pk])
    sent(manager, address, conference=timezone.localdate(), question="Who rides along?")
    assert person.name in manager.get(reverse("project:roster")).content.decode()
    assert manager.get(reverse("project:csv")).status_code == 200
