"""A table says of every case what the engine of single cases says."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leadkit.policy.engine import load
from leadkit.policy.policy import Policy
from tests.policy.batch.tables import ENGINES, expected, rows_of, screened
from tests.policy.strategies import cases, policies

SETTINGS = settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))


def _typed(policy: dict[str, Any]) -> Policy:
    import json

    return Policy.model_validate_json(json.dumps(policy))


@pytest.mark.parametrize("engine", ENGINES)
@SETTINGS
@given(policy=policies(), some=st.lists(cases(entries=1), min_size=1, max_size=30))
def test_a_row_is_decided_as_the_case_it_holds(engine: str, policy: dict[str, Any], some: list[dict[str, Any]]) -> None:
    typed = _typed(policy)
    answers, rejected = screened(engine, typed, rows_of(typed, some, grouped=False))
    assert not rejected
    assert answers == expected(load(policy), some, range(1, len(some) + 1), typed)


@pytest.mark.parametrize("engine", ENGINES)
@SETTINGS
@given(policy=policies(), some=st.lists(cases(entries=3), min_size=1, max_size=30))
def test_rows_of_one_case_are_decided_together(engine: str, policy: dict[str, Any], some: list[dict[str, Any]]) -> None:
    typed = _typed(policy)
    answers, rejected = screened(engine, typed, rows_of(typed, some, grouped=True))
    assert not rejected
    keys = [f"case {number:04d}" for number in range(1, len(some) + 1)]
    assert answers == expected(load(policy), some, keys, typed)
