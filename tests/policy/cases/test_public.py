"""What any party may see of a decision tells nothing of a criminal record."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from leadkit.model.load import load
from leadkit.policy.cases.case import Told, nothing
from leadkit.policy.cases.desk import Decided, Desk, desk_of
from leadkit.policy.cases.public import public
from leadkit.policy.cases.spoken import answer_in_words
from leadkit.report.screened import render_json, render_text
from leadkit.resources import programs

Decide = Callable[..., Decided]
MURDER = """
age: 58
consents: yes
records: {a: {offence: RCW 9A.32.030, record: conviction, juvenile: no}}
"""
TELLS = ("9A.32", "Schedule B", "history", "gravest", "urder")


@pytest.fixture(params=["barred", "open"])
def decided(request: pytest.FixtureRequest, decide: Decide) -> Decided:
    """A case barred by a record, and one in which something about a record is open."""
    return decide(MURDER if request.param == "barred" else MURDER.replace(", juvenile: no", ""))


@pytest.mark.parametrize("render", [render_text, render_json])
def test_the_public_wording_tells_of_no_record(desk: Desk, decided: Decided, render: Callable[..., str]) -> None:
    assert decided.case is not None and decided.decision is not None
    told = render(desk, decided.case, decided.decision, restricted=False)
    assert not [word for word in TELLS if word in told.replace("mental_health", "")]
    assert "records.1" not in told


def test_the_restricted_wording_tells_all(desk: Desk, decide: Decide) -> None:
    decided = decide(MURDER)
    assert decided.case is not None and decided.decision is not None
    told = render_text(desk, decided.case, decided.decision, restricted=True)
    assert "A conviction listed in Schedule B, at any time." in told
    assert "records.1.offence = Murder in the first degree" in told
    assert json.loads(render_json(desk, decided.case, decided.decision, restricted=True))["rules"][
        "eligibility.history.gravest"
    ]


def test_changes_and_the_fewest_answers_are_kept_to_what_is_public(desk: Desk, decide: Decide) -> None:
    decision = decide("age: 34").decision
    assert decision is not None
    decision = {
        **decision,
        "deciding": ["records.1.juvenile", "records.2.juvenile", "age"],
        "changes": [
            {"fact": "records", "answer": [], "outcome": "eligible"},
            {"fact": "age", "answer": 17, "outcome": "not_eligible"},
        ],
    }
    shown = public(desk.policy, decision)
    assert shown["deciding"] == ["records", "age"]
    assert [one["fact"] for one in shown["changes"]] == ["age"]


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("age", 34, "34 years"),
        ("age", None, "not known"),
        ("consents", True, "yes"),
        ("area", "outside", "In none of them"),
        ("time", 870, "Mon 14:30"),
        ("items.1.weight", 2500, "2.5 g"),
        ("items.1.weight", 40, "40 mg"),
        ("items.1.value", 2550, "$25.50"),
        ("items.1.value", 2500, "$25"),
        ("amounts.goods", [2500, None], "$25 or more"),
        ("amounts.goods", [0, 2500], "$0 to $25"),
        ("history.gravest", 2, "2"),
        ("records", [{}], "1 in the list"),
    ],
)
def test_an_answer_is_said_as_a_person_says_it(desk: Desk, name: str, value: object, words: str) -> None:
    assert answer_in_words(desk.policy, name, value) == words


def test_what_the_program_leaves_open_is_told_with_the_decision() -> None:
    desk = desk_of(load(programs() / "albany-ny"), name="albany-ny")
    assert desk is not None
    decided = desk.decide(Told(nothing(), nothing_else=True))
    assert decided.case is not None and decided.decision is not None
    told = render_text(desk, decided.case, decided.decision, restricted=False)
    assert "eligibility.warrants: not in the public sources" in told
    assert "eligibility.warrants" in {
        one["path"] for one in json.loads(render_json(desk, decided.case, decided.decision, restricted=False))["open"]
    }
