"""One person goes through every desk, by the pages alone: what a desk enters, the next one finds."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.forms import Form
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lead.desks.cases import level, office, offences
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
            sent[name] = field.prepare_value(value)
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
    answer = officer.post(
        reverse("officer:called", args=[referral.pk]), {"token": page.context["form"]["token"].value()}
    )
    assert answer.status_code == 302
