"""A world in which every text that tells something of a person is one of a kind, and a walk through every page of it.

Whatever a page shows of that world is known by its number, so that it can be held against what ``expected.json`` lets
the one who asked see. The texts are hostile, too: a formula to a spreadsheet, a script to a browser, and turned around.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import Any

from django.db import models
from django.test import Client
from django.utils import timezone

from lead.accounts.models import User
from lead.desks import Policy
from lead.desks.care.adding import ADDED
from lead.desks.care.changing import CHANGED
from lead.desks.care.moving import MOVES
from lead.gate import Actor
from lead.gate.deciding import PASSED_ON
from lead.gate.fields import groups, within
from lead.pages.checks import views
from lead.program import PART2, program
from lead.records import models as records
from tests.making import Making, agency_of
from tests.matrix import Row, decides, rows

ALL_TRUE, APART = 900_001, 900_002
"""The numbers of two people: one of whom every scope is true, and one whom another agency alone entered."""

MARK = re.compile(r"leak(\d{4})")
BORN = {ALL_TRUE: date(1903, 2, 1), APART: date(1904, 2, 1)}
SPELLED = {who: (day.isoformat(), day.strftime("%m/%d/%Y")) for who, day in BORN.items()}
EVERYTHING = os.environ.get("LEAD_CRAWL") == "all"
PAST = date(2020, 1, 1)
EVERY = rows()
NUMBERS = {  # what is no text about a person, but the id of something that the agreement names
    "held_by", "code", "pathway", "area", "source", "referring_agency", "handed_to", "supervising_agency", "form_token",
    "token", "office", "offence", "level", "handling", "state", "decided_by", "overridden_by", "policy_digest",
    "outcome", "release", "version", "language", "expires_event", "provider", "service", "kind", "status",
    "answer", "recipient", "means", "of",
}  # fmt: skip
UNTOLD = {"consent": "identity", "publicrequest": "identity", "event": "referral"}
"""By model, the group of the texts of which its fields say nothing."""
OF_PRIVACY = {"authority", "breakglass"}
"""What the privacy desk alone reads, beside the agency that wrote it."""


class Leak:
    """A text that is one of a kind, and where it stands."""

    def __init__(self, record: models.Model, name: str) -> None:
        self.record, self.name = record, name
        self.model = str(record._meta.model_name)

    def __repr__(self) -> str:
        return f"{self.model}.{self.name} of {self.record.pk} held by {getattr(self.record, 'held_by', '-')}"


class World:
    """Two people with everything that can be told of them."""

    def __init__(self, make: Making) -> None:
        self.leaks: dict[int, Leak] = {}
        self._make = make
        self._care, self._police = agency_of("care") or "nobody", agency_of("officer") or "nobody"
        self._all_true()
        self._apart()

    def _all_true(self) -> None:
        make, pk, today = self._make, ALL_TRUE, timezone.localdate()
        person = make.person(pk=pk, born=BORN[pk], demographics={"said": "x"}, held_by=self._police)
        pathway = next((id_ for id_, one in program().pathways.items() if one.get("needs_charge")), None)
        referral = make.referral(
            person, pk=pk, handed_to=self._care, status="taken_in", supervising_agency=agency_of("supervision"),
            **({"pathway": pathway} if pathway else {}),
        )  # fmt: skip
        own, theirs = {"person": person, "held_by": self._care}, {"person": person, "held_by": self._police}
        offices = [one.id for one in program().roles.values() if one.kind == "charging_authority" and not one.vacant]
        made: list[models.Model] = [
            person,
            referral,
            records.Screening.objects.create(
                pk=pk, person=person, referral=referral, outcome="not_eligible", decided_by="somebody",
                held_by=agency_of("screening") or self._police,
            ),
            make.enrollment(person, pk=pk),
            make.contact(person, pk=pk),
            records.Assessment.objects.create(pk=pk, answers={"housing": "x"}, **own),
            records.PlanStep.objects.create(pk=pk, due=today, **own),
            records.AgendaItem.objects.create(pk=pk, conference=today, **own),
            records.Event.objects.create(pk=pk, kind="extend:x", referral=referral, **own),
            records.PublicRequest.objects.create(pk=pk, person=person, held_by=next(iter(program().outside), "x")),
            records.Authority.objects.create(pk=pk, kind="audit", begins=PAST, ends=PAST, **own),
            records.BreakGlass.objects.create(pk=pk, person=person, by=User.objects.create(username="x", role="x")),
        ]  # fmt: skip
        for number, office in enumerate(offices):
            more = {"referral": referral, "office": office, "offence": "x", **theirs}
            made.append(records.Charge.objects.create(pk=pk + 2 * number, **more))
        for number, provider in enumerate(program().services.get("providers", {})):
            made.append(records.ServiceReferral.objects.create(pk=pk + 2 * number, provider=provider, **own))
        for one in made:
            self._fill(one)

    def _apart(self) -> None:
        agencies = [one for role in program().roles.values() if "officer" in role.desks for one in role.agencies]
        self.other = next((one for one in agencies if one != self._police), "nobody")
        person = self._make.person(pk=APART, born=BORN[APART], demographics={"said": "x"}, held_by=self.other)
        self._fill(person)
        said = {"accepted": None, "verbal_consent_at": None, "verbal_consent_words": ""}
        self.apart = self._make.referral(person, pk=APART, agency=self.other, **said)
        self._fill(self.apart, leave={"verbal_consent_words"})

    def sign(self, *, taken_back: bool) -> None:
        """Sign every release in full; or sign it, and take it back."""
        person = records.Person.objects.get(pk=ALL_TRUE)
        for number, release in enumerate(program().consents):
            signed = self._make.consent(person, release, pk=ALL_TRUE + 2 * number)
            self._fill(signed)
            if taken_back:
                taken = records.Revocation.objects.create(consent=signed, by="x", means="in_person")
                self._fill(taken, {"block"})  # with a part it is taken back for that alone

    def _fill(self, record: models.Model, leave: set[str] | None = None) -> None:
        for field in record._meta.concrete_fields:
            kept = getattr(record, field.name) if isinstance(field, models.JSONField) else None
            if isinstance(kept, dict) and kept and field.name not in ("signed", "blocks"):  # what a consent allows
                setattr(record, field.name, dict.fromkeys(kept, self._text(record, field.name)))
            elif (
                isinstance(field, models.CharField | models.TextField)
                and not field.choices
                and field.name not in NUMBERS | (leave or set())
            ):
                setattr(record, field.name, self._text(record, field.name)[: field.max_length])
        record.save()

    def _text(self, record: models.Model, name: str) -> str:
        number = len(self.leaks)
        self.leaks[number] = Leak(record, name)
        return f"=<script>leak{number:04d}\u202e"

    def found(self, text: str) -> Iterator[Leak]:
        """What a page shows of this world."""
        for number in sorted({int(one) for one in MARK.findall(text)}):
            yield self.leaks[number]
        for who, spellings in SPELLED.items():
            if any(one in text for one in spellings):
                yield Leak(records.Person.objects.get(pk=who), "born")


def allowed(world: World, actor: Actor, leak: Leak, *, signed: bool) -> bool:
    """Whether the agreement may let somebody see a text, as far as this can be told without the gate.

    Scopes are taken for true where they could be: whatever this denies, nothing lets anybody see.
    """
    record, desks = leak.record, set(actor.desks)
    holder = getattr(record, "held_by", None)
    if leak.model == "revocation":
        return "privacy" in desks or record.consent.held_by == actor.agency  # type: ignore[attr-defined]
    if leak.model in OF_PRIVACY:
        return "privacy" in desks or holder == actor.agency
    fields = getattr(record, "telling", {})
    group, detail = fields.get(leak.name) or (UNTOLD[leak.model], "full")
    category = program().groups.get(group)
    if any(category in rule.categories and actor.ids & set(rule.recipients) for rule in program().never):
        return False
    about: Any = getattr(record, "person", record)
    holders = {holder}
    if isinstance(record, records.Person):
        holders |= {one.held_by for one in about.enrollments.all()}
    if actor.agency in holders and desks:
        return True
    named = program().categories.get(category or "")
    if named and named.kind in PASSED_ON:
        holders |= about.agencies()
    named_so = (row for row in EVERY if row.category == category)
    return any(_lets(world, row, actor, about, detail, holders, signed=signed) for row in named_so)


def _lets(
    world: World, row: Row, actor: Actor, person: Any, detail: str, holders: set[str | None], *, signed: bool
) -> bool:
    if row.recipient not in actor.ids or row.action not in ("view", "receive") or not within(detail, row.detail):
        return False
    if not holders & program().held_by(row.sender):
        return False
    if person.pk == APART and not (
        row.scope in ("referred_by_own_agency", "own_area")
        or (row.scope == "own_cases" and (decides(actor, world.apart.pathway) or actor.agency in person.agencies()))
    ):
        return False
    if row.basis == "release":
        return signed and person.pk == ALL_TRUE
    if row.basis == "verbal_consent":
        return program().categories[row.category].sensitivity not in PART2 and person.pk == ALL_TRUE
    if row.basis == "safeguard":
        return any(one.get("status") == "signed" for one in program().safeguards.values())
    return row.basis in ("statute", "public_record", "volunteered")


def addresses(actor: Actor) -> Iterator[str]:
    """Every page of the desks that somebody answers, about everybody; and of other desks' pages each about one."""
    codes = [records.Person.objects.get(pk=one).code for one in (ALL_TRUE, APART)]
    words = {
        "group": groups() if EVERYTHING else groups()[::4],
        "release": list(program().consents) or ["none"],
        "language": program().languages,
        "clock": list(program().clocks)[:2] or ["none"],
        "name": list(program().measures.get("reports") or ["none"]),
        "code": codes,
        "pathway": list(program().pathways),
        "step": [1],
    }
    for route, view in views():
        marked: Policy | None = getattr(view, "policy", None)
        own = marked is None or bool({*marked.desks} & {*actor.desks, "any"})
        asked = re.findall(r"<(\w+):(\w+)>", route)
        words["what"] = list(CHANGED if "/record/" in route else MOVES if "/referral/" in route else ADDED)
        values = [words.get(name, [ALL_TRUE, APART]) for _kind, name in asked]
        for said in product(*values if own else [one[:1] for one in values]):
            address = route
            for one in said:
                address = re.sub(r"<\w+:\w+>", str(one), address, count=1)
            yield address


def walk(client: Client, actor: Actor) -> Iterator[tuple[str, Any]]:
    """Ask for every page."""
    client.raise_request_exception = False
    for address in addresses(actor):
        yield address, client.get(address)
