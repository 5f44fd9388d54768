"""Files become text with places, or a finding that says why not."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from leadkit.source.packed import LARGEST
from leadkit.spreadsheets.reading.file import read_file
from leadkit.spreadsheets.reading.table import MOST_BYTES, MOST_COLUMNS, MOST_ROWS, Table, letters

Make = Callable[..., Path]


def texts(table: Table) -> list[list[str]]:
    assert not [one for one in table.diagnostics if one.severity == "error"], table.diagnostics
    return [[cell.text for cell in row.cells] for row in table.rows]


def refusal(file: Path, sheet: str = "") -> str:
    table = read_file(file, sheet)
    assert not table.rows
    (finding,) = table.diagnostics
    assert finding.code == "LK230"
    return finding.message


@pytest.mark.parametrize(
    "content",
    [
        "Name,Phone\nMill Street,360\n",
        "Name;Phone\nMill Street;360\n",
        "Name\tPhone\nMill Street\t360\n",
        "Name|Phone\nMill Street|360\n",
        "\ufeffName,Phone\r\nMill Street,360\r\n",
        '"Name","Phone"\n"Mill Street",360',
    ],
)
def test_a_csv_file_is_read_whatever_stands_between_its_cells(sheet: Make, content: str) -> None:
    assert texts(read_file(sheet(content))) == [["Name", "Phone"], ["Mill Street", "360"]]


def test_commas_inside_cells_do_not_win_over_semicolons(sheet: Make) -> None:
    content = "Name;Address;Phone\nMill;12 Mill Street, Sampleton, WA;1\nRiver;8 Dock Street, Sampleton, WA;2\n"
    assert texts(read_file(sheet(content)))[1] == ["Mill", "12 Mill Street, Sampleton, WA", "1"]


@pytest.mark.parametrize(
    "content",
    [
        "Name,Remark\nMill,a\tb\tc\nRiver,d\te\tf\n",
        "Name;Remark\nMill;a,b,c\nRiver;d,e,f\n",
        "Name,Remark\nMill,a|b|c\nRiver,d|e|f\n",
        "Name|Remark\nMill|a,b,c\nRiver|d,e,f\n",
        "Was,Wo\nMill,a\tb\tc\nRiver,d\te\tf\n",
        "Was;Wo\nMill;a,b,c\nRiver;d,e,f\n",
        'Name,Remark\nMill,"a\tb\nc\td\ne\tf\ng\th"\nRiver,x\n',
        'Was,Wo\nMill,"a\tb\nc\td\ne\tf\ng\th"\nRiver,x\n',
        "Partners, as of 2026\nName;Remark\nMill;a,b,c\n",
    ],
)
def test_cells_full_of_another_delimiter_mislead_nobody(sheet: Make, content: str) -> None:
    assert {len(row) for row in texts(read_file(sheet(content)))[-2:]} == {2}


def test_an_apostrophe_is_no_quotation_mark(sheet: Make) -> None:
    content = "Name,Type\nSheriff's Office,sheriff\nDefender's Office,defender\n"
    assert texts(read_file(sheet(content)))[1:] == [["Sheriff's Office", "sheriff"], ["Defender's Office", "defender"]]


def test_quotes_lines_and_ragged_rows_of_a_csv_file(sheet: Make) -> None:
    content = 'Name,Notes\n"Say ""Aah"", Inc.","one\r\ntwo"\n\nShort\nLong,a,b\n'
    table = read_file(sheet(content))
    assert texts(table)[1:] == [['Say "Aah", Inc.', "one\ntwo"], ["Short"], ["Long", "a", "b"]]
    assert [row.number for row in table.rows] == [1, 2, 4, 5]


def test_windows_1252_is_read_and_said(sheet: Make) -> None:
    table = read_file(sheet("Name,Type\nMain,x\nPeña Café,clinic\n".encode("cp1252")))
    assert texts(table)[2] == ["Peña Café", "clinic"]
    (note,) = table.diagnostics
    assert (note.code, note.severity, note.spans[0].line) == ("LK236", "warning", 3)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.csv", "Name\n".encode("utf-16"), "UTF-16"),
        ("a.csv", b"Name\n\x81\x8d\n", "neither UTF-8 nor Windows-1252"),
        ("a.csv", 'Name,Type\nMill,"never closed\nRiver,x\n', "Row 2 has a quotation mark that is not closed"),
        ("a.csv", 'Name,Type\nMill,"a" b\n', "Row 2 has a quotation mark"),
        ("a.csv", f"Name;Type\nMill;{'a' * 131_073}\n", "Row 2 has a cell of more than 131,072 characters"),
        ("a.csv", "", "says nothing"),
        ("a.csv", " , \n", "says nothing"),
        ("a.csv", b"x" * (MOST_BYTES + 1), "larger than 5 MB"),
        ("a.csv", "a,b\n" * (MOST_ROWS + 1), "more than 5,000 rows"),
        ("a.csv", "a," * MOST_COLUMNS + "b\n", "more than 100 columns"),
        ("a.xls", b"", "old format"),
        ("a.xlsm", b"", "workbook with macros"),
        ("a.ods", b"", "LibreOffice"),
        ("a.pdf", b"", "ends in .pdf"),
        ("a", b"", "without an ending"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "old format (.xls) or protected by a password"),
        ("a.xlsx", b"PK\x03\x04 and no more", "no workbook, or it is damaged"),
    ],
)
def test_what_cannot_be_read_is_said(sheet: Make, name: str, content: str | bytes, says: str) -> None:
    assert says in refusal(sheet(content, name))


def test_a_file_that_is_not_there_is_a_finding(tmp_path: Path) -> None:
    assert "cannot be read: No such file" in refusal(tmp_path / "nothing.csv")
    (tmp_path / "folder.csv").mkdir()
    assert "cannot be read" in refusal(tmp_path / "folder.csv")


def test_values_of_a_workbook_are_read_as_they_are_seen(book: Make) -> None:
    row = [
        "Mill",
        12,
        9.0,
        0.5,
        True,
        None,
        " ",
        date(2026, 11, 24),
        datetime(2026, 11, 24, 8, 30),
        time(9, 5),
        " a\nb ",
    ]
    seen = ["Mill", "12", "9", "0.5", "yes", "2026-11-24", "2026-11-24 08:30", "09:05", "a\nb"]
    assert texts(read_file(book([row]))) == [seen]


def test_the_zeros_before_a_zip_code_are_kept(book: Make) -> None:
    file = book([["Zip"], [2101]])
    workbook = load_workbook(file)
    workbook.active["A2"].number_format = "00000"
    workbook.save(file)
    assert texts(read_file(file)) == [["Zip"], ["02101"]]


def test_formulas_and_errors_of_a_workbook_are_said_and_not_computed(book: Make) -> None:
    (row,) = read_file(book([["=1+1", '=HYPERLINK("http://example.org")', "#REF!", "-"]])).rows
    assert [cell.trouble.split()[1] if cell.trouble else "" for cell in row.cells] == ["a", "a", "the", ""]
    assert all("formula" in cell.trouble for cell in row.cells[:2])


def test_a_text_that_looks_like_a_formula_is_text(book: Make) -> None:
    file = book([["Name"], ["x"]])
    workbook = load_workbook(file)
    workbook.active["A2"].value = "=cmd|' /C calc'!A0"
    workbook.active["A2"].data_type = "s"
    workbook.save(file)
    assert texts(read_file(file))[1] == ["=cmd|' /C calc'!A0"]


@pytest.mark.parametrize("char", ["\x07", "\u202e", "\u200b", "\u2028", "\x85", "\ufeff"])
def test_a_character_that_cannot_be_seen_is_said(sheet: Make, char: str) -> None:
    (_, row) = read_file(sheet(f"Name,Type\nMi{char}ll,x\n")).rows
    assert f"U+{ord(char):04X}" in row.cells[0].trouble


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Mill_x000D_\nStreet", "Mill\nStreet"),
        ("Mill_x0020_Street_x0041_", "Mill StreetA"),
        ("_x005F_x0041_", "_x0041_"),
        ("_x005f_", "_"),
        ("_xD83C__xDF32_", "\U0001f332"),
        ("_x004_ _x00G1_ x0041_", "_x004_ _x00G1_ x0041_"),
    ],
)
def test_characters_that_a_workbook_writes_by_number_are_read(written: str, read: str, book: Make) -> None:
    assert texts(read_file(book([[written]]))) == [[read]]


@pytest.mark.parametrize("code", ["0007", "202E", "200B", "D83C"])
def test_a_character_that_a_workbook_hides_behind_its_number_is_said(code: str, book: Make) -> None:
    (row,) = read_file(book([[f"Mi_x{code}_ll"]])).rows
    assert f"U+{code}" in row.cells[0].trouble


def test_the_first_sheet_is_read_and_the_others_are_named(book: Make) -> None:
    file = book([["One"]])
    workbook = load_workbook(file)
    workbook.create_sheet("Two").append(["Two"])
    workbook.create_sheet("Hidden").sheet_state = "hidden"
    workbook.active.title = "First"
    workbook.save(file)
    table = read_file(file)
    assert (table.sheet, table.others, texts(table)) == ("First", ("Two",), [["One"]])
    assert texts(read_file(file, "Two")) == [["Two"]]
    assert "no sheet “Three”" in refusal(file, "Three")


def test_a_far_cell_neither_hangs_nor_is_lost(book: Make) -> None:
    file = book([["Name"]])
    workbook = load_workbook(file)
    workbook.active["GR2"].value = "far"
    workbook.save(file)
    assert "more than 100 columns" in refusal(file)
    workbook = Workbook()
    workbook.active["A1"].value = "Name"
    workbook.active["A9000"].value = "far"
    workbook.save(file)
    assert "more than 5,000 rows" in refusal(file)


def _with_part(file: Path, name: str, content: bytes) -> None:
    data = io.BytesIO(file.read_bytes())
    with zipfile.ZipFile(data, "a", zipfile.ZIP_DEFLATED) as zipped, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        zipped.writestr(name, content)
    file.write_bytes(data.getvalue())


DECLARED = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'


def _renamed_sheet(file: Path, name: str, before: bytes) -> Path:
    """Call the one sheet of a workbook by another name, and write something before its first element."""
    with zipfile.ZipFile(file) as old:
        parts = {each: old.read(each) for each in old.namelist()}
    parts[name] = before + parts.pop("xl/worksheets/sheet1.xml")
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for each, part in parts.items():
            new.writestr(each, part.replace(b"xl/worksheets/sheet1.xml", name.encode()))
    return file


def test_a_part_is_judged_by_what_it_holds_and_not_by_its_name(book: Make) -> None:
    assert texts(read_file(_renamed_sheet(book([["Name"]]), "xl/sheet.bin", b""))) == [["Name"]]
    assert "declares a type of document" in refusal(_renamed_sheet(book([["Name"]]), "xl/sheet.bin", b"<!DOCTYPE x>"))


def test_a_picture_may_declare_its_type_and_is_never_read_as_a_sheet(book: Make) -> None:
    _with_part(file := book([["Name"]]), "xl/media/image1.svg", DECLARED)
    assert texts(read_file(file)) == [["Name"]]
    assert refusal(_renamed_sheet(book([["Name"]]), "xl/media/image1.svg", b"<!DOCTYPE x>"))


def test_macros_bombs_and_declarations_are_refused(book: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    file = book([["Name"]])
    _with_part(file, "xl/vbaProject.bin", b"macro")
    assert refusal(file) == "The workbook holds macros."
    _with_part(file := book([["Name"]]), "xl/more.xml", DECLARED)
    assert "declares a type of document" in refusal(file)
    _with_part(file := book([["Name"]]), "xl/bomb.bin", bytes(LARGEST + 1))
    assert file.stat().st_size < 200_000
    assert "unpacks to" in refusal(file)
    _with_part(file := book([["Name"]]), "xl/workbook.xml", b"<twice/>")
    assert "no workbook" in refusal(file)
    with zipfile.ZipFile(file, "w") as zipped:
        zipped.writestr("word/document.xml", "<x/>")
    assert "no workbook" in refusal(file)


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml"])
@pytest.mark.parametrize("content", [b"", b"<not-closed", b"<a/>"])
def test_a_damaged_workbook_is_a_finding(book: Make, part: str, content: bytes) -> None:
    whole = book([["Name", "Type"], ["Mill", "food"]])
    with zipfile.ZipFile(whole) as zipped:
        parts = {name: zipped.read(name) for name in zipped.namelist()}
    with zipfile.ZipFile(whole, "w") as zipped:
        for name, data in {**parts, part: content}.items():
            zipped.writestr(name, data)
    assert refusal(whole)


def test_columns_have_the_letters_of_a_spreadsheet() -> None:
    assert [letters(number) for number in (1, 26, 27, 52, 703)] == ["A", "Z", "AA", "AZ", "AAA"]


def _with_rows(file: Path, rows: str, columns: str = "") -> Path:
    """Write other rows into the one sheet of a workbook."""
    with zipfile.ZipFile(file) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    parts[sheet] = f'<x:worksheet xmlns:x="{main}">{columns}<x:sheetData>{rows}</x:sheetData></x:worksheet>'.encode()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name, part in parts.items():
            new.writestr(name, part)
    return file


HEAD = '<x:row r="2"><x:c r="A2" t="str"><x:v>Name</x:v></x:c></x:row>'


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        pytest.param("<x:row/>" * 300_000, "more rows or cells", id="rows"),
        pytest.param(f"<x:row>{'<x:c/>' * 1_000_000}</x:row>", "more rows or cells", id="cells"),
        pytest.param("<x:a>" * 200_000 + "</x:a>" * 200_000, "more rows or cells", id="anything"),
        pytest.param(HEAD + '<x:row r="-5"><x:c><x:v>1</x:v></x:c></x:row>', "not in their order", id="before"),
        pytest.param(HEAD + '<x:row r="20010"><x:c><x:v>1</x:v></x:c></x:row>', "more than 5,000 rows", id="below"),
        pytest.param(HEAD + '<x:row r="99999999999"><x:c><x:v>1</x:v></x:c></x:row>', "5,000 rows", id="far-below"),
        pytest.param(f"<x:row>{'<x:c/>' * 1_000}<x:c><x:v>1</x:v></x:c></x:row>", "100 columns", id="right"),
        pytest.param('<x:row><x:c r="ZZZ1"><x:v>1</x:v></x:c></x:row>', "100 columns", id="far-right"),
    ],
)
def test_what_is_crowded_or_far_is_refused_and_not_lost(book: Make, rows: str, sentence: str) -> None:
    assert sentence in refusal(_with_rows(book([["Name"]]), rows))


def test_rows_and_cells_of_a_sheet_that_say_nothing_are_no_rows(book: Make) -> None:
    file = _with_rows(book([["Name"]]), HEAD + f'<x:row r="9">{"<x:c/>" * 16_384}</x:row><x:row r="1048576"/>')
    assert texts(read_file(file)) == [["Name"]]


def _hide(file: Path, rows: Sequence[int], columns: str) -> Path:
    workbook = load_workbook(file)
    for row in rows:
        workbook.active.row_dimensions[row].hidden = True
    for column in columns:
        workbook.active.column_dimensions[column].hidden = True
    workbook.save(file)
    return file


def test_hidden_rows_are_left_out_and_named(book: Make) -> None:
    table = read_file(_hide(book([["Name"], ["Mill"], ["Pier"], ["Dock"], [None], ["Quay"]]), (2, 4, 5), ""))
    assert texts(table) == [["Name"], ["Pier"], ["Quay"]]
    assert [one.message for one in table.diagnostics] == ["Hidden in the sheet, and left out: rows 2, 4."]


def test_columns_that_are_hidden_and_full_are_told(book: Make) -> None:
    file = _hide(book([["Name", "Kind", "Phone", "Note"], ["Mill", "food", "360-555-0120", "x"]]), (), "BDF")
    assert read_file(file).hidden == (2, 4)


def test_rows_and_columns_without_height_or_width_are_hidden(book: Make) -> None:
    rows = f'<x:row>{_cell("Name")}{_cell("Note")}</x:row><x:row ht="0" customHeight="1">{_cell("Mill")}</x:row>'
    table = read_file(_with_rows(book([["x"]]), rows, '<x:cols><x:col min="2" max="16384" width="0"/></x:cols>'))
    assert (texts(table), table.hidden) == ([["Name", "Note"]], (2,))
    assert [one.code for one in table.diagnostics] == ["LK239"]


def _cell(text: str) -> str:
    return f'<x:c t="inlineStr"><x:is><x:t>{text}</x:t></x:is></x:c>'
