"""What the analysis remarks on small policies, and that what it calls redundant really is."""

from __future__ import annotations

import json
from random import Random
from typing import Any

import pytest

from leadkit.policy.analysis.analyze import remarks
from leadkit.policy.analysis.difference import difference
from leadkit.policy.analysis.remark import Kind, Remark
from leadkit.policy.analysis.stretches import stretches
from leadkit.policy.policy import Policy
from tests.policy.analysis.random_policies import random_policy, read
from tests.policy.engine.policies import ALWAYS, policy, rule

Json = dict[str, Any]

YOUNG = {"fact": "age", "below": 18}
OLD = {"fact": "age", "at_least": 18}
REFUSES = {"fact": "consents", "is": False}
THEFT = {"fact": "charge.offence", "in": ["theft"]}
SALE = {"fact": "charge.offence", "in": ["sale"]}
FELONY = {"fact": "charge.level", "in": ["felony"]}


REDUNDANT = (Kind.NEVER, Kind.IMPLIED, Kind.NEVER_ALONE)


def _remarks(*rules: Json, **more: Any) -> list[Remark]:
    return list(remarks(read(policy(*rules, **more))))


def _told(*rules: Json, **more: Any) -> list[tuple[Kind, list[str], list[str]]]:
    return [
        (one.kind, [rule.id for rule in one.rules], [rule.id for rule in one.others])
        for one in _remarks(*rules, **more)
    ]


def test_rules_that_all_matter_are_not_remarked_on() -> None:
    assert not _told(rule("young", YOUNG), rule("refuses", REFUSES), rule("theft", THEFT, scope="charge"))


def test_a_rule_that_contradicts_itself_never_holds() -> None:
    told = _told(rule("young", YOUNG), rule("both", {"all": [YOUNG, OLD]}))
    assert told == [(Kind.NEVER, ["both"], [])]


def test_a_stronger_rule_that_holds_wherever_another_does_says_it_already() -> None:
    both = {"all": [YOUNG, REFUSES]}
    assert _told(rule("young", YOUNG), rule("both", both, "presumptive")) == [(Kind.IMPLIED, ["both"], ["young"])]
    assert not _told(rule("young", YOUNG, "presumptive"), rule("both", both))


def test_of_two_rules_that_say_the_same_the_first_is_kept() -> None:
    told = _told(rule("first", YOUNG), rule("second", {"not": OLD}))
    assert told == [(Kind.IMPLIED, ["second"], ["first"])]


def test_a_rule_that_others_may_override_is_not_said_already() -> None:
    chief, sheriff = [{"by": "chief"}], [{"by": "sheriff"}]
    first = rule("first", YOUNG, "presumptive", owners=chief)
    told = _told(first, rule("second", YOUNG, "presumptive", owners=sheriff))
    assert told == [(Kind.CONFLICT, ["first"], ["second"])]
    assert _told(first, rule("second", YOUNG, "presumptive", owners=chief)) == [(Kind.IMPLIED, ["second"], ["first"])]


def test_two_rules_on_one_condition_that_say_otherwise_contradict_each_other() -> None:
    first = rule("first", YOUNG, "presumptive", owners=[{"by": "chief"}])
    made = read(policy(first, rule("second", {"not": OLD})))
    (remark,) = (one for one in remarks(made, {"chief": "Chief of Police"}) if one.kind is Kind.CONFLICT)
    assert [rule.id for rule in (*remark.rules, *remark.others)] == ["first", "second"]
    assert remark.sentence.endswith("Chief of Police may override this one, nobody may override the other.")
    assert remark.witness is not None and remark.witness.decided[0].outcome == "not_eligible"
    assert [line.answer for line in remark.witness.lines] == ["17 years or less"]


def test_rules_that_differ_on_different_pathways_or_in_other_cases_do_not_contradict_each_other() -> None:
    here, there = rule("here", YOUNG), rule("there", YOUNG, "presumptive", pathways=["social"])
    assert not _told(here, there)
    assert not _told(rule("young", YOUNG, "presumptive"), rule("younger", {"fact": "age", "below": 17}))


def test_an_override_that_never_helps_contradicts_what_nobody_may_override() -> None:
    both = rule("both", {"all": [YOUNG, REFUSES]}, "presumptive", owners=[{"by": "chief"}])
    told = _told(both, rule("young", YOUNG))
    assert told == [(Kind.CONFLICT, ["both"], ["young"]), (Kind.IMPLIED, ["both"], ["young"])]
    assert not _told(both, rule("younger", {"fact": "age", "below": 17}))


def test_a_listed_offence_that_an_exclusion_keeps_out_in_every_case_is_a_conflict() -> None:
    felony = rule("eligibility.offences.theft.level", {"all": [THEFT, FELONY]}, scope="charge")
    barred = rule("eligibility.exclusions.theft", THEFT, scope="charge")
    found = [one for one in _remarks(felony, barred) if one.kind is Kind.CONFLICT]
    told = "Theft is on the list for the pathway Arrest diversion, and an exclusion keeps every case of it out."
    assert [(one.sentence, one.rules[0].id) for one in found] == [(told, "eligibility.exclusions.theft")]
    assert found[0].witness is not None and found[0].witness.decided[0].outcome == "not_eligible"
    out = rule("eligibility.offences.theft.excluded", THEFT, scope="charge")
    assert Kind.CONFLICT not in [one.kind for one in _remarks(out, barred)]


def test_a_rule_that_others_cover_only_together_is_never_the_only_reason() -> None:
    agrees = {"all": [{"fact": "consents", "is": True}, {"fact": "age", "below": 21}]}
    told = _told(rule("young", YOUNG), rule("refuses", REFUSES), rule("agrees", agrees))
    assert told == [(Kind.NEVER_ALONE, ["young"], ["refuses", "agrees"])]


def test_a_rule_about_a_narrower_kind_of_record_says_what_a_wider_one_says() -> None:
    reducers = {
        "any": {"reduce": "count", "of": "records", "where": ALWAYS},
        "open": {"reduce": "count", "of": "records", "where": {"fact": "record.kind", "in": ["open"]}},
    }
    rules = [rule(name, {"fact": name, "at_least": 1}) for name in reducers]
    assert _told(*rules, reducers=reducers) == [(Kind.IMPLIED, ["open"], ["any"])]


def test_a_rule_counts_on_every_pathway_that_it_is_about() -> None:
    both = ["arrest", "social"]
    told = _told(rule("here", YOUNG), rule("everywhere", YOUNG, pathways=both))
    assert told == [(Kind.IMPLIED, ["here"], ["everywhere"])]


def test_an_age_that_nobody_has_keeps_everybody_out() -> None:
    told = _told(
        rule("minimum", {"fact": "age", "below": 26}), rule("maximum", {"fact": "age", "at_least": 26}),
        rule("refuses", REFUSES),
    )  # fmt: skip
    assert (Kind.NOBODY, ["minimum", "maximum"], []) in told


def test_a_pathway_without_any_case_but_by_an_override_is_told_with_one() -> None:
    found = _remarks(rule("young", YOUNG), rule("old", OLD, "presumptive"))
    (remark,) = (one for one in found if one.kind is Kind.NOBODY)
    assert "without an override" in remark.sentence
    assert remark.witness is not None and remark.witness.decided[0].outcome == "needs_discretion"


def test_an_offence_that_only_several_rules_keep_out_is_told() -> None:
    lower = {"all": [THEFT, {"not": FELONY}]}
    told = _told(
        rule("lower", lower, scope="charge"), rule("felony", FELONY, scope="charge"), rule("sale", SALE, scope="charge")
    )
    assert (Kind.OFFENCE, ["lower", "felony"], []) in told
    assert not [one for one in told if one[0] is Kind.OFFENCE and "sale" in one[1]]  # it is said to be out


def test_an_offence_that_is_not_on_the_list_is_no_listed_offence() -> None:
    collections = json.loads(json.dumps(policy()["collections"]))
    collections["charges"]["facts"]["offence"]["options"]["unlisted"] = "Another"
    other = {"fact": "charge.offence", "in": ["unlisted"]}
    rules = [
        rule("lower", {"all": [other, {"not": FELONY}]}, scope="charge"),
        rule("felony", {"all": [other, FELONY]}, scope="charge"),
    ]
    assert not _told(*rules, collections=collections)


def test_a_question_that_was_given_up_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    reducers = {
        "any": {"reduce": "count", "of": "records", "where": ALWAYS},
        "open": {"reduce": "count", "of": "records", "where": {"fact": "record.kind", "in": ["open"]}},
        "convicted": {"reduce": "count", "of": "records", "where": {"fact": "record.kind", "in": ["conviction"]}},
    }
    tangle = [
        rule("any", {"fact": "any", "at_least": 3}), rule("open", {"fact": "open", "at_least": 2}),
        rule("convicted", {"fact": "convicted", "at_least": 2}),
    ]  # fmt: skip
    assert (Kind.UNDECIDED, ["any"], []) in _told(*tangle, reducers=reducers)


def test_days_on_which_a_pathway_has_no_rule_or_no_offence_are_told_as_one_stretch() -> None:
    nothing = [read(policy(on=day)) for day in ("2019-01-01", "2020-01-01")]
    barred = read(policy(rule("t", THEFT, scope="charge"), rule("s", SALE, scope="charge"), on="2021-01-01"))
    open_ = read(policy(rule("young", YOUNG, pathways=["arrest", "social"]), on="2022-01-01"))
    told = [one.sentence for one in stretches([*nothing, barred, open_])]
    assert told == [
        "From 2019-01-01 to 2020-12-31 no rule is in force on the pathway Arrest diversion.",
        "From 2019-01-01 to 2021-12-31 no rule is in force on the pathway Social contact.",
        "From 2021-01-01 to 2021-12-31 there is no offense that could be diverted on the pathway Arrest diversion.",
    ]


def test_what_is_redundant_can_go_and_nothing_else_can() -> None:
    """Without all that is called redundant every case is decided as before; without one rule more, some case is not."""
    random = Random(5)
    seen = 0
    for _ in range(60):
        made = random_policy(random)
        found = list(remarks(made))
        if any(one.kind is Kind.UNDECIDED for one in found):
            continue
        gone = {rule.id for one in found if one.kind in REDUNDANT for rule in one.rules}
        kept = _without(made, gone)
        assert not difference(made, kept).changes
        nobody = any(one.kind is Kind.NOBODY and len(one.rules) == 1 for one in found)
        for rule_ in () if nobody else kept.rules:
            seen += 1
            assert difference(kept, _without(kept, {rule_.id})).changes, (made, rule_)
    assert seen > 50


def _without(made: Policy, gone: set[str]) -> Policy:
    return made.model_copy(update={"rules": tuple(rule for rule in made.rules if rule.id not in gone)})


def test_an_example_rests_on_what_it_shows_and_is_otherwise_an_ordinary_case() -> None:
    rules = [
        rule("young-thief", {"all": [THEFT, YOUNG]}, scope="charge"),
        rule("old-thief", {"all": [THEFT, OLD]}, scope="charge"),
        rule("refuses", REFUSES),
    ]
    (told,) = (one for one in _remarks(*rules) if one.kind is Kind.OFFENCE)
    assert told.witness is not None
    (decided,) = told.witness.decided
    assert [one.id for one in decided.rules] == ["old-thief"]
    assert (decided.case["facts"]["age"], decided.case["facts"]["consents"]) == (30, True)
    assert "30 years" in [line.answer for line in told.witness.lines]
