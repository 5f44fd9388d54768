"""New entries go to the end of their group, however the group is written; or there is no room, and it is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from leadkit.model.load import load
from leadkit.source.tree import plain

from .conftest import PROGRAM

Run = Callable[..., Result]
NEW = "hub:\n{0}  legal_name: Hub\n{0}  type: jail\n"


@pytest.fixture
def imported(tmp_path: Path, run: Run) -> Callable[[str | bytes | None], tuple[Result, Path]]:
    """Import one agency into a program whose agencies are written so."""

    def call(agencies: str | bytes | None) -> tuple[Result, Path]:
        folder = tmp_path / "written"
        folder.mkdir()
        (folder / "program.yaml").write_text(PROGRAM, encoding="utf-8", newline="")
        file = folder / "agencies.yaml"
        if agencies is not None:
            file.write_bytes(agencies if isinstance(agencies, bytes) else agencies.encode("utf-8"))
        (tmp_path / "list.csv").write_text("Name,Type\nHub,jail\n", encoding="utf-8")
        return run("agencies", tmp_path / "list.csv", folder), file

    return call


@pytest.mark.parametrize(
    "written",
    [
        "agencies:\n  a: {legal_name: A, type: court}\n§",
        "agencies:\n  a:\n    legal_name: A\n    type: court\n    notes: |\n      one\n\n      two\n§",
        "agencies:\n  a:\n    legal_name: >-\n      A long\n      name\n    type: court  # sits weekly\n§",
        'agencies:\n  a:\n    type: court\n    legal_name: "A\n      folded name"\n§',
        "agencies:\n  a: {legal_name: A,\n    type: court}\n  notes: ask around\n§",
        "agencies:\n  a: {legal_name: A, type: court}\n\n  # the rest is to come\n§\n",
        "agencies:\n  a: {legal_name: A, type: court}\n§\n# what follows is of another section\nroles: {}\n",
        "agencies:\n  a: {legal_name: A, type: court}\n§...\n",
        "agencies:  # none yet\n§",
        "agencies:\n  x-note: ask around\n§",
        "agencies:\n  notes: |\n    ask\n\n    around\n§# the end\n",
    ],
)
def test_an_entry_goes_to_the_end_of_its_group(imported: Callable[[str], tuple[Result, Path]], written: str) -> None:
    result, file = imported(written.replace("§", ""))
    assert result.return_value == 0, result.output
    assert file.read_text("utf-8") == written.replace("§", "  " + NEW.format("  "))


@pytest.mark.parametrize(
    ("written", "before"),
    [
        ("agencies:\n  a: {legal_name: A, type: court}", "agencies:\n  a: {legal_name: A, type: court}\n"),
        ("agencies:", "agencies:\n"),
        ("# nothing here yet", "# nothing here yet\nagencies:\n"),
        ("", "agencies:\n"),
    ],
)
def test_a_last_line_without_a_break_gets_one(
    imported: Callable[[str], tuple[Result, Path]], written: str, before: str
) -> None:
    result, file = imported(written)
    assert result.return_value == 0, result.output
    assert file.read_text("utf-8") == before + "  " + NEW.format("  ")


@pytest.mark.parametrize("line_break", ["\r\n", "\n", "\r"], ids=["CRLF", "LF", "CR"])
def test_indents_and_line_breaks_are_those_of_the_file(
    imported: Callable[[bytes], tuple[Result, Path]], line_break: str
) -> None:
    text = "\ufeffagencies:\n    a: {legal_name: A, type: court}\n\n    b: {legal_name: B, type: court}\n"
    written = text.replace("\n", line_break).encode()
    _, file = imported(written)
    added = ("\n    " + NEW.format("    ")).replace("\n", line_break).encode()
    assert file.read_bytes() == written + added


def test_a_file_is_made_where_none_is(imported: Callable[[None], tuple[Result, Path]]) -> None:
    result, file = imported(None)
    assert result.return_value == 0, result.output
    assert file.read_text("utf-8") == "agencies:\n  " + NEW.format("  ")
    assert f"Wrote {file.as_posix()}" in result.output
    assert sorted(each.name for each in file.parent.iterdir()) == ["agencies.yaml", "program.yaml"]


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("agencies: {a: {legal_name: A, type: court}}\n", "the group is written in braces"),
        ("agencies: {}\n", "the group is written in braces"),
        ("agencies: [a]\n", "a list stands where entries should"),
        ("agencies: later\n", "a value stands where entries should"),
        ("agencies: ~\n", "a value stands where entries should"),
        ("agencies:\n  versions:\n    2020: {a: {legal_name: A, type: court}}\n", "the group changes by date"),
        (
            "agencies:\n  a:\n    type: court\n    legal_name: |+\n      A\n\n",
            "what stands before would be read in another way",
        ),
    ],
)
def test_where_there_is_no_room_nothing_is_written(
    imported: Callable[[str], tuple[Result, Path]], written: str, why: str
) -> None:
    result, file = imported(written)
    assert result.return_value == 1
    assert f"LK235 error: New entries cannot be added here: {why}" in result.output
    assert "Nothing was written." in result.output
    assert file.read_text("utf-8") == written


def test_a_folder_over_a_base_is_left_alone(tmp_path: Path, run: Run, program: Path) -> None:
    over = tmp_path / "over"
    over.mkdir()
    (over / "program.yaml").write_text("extends: ../pine\n", encoding="utf-8")
    (tmp_path / "list.csv").write_text("Name,Type\nHub,jail\n", encoding="utf-8")
    result = run("agencies", tmp_path / "list.csv", over)
    assert "the folder is laid over a base" in result.output
    assert [file.name for file in over.iterdir()] == ["program.yaml"]


def test_a_group_that_is_missing_is_begun_in_its_section(tmp_path: Path, run: Run, program: Path) -> None:
    file = program / "services.yaml"
    file.write_text("services:\n  caseload_ratio: 20\n# the end\n", encoding="utf-8", newline="")
    (tmp_path / "list.csv").write_text("Name,Kind\nHub,Food\n", encoding="utf-8")
    run("services", tmp_path / "list.csv", program)
    assert file.read_text("utf-8") == (
        "services:\n  caseload_ratio: 20\n"
        "  categories:\n    food:\n      kind: food\n      name: Food\n"
        "  providers:\n    hub:\n      name: Hub\n      categories: [food]\n# the end\n"
    )
    assert plain(load(program).source.root.entries["services"].value)
