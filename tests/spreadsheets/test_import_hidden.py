"""``leadkit import``: what is too long to be quoted, and what a sheet hides."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from openpyxl import load_workbook

Make = Callable[..., Path]
Run = Callable[..., Result]


@pytest.mark.parametrize("head", ["Id", "Hours", "Areas"])
def test_a_long_cell_is_cut_where_it_is_quoted(head: str, program: Path, sheet: Make, run: Run) -> None:
    printed = run("services", sheet(f"Name,Kind,{head}\nFood Bank,food,{'1' * 5000}\n"), program, "--json").output
    found = json.loads(printed)["findings"]
    assert found
    assert max(len(one["message"]) for one in found) < 300


def test_a_column_with_a_long_head_is_to_be_mapped_by_its_letter(program: Path, sheet: Make, run: Run) -> None:
    file = sheet(f"Name,Kind,{'x' * 100}\nFood Bank,food,\u200bopen\n")
    printed = run("services", file, program).output
    assert '--map "C=leave_out"' in printed
    assert run("services", file, program, "--map", "C=leave_out").return_value == 0


def test_what_a_sheet_hides_is_said_and_comes_in_only_where_it_is_mapped(program: Path, book: Make, run: Run) -> None:
    file = book([["Name", "Kind", "Remark"], ["Food Bank", "food", "3 days"], ["Old Bank", "food", "gone"]])
    workbook = load_workbook(file)
    workbook.active.row_dimensions[3].hidden = True
    workbook.active.column_dimensions["C"].hidden = True
    workbook.save(file)
    result = run("services", file, program)
    assert result.return_value == 0
    assert "left out: row 3." in result.output
    assert "left out: column C (Remark)." in result.output
    text = (program / "services.yaml").read_text(encoding="utf-8")
    assert ("Food Bank" in text, "Old Bank" in text, "3 days" in text) == (True, False, False)
    printed = run("services", file, program, "--map", "Remark=usual_wait").output
    assert "left out: column" not in printed
    assert "usual_wait “3 days”" in printed
