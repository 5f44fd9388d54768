"""``manage.py doctor``: is all well? It ends with 0 where it is, 1 with warnings, 2 where something fails."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.core.checks import ERROR, run_checks
from django.core.mail import get_connection
from django.core.management.base import BaseCommand
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from lead.accounts.models import User
from lead.audit.log import faults
from lead.audit.models import AuditEvent
from lead.operations.copying import backups, noted_head, taken_at
from lead.program import program

WARNS, FAILS = "warns", "fails"
Found = Iterator[tuple[str, str]]


def _database() -> Found:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA quick_check" if connection.vendor == "sqlite" else "SELECT 'ok'")
        if (answer := cursor.fetchone()) != ("ok",):
            yield FAILS, f"The database is damaged: {answer}. Restore the latest backup."


def _migrations() -> Found:
    executor = MigrationExecutor(connection)
    if waiting := executor.migration_plan(executor.loader.graph.leaf_nodes()):
        yield FAILS, f"{len(waiting)} migrations wait: run `manage.py migrate` after a backup."


def _settings() -> Found:
    for one in run_checks(include_deployment_checks=settings.PRODUCTION):
        if one.id not in settings.SILENCED_SYSTEM_CHECKS:
            yield (FAILS if one.level >= ERROR else WARNS), f"{one.id}: {one.msg}"
    if not settings.PRODUCTION:
        yield WARNS, "This is not the production profile: no TLS is asked for, and demo data may be made."


def _time() -> Found:
    last = AuditEvent.objects.order_by("-number").values_list("at", flat=True).first()
    if last and last > timezone.now() + timedelta(minutes=1):
        yield FAILS, "The clock is behind the latest entry of the log. Set the clock of the machine."
    if tool := shutil.which("timedatectl"):
        asked = [tool, "show", "--property=NTPSynchronized", "--value"]
        if subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip() == "no":
            yield WARNS, "The clock of the machine is not set by a time server."


def _backup() -> Found:
    found = backups() if settings.LEAD_BACKUP_TO else []
    age = timezone.now() - taken_at(found[0]) if found else None
    if age is None or age > timedelta(days=3):
        level = FAILS if settings.PRODUCTION or settings.LEAD_BACKUP_TO else WARNS  # a demonstration needs none
        yield level, "There is no backup of the last three days. Run `manage.py backup`, and look at its timer."
    elif age > timedelta(hours=26):
        yield WARNS, "The latest backup is older than a day."


def _restore_drill() -> Found:
    last = AuditEvent.objects.filter(action="restore_drill").order_by("-number").values_list("at", flat=True).first()
    if last is None or last < timezone.now() - timedelta(days=35):
        yield WARNS, "No backup was tried in the last month. Run `manage.py restore_drill`."


def _mail() -> Found:
    try:
        opened = get_connection(timeout=5)
        opened.open()
        opened.close()
    except OSError as error:
        yield WARNS, f"No mail can be sent: {error}. Reminders wait."


def _log() -> Found:
    yield from ((FAILS, one) for one in list(faults(noted_head()))[:5])


def _accounts() -> Found:
    waiting = User.objects.filter(is_active=True, authenticator=None).count()
    if waiting:
        yield WARNS, f"{waiting} accounts have no second factor yet."
    if dormant := User.objects.dormant().count():
        yield WARNS, f"{dormant} accounts were not used for too many days. `manage.py tick` closes them."


def _agreement() -> Found:
    today = timezone.localdate()
    for one in program().due:
        on = date.fromisoformat(one["on"])
        if today <= on <= today + timedelta(days=60):
            yield WARNS, f"{one['what']}: {on}."


def _rules() -> Found:
    """With what leadkit wrote there, the checks of the settings compare the rules (lead.E001)."""
    if not (settings.BASE_DIR / ".leadkit/manifest.json").is_file():
        yield WARNS, "There is no .leadkit: nobody can tell whether the rules are those that leadkit wrote."


EXAMINATIONS: list[Callable[[], Found]] = [
    _database, _migrations, _settings, _time, _backup, _restore_drill, _mail, _log, _accounts, _agreement, _rules,
]  # fmt: skip


class Command(BaseCommand):
    """Examines the service."""

    help = "Examine the service. Ends with 0 where all is well, 1 with warnings, 2 where something fails."
    requires_system_checks: Any = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Run it."""
        worst = set()
        for examine in EXAMINATIONS:
            name = examine.__name__.strip("_").replace("_", " ")
            try:
                found = list(examine())
            except Exception as error:  # an examination that breaks is itself a finding, and the others go on
                found = [(FAILS, f"{type(error).__name__}: {error}")]
            for level, text in found:
                worst.add(level)
                self.stdout.write(f"{level:6} {name}: {text}")
            if not found:
                self.stdout.write(f"well   {name}")
        raise SystemExit(2 if FAILS in worst else 1 if WARNS in worst else 0)
