"""The engine in JavaScript gives the answers of the engine in Python, in Node."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import leadkit.policy
from leadkit.policy.engine import CaseError, load
from tests.policy.engine.policies import ALWAYS, rule
from tests.policy.strategies import COLLECTIONS, DAY, FACTS, LEVELS, cases, policies
from tests.sampling import examples

ENGINE = Path(leadkit.policy.__file__).with_name("engine.js")
ONLY_PYTHON = {"deciding", "changes"}
"""What takes a search, which the engine in JavaScript leaves to the other."""

Answer = Callable[[dict[str, Any], dict[str, Any]], dict[str, Any]]

RANK = {"rank": {"type": "number", "question": "?", "unit": "pieces"}}
"""A number without an end of its own."""

POLICY = {
    "format": 1, "program": "p", "name": "P", "on": DAY, "several_charges": "all", "seriousness": list(LEVELS),
    "pathways": {"arrest": {"name": "A", "needs_charge": True}}, "facts": FACTS | RANK,
    "collections": COLLECTIONS, "rules": [],
}  # fmt: skip

HEAVY = {"reduce": "total", "of": "items", "fact": "weight", "where": {"fact": "item.substance", "in": ["opiate"]}}

pytestmark = pytest.mark.gate("node")


@pytest.fixture(scope="module")
def in_node() -> Iterator[Answer]:
    """Decides a case in Node."""
    with subprocess.Popen(
        ["node", str(Path(__file__).with_name("answer.mjs")), str(ENGINE)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as node:
        assert node.stdin is not None
        assert node.stdout is not None
        asked, told = node.stdin, node.stdout

        def answer(policy: dict[str, Any], case: dict[str, Any]) -> dict[str, Any]:
            print(json.dumps([policy, case]), file=asked, flush=True)
            found: dict[str, Any] = json.loads(told.readline())
            return found

        yield answer
        asked.close()


def in_python(policy: dict[str, Any], case: dict[str, Any]) -> dict[str, Any]:
    """Decides a case here, and tells of it what both engines tell."""
    try:
        engine = load(policy)
    except ValueError as error:
        return {"refused": str(error)}
    try:
        decision = engine.decide(case)
    except CaseError as error:
        return {"problems": [one._asdict() for one in error.problems]}
    return {"decision": {key: value for key, value in decision.items() if key not in ONLY_PYTHON}}


@given(st.data())
@settings(max_examples=examples(150))
def test_any_case_has_the_same_decision(in_node: Answer, data: st.DataObject) -> None:
    policy = data.draw(policies())
    case = data.draw(cases())
    assert in_node(policy, case) == in_python(policy, case)


@pytest.mark.parametrize(
    "facts",
    [
        {"colour": "blue"},
        {"age": True},
        {"age": -1},
        {"age": 4},
        {"age": 1.5},
        {"age": 2.0**53},
        {"rank": 2**53},
        {"rank": -1.0},
        {"area": "east"},
        {"consents": "yes"},
        {"born": "2027"},
        {"born": "2025-02-30"},
        {"born": "2025-13"},
        {"born": "0000"},
        {"born": 2025},
        {"born": "2025-02-28\n"},
        {"charges": {}},
        {"charges": ["theft"]},
        {"charges": [{"offence": "theft"}, {"weight": 1, "level": "deep"}]},
        {"age": None, "records": [{"date": "2026-03-01"}]},
        [],
    ],
    ids=str,
)
def test_what_is_wrong_with_a_case_is_told_alike(facts: Any, in_node: Answer) -> None:
    policy = {**POLICY, "holds_from": "2026-01-01"}
    case = {"on": DAY, "pathway": "arrest", "facts": facts}
    assert in_node(policy, case) == in_python(policy, case)
    assert in_python(policy, case)["problems"]


@pytest.mark.parametrize(
    "case",
    [[], {"on": "2026", "pathway": "arrest"}, {"on": "2025-12-31", "pathway": "arrest"}, {"on": 1, "pathway": "street"},
     {"pathway": "arrest", "facts": {}, "colour": 1}],
    ids=str,
)  # fmt: skip
def test_a_case_of_another_form_is_refused_alike(case: Any, in_node: Answer) -> None:
    policy = {**POLICY, "holds_from": "2026-01-01"}
    assert in_node(policy, case) == in_python(policy, case)
    assert in_python(policy, case)["problems"]


@pytest.mark.parametrize("rank", [6, 6.0, -0.0, 2**53 - 1, 6 + 1e-20])
def test_a_number_that_json_writes_as_a_whole_one_is_taken_alike(rank: float, in_node: Answer) -> None:
    policy = {**POLICY, "rules": [rule("high", {"fact": "rank", "at_least": 6.0})]}
    case = {"on": DAY, "pathway": "arrest", "facts": {"rank": rank, "charges": [{}]}}
    assert in_node(policy, case) == in_python(policy, case)
    assert in_python(policy, case)["decision"]["rules"]["high"] is (rank >= 6)


@pytest.mark.parametrize("secret", [None, "substance", "weight"])
@pytest.mark.parametrize("made", [HEAVY, {**HEAVY, "reduce": "greatest_total", "per": "substance"}], ids=str)
def test_a_made_number_is_restricted_alike(secret: str | None, made: dict[str, Any], in_node: Answer) -> None:
    items = COLLECTIONS["items"]
    facts = {name: {**fact, "restricted": name == secret} for name, fact in items["facts"].items()}
    heavy = {
        **POLICY, "collections": COLLECTIONS | {"items": {**items, "facts": facts}}, "reducers": {"made": made},
        "rules": [rule("heavy", {"fact": "made", "at_least": 1})],
    }  # fmt: skip
    case = {"on": DAY, "pathway": "arrest", "facts": {"items": [{"substance": "opiate", "weight": 2}]}}
    assert in_node(heavy, case) == in_python(heavy, case)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"rules": [rule("a", ALWAYS, "absolut")]}, "The rule a cannot be evaluated: There is no strength"),
        ({"rules": [rule("a", ALWAYS, scope="charges")]}, "The rule a cannot be evaluated: There is no scope"),
        ({"rules": [rule("a", ALWAYS, pathways=["street"])]}, "The rule a is on the pathway street"),
        ({"rules": [rule("a", ALWAYS), rule("a", ALWAYS)]}, "Two rules are called a."),
        ({"rules": [rule("a", ALWAYS, scope="charge")], "collections": {}}, "no list of charges"),
        ({"rules": [rule("a", {"fact": "age", "below": 1.5})]}, "age is compared with what is no number"),
        ({"rules": [rule("a", {"fact": "age", "below": -1})]}, "age is compared with what is no number"),
        ({"rules": [rule("a", {"fact": "age", "at_least": 2**53})]}, "age is compared with what is no number"),
        ({"rules": [rule("a", {"fact": "born", "within": {}})]}, "either months or days"),
        ({"reducers": {"made": {**HEAVY, "fact": None}}}, "The reducer made needs as its fact a number of items."),
        ({"reducers": {"made": {**HEAVY, "fact": "substance"}}}, "The reducer made needs as its fact a number"),
        ({"reducers": {"made": {**HEAVY, "reduce": "greatest_total"}}}, "The reducer made needs as its per a choice"),
        ({"reducers": {"made": {**HEAVY, "reduce": "mean"}}}, "There is no reduce of made that is called mean"),
        ({"several_charges": "some"}, "There is no several_charges that is called some, only all, any, most_serious."),
        ({"several_charges": "most_serious", "seriousness": ["low"]}, "every level of a charge"),
        ({"format": 2}, "form 1"),
    ],
    ids=str,
)
def test_a_policy_that_does_not_go_together_is_refused_alike(
    changed: dict[str, Any], told: str, in_node: Answer
) -> None:
    case = {"on": DAY, "pathway": "arrest", "facts": {}}
    refused = in_python({**POLICY, **changed}, case)
    assert told in refused["refused"]
    assert in_node({**POLICY, **changed}, case) == refused
