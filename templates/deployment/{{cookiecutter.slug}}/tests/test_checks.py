"""What stops the service before it starts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.apps import AppConfig
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import path

from lead.desks import DeskConfig
from lead.gate.fields import groups
from lead.pages import checks
from lead.program import program
from lead.records.models import Person

PRODUCTION = {
    "LEAD_PROFILE": "production",
    "SECRET_KEY": "k" * 30 + "0123456789abcdefghijklmnopqrst",
    "ALLOWED_HOSTS": "desk.example.org",
    "DATABASE_URL": "postgresql://lead@localhost/lead",
    "LEAD_BACKUP_TO": "/var/backups/lead",
}


def _deployed(**changed: str | None) -> subprocess.CompletedProcess[str]:
    said = {**os.environ, **PRODUCTION, **changed}
    return subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=settings.BASE_DIR,
        env={name: value for name, value in said.items() if value is not None},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_production_profile_has_no_warning() -> None:
    done = _deployed()
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"DATABASE_URL": "sqlite:////tmp/x.sqlite3"}, "lead.E005"),
        ({"LEAD_BACKUP_TO": None}, "lead.E006"),
        ({"SECRET_KEY": None}, "SECRET_KEY"),
        ({"ALLOWED_HOSTS": None}, "ALLOWED_HOSTS"),
        ({"SECRET_KEY": "short"}, "security.W009"),
        ({"OIDC_SERVER": "https://county.example"}, "OIDC_CLIENT"),
        ({"OIDC_SERVER": "http://county.example", "OIDC_CLIENT": "lead", "OIDC_SECRET": "s"}, "lead.E008"),
        ({"DATABASE_URL": "mysql://x"}, "DATABASE_URL"),
    ],
)
def test_what_production_lacks_is_told(changed: dict[str, str | None], told: str) -> None:
    done = _deployed(**changed)
    assert done.returncode != 0
    assert told in done.stderr


def test_a_secret_is_read_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.write_text(PRODUCTION["SECRET_KEY"] + "\n", encoding="utf-8")
    assert _deployed(SECRET_KEY=None, SECRET_KEY_FILE=str(file)).returncode == 0
    assert _deployed(SECRET_KEY=None, SECRET_KEY_FILE=str(tmp_path / "none")).returncode != 0


def test_every_page_is_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    assert checks.views_are_marked(None) == []

    def forgotten(request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    from config import urls

    monkeypatch.setattr(urls, "urlpatterns", [*urls.urlpatterns, path("forgotten/", forgotten)])
    from django.urls import get_resolver

    resolver: Any = get_resolver()
    resolver.__dict__.pop("url_patterns", None)
    try:
        assert [one.id for one in checks.views_are_marked(None)] == ["lead.E003"]
    finally:
        resolver.__dict__.pop("url_patterns", None)


def test_every_field_of_a_record_belongs_to_a_group_of_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    assert checks.fields_have_groups(None) == []
    assert len(groups()) > 10
    assert set(groups()) <= set(program().groups) or not program().groups
    monkeypatch.setattr(Person, "FIELDS", {})
    assert {one.id for one in checks.fields_have_groups(None)} == {"lead.E002"}


def test_a_desk_is_imported_before_there_are_models() -> None:
    done = subprocess.run([sys.executable, "-c", "import lead.desks"], cwd=settings.BASE_DIR, check=False)
    assert done.returncode == 0


def test_a_desk_is_found_by_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "trialdesk"
    folder.mkdir()
    (folder / "__init__.py").touch()
    text = "from lead.desks import DeskConfig\nclass Trial(DeskConfig):\n    desk = 'care'\n"
    (folder / "apps.py").write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert isinstance(AppConfig.create("trialdesk"), DeskConfig)


def test_no_group_belongs_to_criminal_history() -> None:
    kinds = {program().categories[one].sensitivity for one in program().groups.values() if one}
    assert "criminal_history" not in kinds


def test_a_service_without_the_second_factor_does_not_start(settings: Any) -> None:
    settings.MIDDLEWARE = [one for one in settings.MIDDLEWARE if "SecondFactor" not in one]
    assert [one.id for one in checks.second_factor_is_asked(None)] == ["lead.E004"]


def test_data_that_leadkit_did_not_write_stops_the_service(tmp_path: Path, settings: Any, monkeypatch: Any) -> None:
    data = tmp_path / "lead/data"
    data.mkdir(parents=True)
    (data / "sharing.json").write_text("{}", encoding="utf-8")
    (tmp_path / ".leadkit").mkdir()
    settings.BASE_DIR = tmp_path
    monkeypatch.setattr(checks, "DATA", data)
    for digest, found in ((checks._sha256("lead/data/sharing.json"), []), ("0" * 64, ["lead.E001"])):
        manifest = {"files": {"lead/data/sharing.json": digest, "manage.py": "other"}}
        (tmp_path / ".leadkit/manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
        assert [one.id for one in checks.data_is_whole(None)] == found
