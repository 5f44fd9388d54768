"""The log: nobody changes it, whoever does is found, and no page leaves that it does not know."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.test import Client

from lead.audit.log import append, faults
from lead.audit.models import AuditEvent
from lead.audit.triggers import taken
from lead.operations.copying import HEADS
from lead.program import program
from lead.records.models import Disclosure, Person
from tests.making import Making

pytestmark = pytest.mark.django_db


def _fill(count: int = 5) -> None:
    for number in range(count):
        append(action="view", person=number, note=f"ünï {number}")


def _lifted() -> None:
    with connection.cursor() as cursor:
        for statement in taken(connection.vendor, "audit_auditevent"):
            cursor.execute(statement)


@pytest.mark.parametrize("model", [AuditEvent, Disclosure])
def test_the_database_itself_refuses_to_change_or_take_away(make: Making, model: Any) -> None:
    _fill(1)
    Disclosure.objects.create(person=make.person(), category="identity", recipient="x", basis="release")
    first = model.objects.first()
    for statement in (f"UPDATE {model._meta.db_table} SET basis = 'x'", f"DELETE FROM {model._meta.db_table}"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    columns = [f'"{field.column}"' for field in model._meta.concrete_fields]
    for unique in (f'"{field.column}"' for field in model._meta.concrete_fields if field.unique):
        same = ", ".join(one if one == unique else _other(one) for one in columns)
        again = f"INTO {model._meta.db_table} ({', '.join(columns)}) SELECT {same} FROM {model._meta.db_table}"
        on = f"ON CONFLICT ({unique}) DO UPDATE SET basis = 'x'"
        statement = f"INSERT OR REPLACE {again}" if connection.vendor == "sqlite" else f"INSERT {again} {on}"
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    with pytest.raises(DatabaseError), transaction.atomic():
        first.delete()
    with pytest.raises(DatabaseError), transaction.atomic():
        first.save()


def _other(column: str) -> str:
    return {'"id"': "id + 1", '"number"': "number + 1", '"digest"': "'forged'"}.get(column, column)


def test_a_log_that_nobody_touched_is_whole() -> None:
    assert list(faults()) == []
    _fill()
    assert list(faults()) == []
    out = StringIO()
    call_command("audit", "verify", stdout=out)
    first, second = out.getvalue().splitlines()
    assert first == "5 entries, each as it was written." and second.startswith("No end was noted")


FIELDS = [f.attname for f in AuditEvent._meta.concrete_fields if f.attname not in ("id", "digest", "number", "at")]


@pytest.mark.parametrize("name", [*FIELDS, "at"])
def test_a_change_of_any_field_is_found(name: str) -> None:
    _fill()
    _lifted()
    third = AuditEvent.objects.get(number=3)
    field = AuditEvent._meta.get_field(name)
    changed: Any = {"BooleanField": False, "BigIntegerField": 99, "DateTimeField": "2020-01-01T00:00:00Z"}
    AuditEvent.objects.filter(pk=third.pk).update(**{name: changed.get(field.get_internal_type(), "changed")})
    assert list(faults())


def test_an_entry_that_was_taken_away_or_sealed_anew_is_found() -> None:
    _fill()
    _lifted()
    AuditEvent.objects.filter(number=3).delete()
    assert list(faults()) == [
        "Entry 3 is missing.",
    ]
    fourth = AuditEvent.objects.get(number=4)
    fourth.number, fourth.note = 3, "forged"
    fourth.digest = fourth.sealed()
    fourth.save()
    assert list(faults())


def test_a_log_whose_end_was_cut_off_is_found_by_the_head_that_was_noted() -> None:
    _fill()
    out = StringIO()
    call_command("audit", "head", stdout=out)
    _lifted()
    AuditEvent.objects.filter(number__gte=4).delete()
    call_command("audit", "verify", stdout=StringIO())
    with pytest.raises(CommandError):
        call_command("audit", "verify", "--head", out.getvalue().strip(), stderr=StringIO())


def test_the_end_that_was_noted_with_the_last_backup_is_looked_for_unasked(settings: Any, tmp_path: Path) -> None:
    _fill()
    last = AuditEvent.objects.get(number=5)
    settings.LEAD_BACKUP_TO = str(tmp_path)
    (tmp_path / HEADS).write_text(f"lead-1.backup 5:{last.digest}\n")
    call_command("audit", "verify", stdout=StringIO())
    _lifted()
    last.note = "forged"
    last.digest = last.sealed()
    last.save()
    with pytest.raises(CommandError):
        call_command("audit", "verify", stdout=StringIO(), stderr=StringIO())


def test_what_a_page_shows_is_in_the_log_and_once(rf: Any, make: Making, enter: Callable[..., Client]) -> None:
    from django.http import HttpResponse
    from django.template import Context, Template

    from lead.audit.middleware import ReadingLog

    person = make.person()
    client = enter(*_owner(person))
    request = rf.get("/")
    request.user, request.resolver_match = client.user, None  # type: ignore[attr-defined]
    page = Template(
        '{% show person "name" %}{% show person "born" %}{% show person "name" %}{% row person "contact" %}'
    )
    text = ReadingLog(lambda one: HttpResponse(page.render(Context({"request": one, "person": person}))))(request)
    assert "Ada Invented" in text.content.decode()
    seen = [(one.person, one.category, one.allowed) for one in AuditEvent.objects.filter(action="view")]
    categories = {program().groups.get(group) or "" for group in ("identity", "contact")}
    assert sorted(seen) == [(person.pk, category, True) for category in sorted(categories)]


def test_a_page_that_is_denied_is_in_the_log(make: Making, enter: Callable[..., Client]) -> None:
    person = make.person(held_by="nobody")
    client = enter(*_owner(make.person()))
    assert client.get(f"/why/{person.pk}/identity/").status_code == 404
    assert client.get("/why/999999/identity/").status_code == 404
    assert AuditEvent.objects.filter(action="person_denied", allowed=False).count() == 2


def _owner(person: Person) -> tuple[str, str]:
    role = next(one for one in program().roles_of(person.held_by) if one.desks and not one.vacant)
    return role.id, person.held_by
