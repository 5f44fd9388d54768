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


def test_entries_are_not_looked_for_before_everything_about_them_is_settled() -> None:
    """Each of the two alternatives is settled by itself, and each asks for entries of its own."""
    reducers = {
        "recent": _count(RECENT), "weight": {"reduce": "total", "of": "items", "fact": "weight", "where": {"all": []}},
    }  # fmt: skip
    either = [
        {"any": [{"all": [{"fact": "weight", "at_least": 5}, {"fact": "age", "below": 18}]},
                 {"all": [{"fact": "weight", "at_least": 7}, {"fact": "age", "at_least": 18}]}]},
        {"any": [{"all": [{"fact": "recent", "at_least": 2}, {"fact": "charge.level", "in": ["felony"]}]},
                 {"all": [{"fact": "recent", "at_least": 3}, {"fact": "charge.level", "in": ["violation"]}]}]},
    ]  # fmt: skip
    answer = _all(*either, reducers=reducers)
    assert answer.case is not None
    assert [entry.times for entry in answer.case.entries["records"]] == [2]
    assert [entry.values["item.weight"] for entry in answer.case.entries["items"]] == [5]


def test_the_greatest_sum_is_made_whole_and_not_only_filled_up() -> None:
    weight = {"of": "items", "fact": "weight"}
    reducers = {
        "opiates": {"reduce": "total", **weight, "where": {"fact": "item.substance", "in": ["opiate"]}},
        "greatest": {"reduce": "greatest_total", **weight, "where": {"all": []}, "per": "substance"},
    }
    wanted = [{"fact": "opiates", "at_least": 1}, {"fact": "opiates", "below": 2}, {"fact": "greatest", "at_least": 3}]
    answer = _all(*wanted, reducers=reducers)
    assert answer.case is not None
    assert [entry.values["item.weight"] for entry in answer.case.entries["items"]] == [1, 3]


def test_a_sum_over_all_may_be_more_than_the_greatest_of_its_parts() -> None:
    weight = {"of": "items", "fact": "weight", "where": {"all": []}}
    reducers = {
        "all": {"reduce": "total", **weight},
        "greatest": {"reduce": "greatest_total", **weight, "per": "substance"},
    }
    assert not _all({"fact": "all", "at_least": 4}, {"fact": "greatest", "below": 3}, reducers=reducers).never
    assert _all({"fact": "all", "below": 3}, {"fact": "greatest", "at_least": 4}, reducers=reducers).never


def test_entries_that_do_not_fit_together_are_not_decided() -> None:
    reducers = {"any": _count({"all": []}), "convicted": _count(CONVICTION), "open": _count({"not": CONVICTION})}
    wanted = [{"fact": "any", "below": 2}, {"fact": "convicted", "at_least": 1}, {"fact": "open", "at_least": 1}]
    answer = _all(*wanted, reducers=reducers)
    assert answer.case is None and not answer.decided


def test_up_to_two_charges_are_counted_and_more_are_not_decided() -> None:
    reducers = {"thefts": {"reduce": "count", "of": "charges", "where": {"fact": "charge.offence", "in": ["theft"]}}}
    two = _all({"fact": "thefts", "at_least": 2}, reducers=reducers)
    assert two.case is not None and two.case.domains["second charge.offence"] == {"theft"}
    other = _all({"fact": "charge.offence", "in": ["sale"]}, {"fact": "thefts", "at_least": 1}, reducers=reducers)
    assert other.case is not None and other.case.domains["second charge.offence"] == {"theft"}
    three = _all({"fact": "thefts", "at_least": 3}, reducers=reducers)
    assert three.case is None and not three.decided


def test_an_end_of_steps_is_said() -> None:
    answer = _all({"any": [ADULT, {"fact": "consents", "is": True}]}, steps=1)
    assert answer.case is None and not answer.decided and not answer.never


def test_a_negation_is_what_is_left() -> None:
    world = read(Policy.model_validate_json(json.dumps(policy(rule("r", {"fact": "age", "below": 0})))))
    (never,) = (one.when for one in world.sides[0].rules)
    assert find(world, [never]).never
    assert find(world, [negated(never)]).case
