"""Columns are known by their heads, or as the planner says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from leadkit.spreadsheets.columns.heads import words_of
from leadkit.spreadsheets.columns.mapping import UnusableMapError, columns_of, head_of
from leadkit.spreadsheets.entries.collection import COLLECTIONS, Collection
from leadkit.spreadsheets.reading.table import Cell, Row

collections = pytest.mark.parametrize("collection", COLLECTIONS.values(), ids=COLLECTIONS)


def row(*texts: str, number: int = 1) -> Row:
    return Row(number, tuple(Cell(text, number, column) for column, text in enumerate(texts, 1) if text))


def holds(what: str, *heads: str, said: tuple[str, ...] = ()) -> list[str]:
    return [column.holds for column in columns_of(row(*heads), COLLECTIONS[what].fields, said)]


@pytest.mark.parametrize(
    ("what", "heads", "expected"),
    [
        ("agencies", ["Name", "Type"], ["legal_name", "type"]),
        ("agencies", ["NAME", "Legal Name:", "Kind"], ["name", "legal_name", "type"]),
        ("agencies", ["Partner Agency", "Role in program", "E-mail"], ["legal_name", "part", "email"]),
        ("services", ["Organization", "Need", "Telephone #"], ["name", "kind", "phone"]),
        ("services", ["Provider", "Services", "Hours (weekdays)", "Hours"], ["name", "kind", "notes", "hours"]),
        ("services", ["Provider", "Hours (weekdays)"], ["name", "hours"]),
        ("services", ["Provider_Name", "Zip Codes", "Beds", "Wheelchairs"], ["name", "zip", "capacity", "notes"]),
        ("services", ["Agency", "Organization"], ["notes", "name"]),
        ("services", ["Name", "Notes", "", "Id"], ["name", "notes", "notes", "id"]),
        ("services", ["Organisation", "What", "Where", "When open"], ["name", "notes", "address", "hours"]),
        (
            "services",
            ["Name of provider", "Services offered", "Street addr.", "ZIP/Postal code"],
            ["name", "kind", "address", "zip"],
        ),
        ("services", ["Facility", "Days & Hours", "E-mail addr", "Phone no."], ["name", "hours", "email", "phone"]),
        ("services", ["Program", "Where", "Address", "Neighbourhood"], ["name", "notes", "address", "area"]),
        ("services", ["Org / Program", "What they do", "Speaks"], ["name", "kind", "languages"]),
        ("agencies", ["Org / Program", "Type", "What they do"], ["legal_name", "type", "description"]),
        (
            "agencies",
            ["Organisation", "Organisation type", "Business hours", "Web address"],
            ["legal_name", "type", "hours", "website"],
        ),
        (
            "agencies",
            ["Agency/Organization", "Type of organisation", "Languages spoken", "Primary contact"],
            ["legal_name", "type", "languages", "person"],
        ),
    ],
)
def test_fields_are_guessed_from_the_words_at_the_head(what: str, heads: list[str], expected: list[str]) -> None:
    assert holds(what, *heads) == expected


@collections
def test_each_word_of_a_head_is_written_as_heads_are_looked_up(collection: Collection) -> None:
    for field in collection.fields:
        assert all(words_of(head)[0] == head for head in field.heads), field.name


@collections
def test_no_two_fields_share_a_name_or_their_surest_word(collection: Collection) -> None:
    for taken in ([field.name for field in collection.fields], [field.heads[0] for field in collection.fields]):
        assert len(set(taken)) == len(taken)


def test_what_the_planner_says_wins_and_frees_the_guess() -> None:
    assert holds("services", "Agency", "Site", said=("site=Name", "A=leave out")) == ["leave_out", "name"]
    assert holds("services", "Name", "Phone", "a=b", said=("a=b=phone",)) == ["name", "notes", "phone"]


@pytest.mark.parametrize(
    ("said", "says"),
    [
        (("Nmae=phone",), 'There is no column "Nmae". Did you mean "Name"?'),
        (("Name=phon",), "Did you mean phone?"),
        (("Name=",), "There is no field"),
        (("Name",), 'Write --map "Column=field"'),
        (("Name=name", "A=phone"), "mapped twice"),
        (("Name=name", "Kind=name"), "Two columns are mapped to name"),
        (("Same=notes",), "name one by its letter, C or D"),
    ],
)
def test_a_map_that_cannot_be_used_says_why(said: tuple[str, ...], says: str) -> None:
    with pytest.raises(UnusableMapError, match=r"(?s).*") as caught:
        holds("services", "Name", "Kind", "Same", "Same", said=said)
    assert says in str(caught.value)


def test_a_title_above_the_head_is_passed_over() -> None:
    assert head_of([row("Partners 2026"), row("Name", "Type", number=3)]).number == 3
    assert head_of([row("Name"), row("Mill", number=2)]).number == 1


@collections
def test_the_example_of_each_field_is_one_that_it_takes(collection: Collection) -> None:
    from leadkit.spreadsheets.entries.known import Known
    from leadkit.spreadsheets.entries.row import RowReader

    written = dict.fromkeys(("agencies", "categories", "providers"), frozenset[str]())
    known = Known({}, {"downtown": {"name": "Downtown core"}}, {}, {}, written)
    columns = columns_of(row(*(field.heads[0] for field in collection.fields)), collection.fields)
    assert [column.field for column in columns] == list(collection.fields)
    reader = RowReader("list.csv", collection, columns, known)
    draft = reader.read(row(*(field.example for field in collection.fields), number=2))
    assert draft is not None, reader.found
    assert draft.id == "mill-street-shelter"


@collections
def test_the_guide_lists_every_field(collection: Collection) -> None:
    guide = (Path(__file__).parents[2] / "docs" / "how-to" / "import-spreadsheets.md").read_text("utf-8")
    row = next(line for line in guide.splitlines() if line.startswith(f"| `{collection.name}` |"))
    assert re.findall(r"`(\w+)`", row)[1:] == [field.name for field in collection.fields]
