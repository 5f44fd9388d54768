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
from tests.policy.strategies import COLLECTIONS, DAY, FACTS, LEVELS, cases, policies

ENGINE = Path(leadkit.policy.__file__).with_name("engine.js")
ONLY_PYTHON = {"deciding", "changes"}
"""What takes a search, which the engine in JavaScript leaves to the other."""

Answer = Callable[[dict[str, Any], dict[str, Any]], dict[str, Any]]

POLICY = {
    "format": 1, "program": "p", "name": "P", "on": DAY, "several_charges": "all", "seriousness": list(LEVELS),
    "pathways": {"arrest": {"name": "A", "needs_charge": True}}, "facts": FACTS, "collections": COLLECTIONS, "rules": [],
}  # fmt: skip

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
        decision = load(policy).decide(case)
    except CaseError as error:
        return {"problems": [one._asdict() for one in error.problems]}
    return {"decision": {key: value for key, value in decision.items() if key not in ONLY_PYTHON}}


@given(st.data())
@settings(max_examples=150)
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
