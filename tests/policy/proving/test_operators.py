"""The changes of the list: each is made, one at a time, and nothing else is."""

from __future__ import annotations

import pytest

from leadkit.policy.policy import Policy, Strength
from leadkit.policy.proving.bench import Bench
from leadkit.policy.proving.mutant import Mutant, Operator
from leadkit.policy.proving.operators import mutants
from tests.policy.proving.conftest import RULES, make_policy, rule


def _of(policy: Policy, operator: Operator) -> list[str]:
    return [f"{one.rule.id}: {one.change}" for one in mutants(policy) if one.rule and one.operator is operator]


@pytest.mark.parametrize(
    ("operator", "changes"),
    [
        (Operator.RULE_DROPPED, [f"{one}: the rule is left out" for one in ("age", "amount", "weapon")]),
        (
            Operator.STRENGTH,
            ["age: absolute is presumptive", "amount: presumptive is absolute", "weapon: absolute is presumptive"],
        ),
        (
            Operator.THRESHOLD,
            [
                "age: age below 18 years is age below 17 years",
                "age: age below 18 years is age below 19 years",
                "amount: grams at least 5.001 g is grams at least 5 g",
                "amount: grams at least 5.001 g is grams at least 5.002 g",
            ],
        ),
        (Operator.OPTION_DROPPED, ["weapon: left out of weapon: Knife", "weapon: left out of weapon: Gun"]),
        (Operator.OPTION_ADDED, ["weapon: added to weapon: None"]),
        (Operator.OWNER_DROPPED, ["amount: prosecutor may not override it", "amount: sheriff may not override it"]),
        (
            Operator.PATHWAY_DROPPED,
            ["weapon: it does not hold on the pathway arrest", "weapon: it does not hold on the pathway contact"],
        ),
        (
            Operator.PATHWAY_ADDED,
            ["age: it holds on the pathway contact too", "amount: it holds on the pathway contact too"],
        ),
    ],
)
def test_each_change_is_made_once(policy: Policy, operator: Operator, changes: list[str]) -> None:
    assert _of(policy, operator) == changes


def test_what_is_only_weighed_stays_as_it_is(policy: Policy) -> None:
    assert not [one for one in mutants(policy) if one.rule and one.rule.strength is Strength.ADVISORY]


def test_the_changes_are_always_the_same(policy: Policy) -> None:
    def told(every: list[Mutant]) -> list[tuple[str, str]]:
        return [(one.operator, one.change) for one in every]

    assert told(list(mutants(policy))) == told(list(mutants(make_policy(*RULES))))


def test_every_change_is_another_policy_that_can_be_decided_by(policy: Policy) -> None:
    bench = Bench(policy)
    for one in mutants(policy):
        assert one.policy != policy, one.change
        bench.with_change(one.policy).pathway("arrest")


def test_a_condition_of_several_is_loosened_tightened_and_turned() -> None:
    both = {"all": ({"fact": "consents", "is": False}, {"not": {"fact": "seen", "within": {"months": 1}}})}
    changed = make_policy(rule("both", both))
    assert _of(changed, Operator.ALL_OR_ANY) == [
        "both: any one is enough of: consents is no and not (seen within 1 months)"
    ]
    assert _of(changed, Operator.NEGATION) == [
        "both: consents is no is turned into its opposite",
        "both: not (seen within 1 months) is read without the not",
    ]
    assert _of(changed, Operator.WINDOW) == ["both: seen within 1 months is seen within 2 months"]


def test_hours_are_changed_on_all_days_at_once() -> None:
    days = tuple(
        {"all": ({"fact": "time", "at_least": day * 1440 + 480}, {"fact": "time", "below": day * 1440 + 1020})}
        for day in (0, 1)
    )
    policy = make_policy(rule("hours", {"not": {"any": days}}))
    assert _of(policy, Operator.THRESHOLD) == [
        "hours: time from 08:00 is from 07:59, on all days",
        "hours: time from 08:00 is from 08:01, on all days",
        "hours: time until 17:00 is until 16:59, on all days",
        "hours: time until 17:00 is until 17:01, on all days",
    ]
    later = next(one for one in mutants(policy) if one.change.endswith("from 08:01, on all days"))
    assert [bound for bound in (481, 1921) if f'"at_least":{bound}' in later.policy.model_dump_json()] == [481, 1921]


def test_what_several_charges_mean_is_changed_where_there_are_charges(policy: Policy) -> None:
    assert not [one for one in mutants(policy) if one.rule is None]
    level = {"type": "choice", "question": "Which?", "options": {"low": "Low"}}
    charge = {"entry": "charge", "question": "What?", "facts": {"level": level}}
    dumped = policy.model_dump(by_alias=True)
    dumped["collections"]["charges"] = charge

    def others() -> list[str]:
        every = mutants(Policy.model_validate(dumped, strict=False))
        return [one.change for one in every if one.operator is Operator.SEVERAL_CHARGES]

    assert others() == ["several_charges all is any"]
    dumped["seriousness"] = ("low",)
    assert others() == ["several_charges all is any", "several_charges all is most_serious"]
