"""The copy of the schema that files name for editors: a stale one is a warning."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from leadkit.check import check
from leadkit.check.schema_copy import CODE, stale_copies
from leadkit.cli.cache import answer
from leadkit.cli.group import command
from leadkit.diagnostic import Diagnostic
from leadkit.model import stamp
from leadkit.model.load import load

LINE = "# yaml-language-server: $schema=../leadkit.schema.json\n"
BEGINNING = f'{{\n "$comment": "{stamp.comment()}",\n'


@pytest.fixture
def county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program of two files that name one schema, which was just written."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "county"
    folder.mkdir()
    (folder / "program.yaml").write_text(f"# A county.\n{LINE}schema_version: 1\n", encoding="utf-8")
    (folder / "areas.yaml").write_text(f"{LINE}areas: {{}}\n", encoding="utf-8")
    (tmp_path / "leadkit.schema.json").write_text(BEGINNING, encoding="utf-8")
    return folder


def _stale() -> list[Diagnostic]:
    return [one for one in check("county") if one.code == CODE.code]


def test_the_schema_of_this_leadkit_is_fresh(county: Path) -> None:
    assert not _stale()
    CliRunner().invoke(command, ["schema", "--out", "leadkit.schema.json"], standalone_mode=False)
    assert not _stale()
    assert BEGINNING.splitlines()[1:] == Path("leadkit.schema.json").read_text("utf-8").splitlines()[2:3]


def test_the_schema_of_another_leadkit_is_one_warning_that_names_the_command(
    county: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stamp, "stamp", lambda: "0" * 12)
    (found,) = _stale()
    assert (found.severity.value, found.spans[0].file, found.spans[0].line) == ("warning", "county/areas.yaml", 1)
    assert found.message == "The schema leadkit.schema.json was written by another version of leadkit."
    assert found.remedy == "Run: leadkit schema --out leadkit.schema.json"


@pytest.mark.parametrize("line", ["", LINE], ids=["known by its name", "named"])
def test_a_file_of_that_name_that_leadkit_did_not_write_is_said(line: str, county: Path) -> None:
    for file in county.glob("*.yaml"):
        file.write_text(file.read_text("utf-8").replace(LINE, line), encoding="utf-8")
    (county.parent / "leadkit.schema.json").write_text("{}", encoding="utf-8")
    (found,) = _stale()
    assert found.message == "The schema leadkit.schema.json is none that leadkit wrote."


def test_a_schema_that_is_not_there_is_said(county: Path) -> None:
    (county.parent / "leadkit.schema.json").unlink()
    (found,) = _stale()
    assert found.message == "The schema leadkit.schema.json cannot be read."


@pytest.mark.parametrize("place", ["leadkit.schema.json", "county/leadkit.schema.json"])
def test_a_stale_copy_that_only_an_editors_settings_name_is_found_by_its_name(
    place: str, county: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for file in county.glob("*.yaml"):
        file.write_text(file.read_text("utf-8").replace(LINE, ""), encoding="utf-8")
    Path("leadkit.schema.json").rename(place)
    assert not _stale()
    monkeypatch.setattr(stamp, "stamp", lambda: "0" * 12)
    (found,) = _stale()
    assert [span.file for span in found.spans] == [place]


@pytest.mark.parametrize(
    "named",
    [
        "https://example.org/schema.json", "//host/share/x.json", "\\\\host\\share\\x.json", "C:/x.json",
        "/nowhere/x.json", "../own.json",
    ],
)  # fmt: skip
def test_a_schema_on_the_web_on_another_machine_or_of_somebody_else_is_left_alone(county: Path, named: str) -> None:
    (county.parent / "own.json").write_text('{"title": "Ours"}', encoding="utf-8")
    for file in county.glob("*.yaml"):
        file.write_text(file.read_text("utf-8").replace("../leadkit.schema.json", named), encoding="utf-8")
    assert not _stale()


@pytest.mark.parametrize("named", ["../leadkit.schema.json\0", "..", "../county/areas.yaml/x"])
def test_what_is_no_file_is_said_and_not_opened(county: Path, named: str) -> None:
    (county / "program.yaml").unlink()
    (county / "areas.yaml").write_text(f"# yaml-language-server: $schema={named}\nareas: {{}}\n", encoding="utf-8")
    assert len(_stale()) == 1


def test_a_place_that_may_not_be_looked_at_is_no_copy(county: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for file in county.glob("*.yaml"):
        file.write_text(file.read_text("utf-8").replace(LINE, ""), encoding="utf-8")

    def refuse(_place: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    source = load("county").source
    monkeypatch.setattr(Path, "is_file", refuse)
    assert not list(stale_copies(source))


@pytest.mark.parametrize("line", ["", LINE], ids=["known by its name", "named"])
def test_an_answer_is_kept_for_as_long_as_the_schema_is_what_it_was(
    line: str, county: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEADKIT_CACHE", str(tmp_path / "cache"))
    arguments = ["check", "county"]
    monkeypatch.setattr(sys, "argv", ["leadkit", *arguments])
    schema = tmp_path / "leadkit.schema.json"
    for file in county.glob("*.yaml"):
        file.write_text(file.read_text("utf-8").replace(LINE, line), encoding="utf-8")

    def is_kept() -> bool:
        CliRunner().invoke(command, arguments, standalone_mode=False)
        return answer(arguments) is not None

    assert is_kept()
    schema.write_text(BEGINNING.replace(stamp.stamp(), "0" * 12), encoding="utf-8")
    assert answer(arguments) is None
    assert is_kept()
    schema.unlink()
    assert answer(arguments) is None
    assert is_kept()
    schema.write_text(BEGINNING, encoding="utf-8")
    assert answer(arguments) is None
