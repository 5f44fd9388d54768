"""Backup, restore, and the service over real HTTP: each runs as whoever runs it would."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

Run = Any


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    """Runs a command of the service, with a database, a key and a place for backups of its own."""
    if settings.DATABASES["default"]["ENGINE"].endswith("postgresql"):
        pytest.skip("these run on a database file of their own")
    place = tmp_path_factory.mktemp("service")
    told = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{place}/lead.sqlite3",
        "LEAD_BACKUP_TO": str(place / "backups"),
        "LEAD_BACKUP_KEY_FILE": str(place / "key"),
        "LEAD_PROFILE": "development",
    }
    told.pop("DJANGO_SETTINGS_MODULE", None)

    def command(*words: str, **more: str) -> subprocess.CompletedProcess[str]:
        asked = [sys.executable, "manage.py", *words]
        return subprocess.run(asked, cwd=settings.BASE_DIR, env={**told, **more}, capture_output=True, text=True)

    command.place, command.told = place, told  # type: ignore[attr-defined]
    assert command("migrate", "--verbosity", "0").returncode == 0
    assert command("demo").returncode == 0
    assert command("backup", "--new-key", told["LEAD_BACKUP_KEY_FILE"]).returncode == 0
    yield command


@pytest.fixture(scope="module")
def backup(run: Run) -> Path:
    made = run("backup")
    assert made.returncode == 0, made.stderr
    return next((run.place / "backups").glob("*.backup"))


def test_a_key_is_its_owners_and_never_written_over(run: Run) -> None:
    key = run.place / "key"
    assert key.stat().st_mode & 0o077 == 0
    before = key.read_text()
    assert run("backup", "--new-key", str(key)).returncode == 1
    assert key.read_text() == before


def test_a_backup_comes_back_with_every_row_and_a_whole_log(run: Run, backup: Path) -> None:
    tried = run("restore_drill")
    assert tried.returncode == 0, tried.stderr
    assert "the log is whole" in tried.stdout
    assert b"Invented" not in backup.read_bytes()
    out = run.place / "decrypted.sqlite3"
    assert run("restore_drill", str(backup), "--to", str(out)).returncode == 0
    restored = run("audit", "verify", DATABASE_URL=f"sqlite:///{out}")
    assert restored.returncode == 0, restored.stderr
    again = run("doctor", DATABASE_URL=f"sqlite:///{out}")
    assert "well   database" in again.stdout and "well   migrations" in again.stdout


@pytest.mark.parametrize("spoil", ["middle", "end", "magic", "longer"])
def test_a_backup_that_was_tampered_with_is_refused(run: Run, backup: Path, tmp_path: Path, spoil: str) -> None:
    spoiled = bytearray(backup.read_bytes())
    if spoil == "end":
        del spoiled[-100:]
    elif spoil == "longer":
        spoiled += b"\0" * 100
    else:
        spoiled[len(spoiled) // 2 if spoil == "middle" else 3] ^= 1
    file = tmp_path / backup.name
    file.write_bytes(spoiled)
    tried = run("restore_drill", str(file))
    assert tried.returncode == 1
    assert "changed or cut off" in tried.stderr or "no backup" in tried.stderr


def test_another_key_opens_nothing(run: Run, backup: Path, tmp_path: Path) -> None:
    assert run("backup", "--new-key", str(tmp_path / "key")).returncode == 0
    assert run("restore_drill", str(backup), LEAD_BACKUP_KEY_FILE=str(tmp_path / "key")).returncode == 1
    assert "new-key" in run("backup", LEAD_BACKUP_KEY_FILE="").stderr


def test_as_many_backups_are_kept_as_are_asked_for(run: Run, backup: Path) -> None:
    kept = backup.read_bytes()
    for _time in range(2):
        assert run("backup", "--keep", "2").returncode == 0
    left = sorted((run.place / "backups").glob("*.backup"))
    assert len(left) == 2 and backup not in left
    backup.write_bytes(kept)


def test_the_doctor_ends_with_how_well_the_service_is(run: Run, backup: Path, tmp_path: Path) -> None:
    run("restore_drill")
    seen = run("doctor")
    assert seen.returncode == 1, seen.stdout  # a demonstration is no production, and that is a warning
    assert "fails" not in seen.stdout and "well   backup" in seen.stdout
    broken = tmp_path / "broken.sqlite3"
    shutil.copy(run.place / "lead.sqlite3", broken)
    _tamper(broken)
    sick = run("doctor", DATABASE_URL=f"sqlite:///{broken}")
    assert sick.returncode == 2 and "fails  log" in sick.stdout
    empty = run("doctor", DATABASE_URL=f"sqlite:///{tmp_path}/empty.sqlite3", LEAD_BACKUP_TO=str(tmp_path / "none"))
    assert empty.returncode == 2 and "fails  migrations" in empty.stdout and "fails  backup" in empty.stdout


def _tamper(file: Path) -> None:
    import sqlite3

    with sqlite3.connect(file) as opened:
        opened.execute("DROP TRIGGER audit_auditevent_no_DELETE")
        opened.execute("DELETE FROM audit_auditevent WHERE number > 1")


def test_no_demonstration_is_made_where_people_are_real_or_in_production(run: Run, tmp_path: Path) -> None:
    assert " invented people." in run("demo").stdout
    made_up = {"SECRET_KEY": "x" * 60, "ALLOWED_HOSTS": "desk.example.org", "LEAD_PROFILE": "production"}
    refused = run("demo", **made_up)
    assert refused.returncode == 1 and "production" in refused.stderr
    empty = run("demo", DATABASE_URL=f"sqlite:///{tmp_path}/empty.sqlite3")
    assert empty.returncode == 1 and empty.stderr.startswith("CommandError") and "migrate" in empty.stderr


def test_gunicorn_serves_the_first_page_and_its_files(run: Run) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    production = {"SECRET_KEY": "x" * 60, "ALLOWED_HOSTS": "127.0.0.1", "LEAD_PROFILE": "production"}
    assert run("collectstatic", "--noinput", **production).returncode == 0
    told = {**run.told, **production, "LEAD_BEHIND_PROXY": "1"}
    asked = [sys.executable, "-m", "gunicorn", "config.wsgi", "--bind", f"127.0.0.1:{port}", "--workers", "1"]
    server = subprocess.Popen(asked, cwd=settings.BASE_DIR, env=told, stderr=subprocess.PIPE)
    try:
        page = _get(f"http://127.0.0.1:{port}/account/login/")
        text = page.read().decode()
        assert "<h1" in text and page.headers["X-Frame-Options"] == "DENY"
        sheet = _get(f"http://127.0.0.1:{port}" + re.search(r'href="(/static/lead/lead[^"]+)"', text)[1])
        assert sheet.headers["Content-Type"].startswith("text/css") and "immutable" in sheet.headers["Cache-Control"]
        assert _get(f"http://127.0.0.1:{port}/health/").read() == b'{"service": "ok"}'
    finally:
        server.terminate()
        server.wait(20)


def _get(address: str) -> Any:
    for _try in range(100):
        try:
            asked = urllib.request.Request(address, headers={"X-Forwarded-Proto": "https"})
            return urllib.request.urlopen(asked, timeout=10)
        except urllib.error.URLError:
            time.sleep(0.1)
    raise AssertionError(f"{address} does not answer")
