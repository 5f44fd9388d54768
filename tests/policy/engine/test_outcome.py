"""From rules to outcomes: strengths, scopes, several charges, the most serious."""

from __future__ import annotations

from typing import Any

import pytest

from leadkit.policy.engine import load
from tests.policy.engine.policies import ALWAYS, case, policy, rule

THEFT, SALE, UNKNOWN = {"offence": "theft"}, {"offence": "sale"}, {"offence": None}
NEVER = {"any": []}
OPEN = {"fact": "consents", "is": True}


@pytest.mark.parametrize(
    ("absolute", "presumptive", "expected"),
    [
        (NEVER, NEVER, "eligible"),
        (NEVER, ALWAYS, "needs_discretion"),
        (NEVER, OPEN, "needs_information"),
        (OPEN, ALWAYS, "needs_information"),
        (OPEN, NEVER, "needs_information"),
        (ALWAYS, OPEN, "not_eligible"),
        (ALWAYS, ALWAYS, "not_eligible"),
    ],
)
@pytest.mark.parametrize("scope", ["contact", "charge"])
def test_what_bars_stands_before_what_is_open_and_that_before_discretion(
    absolute: Any, presumptive: Any, expected: str, scope: str
) -> None:
    rules = [rule("a", absolute, scope=scope), rule("p", presumptive, "presumptive"), rule("w", OPEN, "advisory")]
    assert load(policy(*rules)).outcome(case(charges=[THEFT]))[0] == expected


def _several(several: str, *charges: dict[str, Any]) -> str:
    """The outcome of charges, where a sale bars, a theft needs discretion and an unknown offence is open."""
    rules = [
        rule("sale", {"fact": "charge.offence", "in": ["sale"]}, scope="charge"),
        rule("theft", {"fact": "charge.offence", "in": ["theft"]}, "presumptive", scope="charge"),
    ]
    return load(policy(*rules, several_charges=several)).outcome(case(charges=list(charges)))[0]


@pytest.mark.parametrize(
    ("several", "charges", "expected"),
    [
        ("all", [THEFT, SALE], "not_eligible"),
        ("all", [THEFT, UNKNOWN], "needs_information"),
        ("all", [UNKNOWN, SALE], "not_eligible"),
        ("any", [THEFT, SALE], "needs_discretion"),
        ("any", [THEFT, UNKNOWN], "needs_information"),
        ("any", [SALE, UNKNOWN], "needs_information"),
        ("any", [SALE, SALE], "not_eligible"),
    ],
)
def test_several_charges_are_read_as_the_program_says(several: str, charges: Any, expected: str) -> None:
    assert _several(several, *charges) == expected
    assert _several(several, *reversed(charges)) == expected


def test_one_eligible_charge_is_enough_for_any() -> None:
    barring = rule("sale", {"fact": "charge.offence", "in": ["sale"]}, scope="charge")
    engine = load(policy(barring, several_charges="any"))
    assert engine.outcome(case(charges=[SALE, THEFT])) == ("eligible", ("sale",))


@pytest.mark.parametrize(
    ("charges", "expected"),
    [
        ([{**THEFT, "level": "felony"}, {**SALE, "level": "violation"}], "needs_discretion"),
        ([{**THEFT, "level": "violation"}, {**SALE, "level": "felony"}], "not_eligible"),
        ([{**THEFT, "level": "felony"}, {**SALE, "level": "felony"}], "not_eligible"),
        ([{**THEFT, "level": "felony"}, SALE], "needs_information"),
        ([THEFT, {**SALE, "level": "violation"}], "needs_information"),
        ([THEFT, {**SALE, "level": "felony"}], "not_eligible"),
        ([THEFT, THEFT], "needs_discretion"),
        ([THEFT, SALE], "needs_information"),
        ([{**UNKNOWN, "level": "violation"}, {**THEFT, "level": "felony"}], "needs_discretion"),
    ],
)
def test_the_most_serious_charge_decides_and_of_several_such_the_worst(charges: Any, expected: str) -> None:
    assert _several("most_serious", *charges) == expected
    assert _several("most_serious", *reversed(charges)) == expected


def test_a_single_charge_needs_no_level() -> None:
    assert _several("most_serious", THEFT) == "needs_discretion"


def test_where_the_charges_are_not_known_only_a_rule_about_the_contact_bars() -> None:
    sale = rule("sale", {"fact": "charge.offence", "in": ["sale"]}, scope="charge")
    young = rule("young", {"fact": "age", "below": 18})
    engine = load(policy(sale, young))
    assert engine.outcome(case(age=20)) == ("needs_information", ())
    assert engine.outcome(case(age=17)) == ("not_eligible", ("young",))


def test_without_a_charge_the_rules_about_the_contact_decide() -> None:
    sale = rule("sale", ALWAYS, scope="charge", pathways=["social"])
    assert load(policy(sale)).outcome(case(pathway="social", charges=[])) == ("eligible", ())


def test_what_is_only_weighed_decides_nothing_and_is_told() -> None:
    engine = load(policy(rule("weigh", ALWAYS, "advisory"), rule("open", OPEN, "advisory", scope="charge")))
    assert engine.outcome(case()) == ("eligible", ("weigh",))
    assert [reason["rule"] for reason in engine.decide(case())["weighed"]] == ["weigh"]


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ({"any": [{"fact": "charge.offence", "in": ["sale"]}, {"fact": "age", "below": 18}]}, True),
        ({"not": {"fact": "charge.offence", "in": ["sale"]}}, True),
        ({"all": [{"fact": "charge.offence", "in": ["sale"]}, {"fact": "age", "below": 18}]}, False),
        ({"all": [{"all": [{"fact": "charge.offence", "in": ["theft"]}]}, {"fact": "age", "below": 18}]}, True),
        ({"all": [{"fact": "charge.offence", "in": ["theft"]}, {"fact": "consents", "is": False}]}, None),
        ({"all": [{"fact": "charge.offence", "in": ["sale"]}, {"fact": "consents", "is": False}]}, False),
    ],
)
def test_a_known_offence_leaves_out_only_the_rules_that_need_another(when: Any, expected: bool | None) -> None:
    engine = load(policy(rule("a", when, scope="charge")))
    assert engine.decide(case(age=17, charges=[THEFT]))["rules"] == {"a": [expected]}


def test_a_rule_of_another_pathway_does_not_hold() -> None:
    assert load(policy(rule("a", ALWAYS))).outcome(case(pathway="social")) == ("eligible", ())


def test_the_rules_that_hold_are_told_once_in_the_order_of_the_policy() -> None:
    rules = [
        rule("weigh", ALWAYS, "advisory"), rule("each", ALWAYS, "presumptive", scope="charge"), rule("bar", ALWAYS),
    ]  # fmt: skip
    assert load(policy(*rules)).outcome(case(charges=[THEFT, SALE]))[1] == ("weigh", "each", "bar")


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        (
            [rule("a", {"fact": "nothing", "is": True})],
            "The rule a cannot be evaluated: No yes-no fact is called nothing",
        ),
        ([rule("a", {"fact": "age", "is": True})], "No yes-no fact is called age"),
        ([rule("a", {"fact": "charge.level", "in": ["felony"]})], "No choice fact is called charge.level"),
        ([rule("a", {"fact": "record.kind", "in": ["open"]}, scope="charge")], "No choice fact is called record.kind"),
        ([rule("a", {"like": 1})], "There is no condition that says like"),
        ([rule("a", {"fact": "last-offer", "within": {}})], "either months or days"),
    ],
)
def test_a_policy_that_cannot_be_evaluated_is_refused_when_it_is_loaded(rules: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        load(policy(*rules))


def test_a_policy_of_another_form_is_refused() -> None:
    with pytest.raises(ValueError, match="form 1"):
        load({**policy(), "format": 2})


def test_the_most_serious_charge_must_be_told_by_its_level() -> None:
    with pytest.raises(ValueError, match="seriousness"):
        load(policy(several_charges="most_serious", seriousness=["violation"]))
