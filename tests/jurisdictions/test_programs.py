"""The programs that are shipped: they check without errors, cite what they declare, and expose nobody."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from leadkit.check import check
from leadkit.diagnostic import Severity
from leadkit.model.load import load
from leadkit.model.walk import places, references

PLACE = Path(__file__).parents[2] / "jurisdictions"
FOLDERS = sorted(folder for folder in PLACE.iterdir() if folder.is_dir())
BASES = [folder for folder in FOLDERS if load(folder).source.base]
PROGRAMS = [folder for folder in FOLDERS if folder not in BASES]
INVENTED = PLACE / "example-county"
REAL = [folder for folder in FOLDERS if folder != INVENTED]
CONTACT_FIELDS = {"contacts", "phone", "text_message", "email", "person", "holder", "crisis_line", "line"}

programs = pytest.mark.parametrize("folder", PROGRAMS, ids=lambda folder: folder.name)
real_programs = pytest.mark.parametrize(
    "folder", [folder for folder in REAL if folder not in BASES], ids=lambda folder: folder.name
)
real_folders = pytest.mark.parametrize("folder", REAL, ids=lambda folder: folder.name)


@programs
def test_it_checks_without_errors(folder: Path) -> None:
    found = [finding for finding in check(folder) if finding.severity is Severity.ERROR]
    assert not [f"{finding.code} {finding.message}" for finding in found]


@programs
def test_it_can_be_read_on_each_day_on_which_it_changes(folder: Path) -> None:
    jurisdiction = load(folder)
    assert jurisdiction.as_of in jurisdiction.epochs
    for day in jurisdiction.epochs:
        standing = jurisdiction.resolve(day)
        assert standing.program is not None, day
        assert not standing.errors, day


@programs
def test_each_source_is_declared_and_used(folder: Path) -> None:
    jurisdiction = load(folder)
    standing = [jurisdiction.resolve(day).program for day in jurisdiction.epochs]
    uses = [use for program in standing if program for use in references(program)]
    cited = {use.id for use in uses if use.reference.noun == "source"}
    declared = {name for program in standing if program for name in program.sources}
    assert cited == declared


@real_programs
def test_a_real_program_says_that_it_was_compiled_from_public_sources(folder: Path) -> None:
    program = load(folder).resolve().program
    assert program is not None
    assert program.program.compiled_from_public_sources
    assert not program.program.invented


@real_programs
def test_a_real_program_tells_how_to_reach_nobody(folder: Path) -> None:
    jurisdiction = load(folder)
    for day in jurisdiction.epochs:
        program = jurisdiction.resolve(day).program
        assert program is not None
        told = [place.path for place in places(program) if place.name in CONTACT_FIELDS and not place.absent]
        assert not told
    for name, text in jurisdiction.source.files.items():
        assert not re.findall(r"(?<![0-9])\(?[2-9][0-9]{2}\)?[ .-][0-9]{3}[.-][0-9]{4}(?![0-9])", text), name
        assert not re.findall(r"[\w.+-]+@[\w-]+\.[a-z]{2,}", text), name


@real_folders
def test_each_file_of_a_real_program_says_where_it_comes_from(folder: Path) -> None:
    for file in folder.glob("*.yaml"):
        first = file.read_text(encoding="utf-8").splitlines()[0]
        assert re.match(r"# Compiled from public sources on 2026-11-24\b", first, re.IGNORECASE), file.name


def test_the_invented_program_shows_everything_and_leaves_nothing_open() -> None:
    assert not check(INVENTED)
    program = load(INVENTED).resolve().program
    assert program is not None
    assert program.program.invented
    assert not program.open
