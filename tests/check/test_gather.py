"""The silences of one object are one finding, and what it proposes can be pasted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from leadkit.check import check
from leadkit.diagnostic import Diagnostic
from leadkit.report.json import render as render_json
from leadkit.report.report import Report
from leadkit.report.text import render as render_text

AGENCY = "schema_version: 1\nprogram: {name: Pine, state: NY, as_of: 2026-11-24%s}\nagencies:\n  police:\n"
AGENCY += "    legal_name: Pine Police\n    type: police\n"
SOURCES = "sources: {P-1: {title: The deck}}\n"


def _found(folder: Path, text: str) -> list[Diagnostic]:
    (folder / "program.yaml").write_text(text, encoding="utf-8")
    return list(check(folder))


def _of_the_agency(found: list[Diagnostic]) -> Diagnostic:
    [one] = [one for one in found if one.code == "LK501" and one.path == "agencies.police"]
    return one


def test_the_silences_of_an_object_are_one_finding_that_names_each_field(tmp_path: Path) -> None:
    one = _of_the_agency(_found(tmp_path, AGENCY % ""))
    assert one.message == 'Nothing is said about 3 fields of "agencies.police": form, can_sign, hipaa_status.'
    fields = ["agencies.police.form", "agencies.police.can_sign", "agencies.police.hipaa_status"]
    read = json.loads(render_json(Report([one])))["findings"][0]
    assert (read["path"], read["fields"]) == ("agencies.police", fields)


@pytest.mark.parametrize(
    ("program", "more", "left"),
    [("", "", {"LK504"}), (", compiled_from_public_sources: yes", SOURCES, set())],
    ids=["planned", "compiled"],
)
def test_what_is_proposed_closes_the_gap_when_it_is_pasted(
    program: str, more: str, left: set[str], tmp_path: Path
) -> None:
    text = AGENCY % program + more
    found = _found(tmp_path, text)
    lines = [line for one in found if one.code == "LK501" for line in (one.correction or "").splitlines()]
    pasted = text + "open:\n" + "".join(f"  {line}\n" for line in lines)
    after = {one.code for one in _found(tmp_path, pasted) if one.severity.value != "note"}
    assert after - {"LK303"} == left
    first = yaml.safe_load(lines[0])
    assert next(iter(first.values()))["why"] == ("undocumented" if program else "undecided")


def test_gaps_come_after_what_is_wrong_in_text_and_by_file_and_line_in_json(tmp_path: Path) -> None:
    found = _found(tmp_path, AGENCY % "" + "areas: {a: {name: A, kind: polygone}}\n")
    text = render_text(Report(found))
    assert text.index("LK203") < text.index("LK501")
    read = [one["code"] for one in json.loads(render_json(Report(found)))["findings"]]
    assert read.index("LK501") < read.index("LK203")
