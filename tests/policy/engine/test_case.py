"""What cannot be read as a case is named, all of it, and nothing is decided."""

from __future__ import annotations

from typing import Any

import pytest

from leadkit.policy.engine import CaseError, CaseProblem, load
from tests.policy.engine.policies import case, policy

ENGINE = load(policy(holds_from="2026-07-01", holds_until="2026-12-31"))


def _problems(given: Any) -> list[tuple[str, str]]:
    with pytest.raises(CaseError) as caught:
        ENGINE.outcome(given)
    with pytest.raises(CaseError) as caught_too:
        ENGINE.decide(given)
    assert caught.value.problems == caught_too.value.problems
    assert caught.value.fact == caught.value.problems[0].fact
    assert str(caught.value) == "\n".join(problem.message for problem in caught.value.problems)
    return [tuple(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("facts", "fact", "end"),
    [
        ({"weight": 1}, "weight", "is no fact of this policy"),
        ({"age": True}, "age", "must be a whole number"),
        ({"age": 34.5}, "age", "must be a whole number"),
        ({"age": "34"}, "age", "must be a whole number"),
        ({"age": -1}, "age", "must not be negative"),
        ({"age": 121}, "age", "must be at most 120"),
        ({"consents": 1}, "consents", "must be true or false"),
        ({"consents": "yes"}, "consents", "must be true or false"),
        ({"last-offer": 2020}, "last-offer", "must be a date, written as text"),
        ({"last-offer": "1 May 2020"}, "last-offer", "must be a date, written YYYY-MM-DD, YYYY-MM or YYYY"),
        ({"last-offer": "2020-05-01T10:00"}, "last-offer", "must be a date, written YYYY-MM-DD, YYYY-MM or YYYY"),
        ({"last-offer": "2020-13"}, "last-offer", "names the month 13, which there is not"),
        ({"last-offer": "2021-02-29"}, "last-offer", "names a day that its month does not have"),
        ({"last-offer": "0000"}, "last-offer", "names the year 0000, which there was not"),
        ({"last-offer": "2026-10-02"}, "last-offer", "must not lie after the day of the contact"),
        ({"last-offer": "2026-11"}, "last-offer", "must not lie after the day of the contact"),
        ({"charges": {"offence": "theft"}}, "charges", "must be a list"),
        ({"charges": []}, "charges", "must not be empty on this pathway"),
        ({"charges": ["theft"]}, "charges.1", "must be a mapping from facts to answers"),
        ({"charges": [None]}, "charges.1", "must be a mapping from facts to answers"),
        ({"charges": [{}, {"level": "grave"}]}, "charges.2.level", "must be one of violation, felony"),
        ({"charges": [{"level": ["felony"]}]}, "charges.1.level", "must be one of violation, felony"),
        ({"charges": [{"weight": 1}]}, "charges.1.weight", "is no fact of a charge"),
        ({"items": [{"weight": -1}]}, "items.1.weight", "must not be negative"),
        ({"records": [{"date": "2027"}]}, "records.1.date", "must not lie after the day of the contact"),
    ],
)
def test_a_fact_that_cannot_be_read_is_named(facts: dict[str, Any], fact: str, end: str) -> None:
    given = {"on": "2026-10-01", "pathway": "arrest", "facts": facts}
    assert _problems(given) == [(fact, f"{fact} {end}.")]


@pytest.mark.parametrize(
    ("changed", "fact", "end"),
    [
        ({"on": None}, "on", "must be the day of the contact, written YYYY-MM-DD"),
        ({"on": "2026-10"}, "on", "must be a whole date, written YYYY-MM-DD"),
        ({"on": "20261001"}, "on", "must be a date, written YYYY-MM-DD, YYYY-MM or YYYY"),
        ({"on": "2026-06-30"}, "on", "is a day on which the rules of this policy do not hold"),
        ({"on": "2027-01-01"}, "on", "is a day on which the rules of this policy do not hold"),
        ({"pathway": None}, "pathway", "must be one of arrest, social"),
        ({"pathway": ["arrest"]}, "pathway", "must be one of arrest, social"),
        ({"pathway": "court"}, "pathway", "must be one of arrest, social"),
        ({"facts": None}, "facts", "must be a mapping from facts to answers"),
        ({"fact": {}}, "fact", "is no part of a case"),
    ],
)
def test_what_is_not_a_fact_is_read_as_strictly(changed: dict[str, Any], fact: str, end: str) -> None:
    assert _problems({**case(), **changed}) == [(fact, f"{fact} {end}.")]


@pytest.mark.parametrize("given", [None, [], "case", 1])
def test_what_is_no_mapping_is_no_case(given: Any) -> None:
    assert _problems(given) == [("case", "A case must be a mapping with on, pathway and facts.")]


def test_every_problem_is_told_in_the_order_of_the_case() -> None:
    given = case("soon", "court", age=-1, nothing=1, charges=[{"level": "grave"}, 3])
    told = ["on", "pathway", "age", "nothing", "charges.1.level", "charges.2"]
    assert [fact for fact, _ in _problems(given)] == told


def test_the_first_and_the_last_day_of_a_policy_are_days_of_it() -> None:
    assert ENGINE.outcome(case("2026-07-01"))[0] == ENGINE.outcome(case("2026-12-31"))[0] == "eligible"


def test_what_was_given_is_never_repeated() -> None:
    given = case(age="John Doe", charges=[{"level": "John Doe", "offence": {"John Doe": 1}}, "John Doe"])
    assert not any("John" in message for _, message in _problems(given))


def test_a_list_may_be_empty_where_no_charge_is_needed_and_null_is_unknown() -> None:
    assert ENGINE.outcome(case(pathway="social", charges=[]))[0] == "eligible"
    assert ENGINE.outcome(case(charges=None, age=None))[0] == "eligible"


def test_a_case_is_left_as_it_was_given() -> None:
    given = case(age=3, charges=[{"level": "felony"}], last_offer="2020")
    ENGINE.decide(given)
    assert given == case(age=3, charges=[{"level": "felony"}], last_offer="2020")


def test_an_error_is_a_value_error_with_its_problems() -> None:
    problem = CaseProblem("age", "age must not be negative.")
    assert isinstance(CaseError([problem]), ValueError)
    assert CaseError([problem]).problems == (problem,)
