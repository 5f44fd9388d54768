"""Distinctions that real programs make, each in a folder of its own: said in a field, and not in passing.

``cases.yaml`` lists them. A case is laid over the example county; its ``flip`` exchanges the one text that makes the
difference. Then a finding comes or goes, a value that holds on the day is another, or a printed line is gone.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from leadkit.check import check_jurisdiction
from leadkit.check.subject import Subject
from leadkit.documents import compose, to_markdown
from leadkit.documents.absence import OpenEntries
from leadkit.model.load import load
from leadkit.report.shown import rows_of

if TYPE_CHECKING:
    from leadkit.model.load import Jurisdiction

HERE = Path(__file__).parent
ROOT = Path(__file__).parents[2]
CASES: dict[str, dict[str, object]] = yaml.load((HERE / "cases.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
each_case = pytest.mark.parametrize("name", CASES)


def _flipped(name: str, folder: Path) -> Jurisdiction:
    """The case with its one distinguishing text exchanged."""
    text = (HERE / name / "program.yaml").read_text(encoding="utf-8")
    flip = CASES[name]["flip"]
    assert isinstance(flip, dict)
    [(old, new)] = flip.items()
    assert text.count(old) == 1
    base = (ROOT / "jurisdictions" / "example-county").as_posix()
    text = text.replace(old, new).replace("../../../jurisdictions/example-county", _relative(folder, base))
    (folder / "program.yaml").write_text(text, encoding="utf-8")
    return load(folder)


def _relative(folder: Path, base: str) -> str:
    copy = folder.parent / "base"
    copy.mkdir()
    for file in Path(base).glob("*.yaml"):
        (copy / file.name).write_bytes(file.read_bytes())
    return "../base"


@cache
def _case(name: str) -> Jurisdiction:
    return load(HERE / name)


def _subject(jurisdiction: Jurisdiction) -> Subject:
    standing = jurisdiction.resolve()
    assert standing.program is not None
    return Subject(jurisdiction, standing, standing.program)


def _codes(jurisdiction: Jurisdiction) -> set[str]:
    return {one.code for one in check_jurisdiction(jurisdiction, jurisdiction.as_of)}


def _shown(jurisdiction: Jurisdiction, path: str) -> str:
    subject = _subject(jurisdiction)
    rows = rows_of(subject, subject.steps(path))
    return rows[0].value if rows else ""


def _printed(jurisdiction: Jurisdiction) -> str:
    program = _subject(jurisdiction).program
    composed = compose(program, "mou", jurisdiction.as_of, absences=OpenEntries(program.open))
    assert composed.document is not None, [one.message for one in composed.diagnostics]
    return to_markdown(composed.document)


@each_case
def test_the_case_can_be_read(name: str) -> None:
    jurisdiction = _case(name)
    assert not jurisdiction.source.diagnostics
    assert not jurisdiction.resolve().errors


@each_case
def test_exchanging_the_one_value_changes_what_comes_of_it(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    folder = tmp_path / "case"
    folder.mkdir()
    flipped = _flipped(name, folder)
    if "finding" in case:
        with_it, without = (flipped, _case(name)) if case["in"] == "flipped" else (_case(name), flipped)
        assert case["finding"] in _codes(with_it)
        assert case["finding"] not in _codes(without)
    elif "shown" in case:
        assert _shown(_case(name), str(case["shown"])) == case["value"]
        assert _shown(flipped, str(case["shown"])) != case["value"]
    else:
        assert str(case["printed"]) in _printed(_case(name))
        assert str(case["printed"]) not in _printed(flipped)


def test_each_folder_is_a_case_and_none_says_it_in_passing() -> None:
    folders = {folder.name for folder in HERE.iterdir() if folder.is_dir() and not folder.name.startswith("__")}
    assert folders == set(CASES)
    assert {f"{number:02d}" for number in range(1, 37)} <= {name[:2] for name in CASES}
    for name, case in CASES.items():
        assert not re.search(r"\b(notes|x-\w+|remark|other)\b", json.dumps(case.get("shown", ""))), name
