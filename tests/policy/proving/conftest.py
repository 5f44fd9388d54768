"""A small policy, and scenarios of it: an age, an amount that is added up, a choice, a time of the week."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from leadkit.diagnostic import Span
from leadkit.model.scenarios import Expectation
from leadkit.policy.cases.desk import Desk
from leadkit.policy.policy import Policy
from leadkit.policy.proving.examined import Examined, examine
from leadkit.policy.scenarios import Tested

DAY = "2026-10-01"
Json = dict[str, Any]


def rule(id_: str, when: Json, **more: Any) -> Json:
    """A rule, absolute and on the first pathway unless it says otherwise."""
    return {
        "id": id_,
        "text": id_.title(),
        "when": when,
        "strength": "absolute",
        "pathways": ("arrest",),
        "place": {"file": "eligibility.yaml", "line": 7, "column": 3},
        **more,
    }


RULES = (
    rule("age", {"fact": "age", "below": 18}),
    rule(
        "amount",
        {"fact": "grams", "at_least": 5001},
        strength="presumptive",
        owners=({"by": "prosecutor"}, {"by": "sheriff"}),
    ),
    rule("weapon", {"fact": "weapon", "in": ("knife", "gun")}, pathways=("arrest", "contact")),
    rule("weighed", {"fact": "consents", "is": False}, strength="advisory"),
)


def make_policy(*rules: Json) -> Policy:
    """The policy with these rules."""
    yes_no = {"type": "yes_no", "question": "Is it so?"}
    pathway = {"name": "A pathway", "needs_charge": False}
    number = {"type": "number", "question": "How much?"}
    return Policy.model_validate(
        {
            "program": "p",
            "name": "P",
            "on": DAY,
            "several_charges": "all",
            "pathways": {"arrest": pathway, "contact": pathway},
            "facts": {
                "age": {**number, "unit": "years"},
                "weapon": {
                    "type": "choice",
                    "question": "Which?",
                    "options": {"none": "None", "knife": "Knife", "gun": "Gun", "stick": "Stick"},
                },
                "consents": yes_no,
                "seen": {"type": "date", "question": "When?"},
                "time": {**number, "unit": "minutes_of_the_week", "at_most": 10079},
            },
            "collections": {
                "items": {
                    "entry": "item",
                    "question": "What?",
                    "facts": {"weight": {**number, "unit": "milligrams"}, "drug": yes_no},
                }
            },
            "reducers": {
                "grams": {
                    "reduce": "total",
                    "of": "items",
                    "fact": "weight",
                    "where": {"fact": "item.drug", "is": True},
                }
            },
            "rules": rules,
        },
        strict=False,
    )


@pytest.fixture
def policy() -> Policy:
    return make_policy(*RULES)


@pytest.fixture
def examined(policy: Policy) -> Callable[..., Examined]:
    """The policy with scenarios: by their ids, what is known, and what is expected; all of it or the outcome."""

    def made(pathway: str = "arrest", rules: Policy | None = None, **scenarios: tuple[Json, Json | str]) -> Examined:
        by = rules or policy
        desk = Desk(by, "WA", {})
        tested = []
        for id_, (facts, expect) in scenarios.items():
            said = Expectation.model_validate({"outcome": expect} if isinstance(expect, str) else expect)
            case = {"on": DAY, "pathway": pathway, "facts": facts}
            tested.append(Tested(id_, id_, Span(""), desk, case, desk.engine.decide(case), expect=said))
        return examine(by, tested)

    return made
