"""A program that extends another takes over no act of the other's without a word."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from leadkit.check import check
from leadkit.diagnostic import Diagnostic
from leadkit.resources import programs

BASE = """\
schema_version: 1
eligibility: {list_status: adopted}
agreement:
  signatures:
    city: {party: city, title: Mayor, status: signed, date: 2024-05-01}
    county: {party: county, title: Chair, status: signed, date: 2024-05-02}
documents: {mou: {version: "2"}}
"""


def _acts(folder: Path, text: str, base: str = BASE) -> list[Diagnostic]:
    for name, content in (("base", base), ("own", f"extends: ../base\n{text}")):
        (folder / name).mkdir()
        (folder / name / "all.yaml").write_text(content, encoding="utf-8")
    return [one for one in check(folder / "own") if one.code == "LK177"]


def test_acts_that_are_taken_over_are_one_finding_with_the_line_of_each(tmp_path: Path) -> None:
    (found,) = _acts(tmp_path, "change: {eligibility: {list_status: draft}}\n")
    assert found.message == "Acts of the base are taken over as they stand: agreement.signatures, documents.*.version."
    assert [(span.file.rpartition("/")[0].rpartition("/")[2], span.line) for span in found.spans] == [
        ("own", 1), ("base", 5), ("base", 7),
    ]  # fmt: skip


def test_an_act_in_a_version_counts(tmp_path: Path) -> None:
    base = "schema_version: 1\neligibility: {list_status: {versions: {2024: adopted}}}\n"
    assert len(_acts(tmp_path, "", base)) == 1


REMOVED = "remove: {agreement.signatures: {reason: r}, eligibility.list_status: {reason: r}, documents: {reason: r}}\n"


@pytest.mark.parametrize(
    "text",
    [
        REMOVED,
        f"{REMOVED}add: {{agreement: {{signatures: {{town: {{party: town, title: Mayor, status: pending}}}}}}}}\n",
        "base: yes\n",
        "remove: {agreement: {reason: r}}\n"
        "change: {eligibility: {list_status: draft}, documents: {mou: {version: '1'}}}\n",
    ],
    ids=["removed", "removed and said anew", "a base itself", "changed"],
)
def test_what_a_folder_says_itself_is_taken_over_from_nobody(text: str, tmp_path: Path) -> None:
    assert _acts(tmp_path, text) == []


def test_a_program_without_a_base_takes_over_nothing(tmp_path: Path) -> None:
    (tmp_path / "all.yaml").write_text(BASE, encoding="utf-8")
    assert "LK177" not in {one.code for one in check(tmp_path)}


@pytest.mark.parametrize("name", ["santa-fe-nm", "santa-fe-county-nm"])
def test_the_base_of_new_mexico_holds_no_act(name: str) -> None:
    assert "LK177" not in {one.code for one in check(os.fspath(programs() / name))}
