"""A build of a program that was built before: nothing is made twice, and nothing stale or edited passes for made."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from leadkit.cli import cache
from leadkit.cli.group import command
from leadkit.resources import programs
from tests.sampling import takes_long

COUNTY = programs() / "example-county"
ALBANY = programs() / "albany-ny"
PAPERS = "participant-rights,partner-list,withdrawal-form"


class Builds:
    """Types ``leadkit build`` for a county, and answers as the command line would, from the cache where it can."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.county = Path(shutil.copytree(COUNTY, folder / "county"))
        self.out = folder / "out"
        self.files = self.out / "county"
        arguments = ["build", str(self.county), "--document", PAPERS, "--format", "docx,md", "--out", str(self.out)]
        self.arguments = arguments
        monkeypatch.setenv("LEADKIT_CACHE", str(folder / "cache"))
        monkeypatch.setattr(sys, "argv", ["leadkit", *arguments])

    def run(self) -> str:
        """Build, whatever was built before."""
        result = CliRunner().invoke(command, self.arguments, standalone_mode=False)
        assert result.exception is None, result.output
        return result.output

    def is_answered(self) -> bool:
        return cache.answer(self.arguments) is not None

    def times(self) -> dict[str, int]:
        return {each.name: each.stat().st_mtime_ns for each in self.files.iterdir() if each.name != "build.json"}

    def written(self) -> set[str]:
        """Build, and tell which files were written."""
        before = self.times()
        self.run()
        return {name for name, time in self.times().items() if time != before.get(name)}


@pytest.fixture
def builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Builds]:
    made = Builds(tmp_path, monkeypatch)
    made.run()
    yield made


def test_what_has_not_changed_is_answered_without_being_read(
    builds: Builds, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    printed = builds.run()
    assert builds.is_answered()
    assert capfdbinary.readouterr().out.decode() == printed
    assert "partner-list.docx" in printed


@pytest.mark.parametrize("name", ["partner-list.docx", "build.json"])
def test_a_file_that_was_changed_or_taken_away_is_not_answered(builds: Builds, name: str) -> None:
    (builds.files / name).write_bytes(b"Counsel was here.")
    assert not builds.is_answered()
    (builds.files / name).unlink()
    assert not builds.is_answered()


@pytest.mark.parametrize("place", ["letterhead/county.docx", "maps/new.png", "notes/reading.md"])
def test_any_file_of_the_program_counts(builds: Builds, place: str) -> None:
    attached = builds.county / place
    attached.parent.mkdir(exist_ok=True)
    attached.write_bytes((attached.read_bytes() if attached.exists() else b"") + b" ")
    assert not builds.is_answered()


def test_nothing_is_written_again_that_would_be_the_same(builds: Builds) -> None:
    assert builds.written() == set()


def test_a_changed_phone_number_is_printed_again_only_where_it_stands(builds: Builds) -> None:
    agencies = builds.county / "agencies.yaml"
    text = agencies.read_text(encoding="utf-8")
    number = "360-555-0122"
    holding = {each.stem for each in builds.files.glob("*.md") if number in _words(each)}
    agencies.write_text(text.replace(number, "360-555-0999"), encoding="utf-8")
    assert builds.written() == {f"{name}.{form}" for name in holding for form in ("docx", "md")}
    assert "partner-list" in holding and "withdrawal-form" not in holding
    assert not any(number in _words(each) for each in builds.files.glob("*.md"))


def _words(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_an_edited_file_stays_and_is_told_of(builds: Builds) -> None:
    edited = builds.files / "partner-list.docx"
    edited.write_bytes(b"Counsel was here.")
    assert "LK724" in builds.run()
    assert edited.read_bytes() == b"Counsel was here."


def test_a_file_of_the_same_words_that_somebody_touched_is_never_called_made(builds: Builds) -> None:
    """The digest of what it was made from is the same; the bytes are not."""
    edited = builds.files / "withdrawal-form.md"
    edited.write_text(edited.read_text(encoding="utf-8") + "One more partner.\n", encoding="utf-8")
    assert builds.written() == set()
    assert edited.read_text(encoding="utf-8").endswith("One more partner.\n")


@takes_long
def test_several_programs_are_built_as_one_by_one(tmp_path: Path) -> None:
    papers = ("--document", "partner-list", "--format", "md", "--out")
    for out, places in (("together", [[COUNTY, ALBANY]]), ("alone", [[COUNTY], [ALBANY]])):
        for each in places:
            arguments = ["build", *map(str, each), *papers, str(tmp_path / out)]
            assert CliRunner().invoke(command, arguments, standalone_mode=False).exception is None
    for name in (COUNTY.name, ALBANY.name):
        for file in ("partner-list.md", "build.json"):
            together, alone = ((tmp_path / out / name / file).read_bytes() for out in ("together", "alone"))
            assert together == alone
