"""Distinctions that real programs make, each in a folder of its own: said in a field, and not in passing.

``cases.yaml`` lists them. A case is laid over the example county; its ``flip`` exchanges the one text that makes the
difference. Then a finding comes or goes, a value that holds on the day is another, or a printed line is gone.
"""

from __future__ import annotations

import json
import re
import shutil
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from leadkit.check import check_jurisdiction
from leadkit.check.subject import Subject
from leadkit.diagnostic import Severity
from leadkit.documents import compose_standing, to_markdown
from leadkit.model.load import load
from leadkit.report.shown import rows_of
from tests.mistakes.workshop import reading_once
from tests.sampling import sampled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leadkit.diagnostic import Diagnostic
    from leadkit.model.load import Jurisdiction

HERE = Path(__file__).parent
ROOT = Path(__file__).parents[2]
CASES: dict[str, dict[str, Any]] = yaml.load((HERE / "cases.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
each_case = pytest.mark.parametrize("name", sampled(CASES, one_in=2))


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> Iterator[States]:
    """Each case in its two states; the county below all of them is read once."""
    with reading_once():
        yield States(tmp_path_factory.mktemp("flipped"))


class States:
    """The cases as they stand, and with the one distinguishing text exchanged."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        # Many scenarios are a quarter of the work of checking, and no case is about them.
        left_out = shutil.ignore_patterns("scenarios.yaml")
        shutil.copytree(ROOT / "jurisdictions" / "example-county", folder / "base", ignore=left_out)

    @cache  # noqa: B019  (one object for the whole module)
    def state(self, name: str, state: str) -> Jurisdiction:
        """One case, as ``case`` or ``flipped``."""
        text = (HERE / name / "program.yaml").read_text(encoding="utf-8")
        if state == "flipped":
            [(old, new)] = CASES[name]["flip"].items()
            assert text.count(old) == 1
            text = text.replace(old, new)
        text = text.replace("../../../jurisdictions/example-county", "../base")
        folder = self._folder / f"{name}-{state}"
        folder.mkdir()
        (folder / "program.yaml").write_text(text, encoding="utf-8")
        return load(folder)

    @cache  # noqa: B019
    def findings(self, name: str, state: str) -> tuple[Diagnostic, ...]:
        """What leadkit finds about one state of a case."""
        jurisdiction = self.state(name, state)
        return check_jurisdiction(jurisdiction, jurisdiction.as_of)

    def codes(self, name: str, state: str) -> set[str]:
        """The codes of all findings."""
        return {one.code for one in self.findings(name, state)}

    def errors(self, name: str, state: str) -> set[str]:
        """The codes of the errors."""
        return {one.code for one in self.findings(name, state) if one.severity is Severity.ERROR}


def _subject(jurisdiction: Jurisdiction) -> Subject:
    standing = jurisdiction.resolve()
    assert standing.program is not None
    return Subject(jurisdiction, standing, standing.program)


def _shown(jurisdiction: Jurisdiction, path: str) -> str:
    subject = _subject(jurisdiction)
    rows = rows_of(subject, subject.steps(path))
    return rows[0].value if rows else ""


def _printed(jurisdiction: Jurisdiction, document: str) -> str:
    composed = compose_standing(jurisdiction.resolve(), document)
    assert composed is not None
    assert composed.document is not None, [one.message for one in composed.diagnostics]
    return " ".join(to_markdown(composed.document).split())


@each_case
def test_neither_state_has_an_error_but_the_one_it_shows(name: str, states: States) -> None:
    shown = {CASES[name].get("finding"), *CASES[name].get("also", ())}
    for state in ("case", "flipped"):
        assert not states.state(name, state).source.diagnostics
        assert states.errors(name, state) <= shown


@each_case
def test_exchanging_the_one_value_changes_what_comes_of_it(name: str, states: States) -> None:
    case = CASES[name]
    if "finding" in case:
        assert [state for state in ("case", "flipped") if case["finding"] in states.codes(name, state)] == [case["in"]]
        return
    here, flipped = states.state(name, "case"), states.state(name, "flipped")
    if "shown" in case:
        assert _shown(here, case["shown"]) == case["value"] != _shown(flipped, case["shown"])
    else:
        document = case.get("document", "mou")
        assert case["printed"] in _printed(here, document)
        assert case["printed"] not in _printed(flipped, document)


def test_each_folder_is_a_case_and_none_says_it_in_passing() -> None:
    folders = {folder.name for folder in HERE.iterdir() if folder.is_dir() and not folder.name.startswith("__")}
    assert folders == set(CASES)
    assert {f"{number:02d}" for number in range(1, 37)} <= {name[:2] for name in CASES}
    for name, case in CASES.items():
        assert not re.search(r"\b(notes|x-\w+|remark|other)\b", json.dumps(case.get("shown", ""))), name
