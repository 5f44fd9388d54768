"""The page that holds the model against the domain notes: every field it names exists, and every edge case is on it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from leadkit.model.fields import ANYWHERE, all_fields

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "explanation" / "coverage.md").read_text(encoding="utf-8")
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


@pytest.mark.parametrize("part", ["16.1", "16.3", "16.4", "16.5", "A", "B", "C", "D", "E"])
def test_each_part_of_the_notes_is_on_the_page(part: str) -> None:
    assert any(row[0].startswith(part) for row in _tables(cases=False))


def test_the_edge_cases_on_the_page_are_those_that_are_tested() -> None:
    cases = yaml.load(CASES.read_text(encoding="utf-8"), yaml.BaseLoader)
    on_page = {row[2].strip("`"): row for row in _tables(cases=True)}
    assert set(on_page) == set(cases)
    for name, case in cases.items():
        how = f"finding {case['finding']}" if "finding" in case else None
        assert on_page[name][3] == (how or next(kind for kind in ("asked", "printed", "shown") if kind in case))
