"""A service that began on SQLite moves to PostgreSQL, with everything, or not at all."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.gates.deploy.services import ran
from tests.gates.deploy.walking import demonstration

if TYPE_CHECKING:
    from psycopg import Connection

pytestmark = pytest.mark.gate("python:django", "pg_ctlcluster", "python:psycopg")
Database = Callable[[], str]
HELD = """
import json, os
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
import django
django.setup()
from django.core.serializers.json import DjangoJSONEncoder
from lead.operations.copying import tables
from lead.audit.models import AuditEvent
print(json.dumps({
    one._meta.db_table: [*one._base_manager.order_by("pk").values_list()]
    for one in tables() if one._meta.db_table not in ("django_session",)
}, cls=DjangoJSONEncoder, default=str))
"""
ENTERS = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
import django
django.setup()
from lead.accounts.models import User
from lead.audit.log import write
from lead.records.models import Person
Person.objects.create(name="Newcomer", held_by="x")
User.objects.create(username="newcomer")
write(None, "changed")
"""


@pytest.fixture(scope="module")
def lite(service: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of a demonstration, which nobody writes to."""
    file = tmp_path_factory.mktemp("lite") / "lead.sqlite3"
    demonstration(service("example-county"), file)
    return file


@pytest.fixture
def database(postgresql: str, request: pytest.FixtureRequest) -> Iterator[Database]:
    """Makes an empty database, and gives its address."""
    import psycopg

    made: list[str] = []

    def new() -> str:
        made.append(f"moved_{abs(hash(request.node.name)) % 10**8}_{len(made)}")
        with psycopg.connect(postgresql.format(name="postgres"), autocommit=True) as opened:
            opened.execute(f"CREATE DATABASE {made[-1]}")
        return postgresql.format(name=made[-1])

    yield new
    with psycopg.connect(postgresql.format(name="postgres"), autocommit=True) as opened:
        for name in made:
            opened.execute(f"DROP DATABASE {name}")


def _tables(address: str) -> int:
    import psycopg

    with psycopg.connect(address) as opened:
        found = opened.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
    assert found is not None
    return int(found[0])


def test_everything_comes_over_and_the_service_goes_on_there(
    service: Callable[[str], Path], lite: Path, database: Database, tmp_path: Path
) -> None:
    import psycopg

    place, here, there = service("example-county"), f"sqlite:///{lite}", database()
    before = _dumped(lite)
    done = ran(place, "manage.py", "move_to_postgres", there, DATABASE_URL=here)
    assert done.returncode == 0, done.stderr
    assert _dumped(lite) == before
    held = [json.loads(ran(place, "-c", HELD, DATABASE_URL=one).stdout) for one in (here, there)]
    assert len(held[0]["records_person"]) > 18
    assert "moved" in held[1]["audit_auditevent"].pop()
    assert held[0] == held[1]
    for command in (["audit", "verify"], ["migrate", "--check"]):
        done = ran(place, "manage.py", *command, DATABASE_URL=there)
        assert done.returncode == 0, done.stdout + done.stderr
    # The numbers go on after those that came over, and the log is chained on.
    done = ran(place, "-c", ENTERS, DATABASE_URL=there)
    assert done.returncode == 0, done.stderr
    assert ran(place, "manage.py", "audit", "verify", DATABASE_URL=there).returncode == 0
    _refuses(there, "DELETE FROM audit_auditevent", psycopg.connect)
    _refuses(there, "UPDATE audit_auditevent SET note = ''", psycopg.connect)
    _refuses(there, "TRUNCATE audit_auditevent", psycopg.connect)


def _dumped(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as opened:
        return list(opened.iterdump())


def _refuses(address: str, statement: str, connect: Callable[[str], Connection]) -> None:
    import psycopg

    with connect(address) as opened, pytest.raises(psycopg.errors.RaiseException, match="append-only"):
        opened.execute(statement)


def test_a_database_that_is_not_empty_is_refused_and_stays_as_it_is(
    service: Callable[[str], Path], lite: Path, database: Database
) -> None:
    import psycopg

    there = database()
    with psycopg.connect(there) as opened:
        opened.execute("CREATE TABLE somebody_elses (id int)")
    done = ran(service("example-county"), "manage.py", "move_to_postgres", there, DATABASE_URL=f"sqlite:///{lite}")
    assert done.returncode == 1
    assert "not empty" in done.stderr
    assert _tables(there) == 1


@pytest.mark.parametrize("spoil", ["a row that cannot stand there", "a log that was tampered with"])
def test_what_does_not_come_over_whole_does_not_come_over(
    service: Callable[[str], Path], lite: Path, database: Database, tmp_path: Path, spoil: str
) -> None:
    there, spoiled = database(), tmp_path / "spoiled.sqlite3"
    shutil.copy(lite, spoiled)
    with closing(sqlite3.connect(spoiled)) as opened:
        if "log" in spoil:
            opened.execute("DROP TRIGGER audit_auditevent_no_UPDATE")
            opened.execute("UPDATE audit_auditevent SET note = 'nothing' WHERE number = 1")
        else:
            opened.execute("UPDATE records_person SET code = ? WHERE id = 1", ["x" * 400])
        opened.commit()
    done = ran(service("example-county"), "manage.py", "move_to_postgres", there, DATABASE_URL=f"sqlite:///{spoiled}")
    assert done.returncode == 1
    assert "Nothing was moved" in done.stderr
    assert "Traceback" not in done.stderr
    assert _tables(there) == 0


@pytest.mark.parametrize("address", ["mysql://x/y", "sqlite:////tmp/other.sqlite3", "postgresql://nobody.invalid/lead"])
def test_an_address_that_is_no_postgresql_is_refused(service: Callable[[str], Path], lite: Path, address: str) -> None:
    done = ran(service("example-county"), "manage.py", "move_to_postgres", address, DATABASE_URL=f"sqlite:///{lite}")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
