"""Which changes scenarios notice, which no case could, and a case for the rest."""

from __future__ import annotations

from collections.abc import Callable

from leadkit.policy.proving.examined import Examined
from leadkit.policy.proving.mutant import Operator
from leadkit.policy.proving.mutation import Mutation, mutate, noticing, tells
from tests.policy.proving.conftest import make_policy, rule

_OWNERS = (Operator.OWNER_DROPPED,)
ADULT = {"age": 40, "weapon": "none", "items": []}


def _thresholds(mutation: Mutation) -> list[str]:
    return [one.mutant.change for one in mutation.survivors if one.mutant.operator is Operator.THRESHOLD]


def _held(grams: int) -> list[dict[str, object]]:
    return [{"weight": grams, "drug": True}]


def test_a_limit_is_held_by_a_case_on_each_side_of_it(examined: Callable[..., Examined]) -> None:
    at = ({**ADULT, "items": _held(5000)}, "eligible")
    over = ({**ADULT, "items": _held(5001)}, {"outcome": "needs_discretion", "reasons": ["amount"]})
    more, less = "grams at least 5.001 g is grams at least 5.002 g", "grams at least 5.001 g is grams at least 5 g"
    ages = ["age below 18 years is age below 17 years", "age below 18 years is age below 19 years"]
    assert _thresholds(mutate(examined(at=at))) == [*ages, more]
    assert _thresholds(mutate(examined(over=over))) == [*ages, less]
    assert _thresholds(mutate(examined(at=at, over=over))) == ages


def test_a_case_of_which_nothing_is_expected_notices_nothing(examined: Callable[..., Examined]) -> None:
    wide = ({**ADULT, "items": _held(5001)}, {"outcome": "needs_discretion"})
    narrow = ({**ADULT, "items": _held(5001)}, {"outcome": "needs_discretion", "whose": ["prosecutor", "sheriff"]})
    dropped = [
        [left.mutant.change for left in mutate(examined(one=case)).survivors if left.mutant.operator in _OWNERS]
        for case in (wide, narrow)
    ]
    assert dropped == [["prosecutor may not override it", "sheriff may not override it"], []]


def test_each_change_that_is_not_noticed_has_a_case_that_would_notice_it(examined: Callable[..., Examined]) -> None:
    one = examined(adult=(ADULT, "eligible"))
    mutation = mutate(one)
    found = list(noticing(one, mutation.survivors))
    assert {mutant for case in found for mutant in case.mutants} == {left.mutant for left in mutation.survivors}
    benches = {left.mutant: left.bench for left in mutation.survivors}
    for case in found:
        for mutant in case.mutants:
            assert tells(one.bench, benches[mutant], case.suggestion.case), mutant.change


def test_a_case_that_is_added_kills_what_it_was_suggested_for(examined: Callable[..., Examined]) -> None:
    before = mutate(examined())
    first = next(noticing(examined(), before.survivors))
    verdict = first.suggestion.verdict
    expect = {"outcome": verdict.outcome, "reasons": list(verdict.reasons)}
    after = mutate(examined(pathway=first.suggestion.pathway, new=(first.suggestion.case.facts, expect)))
    assert after.killed > before.killed == 0
    assert after.total == before.total


def test_what_changes_no_case_is_told_apart(examined: Callable[..., Examined]) -> None:
    """Of two rules that always hold together, who may override the one may override the case."""
    same = {"fact": "consents", "is": False}
    twice = [rule(id_, same, strength="presumptive", owners=({"by": "sheriff"},)) for id_ in ("one", "two")]
    mutation = mutate(examined(rules=make_policy(*twice)))
    equal = [(one.rule.id if one.rule else "", one.operator) for one in mutation.equal]
    assert equal == [("one", Operator.OWNER_DROPPED), ("two", Operator.OWNER_DROPPED)]
    assert mutation.killed == 0
    assert mutation.total == len(mutation.survivors) == sum(one.total for one in mutation.rules)
