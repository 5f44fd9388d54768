"""Any cell is read back as itself, or reported; and never does a file of any bytes end in a fault."""

from __future__ import annotations

import csv
import io
import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadkit.source.reading import read_text
from leadkit.source.tree import Plain, find, plain
from leadkit.source.writing import to_yaml
from leadkit.spreadsheets.columns.mapping import columns_of
from leadkit.spreadsheets.entries import known
from leadkit.spreadsheets.entries.collection import COLLECTIONS
from leadkit.spreadsheets.entries.identity import agency_id
from leadkit.spreadsheets.entries.known import Known
from leadkit.spreadsheets.entries.row import RowReader
from leadkit.spreadsheets.plan import additions
from leadkit.spreadsheets.reading.file import read_file
from tests.sampling import examples

SERVICES = COLLECTIONS["services"]
NOTHING = Known({}, {}, {}, {}, {name: frozenset() for name in ("agencies", "categories", "providers")})
CELLS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.text(
    st.sampled_from("=@+-a1 \"',;\t\n|{}[]#:&*!%<>\u202e\x07"), max_size=20
)


def _file(folder: str, rows: list[list[str]]) -> Path:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    file = Path(folder, "list.csv")
    file.write_bytes(text.getvalue().encode("utf-8"))
    return file


@settings(max_examples=examples(80))
@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=4))
def test_any_cell_is_read_back_as_itself_or_reported(cells: list[tuple[str, str]]) -> None:
    rows = [["Name", "Person", "Other"], *([f"Row {number}", *pair] for number, pair in enumerate(cells))]
    with tempfile.TemporaryDirectory() as folder:
        table = read_file(_file(folder, rows))
    if not table.rows:
        assert any("\0" in text for pair in cells for text in pair)
        assert table.diagnostics
        return
    reader = RowReader("list.csv", SERVICES, columns_of(table.rows[0], SERVICES.fields), NOTHING)
    for row in table.rows[1:]:
        person, other = (text.replace("\r\n", "\n").replace("\r", "\n").strip() for text in rows[row.number - 1][1:])
        draft = reader.read(row)
        if draft is None:
            assert any(found.spans[0].line == row.number for found in reader.found)
            continue
        root, found = read_text(to_yaml(additions([draft], SERVICES)), "services.yaml")
        assert not found
        entry = find(root, ("services", "providers", draft.id))
        expected: dict[str, Plain] = {"name": draft.name}
        if person:
            expected["contacts"] = {"general": {"kind": "general", "person": person}}
        assert entry is not None
        assert plain(entry) == expected
        assert draft.notes == ((f"Other: {other}",) if other else ())


@settings(max_examples=examples(60))
@given(st.binary(max_size=300), st.sampled_from(["list.csv", "list.xlsx"]))
def test_a_file_of_any_bytes_is_read_or_reported(data: bytes, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, name)
        file.write_bytes(data)
        table = read_file(file)
    assert table.rows or table.diagnostics


def test_the_names_of_the_program_are_folded_once_however_many_rows_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    real, folded = known.folded, Counter[str]()

    def count(text: str) -> str:
        folded[text] += 1
        return real(text)

    monkeypatch.setattr(known, "folded", count)
    there: known.Entries = {f"a-{at}": {"legal_name": f"A {at}"} for at in range(9)}
    many = Known(there, {}, {}, {}, {"agencies": frozenset(there)})
    assert [agency_id(f"a {at}", "", many) for at in range(9)] == [(id_, True) for id_ in there]
    assert set(folded.values()) == {1}
