"""What a decision tells beside its outcome: from what, whose, what is missing."""

from __future__ import annotations

from typing import Any

import pytest

from leadkit.policy.engine import load
from tests.policy.engine.policies import ALWAYS, case, policy, rule

SALE = rule(
    "sale", {"fact": "charge.offence", "in": ["sale"]}, scope="charge", reason_code="R1",
    public_reason="The charge is not one for diversion.", restricted_reason="A sale.", citations=["Code § 1"],
    place={"file": "eligibility.yaml", "line": 3, "column": 5},
)  # fmt: skip
CONVICTED = {"reduce": "count", "of": "records", "where": {"fact": "record.kind", "in": ["conviction"]}}
HISTORY = rule("history", {"fact": "convictions", "at_least": 1}, restricted=True)
YOUNG = rule("young", {"all": [{"fact": "age", "below": 18}, {"fact": "consents", "is": False}]}, "presumptive")


def test_a_reason_names_the_rule_its_charge_its_words_and_where_it_is_written() -> None:
    decision = load(policy(SALE)).decide(case(charges=[{"offence": "theft"}, {"offence": "sale", "level": "felony"}]))
    assert decision["outcome"] == "not_eligible"
    assert decision["charges"] == ["eligible", "not_eligible"]
    assert decision["rules"] == {"sale": [False, True]}
    assert decision["reasons"] == [
        {
            "rule": "sale",
            "charge": 2,
            "facts": {"charges.2.offence": "sale"},
            "restricted_facts": {},
            "reason_code": "R1",
            "public_reason": "The charge is not one for diversion.",
            "restricted_reason": "A sale.",
            "restricted": False,
            "citations": ["Code § 1"],
            "place": {"file": "eligibility.yaml", "line": 3, "column": 5},
        }
    ]


def test_criminal_history_is_never_among_the_facts_that_any_party_sees() -> None:
    engine = load(policy(HISTORY, reducers={"convictions": CONVICTED}))
    (reason,) = engine.decide(case(records=[{"kind": "open"}, {"kind": "conviction"}]))["reasons"]
    assert reason["facts"] == {}
    assert reason["restricted_facts"] == {"records.2.kind": "conviction", "convictions": 1}
    assert reason["restricted"] is True


def test_only_what_makes_a_rule_hold_is_told() -> None:
    either = rule("either", {"any": [{"fact": "age", "below": 18}, {"fact": "consents", "is": False}]})
    (reason,) = load(policy(either)).decide(case(age=40, consents=False))["reasons"]
    assert reason["facts"] == {"consents": False}


def test_who_may_override_is_certain_or_possible_or_not_named() -> None:
    felony = {"fact": "charge.level", "in": ["felony"]}
    owners = [{"by": "district", "when": felony}, {"by": "city", "when": {"not": felony}}, {"by": "captain"}]
    one = rule("p", ALWAYS, "presumptive", scope="charge", owners=owners)
    decision = load(policy(one)).decide(case(charges=[{"level": "felony"}, {}]))
    assert decision["whose"] == [
        {"rule": "p", "charge": 1, "by": "district", "certain": True},
        {"rule": "p", "charge": 1, "by": "captain", "certain": True},
        {"rule": "p", "charge": 2, "by": "district", "certain": False},
        {"rule": "p", "charge": 2, "by": "city", "certain": False},
        {"rule": "p", "charge": 2, "by": "captain", "certain": True},
    ]


@pytest.mark.parametrize(
    ("charges", "expected"),
    [
        ([{"level": "felony"}, {"level": "violation"}], [True]),
        ([{"level": "violation"}, {}], [False]),
        ([{"level": "violation"}], []),
        (None, [False]),
    ],
)
def test_of_a_rule_about_the_contact_any_charge_may_name_who_overrides(charges: Any, expected: list[bool]) -> None:
    owners = [{"by": "district", "when": {"fact": "charge.level", "in": ["felony"]}}]
    decision = load(policy(rule("p", ALWAYS, "presumptive", owners=owners))).decide(case(charges=charges))
    assert [owner["certain"] for owner in decision["whose"]] == expected


def test_what_is_missing_is_what_an_open_rule_still_reads_in_the_order_of_the_policy() -> None:
    engine = load(policy(HISTORY, SALE, YOUNG, reducers={"convictions": CONVICTED}))
    decision = engine.decide(case(charges=[{"level": "felony"}, {"offence": "theft"}], records=[{"date": "2020"}]))
    assert decision["outcome"] == "needs_information"
    assert decision["missing"] == ["age", "consents", "charges.1.offence", "records.1.kind"]
    assert [reason["rule"] for reason in decision["reasons"]] == ["history", "sale", "young"]
    assert decision["reasons"][2]["facts"] == {"age": None, "consents": None}


def test_what_a_rule_no_longer_needs_is_not_missing() -> None:
    assert load(policy(YOUNG)).decide(case(age=40))["missing"] == []
    assert load(policy(YOUNG)).decide(case(age=17))["missing"] == ["consents"]


def test_nothing_is_missing_once_somebody_is_out() -> None:
    assert load(policy(rule("bar", ALWAYS), YOUNG)).decide(case())["missing"] == []


def test_a_whole_list_is_missing_where_it_is_not_known() -> None:
    decision = load(policy(HISTORY, SALE, reducers={"convictions": CONVICTED})).decide(case())
    assert decision["missing"] == ["charges", "records"]
    assert decision["charges"] is None
    assert decision["rules"] == {"history": None, "sale": None}


def test_the_levels_are_missing_where_they_say_which_charge_decides() -> None:
    engine = load(policy(SALE, several_charges="most_serious"))
    charges = [{"offence": "sale"}, {"offence": "theft", "level": "felony"}, {"offence": "theft"}]
    assert engine.decide(case(charges=charges))["missing"] == ["charges.1.level", "charges.3.level"]


def test_a_date_of_which_only_a_part_is_known_is_missing_where_the_rest_decides() -> None:
    engine = load(policy(rule("recent", {"fact": "last-offer", "within": {"months": 12}})))
    assert engine.decide(case(last_offer="2025"))["missing"] == ["last-offer"]
    assert engine.decide(case(last_offer="2024"))["missing"] == []


def test_a_rule_about_charges_is_told_for_none_where_there_is_none() -> None:
    decision = load(policy({**SALE, "pathways": ["social"]})).decide(case(pathway="social", charges=[]))
    assert (decision["charges"], decision["rules"]) == ([], {"sale": []})
