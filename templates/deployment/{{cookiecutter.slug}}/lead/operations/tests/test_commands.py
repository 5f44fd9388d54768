"""What time brings about, what comes in from a table, and what leaves with everything."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from lead.accounts.models import User
from lead.audit.log import faults
from lead.audit.models import AuditEvent
from lead.desks.officer.choosing import pathways
from lead.desks.project.periods import before
from lead.gate import Actor
from lead.operations.inventing import Inventor, accounts
from lead.operations.referred import referrers
from lead.program import program
from lead.records.models import BreakGlass, Consent, Enrollment, Person, Referral
from tests.making import Making, agency_of


def said(*words: str, **options: object) -> str:
    out = StringIO()
    call_command(*words, stdout=out, **options)
    return out.getvalue()


def privacy_user(email: str = "p@example.org") -> User:
    filled = (one for one in program().roles.values() if one.agencies and not one.vacant)
    role = next((one for one in filled if "privacy" in one.desks), None)
    if role is None:
        pytest.skip("Nobody looks after privacy.")
    return User.objects.create(username="privacy", role=role.id, agency=role.agencies[0], email=email)


def test_a_tick_does_each_thing_once_and_its_mail_names_nobody(make: Making) -> None:
    user, person = privacy_user(), make.person(name="Zebulon Canary")
    idle = User.objects.create(username="idle", last_seen=timezone.now() - timedelta(days=400))
    Consent.objects.create(
        person=person, release="any", held_by="x", expires_on=timezone.localdate() - timedelta(days=1)
    )
    BreakGlass.objects.create(person=person, by=user, reason="Found unconscious, needs medication.")
    assert said("tick") == "1 accounts closed, 1 consents ended, 1 reminders sent.\n"
    assert said("tick") == "0 accounts closed, 0 consents ended, 0 reminders sent.\n"
    idle.refresh_from_db()
    assert not idle.is_active
    (message,) = mail.outbox
    assert message.subject == "You have 1 LEAD task."
    assert "Canary" not in message.body and person.code not in message.body
    assert AuditEvent.objects.filter(action="consent_ended", person=person.pk).count() == 1


def test_mail_that_fails_is_tried_again(make: Making, settings: object) -> None:
    BreakGlass.objects.create(person=make.person(), by=privacy_user(), reason="Found unconscious, needs medication.")
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # type: ignore[attr-defined]
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1  # type: ignore[attr-defined]
    assert "0 reminders" in said("tick")
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"  # type: ignore[attr-defined]
    assert "1 reminders" in said("tick")


TABLE = """Full name,DOB,Phone,Opened
Nora Invented,02/03/1990,360-555-0101,01/05/2026
Nora Invented,02/03/1990,360-555-0101,
,02/03/1991,,
Otto Invented,1990-02-03,,
=cmd|calc,02/03/2990,,
Long Invented,02/03/1992,,,too,many
Pam Invented,02/03/1993,360-555-0102,
"""


@pytest.fixture
def table(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "people.csv").write_text("\ufeff" + TABLE, encoding="utf-8")
    columns = {"name": "Full name", "born": "DOB", "contact": "Phone", "opened": "Opened", "date": "%m/%d/%Y"}
    (tmp_path / "map.json").write_text(json.dumps(columns), encoding="utf-8")
    return {
        "mapping": str(tmp_path / "map.json"),
        "rejects": str(tmp_path / "rejects.csv"),
        "agency": agency_of("care"),
    }


def test_an_import_is_tried_first_and_hands_back_what_is_not_right(
    db: None, tmp_path: Path, table: dict[str, str]
) -> None:
    file = str(tmp_path / "people.csv")
    assert "2 rows right; nothing was kept" in said("import_people", file, **table)
    assert not Person.objects.exists()
    assert "2 rows entered" in said("import_people", file, **table, enter=True)
    assert Person.objects.count() == 2 and Enrollment.objects.get().person.name == "Nora Invented"
    assert set(Person.objects.values_list("held_by", flat=True)) == {table["agency"]}
    rows = list(csv.reader(Path(table["rejects"]).read_text(encoding="utf-8").splitlines()))
    assert [row[0] for row in rows] == ["row", "3", "4", "5", "6", "7"]
    assert rows[4][2] == "'=cmd|calc"
    assert Path(table["rejects"]).stat().st_mode & 0o077 == 0
    assert "0 rows entered" in said("import_people", file, **table, enter=True)
    assert AuditEvent.objects.filter(thing="imported").count() == 2


@pytest.mark.parametrize("hidden", ["\0", "\u202e", "\u200b", "\x1b"])
def test_an_import_takes_no_hidden_characters_and_hands_them_back_seen(
    db: None, tmp_path: Path, table: dict[str, str], hidden: str
) -> None:
    file = tmp_path / "people.csv"
    file.write_text(f"Full name,DOB,Phone,Opened\nNora{hidden}Invented,,,\nZo\u200cra,,,\n", encoding="utf-8")
    assert "1 rows entered" in said("import_people", str(file), **table, enter=True)
    assert [one.name for one in Person.objects.all()] == ["Zo\u200cra"]
    rejects = Path(table["rejects"]).read_text(encoding="utf-8")
    assert hidden not in rejects and rejects.splitlines()[1].startswith("2,") and f"\\u{ord(hidden):04x}" in rejects


@pytest.mark.parametrize("wrong", ["agency", "mapping", "column", "bytes"])
def test_an_import_that_cannot_be_read_is_refused(db: None, tmp_path: Path, table: dict[str, str], wrong: str) -> None:
    file = tmp_path / "people.csv"
    if wrong == "agency":
        table["agency"] = "no-such-agency"
    elif wrong == "mapping":
        Path(table["mapping"]).write_text("[1")
    elif wrong == "column":
        Path(table["mapping"]).write_text('{"name": "Nobody"}')
    else:
        file.write_bytes(b"Full name,DOB,Phone,Opened\n\xff\xfe,,,\n")
    with pytest.raises(CommandError):
        said("import_people", str(file), **table, enter=True)
    assert not Person.objects.exists()


def test_everything_leaves_with_the_notice_and_a_line_in_each_persons_log(make: Making, tmp_path: Path) -> None:
    person = make.person(name="=Nora")
    make.contact(person)
    with pytest.raises(CommandError):
        said("export_all", str(tmp_path / "all"), reason="moving")
    said("export_all", str(tmp_path / "all"), reason="The program moves to another county system.")
    counts = json.loads((tmp_path / "all/counts.json").read_text())
    assert counts["records.person"] == counts["records.contact"] == 1
    lines = (tmp_path / "all/records.contact.jsonl").read_text().splitlines()
    assert json.loads(lines[0])["note"] == "An invented note."
    assert "'=Nora" in (tmp_path / "all/records.person.csv").read_text()
    assert (tmp_path / "all/NOTICE.txt").read_text().strip()
    assert "42 CFR" in (tmp_path / "all/NOTICE.txt").read_text()
    assert not [one.name for one in (tmp_path / "all").rglob("*") if one.stat().st_mode & 0o077]
    assert (tmp_path / "all").stat().st_mode & 0o077 == 0
    logged = AuditEvent.objects.filter(action="export", thing="export_all")
    assert [one.person for one in logged] == [None, person.pk]
    assert {one.note for one in logged} == {"The program moves to another county system."}
    with pytest.raises(CommandError):
        said("export_all", str(tmp_path / "all"), reason="The program moves to another county system.")


def test_the_tables_of_an_export_are_headed_in_a_language_of_the_service(make: Making, tmp_path: Path) -> None:
    if "es" not in program().languages:
        pytest.skip("The service speaks no Spanish.")
    make.person()
    said("export_all", str(tmp_path / "all"), reason="The program moves to another system.", language="es")
    (heading, row) = csv.reader((tmp_path / "all/records.person.csv").read_text().splitlines())
    assert "nombre" in heading and len(heading) == len(row)
    (line,) = (tmp_path / "all/records.person.jsonl").read_text().splitlines()
    assert "name" in json.loads(line)


def test_the_invented_people_are_the_same_each_time_and_of_every_state(db: None) -> None:
    Inventor({}).all()
    assert {one.status for one in Referral.objects.all()} >= set(Referral.Status.values)
    codes = set(Person.objects.values_list("code", flat=True))
    assert all(Person.objects.values_list("is_demo", flat=True))
    assert not list(faults())
    dice = Inventor({})
    assert dice._code() in codes


def test_everybody_invented_was_referred_by_somebody_who_may(db: None) -> None:
    if not referrers():
        pytest.skip("No officer refers.")
    Inventor({}).all()
    offered = Referral.objects.exclude(offered=False)
    by_an_officer = set(offered.exclude(place="").values_list("referring_agency", "pathway"))
    officers = [one for one in accounts() if "officer" in program().roles[one[1]].desks]
    opens = {(agency, id_) for _, role, agency in officers for id_ in pathways(Actor(1, role, agency, True))}
    assert by_an_officer and by_an_officer <= opens
    quarter = before("quarter", timezone.localdate())
    assert quarter and offered.filter(at__date__range=quarter).exists()


def test_everybody_of_the_demonstration_finds_a_first_page(db: None, enter: Callable[..., Client]) -> None:
    Inventor({}).all()
    for _name, role, agency in accounts():
        assert enter(role, agency).get("/").status_code == 200, role
