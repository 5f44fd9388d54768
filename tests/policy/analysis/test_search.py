"""What the search finds, what it rules out, and what it says it did not decide."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from leadkit.policy.analysis.days import days_back
from leadkit.policy.analysis.domains import Stretch
from leadkit.policy.analysis.formulas import negated
from leadkit.policy.analysis.relations import read
from leadkit.policy.analysis.search import Answer, find
from leadkit.policy.engine.dates import read_past
from leadkit.policy.language import Window
from leadkit.policy.policy import Policy
from tests.policy.engine.policies import policy, rule

Json = dict[str, Any]

ADULT = {"fact": "age", "at_least": 18}
CONVICTION = {"fact": "record.kind", "in": ["conviction"]}
RECENT = {"all": [CONVICTION, {"fact": "record.date", "within": {"months": 60}}]}
LONG_AGO = {"all": [CONVICTION, {"fact": "record.date", "within": {"months": 120}}]}


def _count(where: Json) -> Json:
    return {"reduce": "count", "of": "records", "where": where}


def _all(*wanted: Json, steps: int = 1000, reducers: Json | None = None) -> Answer:
    """Whether all of some conditions can hold."""
    made = Policy.model_validate_json(
        json.dumps(policy(*(rule(f"r{number}", one) for number, one in enumerate(wanted)), reducers=reducers))
    )
    world = read(made)
    return find(world, [one.when for one in world.sides[0].rules], steps)


def test_a_number_is_narrowed_to_where_everything_holds() -> None:
    answer = _all(ADULT, {"fact": "age", "below": 21})
    assert answer.case is not None
    assert answer.case.domains["age"] == Stretch(18, 20)


@pytest.mark.parametrize(
    "wanted",
    [
        [ADULT, {"fact": "age", "below": 18}],
        [{"fact": "age", "at_least": 121}],
        [{"fact": "consents", "is": True}, {"fact": "consents", "is": False}],
        [{"fact": "charge.offence", "in": ["theft"]}, {"not": {"fact": "charge.offence", "in": ["theft", "other"]}}],
        [{"fact": "last-offer", "within": {"days": 30}}, {"not": {"fact": "last-offer", "within": {"months": 2}}}],
        [{"any": []}],
    ],
)
def test_what_contradicts_itself_is_ruled_out(wanted: list[Json]) -> None:
    assert _all(*({"all": [one]} for one in wanted)).never


@pytest.mark.parametrize("on", ["2026-02-28", "2024-02-29", "2026-03-31", "2026-03-01", "2026-10-01"])
@pytest.mark.parametrize("months", [1, 2, 12, 120])
def test_days_reach_as_far_back_as_the_engine_says(on: str, months: int) -> None:
    contact = date.fromisoformat(on)
    back = days_back(Window(months=months), contact)
    reaches = [
        read_past(date.fromordinal(contact.toordinal() - days).isoformat(), contact).within_months(months)
        for days in (back, back + 1)
    ]
    assert reaches == [True, False]


def test_a_record_of_five_years_is_one_of_ten() -> None:
    reducers = {"recent": _count(RECENT), "long-ago": _count(LONG_AGO)}
    assert _all({"fact": "recent", "at_least": 2}, {"fact": "long-ago", "below": 2}, reducers=reducers).never
    assert _all({"fact": "recent", "below": 2}, {"fact": "long-ago", "at_least": 2}, reducers=reducers).case


def test_the_entries_of_a_case_count_as_often_as_it_needs() -> None:
    reducers = {"recent": _count(RECENT), "long-ago": _count(LONG_AGO)}
    answer = _all({"fact": "recent", "at_least": 1}, {"fact": "long-ago", "at_least": 3}, reducers=reducers)
    assert answer.case is not None
    assert [entry.times for entry in answer.case.entries["records"]] == [1, 2]


def test_no_entry_can_be_what_no_entry_is() -> None:
    reducers = {"none": _count({"all": [CONVICTION, {"fact": "record.kind", "in": ["open"]}]})}
    assert _all({"fact": "none", "at_least": 1}, reducers=reducers).never


def test_entries_that_every_other_number_forbids_are_ruled_out() -> None:
    """None of the two implies the other alone; only together do they leave no record."""
    reducers = {
        "any": _count({"all": []}), "convicted": _count(CONVICTION), "open": _count({"not": CONVICTION}),
    }  # fmt: skip
    wanted = [{"fact": "any", "at_least": 1}, {"fact": "convicted", "below": 1}, {"fact": "open", "below": 1}]
    assert _all(*wanted, reducers=reducers).never


def test_numbers_that_share_entries_in_a_tangle_are_not_decided() -> None:
    """Every record is one of the two, so three cannot be had with one of each; the search does not count so far."""
    reducers = {
        "any": _count({"all": []}), "convicted": _count(CONVICTION), "open": _count({"not": CONVICTION}),
    }  # fmt: skip
    wanted = [{"fact": "any", "at_least": 3}, {"fact": "convicted", "below": 2}, {"fact": "open", "below": 2}]
    answer = _all(*wanted, reducers=reducers)
    assert answer.case is None and not answer.decided


def test_an_end_of_steps_is_said() -> None:
    answer = _all({"any": [ADULT, {"fact": "consents", "is": True}]}, steps=1)
    assert answer.case is None and not answer.decided and not answer.never


def test_a_negation_is_what_is_left() -> None:
    world = read(Policy.model_validate_json(json.dumps(policy(rule("r", {"fact": "age", "below": 0})))))
    (never,) = (one.when for one in world.sides[0].rules)
    assert find(world, [never]).never
    assert find(world, [negated(never)]).case
