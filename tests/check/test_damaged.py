"""Whatever is done to a program's files, check answers with findings and never fails itself."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leadkit.check import check_jurisdiction
from leadkit.model.load import load
from leadkit.resources import programs
from tests.mistakes.workshop import reading_once
from tests.sampling import ALL

COUNTY = programs() / "example-county"
LINES = {file.name: file.read_text(encoding="utf-8").split("\n") for file in COUNTY.glob("*.yaml")}
VALUES = st.sampled_from([
    "~", "", "yes", "[]", "{}", "2024-02-30", "-1", "9" * 30, "{a: b}", "[a, [b]]", "any_time", "no_limit", "24/7",
    "{versions: {2024: a}}", "{versions: {}}", "{ended: true}", "EX-1", "us-ny", "{{ 1 }}", "whole-county", "\u202e",
])  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    copy = tmp_path_factory.mktemp("damaged") / "county"
    shutil.copytree(COUNTY, copy)
    with reading_once():
        yield copy


@given(st.data())
@settings(max_examples=40 if ALL else 15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_program_has_findings_and_check_does_not_fail(folder: Path, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(LINES)))
    lines = list(LINES[name])
    for _ in range(data.draw(st.integers(1, 3))):
        number = data.draw(st.integers(0, len(lines) - 1))
        field, colon, _ = lines[number].partition(":")
        change = data.draw(st.sampled_from(["value", "name", "cut", "twice", "in", "out", "character"]))
        if change == "value" and colon:
            lines[number] = f"{field}: {data.draw(VALUES)}"
        elif change == "name" and colon:
            lines[number] = f"{field}x{lines[number][len(field) :]}"
        elif change == "cut":
            lines[number] = ""
        elif change == "twice":
            lines.insert(number, lines[number])
        elif change == "in":
            lines[number] = f"  {lines[number]}"
        elif change == "out":
            lines[number] = lines[number].removeprefix("  ")
        elif lines[number]:
            place = data.draw(st.integers(0, len(lines[number]) - 1))
            character = data.draw(st.sampled_from("{}[]:,#&*!|>%@`\"'\t- "))
            lines[number] = lines[number][:place] + character + lines[number][place + 1 :]
    (folder / name).write_text("\n".join(lines), encoding="utf-8")
    try:
        jurisdiction = load(folder)
        found = check_jurisdiction(jurisdiction, jurisdiction.as_of)
    finally:
        (folder / name).write_text("\n".join(LINES[name]), encoding="utf-8")
    assert all(one.message and one.code.startswith("LK") for one in found)
