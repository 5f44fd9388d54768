"""``leadkit import``: rows become entries, and what is there already stays as it is."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click import UsageError
from click.testing import CliRunner, Result

from leadkit.cli.group import command
from leadkit.model.load import load
from leadkit.resources import programs
from leadkit.source.tree import find, plain
from leadkit.spreadsheets.splicing.trial import try_out
from leadkit.values.names import slug_of

from .conftest import AGENCIES, SERVICES

Make = Callable[..., Path]
Run = Callable[..., Result]
SHELTERS = """\
Provider,Service,Area,Hours,Phone,Languages,Address,Wheelchairs
River House,Emergency shelter; Food,Downtown Core,daily 6 pm - 8 am,(360) 555-0120,"English, Spanish",\
"12 Mill Street, Sampleton, WA 98999",yes
Harbor Clinic Inc,Wound care,,Mon-Fri 9am-5:30pm,,,,
"""


def entry(folder: Path, *path: str) -> Any:
    node = find(load(folder).source.root, path)
    return None if node is None else plain(node)


def files(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_services_become_providers_and_kinds_of_help(program: Path, sheet: Make, run: Run) -> None:
    result = run("services", sheet(SHELTERS), program)
    assert result.return_value == 0, result.output
    assert entry(program, "services", "providers", "river-house") == {
        "name": "River House",
        "categories": ["emergency-shelter", "food"],
        "areas": ["downtown"],
        "hours": "daily 18:00-08:00",
        "languages": ["en", "es"],
        "contacts": {"general": {"kind": "general", "phone": "360-555-0120"}},
        "location": {"street": "12 Mill Street", "city": "Sampleton", "state": "WA", "zip": "98999"},
    }
    assert entry(program, "services", "providers", "harbor-clinic-inc") == {
        "agency": "harbor",
        "categories": ["wound-care"],
        "hours": "Mon-Fri 09:00-17:30",
    }
    assert entry(program, "services", "categories") == {
        "food": {"kind": "food", "name": "Food"},
        "emergency-shelter": {"kind": "temporary_shelter", "name": "Emergency shelter"},
        "wound-care": {"kind": "other", "name": "Wound care"},
    }
    assert 'notes:\n      - "Wheelchairs: yes"\n' in (program / "services.yaml").read_text("utf-8")
    assert "Added: services.categories.emergency-shelter, services.categories.wound-care, services.providers." in (
        result.output
    )
    assert "What leadkit check says of the new entries:" not in result.output


def test_every_other_byte_stays(program: Path, sheet: Make, run: Run) -> None:
    before = files(program)
    run("services", sheet(SHELTERS), program)
    run("agencies", sheet("Name,Type\nFood Bank,Food bank\nPine County Jail,jail\n"), program)
    after = files(program)
    assert before["program.yaml"] == after["program.yaml"]
    for name in ("agencies.yaml", "services.yaml"):
        old, new = before[name].splitlines(keepends=True), after[name].splitlines(keepends=True)
        rest = iter(new)
        assert all(line in rest for line in old), name
    text = (program / "agencies.yaml").read_text("utf-8")
    assert "  # Nobody else has said yes.\n\n  food-bank:\n    legal_name: Food Bank\n" in text
    assert entry(program, "agencies", "food-bank") == {
        "legal_name": "Food Bank",
        "type": "other",
        "type_text": "Food bank",
    }
    assert entry(program, "agencies", "harbor", "contacts", "desk", "phone") == "360-555-0150"


def test_what_check_says_of_the_new_entries_is_shown(tmp_path: Path, sheet: Make, run: Run) -> None:
    county = shutil.copytree(programs() / "example-county", tmp_path / "county")
    result = run("agencies", sheet("Name,Type\nPine County Jail,jail\n"), county)
    assert result.return_value == 1  # as leadkit check would
    shown = result.output.partition("What leadkit check says of the new entries:")[2]
    assert 'Nothing is said about 3 fields of "agencies.pine-county-jail": form, can_sign, hipaa_status.' in shown
    assert "sampleton-police" not in shown


def test_a_new_department_is_to_be_given_its_government(program: Path, sheet: Make, run: Run) -> None:
    file = sheet("Name,Type,Legal form\nPine Jail,jail,department\nPine Shelter,housing,nonprofit\n")
    result = run("agencies", file, program)
    assert result.return_value == 0
    assert (
        "list.csv, line 2\nLK237 warning: Cell C2 (Legal form) calls agencies.pine-jail a department, " in result.output
    )
    assert result.output.count("LK237 warning") == 1
    assert "Added: agencies.pine-jail, agencies.pine-shelter." in result.output
    assert "LK237" not in run("agencies", file, program).output


def test_importing_again_changes_nothing(program: Path, sheet: Make, run: Run) -> None:
    file = sheet(SHELTERS)
    run("services", file, program)
    once = files(program)
    again = run("services", file, program)
    assert again.return_value == 0
    assert files(program) == once
    assert "LK" not in again.output
    assert "Nothing to add.\nAlready in the program: 2 providers." in again.output


def test_a_row_of_a_known_entry_is_held_against_it_and_changes_nothing(program: Path, sheet: Make, run: Run) -> None:
    before = files(program)
    content = (
        "Name,Type,Phone,Hours\nPPD,Police,360-555-0199,24/7\nharbor clinic INC,treatment provider,(360) 555.0150,\n"
    )
    result = run("agencies", sheet(content), program)
    assert result.return_value == 0
    assert files(program) == before
    assert (
        "LK234 warning: Row 2 says of agencies.pine-police: phone “360-555-0199”, the program nothing; "
        in result.output
    )
    assert "agencies.harbor" not in result.output
    result = run("services", sheet("Name,Kind,Hours\nMill Street Shelter,Food; Showers,daily 18:00-08:00\n"), program)
    assert "categories “showers”, the program “food”; hours “daily 18:00-08:00”, the program “24/7”" in result.output
    assert files(program) == before


def test_a_note_that_the_program_has_not_is_a_difference(program: Path, sheet: Make, run: Run) -> None:
    run("services", sheet("Name,Wheelchairs\nHub,yes\nDen,yes\n"), program)
    once = files(program)
    result = run(
        "services", sheet("Name,Wheelchairs,Dogs\nHub,no,\nDen,Yes,outside\nMill Street Shelter,,yes\n"), program
    )
    for says in (
        "Row 2 says of services.providers.hub: notes “Wheelchairs: no”, the program “Wheelchairs: yes”.",
        "Row 3 says of services.providers.den: notes “Dogs: outside”, the program “Wheelchairs: yes”.",
        "Row 4 says of services.providers.mill-street-shelter: notes “Dogs: yes”, the program nothing.",
    ):
        assert says in result.output
    assert result.output.count("LK234 warning") == 3
    assert files(program) == once


def test_nothing_is_written_while_a_row_cannot_be_read(program: Path, sheet: Make, run: Run) -> None:
    before = files(program)
    content = (
        "Name,Kind,Area,Hours,Phone,Zip,Languages\n"
        "Good,Food,,,,,\n"
        "Bad,Food,Mars,weekdays 9-5,call us,2101,Klingon\n"
        ",Food,,,,,\n"
        "Extra,,,,,,,one more\n"
    )
    result = run("services", sheet(content), program)
    assert result.return_value == 1
    assert files(program) == before
    for says in (
        "list.csv, line 3\nLK231 error: Cell C3 (Area) says “Mars”: “Mars” is no area of the program, which has ",
        "LK231 error: Cell D3 (Hours) says “weekdays 9-5”: ",
        "LK231 error: Cell E3 (Phone) says “call us”, which the field phone cannot take.",
        "LK231 error: Cell F3 (Zip) says “2101”, which the field zip cannot take.",
        "LK231 error: Cell G3 (Languages) says “Klingon”, which the field languages cannot take.",
        'To keep the column as a note: --map "Phone=notes".',
        "LK232 error: Row 4 has no name.",
        "LK232 error: Row 5 has a cell in column H, which has no head.",
        "Nothing was written.",
    ):
        assert says in result.output
    result = run("services", sheet(content), program, "--skip-unreadable")
    assert result.return_value == 1
    assert "Added: services.providers.good." in result.output
    assert set(entry(program, "services", "providers")) == {"mill-street-shelter", "good"}


def test_rows_of_one_name_are_one_entry_unless_they_contradict(program: Path, sheet: Make, run: Run) -> None:
    result = run("services", sheet("Name,Kind,Phone\nHub,Food,360-555-0120\nhub,Showers,\n"), program)
    assert entry(program, "services", "providers", "hub", "categories") == ["food", "showers"], result.output
    rows = "Den,Food,360-555-0120\nDen,Food,360-555-0121\nDen,Showers,360-555-0120\n"
    result = run("services", sheet("Name,Kind,Phone\n" + rows), program, "--skip-unreadable")
    assert "Row 3 (“Den”) is of the same entry as row 2, which has another phone, “360-555-0120”." in result.output
    assert entry(program, "services", "providers", "den") is None


def test_a_sheet_that_says_nothing_is_refused(program: Path, sheet: Make, run: Run) -> None:
    result = run("services", sheet(",,\n"), program)
    assert result.return_value == 1
    assert "LK230 error" in result.output
    assert result.output.endswith("Nothing was written.\n")


def test_an_id_is_never_given_twice(program: Path, sheet: Make, run: Run) -> None:
    assert "another name for the id cafe" in run("services", sheet("Name\nCafé\nCafe\n"), program).output
    taken = run("agencies", sheet("Name,Type\nHarbor,hospital\n"), program).output
    assert "Row 2 cannot become an entry: the program has an entry harbor already, which is not named “Harbor”" in taken
    assert "no id can be made of “青少年中心”" in run("services", sheet("Name\n青少年中心\n"), program).output
    run("services", sheet("Name,Id\n青少年中心,youth-center\n"), program)
    assert entry(program, "services", "providers", "youth-center", "name") == "青少年中心"
    assert "is no id" in run("services", sheet("Name,Id\nX,a b\n"), program).output


@pytest.mark.parametrize("name", ["X-Ray Clinic", "Notes", "Versions", "CON"])
def test_a_name_that_would_mean_something_else_as_an_id_gets_another(
    program: Path, sheet: Make, run: Run, name: str
) -> None:
    result = run("services", sheet(f"Name\n{name}\n"), program)
    assert entry(program, "services", "providers", f"entry-{slug_of(name).removeprefix('entry-')}", "name") == name
    assert "is no id" in run("services", sheet(f"Name,Id\nHub,{name.split()[0].lower()}\n"), program).output
    assert result.return_value == 0


def test_a_workbook_is_imported_and_its_formulas_are_refused(program: Path, book: Make, run: Run) -> None:
    rows = [["Name", "Phone"], ["Hub", '="360-555-"&"0120"']]
    result = run("services", book(rows), program)
    assert "Cell B2 (Phone) holds a formula, and leadkit computes none." in result.output
    result = run(
        "services", book([["Name", "Phone"], ["Hub", '="360-555-"&"0120"']]), program, "--map", "Phone=leave_out"
    )
    assert result.return_value == 0
    assert entry(program, "services", "providers", "hub") == {"name": "Hub"}


HOSTILE = [
    "=cmd|' /C calc'!A0", "<script>alert(1)</script>", "{{ 7*7 }}", "a: b #c", "- a", "!tag", "&anchor *alias", "'\"",
    "“quoted”", "null", "~", "no", "x\ny: z", "%TAG", "@at", "?", "|", ">", "[a", "{a: b", "#", "a\tb", "\\n",
    "---", "...",
]  # fmt: skip


def test_hostile_text_is_text(program: Path, sheet: Make, run: Run) -> None:
    rows = "".join(
        f'Row {number},"{text.replace(chr(34), chr(34) * 2)}","{text.replace(chr(34), chr(34) * 2)}"\n'
        for number, text in enumerate(HOSTILE)
    )
    result = run("services", sheet("Name,Person,Other: #1\n" + rows), program)
    assert result.return_value == 0, result.output
    providers = entry(program, "services", "providers")
    assert [providers[f"row-{number}"]["contacts"]["general"]["person"] for number in range(len(HOSTILE))] == HOSTILE
    assert not load(program).source.diagnostics


def test_an_invisible_character_is_refused_with_its_cell(program: Path, sheet: Make, run: Run) -> None:
    before = files(program)
    result = run("services", sheet("Name\nMi\u202ell\n"), program)
    assert "Cell A2 (Name) holds a character that cannot be seen (U+202E)." in result.output
    assert files(program) == before


def test_the_columns_are_shown_and_confirmed(
    program: Path, sheet: Make, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = sheet("Partner,Kind,Wheelchairs\nHub,jail,yes\n")
    before = files(program)
    result = run("agencies", file, program, yes=False)
    assert "A  Partner      legal_name (guessed)  Hub\n" in result.output
    assert "C  Wheelchairs  kept as a note        yes\n" in result.output
    assert "say --yes" in str(result.exception)
    assert files(program) == before
    monkeypatch.setattr("leadkit.cli.import_.asks_on_terminal", lambda: True)
    arguments = ["import", "agencies", str(file), "--into", str(program)]
    refused = CliRunner().invoke(command, arguments, input="n\n", standalone_mode=False)
    assert (refused.return_value, files(program)) == (1, before)
    CliRunner().invoke(command, arguments, input="y\n", standalone_mode=False)
    assert entry(program, "agencies", "hub", "type") == "jail"


def test_columns_that_are_all_given_need_no_confirmation(program: Path, sheet: Make, run: Run) -> None:
    said = ("--map", "Who=legal_name", "--map", "What=type", "--map", "Secret=leave_out")
    result = run("agencies", sheet("Who,What,Secret\nHub,jail,SSN 1\n"), program, *said, yes=False)
    assert result.return_value == 0, result.output
    assert "SSN" not in (program / "agencies.yaml").read_text("utf-8")


def test_a_map_of_nothing_is_a_mistake_of_usage(program: Path, sheet: Make, run: Run) -> None:
    result = run("agencies", sheet("Who,What\nHub,jail\n"), program, "--map", "Whom=legal_name", yes=False)
    assert "Did you mean" in str(result.exception)


def test_a_field_that_no_column_gives_is_said(program: Path, sheet: Make, run: Run) -> None:
    result = run("agencies", sheet("Name,Speciality\nHub,jail\n"), program)
    assert "LK233 error: No column of row 1 gives type: Name or Speciality." in result.output
    assert result.return_value == 1


def test_a_program_that_cannot_be_read_is_left_alone(program: Path, sheet: Make, run: Run, tmp_path: Path) -> None:
    file = sheet("Name\nHub\n")
    nowhere = run("services", file, tmp_path / "nowhere", yes=False)  # found before anybody is asked
    assert "LK101 error" in nowhere.output
    assert nowhere.return_value == 1
    (tmp_path / "empty").mkdir()
    assert "LK103 error" in run("services", file, tmp_path / "empty").output
    (program / "roles.yaml").write_text("roles: [", encoding="utf-8")
    before = files(program)
    assert run("services", file, program).return_value == 1
    assert files(program) == before
    in_git = ["import", "services", str(file), "--into", "git:HEAD:x"]
    assert "What is in git" in str(CliRunner().invoke(command, in_git, standalone_mode=False).exception)


@pytest.mark.parametrize(("gone", "why"), [(False, "was changed meanwhile"), (True, "can no longer be read")])
def test_a_file_that_changes_before_the_trial_is_left_as_it_is(program: Path, gone: bool, why: str) -> None:
    jurisdiction = load(program)
    file = program / "services.yaml"
    file.unlink() if gone else file.write_text(SERVICES + "# saved just now\n", encoding="utf-8")
    done = try_out(jurisdiction, {"services": {"providers": {"hub": {"name": "Hub"}}}})
    assert [why in one.message for one in done.refused] == [True]
    assert not done.after


@pytest.mark.skipif(os.name == "nt", reason="a backslash parts folders there")
def test_a_folder_may_have_a_backslash_in_its_name(tmp_path: Path, program: Path, sheet: Make, run: Run) -> None:
    named = program.rename(tmp_path / "b\\c")
    (named / "services.yaml").unlink()
    assert run("services", sheet("Name\nHub\n"), named).return_value == 0
    assert entry(named, "services", "providers", "hub", "name") == "Hub"


def test_a_file_that_changes_meanwhile_is_left_as_it_is(
    program: Path, sheet: Make, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:

    import leadkit.spreadsheets.plan as planning

    tried = planning.try_out

    def try_out(*given: Any) -> Any:
        done = tried(*given)
        (program / "services.yaml").write_text(SERVICES + "# saved just now\n", encoding="utf-8")
        return done

    monkeypatch.setattr(planning, "try_out", try_out)
    result = run("services", sheet("Name\nHub\n"), program)
    assert result.return_value == 1
    assert "was changed meanwhile" in result.output
    assert (program / "services.yaml").read_text("utf-8").endswith("# saved just now\n")
    assert (program / "agencies.yaml").read_text("utf-8") == AGENCIES


@pytest.mark.skipif(sys.platform != "linux", reason="only there is a name any bytes")
def test_an_entry_is_written_to_the_folder_that_was_named_and_to_no_other(tmp_path: Path, program: Path) -> None:
    named, other = tmp_path / os.fsdecode(b"caf\xe9"), tmp_path / "caf\ufffd"
    for place in (named, other):
        shutil.copytree(program, place)
    (tmp_path / "a.csv").write_text("Legal name,Type\nFoo Agency,police\n", encoding="utf-8")
    command_line = [sys.executable, "-m", "leadkit", "import", "agencies", str(tmp_path / "a.csv")]
    done = subprocess.run([*command_line, "--into", named, "--yes"], capture_output=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    written = ["Foo Agency" in (place / "agencies.yaml").read_text(encoding="utf-8") for place in (named, other)]
    assert written == [True, False]


def test_json_has_the_columns_and_what_came_of_the_rows(program: Path, sheet: Make, run: Run) -> None:
    file = sheet("Name,Shoe size\nHub,9\n")
    result = run("services", file, program, "--json")
    told = json.loads(result.output)
    assert set(told) == {
        "version", "file", "sheet", "columns", "written", "added", "closed", "already", "files", "findings", "brought",
    }  # fmt: skip
    assert told["columns"] == [
        {"column": "A", "head": "Name", "holds": "name", "guessed": True},
        {"column": "B", "head": "Shoe size", "holds": "notes", "guessed": True},
    ]
    assert (told["written"], told["added"], told["already"]) == (True, ["services.providers.hub"], 0)
    assert told["files"] == [(program / "services.yaml").as_posix()]
    assert (told["findings"], told["brought"]) == ([], [])
    again = json.loads(run("services", file, program, "--json").output)
    assert (again["written"], again["added"], again["already"], again["files"]) == (False, [], 1, [])


def test_json_has_why_nothing_was_written(
    program: Path, sheet: Make, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = run("services", sheet("", "empty.csv"), program, "--json")
    told = json.loads(result.output)
    assert (result.return_value, told["written"], len(told["findings"])) == (1, False, 1)

    def refuse(_from: Path, _to: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    result = run("services", sheet("Name\nHub\n"), program, "--json")
    told = json.loads(result.output)
    assert (result.return_value, told["written"], told["added"]) == (1, False, [])
    assert told["findings"][0]["code"] == "LK716"


def test_json_asks_nothing(program: Path, sheet: Make, run: Run) -> None:
    result = run("services", sheet("Name\nHub\n"), program, "--json", yes=False)
    assert isinstance(result.exception, UsageError)
    assert result.output == ""
