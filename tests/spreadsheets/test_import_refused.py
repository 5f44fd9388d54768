"""``leadkit import`` of what cannot be read, and of what is no text that it seems: nothing is guessed or computed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from click.testing import Result

from leadkit.model.load import load

from .conftest import entry, files

Make = Callable[..., Path]
Run = Callable[..., Result]


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


def test_a_sheet_that_says_nothing_is_refused(program: Path, sheet: Make, run: Run) -> None:
    result = run("services", sheet(",,\n"), program)
    assert result.return_value == 1
    assert "LK230 error" in result.output
    assert result.output.endswith("Nothing was written.\n")


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


def test_a_field_that_no_column_gives_is_said(program: Path, sheet: Make, run: Run) -> None:
    result = run("agencies", sheet("Name,Speciality\nHub,jail\n"), program)
    assert "LK233 error: No column of row 1 gives type: Name or Speciality." in result.output
    assert result.return_value == 1
