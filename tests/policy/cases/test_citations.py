"""A record that is cited is held against the lists; no incomplete list clears it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from leadkit.policy.cases.desk import Decided

Decide = Callable[..., Decided]
LATER = date(2026, 10, 1)
"""A day after that on which Schedule B is known to be complete."""


def _record(decide: Decide, offence: str, **more: Any) -> dict[str, Any]:
    decided = decide(f'records: {{a: {{offence: "{offence}"}}}}', **more)
    assert decided.case is not None, decided.found
    record: dict[str, Any] = decided.case["facts"]["records"][0]
    return record


@pytest.mark.parametrize("written", ["RCW 9A.32.030", "9A.32.030", "rcw 9a.32.030(1)(a)", "Murder in the first degree"])
def test_a_member_of_a_list_is_found_however_it_is_cited(decide: Decide, written: str) -> None:
    record = _record(decide, written)
    assert record["offence"] == "9A.32.030"
    assert record["counts-as-gravest"] is True


def test_what_no_list_holds_is_another_offence_and_cleared_only_by_a_complete_list(decide: Decide) -> None:
    record = _record(decide, "RCW 9A.52.080")
    assert record == {
        "offence": "other", "counts-as-gravest": False, "counts-as-open-violent-case": False, "out-of-state": False
    }  # fmt: skip


def test_a_list_that_was_complete_before_clears_nothing_later(decide: Decide) -> None:
    assert "counts-as-gravest" not in _record(decide, "RCW 9A.52.080", on=LATER)


def test_an_attempt_is_another_offence_that_the_list_takes_in(decide: Decide) -> None:
    record = _record(decide, "attempted RCW 9A.32.030")
    assert (record["offence"], record["counts-as-gravest"]) == ("other", True)


def test_a_member_on_a_condition_is_not_told_by_its_number(decide: Decide) -> None:
    assert "counts-as-gravest" not in _record(decide, "RCW 9A.36.021")


def test_the_law_of_another_state_is_on_none_of_the_lists_and_cleared_by_none(decide: Decide) -> None:
    assert _record(decide, "Cal. Penal Code 187") == {"offence": "other", "out-of-state": True}


def test_what_the_case_says_itself_counts_before_the_list(decide: Decide) -> None:
    decided = decide("records: {a: {offence: RCW 9A.52.080, counts-as-gravest: yes}}")
    assert decided.case is not None
    assert decided.case["facts"]["records"][0]["counts-as-gravest"] is True


def test_other_by_itself_says_nothing_of_the_lists(decide: Decide) -> None:
    assert _record(decide, "other") == {"offence": "other"}
