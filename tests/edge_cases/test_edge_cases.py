"""Distinctions that real programs make, each in a folder of its own: said in a field, and not in passing.

``cases.yaml`` lists them. A case is laid over the example county; its ``flip`` exchanges the one text that makes the
difference. Then a finding comes or goes, a question about a person has another answer, a value that holds on the day
is another, or a printed line is gone.
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
from leadkit.check.ask.doors import meant
from leadkit.check.ask.time import surely_longer
from leadkit.check.subject import Subject
from leadkit.diagnostic import Severity
from leadkit.documents import compose, to_markdown
from leadkit.documents.absence import OpenEntries
from leadkit.model.hours import DAYS
from leadkit.model.load import load
from leadkit.report.shown import rows_of
from leadkit.values.quantities import Duration

if TYPE_CHECKING:
    from collections.abc import Callable

    from leadkit.diagnostic import Diagnostic
    from leadkit.model.load import Jurisdiction
    from leadkit.model.root import Program

HERE = Path(__file__).parent
ROOT = Path(__file__).parents[2]
CASES: dict[str, dict[str, Any]] = yaml.load((HERE / "cases.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
each_case = pytest.mark.parametrize("name", CASES)


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> States:
    """Each case in its two states, read once."""
    return States(tmp_path_factory.mktemp("flipped"))


class States:
    """The cases as they stand, and with the one distinguishing text exchanged."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        shutil.copytree(ROOT / "jurisdictions" / "example-county", folder / "base")

    @cache  # noqa: B019  (one object for the whole module)
    def state(self, name: str, state: str) -> Jurisdiction:
        """One case, as ``case`` or ``flipped``."""
        if state == "case":
            return load(HERE / name)
        text = (HERE / name / "program.yaml").read_text(encoding="utf-8")
        [(old, new)] = CASES[name]["flip"].items()
        assert text.count(old) == 1
        text = text.replace(old, new).replace("../../../jurisdictions/example-county", "../base")
        folder = self._folder / name
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


def _answer(jurisdiction: Jurisdiction, asked: dict[str, str]) -> str:
    """What follows for a person from several fields together."""
    facts = {name: fact for name, fact in asked.items() if name != "question"}
    return QUESTIONS[asked["question"]](_subject(jurisdiction).program, **facts)


def _limit(program: Program, substance: str, act: str) -> str:
    """The limit of the nearest class that a substance belongs to, or the exception made for one of its classes."""
    eligibility = program.eligibility
    kind: str | None = substance
    classes: list[str] = []
    while kind is not None:
        classes.append(kind)
        kind = eligibility.substances[kind].part_of
    fitting = [
        (classes.index(limit.substance), limit)
        for limit in eligibility.amounts.values()
        if limit.substance in classes and meant(limit.acts, act)
    ]
    _, nearest = min(fitting, key=lambda pair: pair[0])
    return str(next((nearest.exceptions[one] for one in classes if one in nearest.exceptions), nearest.at_most))


def _residence(program: Program, lived: str) -> str:
    """Whether a person has lived in the area for long enough."""
    residence = program.eligibility.residence
    assert residence is not None
    assert residence.at_least is not None
    return "too short" if surely_longer(residence.at_least, Duration.parse(lived)) else "long enough"


def _hours(program: Program, pathway: str, area: str, day: str, time: str) -> str:
    """Whether a referral is taken at an hour of the week, or what holds instead."""
    hour, minute = time.split(":")
    [rule] = [
        one for one in program.procedure.hours.values() if meant(one.areas, area) and meant(one.pathways, pathway)
    ]
    assert rule.hours is not None
    if rule.hours.open_at(DAYS.index(day), int(hour) * 60 + int(minute)):
        return "open"
    return "not_eligible" if rule.outside == "not_eligible" else str(rule.after_hours)


def _age(program: Program, at_offence: str, at_contact: str) -> str:
    """Whether a person of these ages is old enough on the day that counts."""
    rule = program.eligibility.age
    assert rule is not None
    assert rule.minimum is not None
    return "in" if int(at_offence if rule.as_of == "offence" else at_contact) >= rule.minimum else "out"


def _order(program: Program, kind: str, breached: str) -> str:
    """Whether an order of a kind keeps a person out who has kept to it, or has not."""
    [rule] = [one for one in program.eligibility.exclusions.values() if one.test == kind]
    return "kept out" if breached == "yes" or getattr(rule, "bars", None) == "whenever_in_force" else "not kept out"


QUESTIONS: dict[str, Callable[..., str]] = {
    "limit": _limit, "residence": _residence, "hours": _hours, "age": _age, "order": _order,
}  # fmt: skip


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
    if "asked" in case:
        assert _answer(here, case["asked"]) == case["value"] != _answer(flipped, case["asked"])
    elif "shown" in case:
        assert _shown(here, case["shown"]) == case["value"] != _shown(flipped, case["shown"])
    else:
        assert case["printed"] in _printed(here)
        assert case["printed"] not in _printed(flipped)


def test_each_folder_is_a_case_and_none_says_it_in_passing() -> None:
    folders = {folder.name for folder in HERE.iterdir() if folder.is_dir() and not folder.name.startswith("__")}
    assert folders == set(CASES)
    assert {f"{number:02d}" for number in range(1, 37)} <= {name[:2] for name in CASES}
    for name, case in CASES.items():
        assert not re.search(r"\b(notes|x-\w+|remark|other)\b", json.dumps(case.get("shown", ""))), name
