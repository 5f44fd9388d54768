"""Each real program says what its sources say: a table of facts beside the YAML, walked row by row.

A row of ``facts/<program>.yaml`` names a fact, its sources, and where the program says it: ``path`` and
``value``, or ``paths`` with several of both, ``on`` a day where the value is versioned; or ``why_not``,
where no program could say it. Values are text as ``leadkit show --json`` gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel

from leadkit.check.subject import Subject
from leadkit.model.load import Jurisdiction, load
from leadkit.report.shown import rows_of
from leadkit.values.dates import PartialDate

ROOT = Path(__file__).parents[2]
TABLES = sorted(Path(__file__).parent.joinpath("facts").glob("*.yaml"))
DOCUMENTED = Path(__file__).with_name("documented.yaml")
ABOUT_THE_WHOLE = {"confidence", "other_values", "visibility"}

Row = dict[str, object]


def _rows(table: Path) -> list[Row]:
    rows = yaml.load(table.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(rows, list)
    return rows


def _text(row: Row, field: str) -> str:
    value = row.get(field, "")
    assert isinstance(value, str)
    return value


def _listed(row: Row, field: str) -> list[str]:
    value = row.get(field, [])
    if isinstance(value, str):
        return [value]
    assert isinstance(value, list)
    return [str(item) for item in value]


def _wanted(row: Row) -> dict[str, str]:
    paths = row.get("paths")
    if isinstance(paths, dict):
        return {str(path): str(value) for path, value in paths.items()}
    return {_text(row, "path"): _text(row, "value")} if "path" in row else {}


@cache
def _jurisdiction(program: str) -> Jurisdiction:
    return load(ROOT / "jurisdictions" / program)


@cache
def _subject(program: str, on: date) -> Subject:
    standing = _jurisdiction(program).resolve(on)
    assert standing.program is not None
    return Subject(_jurisdiction(program), standing, standing.program)


def _cited(subject: Subject, steps: tuple[str | int, ...]) -> set[str]:
    """The sources named for a value: at the object that has it, and at the objects around that one."""
    cited: set[str] = set()
    value: object = subject.program
    for step in steps:
        if isinstance(value, BaseModel):
            cited |= set(_sources_of(value, str(step)))
            value = getattr(value, str(step), None)
        elif isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, tuple):
            value = value[int(step)]
    return cited


def _sources_of(owner: BaseModel, field: str) -> Iterator[str]:
    yield from getattr(owner, "looked_in", ())
    sources = getattr(owner, "sources", {})
    if isinstance(sources, tuple):
        yield from sources
        return
    for name, ids in sources.items():
        if name in ("", field) or field in ABOUT_THE_WHOLE:
            yield from ids


CASES = [pytest.param(table, row, id=f"{table.stem}: {row.get('row')}") for table in TABLES for row in _rows(table)]


@pytest.mark.parametrize(("table", "row"), CASES)
def test_the_program_says_what_the_sources_say(table: Path, row: Row) -> None:
    wanted = _wanted(row)
    if "why_not" in row:
        assert not wanted, "a row gives a path or a reason why there is none, not both"
        assert _text(row, "why_not")
        return
    assert wanted, "a row gives a path, several paths, or why_not"
    on = PartialDate.parse(_text(row, "on")).last if "on" in row else _jurisdiction(table.stem).as_of
    subject = _subject(table.stem, on)
    for path, value in wanted.items():
        steps = subject.steps(path)
        shown = rows_of(subject, steps)
        assert shown, f"nothing is written at {path} on {on}"
        assert (shown[0].path, shown[0].value) == (steps, value)
        assert _cited(subject, steps) & set(_listed(row, "sources")), f"{path} cites no source of this row"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_every_row_names_its_fact_and_declared_sources(table: Path) -> None:
    declared = set(_subject(table.stem, _jurisdiction(table.stem).as_of).program.sources)
    names = [_text(row, "row") for row in _rows(table)]
    assert len(set(names)) == len(names), "two rows have one name"
    for row in _rows(table):
        assert re.match(r"[0-9]+\.[0-9]+ \S", _text(row, "row")), "a row begins with its subsection"
        assert _text(row, "fact"), row
        # A source that supports nothing the program says need not be declared.
        assert _listed(row, "sources"), row
        assert "why_not" in row or set(_listed(row, "sources")) & declared, row


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_each_documented_row_of_the_evidence_is_in_the_table(table: Path) -> None:
    """Within a subsection they come in the same order, and two rows that match share a source."""
    rows = _rows(table)
    section = _text(rows[0], "row").split(".")[0]
    documented = {part: rows for part, rows in _documented().items() if part.split(".")[0] == section}
    assert documented
    missing: list[str] = []
    for subsection, facts in documented.items():
        left = iter([row for row in rows if _text(row, "row").split(" ")[0] == subsection])
        for fact in facts:
            keys = set(_listed(fact, "sources"))
            if not any(not keys or keys & set(_listed(row, "sources")) for row in left):
                missing.append(f"{subsection}: {_text(fact, 'row')}")
                break
    assert not missing


def _documented() -> dict[str, list[Row]]:
    """The documented rows of the notes on real programs, by subsection."""
    read = yaml.load(DOCUMENTED.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(read, dict)
    return read
