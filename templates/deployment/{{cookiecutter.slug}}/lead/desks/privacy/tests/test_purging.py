"""What a purge destroys is nowhere: no table, no page, no export and no byte of the database's file holds it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, models
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lead.desks.privacy import retention
from lead.desks.privacy.models import Entry, Hold, LogReview
from lead.pages.checks import views
from lead.program import program
from lead.records.models import Person, Referral
from lead.records.models.base import Held
from tests.making import Making, agency_of

from .test_privacy import desk_role, send

CANARY, ALIAS = "Zyxwvut Canaryperson", "Kanarienvogel"
ROLES = [(role.id, agency) for role in program().roles.values() if not role.vacant for agency in role.agencies]


def _of_person() -> Iterator[tuple[type[models.Model], str]]:
    """Every kind of record that is about a person, with the field that names whom."""
    for relation in Person._meta.related_objects:
        if relation.related_model is not Person:
            yield relation.related_model, relation.field.name  # type: ignore[misc]


IDS = ("held_by", "of")


def _filled(model: type[models.Model]) -> dict[str, Any]:
    """The canary in every text that a model keeps and nobody chose from a list, but for what names a record alone."""
    said: dict[str, Any] = {}
    for field in model._meta.concrete_fields:
        if isinstance(field, models.CharField | models.TextField) and not field.choices and field.name not in IDS:
            fits = (field.max_length or 99) >= len(CANARY)
            said[field.name] = CANARY if fits and not field.unique else said.get(field.name, "")
        elif isinstance(field, models.JSONField):
            said[field.name] = {"said": CANARY}
        elif isinstance(field, models.DateField) and not field.null and not field.has_default():
            said[field.name] = timezone.localdate()
    return {name: value for name, value in said.items() if value}


@pytest.fixture
def canary(make: Making) -> Person:
    """Somebody whose name stands in every text of every kind of record, long gone."""
    person = make.person(name=CANARY, aliases=f"{ALIAS}; {CANARY.upper()}", contact=CANARY, safe_contact=CANARY)
    then = timezone.now() - timedelta(days=366 * (program().retention_years + 1))
    referral = make.referral(person, **_filled(Referral), status=Referral.Status.CLOSED, at=then)
    enrollment = make.enrollment(person, opened=then.date(), closed=then.date(), status="closed")
    type(enrollment).objects.filter(pk=enrollment.pk).update(note=CANARY) if hasattr(enrollment, "note") else None
    made = {Referral, type(enrollment)}
    for model, name in _of_person():
        if model in made or model is Hold or model._meta.model_name == "disclosure":
            continue
        said = {name: person, **_filled(model)}
        if issubclass(model, Held):
            said["held_by"] = agency_of("care")
        if any(field.name == "referral" for field in model._meta.concrete_fields):
            said["referral"] = referral
        if any(field.name == "release" for field in model._meta.concrete_fields):
            said["release"] = next(iter(program().consents), "none")
        if model._meta.model_name == "breakglass":
            said |= {"by_id": _somebody(), "reviewed_at": then}
        record = model._default_manager.create(**said)
        for inner in (one for one in record._meta.related_objects if one.related_model is not Person):
            if inner.related_model._meta.model_name == "revocation":
                inner.related_model._default_manager.create(consent=record, by=CANARY)  # type: ignore[union-attr]
    person.disclosures.create(category="engagement", recipient="court", basis="release")
    said = f"A letter came about {CANARY}, whom they call {ALIAS}."
    Hold.objects.create(person=person, reason=said, lifted_at=then, lifted_why=said)
    Entry.objects.create(kind="complaint", code=person.code, known_on=then.date(), text=said, outcome=said)
    LogReview.objects.create(until=1, finding=said)
    return person


def _somebody() -> int:
    from lead.accounts.models import User

    return User.objects.create(username="somebody-in-care").pk


def _tables() -> str:
    """All that the database holds, as text."""
    with connection.cursor() as cursor:
        names = connection.introspection.table_names(cursor)
        found = []
        for name in names:
            cursor.execute(f'SELECT * FROM "{name}"')
            found.append(f"{name}: {cursor.fetchall()}")
    return "\n".join(found)


def _holds(text: str) -> list[str]:
    """The lines in which the person is named."""
    return [line[:300] for line in text.splitlines() if CANARY.lower() in line.lower() or ALIAS.lower() in line.lower()]


def _purged(client: Client, person: Person) -> None:
    answer = client.post(reverse("privacy:prepare", args=[person.code]), {"rule": retention.WHOLE})
    assert send(client, answer.url, code=person.code).status_code == 302


def test_a_purged_person_is_named_nowhere(enter: Callable[..., Client], canary: Person, tmp_path: Path) -> None:
    """In no table, no byte of a copy of the database, no export, and on no page of any desk."""
    assert len(_holds(_tables())) >= 12
    officer = enter(*desk_role("privacy"))
    _purged(officer, canary)
    assert _holds(_tables()) == []
    call_command("export_all", str(tmp_path / "all"), reason="To see whether anything is left of somebody.")
    for file in (tmp_path / "all").iterdir():
        assert _holds(file.read_text(encoding="utf-8")) == [], file.name
    opened = 0
    for role, agency in ROLES:
        client = enter(role, agency)
        for route, _view in views():
            page = client.get(route) if "<" not in route else None
            if page is not None and page.status_code == 200 and not page.streaming:
                text = page.content.decode(errors="replace")
                assert _holds(text) == [], (role, route)
                privacy = route.startswith("/privacy/")
                assert privacy or canary.code not in text, (role, route)
                opened += 1
        assert not Person.objects.filter(pk=canary.pk).for_actor(client.get("/").wsgi_request.actor).exists()  # type: ignore[attr-defined]
    assert opened > len(ROLES)


def test_what_is_left_is_the_code_the_account_and_the_certificate(enter: Callable[..., Client], canary: Person) -> None:
    officer = enter(*desk_role("privacy"))
    _purged(officer, canary)
    assert "(name destroyed)" in Hold.objects.get().reason and "A letter came" in Entry.objects.get().text
    assert canary.disclosures.count() == 1
    text = officer.get(reverse("privacy:account", args=[canary.code])).content.decode()
    assert canary.code in text and "1 disclosure" in text


def test_no_byte_of_the_files_of_sqlite_holds_what_was_purged(tmp_path: Path) -> None:
    """SQLite leaves what was deleted in its file, and in its log of what is written, unless it is told otherwise."""
    file = tmp_path / "lead.sqlite3"
    said = {**os.environ, "DATABASE_URL": f"sqlite:///{file}", "DJANGO_SETTINGS_MODULE": "config.settings"}

    def ran(*words: str) -> None:
        subprocess.run([sys.executable, *words], cwd=settings.BASE_DIR, env=said, check=True, timeout=120)

    def found() -> set[str]:
        return {one.name for one in tmp_path.iterdir() if CANARY.encode() in one.read_bytes()}

    ran("manage.py", "migrate", "--verbosity", "0")
    ran("-c", SCRIPT, "make")
    assert found()
    ran("-c", SCRIPT, "purge")
    assert found() == set()


SCRIPT = f"""
import os, sys
import django
django.setup()
from datetime import timedelta
from django.utils import timezone
from lead.desks.privacy import purging
from lead.desks.privacy.models import Certificate
from lead.records.models import Person
from tests.making import Making
if sys.argv[1] == "make":
    make, then = Making(), timezone.now() - timedelta(days=366 * 101)
    for number in range(40):
        person = make.person(name="{CANARY}" + str(number), contact="{CANARY}" * 9)
        make.referral(person, status="closed", at=then)
        make.contact(person, note="{CANARY}" * 20)
else:
    for person in Person.objects.all():
        purging.purge(Certificate.objects.create(code=person.code, rule=""), None)
os._exit(0)
"""
"""Makes people whose cases ended long ago, or destroys them; nothing tidies up at the end, as with a power cut."""


@pytest.mark.parametrize("working", [0, 1])
def test_records_of_one_person_wait_for_each_other(
    enter: Callable[..., Client], make: Making, canary: Person, working: int
) -> None:
    """Whichever of them the program works with, or holds."""
    other = make.person(name="Another Spelling")
    canary.merged_into = other
    canary.save()
    works = (canary, other)[working]
    made = make.enrollment(works)
    assert not [one for one in retention.due() if one.person.pk in (canary.pk, other.pk)]
    made.closed = made.opened = timezone.localdate() - timedelta(days=366 * (program().retention_years + 1))
    made.save()
    Person.objects.filter(pk=other.pk).update(created_at=timezone.now() - timedelta(days=366 * 101))
    assert {one.person.pk for one in retention.due() if one.rule == retention.WHOLE} == {canary.pk, other.pk}
    officer = enter(*desk_role("privacy"))
    held = {"person": works.code, "reason": "Preservation letter of counsel."}
    assert send(officer, reverse("privacy:hold"), **held).status_code == 302
    for one in (canary, other):
        again = officer.post(reverse("privacy:prepare", args=[one.code]), {"rule": retention.WHOLE})
        assert again.url == reverse("privacy:retention")
    assert [one.held for one in retention.due()] == [True, True]
