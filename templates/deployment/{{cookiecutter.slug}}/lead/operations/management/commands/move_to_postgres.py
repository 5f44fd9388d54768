"""``manage.py move_to_postgres``: from SQLite, where a service began, to PostgreSQL. SQLite stays as it is."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ImproperlyConfigured
from django.core.management import BaseCommand, CommandError, call_command
from django.core.management.color import no_style
from django.db import DatabaseError, connection, connections, models, transaction

from config.environment import database
from lead.audit.log import faults, write
from lead.audit.models import AuditEvent
from lead.operations.copying import SCRATCH, counts, opened, tables

_BATCH = 1000


class Command(BaseCommand):
    """Moves the service to another database."""

    help = (
        "Copy everything from SQLite into an empty PostgreSQL database, compare the counts, and verify the log."
        " Stop the service first. A password stands in DATABASE_PASSWORD_FILE, never in the address."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What may follow the command."""
        parser.add_argument("address", help="the new database, as in DATABASE_URL: postgresql:///lead")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run it."""
        moved = move(options["address"])
        self.stdout.write(f"{sum(moved.values()):,} rows in {len(moved)} tables came over, and the log is whole.")
        self.stdout.write(
            "Set DATABASE_URL to the new database, start the service, and destroy the old file after a month."
        )


def move(address: str) -> dict[str, int]:
    """Copy every row into an empty PostgreSQL database; how many rows each table has.

    All of it is one transaction there: what fails leaves the database as empty as it was. Meanwhile nobody writes here.

    Raises:
        CommandError: It is no such database, it is not empty, or what came over is not what is here.
    """
    try:
        said = database(address)
    except (ImproperlyConfigured, ValueError) as error:
        raise CommandError(f"This is no address of a database: {error}") from error
    if connection.vendor != "sqlite" or not said["ENGINE"].endswith("postgresql"):
        raise CommandError("This moves from SQLite, which DATABASE_URL names, to PostgreSQL, which you name here.")
    try:
        with opened(said), transaction.atomic(), transaction.atomic(using=SCRATCH):
            return _moved()
    except DatabaseError as error:
        raise CommandError(f"Nothing was moved: {error}") from error


def _moved() -> dict[str, int]:
    target = connections[SCRATCH]
    if target.introspection.table_names():
        raise CommandError("The database is not empty. Nothing was moved: make a new one, and name that.")
    call_command("migrate", database=SCRATCH, verbosity=0)
    # Migrations enter the kinds of records by themselves; those that are here come with the rest.
    ContentType.objects.using(SCRATCH).all().delete()
    for model in tables():
        _copy(model)
    target.check_constraints()
    with target.cursor() as cursor:
        for statement in target.ops.sequence_reset_sql(no_style(), tables()):
            cursor.execute(statement)
    moved, wanted = counts(SCRATCH), counts()
    last = AuditEvent.objects.order_by("number").values_list("number", "digest").last()
    wrong = [*(name for name in wanted if wanted[name] != moved[name]), *faults(last, using=SCRATCH)]
    if wrong:
        raise CommandError("Nothing was moved. What came over is not what is here: " + "; ".join(wrong))
    write(None, "moved", using=SCRATCH, note=f"{sum(moved.values())} rows, from SQLite to PostgreSQL")
    return moved


def _copy(model: type[models.Model]) -> None:
    """Copy a table as it is: no default, no time of now and no signal changes a value on the way."""
    target, fields = connections[SCRATCH], model._meta.concrete_fields
    quoted = target.ops.quote_name
    columns = ", ".join(quoted(str(one.column)) for one in fields)
    places = ", ".join(["%s"] * len(fields))
    statement = f"INSERT INTO {quoted(model._meta.db_table)} ({columns}) VALUES ({places})"
    rows: Iterator[tuple[Any, ...]] = (
        tuple(field.get_db_prep_save(value, target) for field, value in zip(fields, row, strict=True))
        for row in model._base_manager.order_by("pk").values_list(*(one.attname for one in fields)).iterator(_BATCH)
    )
    with target.cursor() as cursor:
        while batch := list(islice(rows, _BATCH)):
            cursor.executemany(statement, batch)
