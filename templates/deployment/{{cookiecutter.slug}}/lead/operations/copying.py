"""Copies the database, encrypted, and tries whether a copy can be had back."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management.base import CommandError
from django.db import connection, connections, models, transaction
from django.utils import timezone

from lead.audit.log import faults
from lead.audit.models import AuditEvent

from .sealing import key, seal, unseal

END, HEADS = ".backup", "audit-heads.txt"
SCRATCH = "scratch"


def folder() -> Path:
    """Where backups go.

    Raises:
        CommandError: Nothing says where.
    """
    if not settings.LEAD_BACKUP_TO:
        raise CommandError("Nothing says where backups go: set LEAD_BACKUP_TO.")
    return Path(settings.LEAD_BACKUP_TO)


def backups() -> list[Path]:
    """The backups that there are, the newest first."""
    return sorted(folder().glob(f"lead-*{END}"), reverse=True) if folder().is_dir() else []


def taken_at(file: Path) -> datetime:
    """When a backup was taken, as its name says."""
    return datetime.strptime(file.name, f"lead-%Y%m%dT%H%M%S%fZ{END}").replace(tzinfo=UTC)


def noted_head() -> tuple[int, str] | None:
    """The end of the log as it stood with the latest backup."""
    file = folder() / HEADS if settings.LEAD_BACKUP_TO else None
    last = file.read_text(encoding="utf-8").split()[-1] if file and file.is_file() else ""
    number, _colon, digest = last.partition(":")
    return (int(number), digest) if number.isdecimal() and digest else None


def counts(using: str = "default") -> dict[str, int]:
    """How many rows each table has."""
    return {model._meta.db_table: model._base_manager.using(using).count() for model in tables()}


def tables() -> list[type[models.Model]]:
    """What the database holds, by table; those that only join two others, too."""
    return [one for one in apps.get_models(include_auto_created=True) if not one._meta.proxy]


def back_up(keep: int) -> Path:
    """Make a backup, and let go of those beyond as many as are kept."""
    secret, there = key(), folder()
    there.mkdir(mode=0o700, parents=True, exist_ok=True)
    name = f"lead-{timezone.now().astimezone(UTC):%Y%m%dT%H%M%S%f}Z{END}"
    # What is not encrypted yet never stands where backups are fetched from.
    sealed = there / f".{name}.part"
    with tempfile.TemporaryDirectory() as work:
        plain = Path(work) / "plain"
        head = _dumped(plain)
        with plain.open("rb") as source, sealed.open("wb") as out:
            seal(source, out, secret)
            out.flush()
            os.fsync(out.fileno())
    sealed.rename(there / name)
    with (there / HEADS).open("a", encoding="utf-8") as noted:
        noted.write(f"{name} {head}\n")
    for old in backups()[max(keep, 1) :]:
        old.unlink()
    return there / name


def _dumped(plain: Path) -> str:
    """Write what the copy holds, then the copy; the end of the log in it."""
    copy = plain.with_name("copy")
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(copy)])
        with opened({**settings.DATABASES["default"], "NAME": str(copy)}):
            said = _said(SCRATCH)
    else:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            cursor.execute("SELECT pg_export_snapshot()")
            _run("pg_dump", "--format=custom", f"--snapshot={cursor.fetchone()[0]}", f"--file={copy}")
            said = _said("default")
    with plain.open("wb") as out, copy.open("rb") as source:
        out.write(json.dumps(said).encode("utf-8") + b"\n")
        shutil.copyfileobj(source, out)
    copy.unlink()
    return str(said["head"])


def _said(using: str) -> dict[str, Any]:
    last = AuditEvent.objects.using(using).order_by("-number").first()
    head = f"{last.number}:{last.digest}" if last else "0:"
    return {"vendor": connection.vendor, "counts": counts(using), "head": head}


def drill(file: Path) -> dict[str, int]:
    """Restore a backup beside the service, and look at it; how many rows each table has.

    Raises:
        CommandError: It cannot be had back whole.
    """
    with tempfile.TemporaryDirectory() as work:
        copy = Path(work) / "copy"
        said = unpack(file, copy)
        with _restored(said["vendor"], copy):
            wrong = [table for table, count in counts(SCRATCH).items() if said["counts"].get(table) != count]
            number, _colon, digest = said["head"].partition(":")
            found = list(faults((int(number), digest) if digest else None, using=SCRATCH))
    if wrong or found:
        raise CommandError("The backup is not whole: " + "; ".join([*wrong, *found]))
    return dict(said["counts"])


def unpack(file: Path, to: Path) -> dict[str, Any]:
    """Decrypt a backup into a file; what it says of itself."""
    with file.open("rb") as source, to.open("wb") as out:
        to.chmod(0o600)
        first, _line, rest = next(parts := unseal(source, key())).partition(b"\n")
        out.write(rest)
        out.writelines(parts)
    return dict(json.loads(first))


@contextmanager
def _restored(vendor: str, copy: Path) -> Iterator[None]:
    if vendor != connection.vendor:
        raise CommandError(f"The backup is of {vendor}, and this service runs on {connection.vendor}.")
    said = {**settings.DATABASES["default"]}
    if vendor == "sqlite":
        with sqlite3.connect(copy) as looked_at:
            if looked_at.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                raise CommandError("The database in the backup is damaged.")
        with opened({**said, "NAME": str(copy)}):
            yield
        return
    name = f"lead_drill_{os.getpid()}"
    with connection.cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}"')
    try:
        _run("pg_restore", "--no-owner", "--exit-on-error", f"--dbname={name}", str(copy))
        with opened({**said, "NAME": name}):
            yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{name}"')


@contextmanager
def opened(said: dict[str, Any]) -> Iterator[None]:
    """Open another database beside the service's own, and close it."""
    connections.databases[SCRATCH] = {**deepcopy(connections.databases["default"]), **said}
    try:
        yield
    finally:
        connections[SCRATCH].close()
        del connections[SCRATCH], connections.databases[SCRATCH]


def _run(program: str, *words: str) -> None:
    said = connection.settings_dict
    names = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGDATABASE": "NAME"}
    told = {name: str(said[field]) for name, field in names.items() if said.get(field)}
    try:
        subprocess.run([program, *words], env={**os.environ, **told}, check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise CommandError(f"{program}: {getattr(error, 'stderr', '') or error}") from error
