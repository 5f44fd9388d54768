"""Look-backs at their ends, leap days and dates of which only a part is known."""

from __future__ import annotations

from typing import Any

import pytest

from leadkit.policy.engine import load
from tests.policy.engine.policies import case, policy, rule


def _within(on: str, written: str, window: dict[str, int]) -> Any:
    """Whether a date lies within a window before the contact, as a rule finds it."""
    one = rule("recent", {"fact": "last-offer", "within": window}, pathways=["social"])
    return load(policy(one)).decide(case(on, "social", last_offer=written))["rules"]["recent"]


@pytest.mark.parametrize(
    ("written", "window", "last", "after"),
    [
        ("2016-02-29", {"months": 120}, "2026-02-28", "2026-03-01"),
        ("2016-02-28", {"months": 120}, "2026-02-28", "2026-03-01"),
        ("2016-02-29", {"months": 48}, "2020-02-29", "2020-03-01"),
        ("2015-02-28", {"months": 12}, "2016-02-28", "2016-02-29"),
        ("2026-01-31", {"months": 1}, "2026-02-28", "2026-03-01"),
        ("2026-01-31", {"months": 2}, "2026-03-31", "2026-04-01"),
        ("2025-12-31", {"months": 2}, "2026-02-28", "2026-03-01"),
        ("2026-09-01", {"days": 30}, "2026-10-01", "2026-10-02"),
        ("2024-02-28", {"days": 1}, "2024-02-29", "2024-03-01"),
        ("2026-10-01", {"days": 0}, "2026-10-01", "2026-10-02"),
        ("0001-01-01", {"months": 12}, "0002-01-01", "0002-01-02"),
    ],
)
def test_the_last_day_of_a_window_is_in_it_and_the_next_is_not(
    written: str, window: dict[str, int], last: str, after: str
) -> None:
    assert _within(written, written, window) is True
    assert _within(last, written, window) is True
    assert _within(after, written, window) is False


@pytest.mark.parametrize(
    ("on", "written", "expected"),
    [
        ("2026-12-31", "2016", None),
        ("2026-01-01", "2016", True),
        ("2027-01-01", "2016", False),
        ("2026-02-01", "2016-02", True),
        ("2026-02-02", "2016-02", None),
        ("2026-02-28", "2016-02", None),
        ("2026-03-01", "2016-02", False),
        ("2026-10-01", "2026", True),
    ],
)
def test_a_part_of_a_date_is_every_day_that_it_may_be(on: str, written: str, expected: bool | None) -> None:
    assert _within(on, written, {"months": 120}) is expected
