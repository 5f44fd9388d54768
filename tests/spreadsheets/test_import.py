"""``leadkit import``: rows become entries, and what is there already stays as it is."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from leadkit.resources import programs
from leadkit.values.names import slug_of

from .conftest import entry, files

Make = Callable[..., Path]
Run = Callable[..., Result]
SHELTERS = """\
Provider,Service,Area,Hours,Phone,Languages,Address,Wheelchairs
River House,Emergency shelter; Food,Downtown Core,daily 6 pm - 8 am,(360) 555-0120,"English, Spanish",\
"12 Mill Street, Sampleton, WA 98999",yes
Harbor Clinic Inc,Wound care,,Mon-Fri 9am-5:30pm,,,,
"""


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


def test_rows_of_one_name_are_one_entry_unless_they_contradict(program: Path, sheet: Make, run: Run) -> None:
    result = run("services", sheet("Name,Kind,Phone\nHub,Food,360-555-0120\nhub,Showers,\n"), program)
    assert entry(program, "services", "providers", "hub", "categories") == ["food", "showers"], result.output
    rows = "Den,Food,360-555-0120\nDen,Food,360-555-0121\nDen,Showers,360-555-0120\n"
    result = run("services", sheet("Name,Kind,Phone\n" + rows), program, "--skip-unreadable")
    assert "Row 3 (“Den”) is of the same entry as row 2, which has another phone, “360-555-0120”." in result.output
    assert entry(program, "services", "providers", "den") is None


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
