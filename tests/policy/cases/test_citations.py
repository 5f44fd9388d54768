"""A record that is cited becomes one of the policy's answers; no list that is incomplete clears it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from leadkit.policy.cases.citations import placed
from leadkit.policy.cases.desk import Decided
from leadkit.policy.compile.crimes import ELSEWHERE, HERE

Decide = Callable[..., Decided]
OPTIONS = ("9A.32.030", "9A.44.100(1)(a)", "9A.56.200", "9A.56.200(2)", "664/187", HERE, ELSEWHERE)
LATER = date(2026, 10, 1)
"""A day after that on which Schedule B is known to be complete."""


@pytest.mark.parametrize(
    ("citation", "answers"),
    [
        ("RCW 9A.32.030", {"offence": "9A.32.030", "out-of-state": False}),
        ("rcw 9a.32.030(1)(a)", {"offence": "9A.32.030", "out-of-state": False}),
        ("9A.32.030", {"offence": "9A.32.030"}),
        ("9A.56.200(2)", {"offence": "9A.56.200(2)"}),
        ("9A.56.200(1)", {"offence": "9A.56.200"}),
        ("attempted RCW 9A.32.030", {"offence": "9A.32.030", "attempt": True, "out-of-state": False}),
        ("664/187", {"offence": "664/187", "attempt": True}),
        ("187", {"offence": HERE}),
        ("RCW 9A.52.080", {"offence": HERE, "out-of-state": False}),
        ("Cal. Penal Code 9A.32.030", {"offence": ELSEWHERE, "out-of-state": True}),
        ("SMC 12A.06.010", {"offence": ELSEWHERE, "out-of-state": False}),
        ("RCW 9A.44.100", {"out-of-state": False}),
        ("murder", None),
    ],
)
def test_a_citation_is_one_of_the_answers(citation: str, answers: dict[str, Any] | None) -> None:
    assert placed(citation, OPTIONS, "WA") == answers


def _holds(decide: Decide, offence: str, rule: str, **more: Any) -> bool | None:
    decided = decide(
        f'records: {{a: {{offence: "{offence}", record: conviction, released: 2020, juvenile: no}}}}', **more
    )
    assert decided.decision is not None, decided.found
    holds: bool | None = decided.decision["rules"][f"eligibility.history.{rule}"]
    return holds


def test_a_title_names_the_offence_too(decide: Decide) -> None:
    assert _holds(decide, "Murder in the first degree", "gravest") is True


def test_only_a_complete_list_clears_what_it_does_not_hold(decide: Decide) -> None:
    assert _holds(decide, "RCW 9A.52.080", "gravest") is False
    assert _holds(decide, "RCW 9A.52.080", "violent") is None
    assert _holds(decide, "RCW 9A.52.080", "gravest", on=LATER) is None


def test_another_state_is_never_cleared_by_a_list_of_this_one(decide: Decide) -> None:
    assert _holds(decide, "Cal. Penal Code 187", "gravest") is None


def test_what_the_case_says_itself_counts_before_the_citation(decide: Decide) -> None:
    decided = decide("records: {a: {offence: RCW 9A.32.030, out-of-state: yes}}")
    assert decided.case is not None
    assert decided.case["facts"]["records"] == [{"offence": "9A.32.030", "out-of-state": True}]
