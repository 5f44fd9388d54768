"""The desk of the example county, and cases as they are written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from textwrap import dedent

import pytest

from leadkit.model.load import Jurisdiction, load
from leadkit.policy.cases.case import told
from leadkit.policy.cases.desk import Decided, Desk, desk_of
from leadkit.resources import programs
from leadkit.source import read_text

DAY = date(2026, 9, 10)
"""A day on which Schedule B is known to be complete."""


@cache
def _jurisdiction() -> Jurisdiction:
    return load(programs() / "example-county")


@cache
def desk_on(day: date) -> Desk:
    desk = desk_of(_jurisdiction(), day, name="example-county")
    assert desk is not None
    return desk


@pytest.fixture
def desk() -> Desk:
    return desk_on(DAY)


@pytest.fixture
def decide() -> Callable[..., Decided]:
    """Decide a case as it is written; the facts stand by themselves."""

    def decided(
        facts: str, *, pathway: str = "arrest-diversion", nothing_else: bool = False, on: date = DAY
    ) -> Decided:
        text = f"pathway: {pathway}\nnothing_else: {'yes' if nothing_else else 'no'}\nfacts:\n"
        text += "".join(f"  {line}\n" for line in dedent(facts).strip().splitlines())
        root, wrong = read_text(text, "case.yaml")
        case, odd = told(root)
        assert not wrong and not odd, (wrong, odd)
        return desk_on(on).decide(case)

    return decided
