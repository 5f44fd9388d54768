"""The page that holds the model against the domain notes: every field it names exists, and every edge case is on it."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
import yaml
from pydantic import BaseModel

from leadkit.model.fields import ANYWHERE, all_fields
from leadkit.model.paths import annotation_at
from leadkit.model.root import Program
from leadkit.model.walk import unwrap

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "explanation" / "coverage.md").read_text(encoding="utf-8")
UNREAD = Path(__file__).with_name("unread_fields.yaml")
CASES = ROOT / "tests" / "edge_cases" / "cases.yaml"
FIELDS = {field.path for field in all_fields()}
EVERYWHERE = {path.removeprefix(f"{ANYWHERE}.") for path in FIELDS if path.startswith(f"{ANYWHERE}.")}


def _tables(*, cases: bool) -> list[list[str]]:
    """The rows of the table of edge cases, or of all other tables, cell by cell."""
    rows: list[list[str]] = []
    inside = False
    for line in PAGE.splitlines():
        if line.startswith("| --- "):
            inside = True
        elif not line.startswith("|"):
            inside = False
        elif inside:
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
    return [row for row in rows if ("`" in row[2] and "." not in row[2]) is cases]


def _is_field(path: str) -> bool:
    around, _, name = path.rpartition(".")
    has_origin = name in EVERYWHERE and any(other.startswith(f"{around}.") for other in FIELDS)
    return path in FIELDS or has_origin


def test_every_path_on_the_page_is_a_field_of_the_model() -> None:
    rows = _tables(cases=False)
    assert len(rows) > 700
    assert [row for row in rows if len(row) != 4 or not _is_field(row[2].strip("`"))] == []


def test_every_path_in_the_text_is_a_field_too() -> None:
    before = PAGE[: PAGE.index("## Edge cases")]
    paths = re.findall(r"`([a-z_]+(?:\.[a-z_*]+)+)`", before)
    assert paths
    assert [path for path in paths if not _is_field(path.removesuffix(".*"))] == []


def test_what_a_check_is_said_to_find_is_read_by_something() -> None:
    """Part 16.5 lists findings: a row there names a field that a rule, or a document, reads."""
    listed = yaml.load(UNREAD.read_text(encoding="utf-8"), yaml.BaseLoader)
    unread = {(owner, field) for owners in listed.values() for owner, fields in owners.items() for field in fields}
    rows = [row for row in _tables(cases=False) if row[0].startswith("16.5")]
    assert len(rows) > 30
    assert [row for row in rows if _homes(row[2].strip("`")) <= unread] == []


def _homes(path: str) -> set[tuple[str, str]]:
    """The classes that declare a field, each with its name, as ``unread_fields.yaml`` calls them."""
    *around, name = path.split(".")
    return {
        (f"{base.__module__.removeprefix('leadkit.model.').split('.')[0]}.{base.__name__}", name)
        for owner in _classes(annotation_at(Program, around))
        for base in owner.__mro__
        if name in inspect.get_annotations(base)
    }


def _classes(annotation: object) -> Iterator[type[BaseModel]]:
    core, _ = unwrap(annotation)
    if isinstance(core, type) and issubclass(core, BaseModel):
        yield core
    else:
        for member in get_args(core):
            yield from _classes(member)


@pytest.mark.parametrize("part", ["16.1", "16.3", "16.4", "16.5", "A", "B", "C", "D", "E"])
def test_each_part_of_the_notes_is_on_the_page(part: str) -> None:
    assert any(row[0].startswith(part) for row in _tables(cases=False))


def test_the_edge_cases_on_the_page_are_those_that_are_tested() -> None:
    cases = yaml.load(CASES.read_text(encoding="utf-8"), yaml.BaseLoader)
    on_page = {row[2].strip("`"): row for row in _tables(cases=True)}
    assert set(on_page) == set(cases)
    for name, case in cases.items():
        how = f"finding {case['finding']}" if "finding" in case else None
        assert on_page[name][3] == (how or next(kind for kind in ("printed", "shown") if kind in case))
