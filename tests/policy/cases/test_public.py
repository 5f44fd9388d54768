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


def test_who_overrides_for_supervision_is_told_to_those_alone_who_may_know_of_it(desk: Desk, decide: Decide) -> None:
    decided = decide(
        """
        age: 40
        area: sampleton-city
        probable-cause: yes
        consents: yes
        threat-of-harm: yes
        charges: {a: {offence: trespass, level: misdemeanor, victim: business}}
        supervision: {a: {kind: community_custody, agrees: no}}
        """,
        nothing_else=True,
    )
    assert decided.case is not None and decided.decision is not None
    case, decision = decided.case, decided.decision
    shown = json.loads(render_json(desk, case, decision, restricted=False))
    assert [one["by"] for one in shown["whose"]] == ["misdemeanor-charging"]
    told = render_text(desk, case, decision, restricted=False)
    assert "supervis" not in told.lower() and "orrections" not in told
    assert "orrections" in render_text(desk, case, decision, restricted=True)


ELIGIBLE = """
age: 34
area: downtown-core
consents: yes
probable-cause: yes
charges: {first: {offence: possession, act: possess, level: gross_misdemeanor, user-quantity: yes}}
items: {heroin: {offence: possession, act: possess, substance: heroin, weight: 2 g}}
"""
WEIGHED = "supervision: {a: {kind: probation, agrees: yes}}\ntreatment-court-case: yes\n"
"""What advisory rules weigh that are restricted."""


@pytest.mark.parametrize("render", [render_text, render_json])
def test_what_is_only_weighed_tells_of_no_record(desk: Desk, decide: Decide, render: Callable[..., str]) -> None:
    clear, weighed = decide(ELIGIBLE, nothing_else=True), decide(ELIGIBLE + WEIGHED, nothing_else=True)
    assert weighed.decision is not None and len(weighed.decision["weighed"]) == 2
    assert _shown(render, desk, weighed) == _shown(render, desk, clear)
    assert "eligible" in _shown(render, desk, clear).lower()


def _shown(render: Callable[..., str], desk: Desk, decided: Decided) -> str:
    assert decided.case is not None and decided.decision is not None, decided.found
    return render(desk, decided.case, decided.decision, restricted=False, nothing_else=True)


UNDER_AGE = ELIGIBLE.replace("age: 34", "age: 17")


@pytest.mark.parametrize("render", [render_text, render_json])
def test_a_reason_without_words_for_anybody_is_not_told_beside_another(
    desk: Desk, decide: Decide, render: Callable[..., str]
) -> None:
    alone = decide(UNDER_AGE, nothing_else=True)
    both = decide(f"{UNDER_AGE}offers: {{a: {{date: 2026-09-01, ended: no_intake}}}}\n", nothing_else=True)
    assert both.decision is not None and len(both.decision["reasons"]) == 2
    assert _shown(render, desk, both) == _shown(render, desk, alone)


def test_how_many_restricted_reasons_say_the_same_is_not_told(desk: Desk, decide: Decide) -> None:
    decided = decide(f"{ELIGIBLE}confidential-informant: yes\n{MURDER.splitlines()[-1]}", nothing_else=True)
    assert decided.decision is not None and len(decided.decision["reasons"]) == 2
    [said] = public(desk.policy, decided.decision)["reasons"]
    assert said == {
        "charge": None, "reason_code": "not-now", "public_reason": "The program cannot take this referral now.",
    }  # fmt: skip


def test_a_question_about_a_record_is_not_told_where_a_list_that_is_not_named_is_empty(
    desk: Desk, decide: Decide
) -> None:
    open_ = f"{ELIGIBLE}records: {{a: {{offence: RCW 9A.32.030, record: conviction}}}}\n"
    decided = decide(open_.replace("age: 34", ""), nothing_else=True)
    assert decided.decision is not None and "records.1.juvenile" in decided.decision["missing"]
    assert public(desk.policy, decided.decision, nothing_else=True)["missing"] == ["age"]
    assert public(desk.policy, decided.decision)["missing"] == ["age", "records"]
    assert "record" not in _shown(render_text, desk, decided)
    unknown = decide(f"{ELIGIBLE}records: unknown\n", nothing_else=True)
    assert unknown.decision is not None
    assert public(desk.policy, unknown.decision, nothing_else=True)["missing"] == ["records"]


def test_that_something_is_left_out_is_told_with_every_case(desk: Desk, decide: Decide) -> None:
    for facts in (ELIGIBLE, UNDER_AGE, MURDER):
        assert _shown(render_text, desk, decide(facts, nothing_else=True)).endswith("add --restricted.\n")


def test_the_fewest_answers_are_kept_to_what_is_public_and_changes_are_told_to_nobody(
    desk: Desk, decide: Decide
) -> None:
    decision = decide("age: 34").decision
    assert decision is not None
    decision = {
        **decision,
        "deciding": ["records.1.juvenile", "records.2.juvenile", "age"],
        "changes": [{"fact": "age", "answer": 17, "outcome": "not_eligible"}],
    }
    shown = public(desk.policy, decision)
    assert shown["deciding"] == ["records", "age"]
    assert "changes" not in shown


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
