"""The kinds of case that two policies decide differently: each is real, and none is missing."""

from __future__ import annotations

import json
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest

from leadkit.policy.analysis.change import Change
from leadkit.policy.analysis.difference import Difference, difference
from leadkit.policy.analysis.note import About
from leadkit.policy.engine import load
from leadkit.policy.policy import Policy, SeveralCharges
from tests.policy.analysis.random_policies import COLLECTIONS, FACTS, random_policy, read
from tests.policy.engine.policies import COLLECTIONS as COLLECTIONS_OF_EXAMPLES
from tests.policy.engine.policies import policy, rule

Json = dict[str, Any]

PAIRS = 80
CASES = 60


def _young(age: int, **more: Any) -> Json:
    return rule("minimum", {"fact": "age", "below": age}, **more)


def _compare(old: list[Json], new: list[Json], **more: Any) -> Difference:
    return difference(read(policy(*old, **more)), read(policy(*new, **more)))


def _turns(found: Difference) -> list[tuple[str, str, list[str]]]:
    return [(one.before, one.after, [rule.id for rule in one.rules]) for one in found.changes]


def test_the_same_rules_decide_alike_whatever_they_are_called() -> None:
    found = _compare([_young(18)], [rule("another", {"not": {"fact": "age", "at_least": 18}})])
    assert found.is_none


def test_a_lower_limit_lets_in_those_between_the_two() -> None:
    (change,) = _compare([_young(18)], [_young(16)]).changes
    assert (change.before, change.after, change.stricter) == ("not_eligible", "eligible", False)
    assert [line.answer for line in change.witness.lines] == ["16 years to 17 years"]
    assert [one.case["facts"]["age"] for one in change.witness.decided] == [16, 16]
    assert [rule.id for rule in change.counterparts] == ["minimum"]


def test_a_presumption_in_the_place_of_a_bar_asks_for_discretion() -> None:
    assert _turns(_compare([_young(18)], [_young(18, strength="presumptive")])) == [
        ("not_eligible", "needs_discretion", ["minimum"])
    ]


def test_a_lighter_rule_makes_a_difference_only_where_no_heavier_one_holds() -> None:
    found = _compare([_young(16), rule("youth", {"fact": "age", "below": 18}, "presumptive")], [])
    assert _turns(found) == [("not_eligible", "eligible", ["minimum"]), ("needs_discretion", "eligible", ["youth"])]
    assert not found.undecided


def test_an_advisory_rule_makes_no_difference() -> None:
    assert not _compare([], [_young(18, strength="advisory")]).changes


def test_two_rules_that_go_together_are_told_together() -> None:
    twice = [_young(18), rule("again", {"fact": "age", "below": 18})]
    assert _turns(_compare(twice, [])) == [("not_eligible", "eligible", ["minimum", "again"])]


def test_discretion_that_is_needed_before_and_now_is_marked() -> None:
    refuses = rule("refuses", {"fact": "consents", "is": False}, "presumptive")
    changes = _compare([_young(18), refuses], [refuses]).changes
    assert [(one.after, one.anyway) for one in changes] == [("eligible", False), ("needs_discretion", True)]


def test_a_kind_is_told_once_for_all_its_pathways() -> None:
    both = ["arrest", "social"]
    (change,) = _compare([], [_young(18, pathways=both)]).changes
    assert change.pathways == ("Arrest diversion", "Social contact")


def test_an_offence_of_one_list_only_is_unlisted_on_the_other() -> None:
    def listing(*offences: str) -> Policy:
        made = policy(rule("unlisted", {"fact": "charge.offence", "in": ["unlisted"]}, scope="charge"))
        options = {one: one.capitalize() for one in (*offences, "unlisted")}
        made["collections"] = json.loads(json.dumps(made["collections"]))
        made["collections"]["charges"]["facts"]["offence"]["options"] = options
        return read(made)

    found = difference(listing("theft"), listing("theft", "sale", "fraud"))
    (change,) = found.changes
    assert (change.before, change.after) == ("not_eligible", "eligible")
    assert [line.answer for line in change.witness.lines] == ['"Sale" or "Fraud"']
    assert [one.case["facts"]["charges"][0]["offence"] for one in change.witness.decided] == ["unlisted", "sale"]
    assert [one.about for one in found.notes] == [About.ANSWERS]


def test_what_no_case_shows_is_noted() -> None:
    old = _young(18, strength="presumptive", owners=[{"by": "chief"}], citations=["Code § 1"])
    new = _young(18, strength="presumptive", owners=[{"by": "sheriff"}], citations=["Code § 2"])
    pathways = {"arrest": {"name": "Arrest diversion", "needs_charge": True}}
    found = difference(read(policy(old)), read(policy(new, several_charges="any", pathways=pathways)))
    assert not found.changes
    assert [one.about for one in found.notes] == [About.PATHWAY, About.SEVERAL_CHARGES, About.OVERRIDE, About.LAW]
    assert not found.is_none


@pytest.mark.parametrize(
    ("several", "kind"),
    [
        ("all", ("not_eligible", "needs_discretion")),
        ("any", ("needs_discretion", "eligible")),
        ("most_serious", ("not_eligible", "needs_discretion")),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_a_kind_that_takes_two_charges_is_told(several: str, kind: tuple[str, str], turned: bool) -> None:
    theft = rule("theft", {"fact": "charge.offence", "in": ["theft"]}, scope="charge")
    sale = rule("sale", {"fact": "charge.offence", "in": ["sale"]}, "presumptive", scope="charge")
    versions = [[theft, sale], [sale]]
    found = _compare(*(versions[::-1] if turned else versions), several_charges=several)
    wanted = [("not_eligible", "eligible"), kind]
    assert [one[:2] for one in _turns(found)] == [pair[::-1] if turned else pair for pair in wanted]
    assert not found.undecided
    charges = found.changes[1].witness.decided[0].case["facts"]["charges"]
    assert [one["offence"] for one in charges] == ["theft", "sale"]


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        ("all", "any", "not_eligible", "eligible"),
        ("most_serious", "all", "eligible", "not_eligible"),
        ("any", "most_serious", "eligible", "not_eligible"),
    ],
)
def test_what_several_charges_mean_is_shown_by_a_case_of_two(old: str, new: str, before: str, after: str) -> None:
    theft = rule("theft", {"fact": "charge.offence", "in": ["theft"]}, scope="charge")
    found = difference(read(policy(theft, several_charges=old)), read(policy(theft, several_charges=new)))
    (change,) = found.changes
    assert (change.before, change.after, change.rules) == (before, after, ())
    assert "With several charges, before: " in change.reason and not found.notes
    assert [len(one.case["facts"]["charges"]) for one in change.witness.decided] == [2, 2]
    assert {line.about for line in change.witness.lines} <= {"charge", "second charge"}


def test_where_charges_are_counted_what_several_mean_is_shown_too() -> None:
    sale = rule("sale", {"fact": "charge.offence", "in": ["sale"]}, scope="charge")
    twice = rule("thefts", {"fact": "thefts", "at_least": 2})
    old, new = (
        read(policy(sale, twice, reducers=THEFTS, several_charges=meaning)) for meaning in ("any", "most_serious")
    )
    (change,) = difference(old, new).changes
    assert (change.before, change.after, change.rules) == ("eligible", "not_eligible", ())
    shown = change.witness.decided[0].case["facts"]["charges"]
    assert [(one["offence"], one["level"]) for one in shown] == [("sale", "felony"), ("theft", "violation")]


def test_a_charge_that_two_others_are_told_apart_by_is_not_decided() -> None:
    """Only beside a sale are a theft and a loan decided differently, so that it takes three charges."""
    collections = json.loads(json.dumps(COLLECTIONS_OF_EXAMPLES))
    collections["charges"]["facts"]["offence"]["options"]["loan"] = "Loan"
    sales = {"sales": {"reduce": "count", "of": "charges", "where": {"fact": "charge.offence", "in": ["sale"]}}}
    beside = {"fact": "sales", "at_least": 1}
    sale = rule("sale", {"fact": "charge.offence", "in": ["sale"]}, scope="charge")
    theft = rule("theft", {"all": [beside, {"fact": "charge.offence", "in": ["theft"]}]}, "presumptive", scope="charge")
    old, new = (
        read(policy(sale, theft, collections=collections, reducers=sales, several_charges=meaning))
        for meaning in ("all", "any")
    )
    found = difference(old, new)
    assert {(one.before, one.after) for one in found.changes} == {
        ("not_eligible", "eligible"), ("not_eligible", "needs_discretion"),
    }  # fmt: skip
    assert [(one.before, one.after) for one in found.undecided] == [("needs_discretion", "eligible")]


def test_a_rule_about_a_charge_and_a_count_is_read_of_the_second_charge_as_of_the_first() -> None:
    """Of a theft and a sale the sale is kept out because there is a theft; it does not matter which comes first."""
    beside = {"all": [{"fact": "charge.offence", "in": ["sale"]}, {"fact": "thefts", "at_least": 1}]}
    found = _compare([], [rule("beside", beside, scope="charge")], reducers=THEFTS)
    assert [(one.before, one.after) for one in found.changes] == [("eligible", "not_eligible")]
    assert not found.undecided


def test_a_case_that_takes_three_charges_is_not_decided() -> None:
    beside = {"all": [{"fact": "charge.offence", "in": ["sale"]}, {"fact": "thefts", "at_least": 2}]}
    found = _compare([], [rule("beside", beside, scope="charge")], reducers=THEFTS)
    assert not found.changes
    assert [(one.before, one.after) for one in found.undecided] == [("eligible", "not_eligible")]


def test_of_two_charges_that_are_alike_the_worse_decides_where_the_most_serious_does() -> None:
    theft = rule("theft", {"fact": "charge.offence", "in": ["theft"]}, scope="charge")
    felony = json.loads(json.dumps(COLLECTIONS_OF_EXAMPLES))
    felony["charges"]["facts"]["level"]["options"] = {"felony": "F"}
    old, new = (read(policy(theft, collections=felony, several_charges=meaning)) for meaning in ("any", "most_serious"))
    (change,) = difference(old, new).changes
    assert (change.before, change.after) == ("eligible", "not_eligible")


def test_how_serious_charges_are_is_what_the_policy_says_in_which_the_most_serious_decides() -> None:
    theft = rule("theft", {"fact": "charge.offence", "in": ["theft"]}, scope="charge")
    old = read(policy(theft, several_charges="most_serious"))
    new = read(policy(theft, several_charges="all", seriousness=[]))
    (change,) = difference(old, new).changes
    assert (change.before, change.after) == ("eligible", "not_eligible")


def test_without_levels_the_most_serious_is_not_decided() -> None:
    none = json.loads(json.dumps(COLLECTIONS_OF_EXAMPLES))
    del none["charges"]["facts"]["level"]
    theft = rule("theft", {"fact": "charge.offence", "in": ["theft"]}, scope="charge")
    old, new = (read(policy(theft, collections=none, several_charges=meaning)) for meaning in ("any", "most_serious"))
    found = difference(old, new)
    assert found.undecided and not found.changes


def test_who_may_override_is_told_by_title_and_by_the_cases_that_are_theirs() -> None:
    def owned(*levels: str) -> Json:
        when = {"fact": "charge.level", "in": list(levels)}
        return _young(18, strength="presumptive", scope="charge", owners=[{"by": "da", "when": when}])

    named: dict[str, str] = {"da": "District Attorney"}
    old, new = read(policy(owned("felony"))), read(policy(owned("felony", "violation")))
    (note,) = difference(old, new, (named, named)).notes
    assert note.sentence == (
        'minimum Before, District Attorney (where "?" is "F") could override it; '
        'now District Attorney (where "?" is "F" or "V").'
    )
    other = read(policy(_young(18, strength="presumptive", owners=[{"by": "prosecutor"}])))
    old = read(policy(_young(18, strength="presumptive", owners=[{"by": "da"}])))
    (note,) = difference(old, other, (named, {"prosecutor": "District Attorney"})).notes
    assert note.sentence == "minimum Before, da could override it; now prosecutor."


THEFTS = {"thefts": {"reduce": "count", "of": "charges", "where": {"fact": "charge.offence", "in": ["theft"]}}}


def test_a_rule_that_counts_charges_is_shown_by_as_many() -> None:
    once, twice = (rule("thefts", {"fact": "thefts", "at_least": number}) for number in (1, 2))
    (change,) = _compare([], [once], reducers=THEFTS).changes
    assert [len(one.case["facts"]["charges"]) for one in change.witness.decided] == [1, 1]
    (change,) = _compare([once], [twice], reducers=THEFTS).changes
    assert (change.before, change.after) == ("not_eligible", "eligible")
    (change,) = _compare([], [twice], reducers=THEFTS).changes
    assert [len(one.case["facts"]["charges"]) for one in change.witness.decided] == [2, 2]
    assert not _compare([once], [once], reducers=THEFTS).changes


def test_another_charge_that_is_counted_is_judged_too() -> None:
    """Two thefts, of which neither may be a violation."""
    violation = rule("violation", {"fact": "charge.level", "in": ["violation"]}, scope="charge")
    twice = rule("thefts", {"fact": "thefts", "at_least": 2})
    found = _compare([violation], [violation, twice], reducers=THEFTS)
    assert not found.undecided
    levels = [one["level"] for one in found.changes[0].witness.decided[0].case["facts"]["charges"]]
    assert levels == ["felony", "felony"]


def test_without_a_charge_none_is_counted() -> None:
    found = _compare([], [rule("thefts", {"fact": "thefts", "at_least": 1}, pathways=["social"])], reducers=THEFTS)
    assert len(found.changes) == 1 and not found.undecided
    fewer = rule("none", {"fact": "thefts", "below": 1}, pathways=["social"])
    (change,) = _compare([], [fewer], reducers=THEFTS).changes
    assert change.witness.decided[0].case["facts"]["charges"] == []


def test_what_is_no_longer_open_is_noted() -> None:
    open_ = [{"path": "eligibility.unlisted", "why": "undecided", "pathways": ["arrest"]}]
    found = difference(read(policy(open=open_)), read(policy()))
    assert [one.sentence for one in found.notes] == ["eligibility.unlisted was left open before, and is not now."]


def test_a_question_in_other_words_is_noted() -> None:
    facts = {**policy()["facts"], "consents": {"type": "yes_no", "question": "Agrees?"}}
    found = difference(read(policy()), read(policy(facts=facts)))
    assert [one.sentence for one in found.notes] == ['Before, it was asked: "Consents?" Now: "Agrees?"']


@pytest.mark.parametrize("charges", [1, 3])
def test_no_kind_is_missing(charges: int) -> None:
    """Cases at random that two policies decide differently each belong to a kind that was told."""
    random = Random(charges)
    differing = 0
    for _ in range(PAIRS):
        old, other = (random_policy(random, counts_charges=charges > 1) for _ in range(2))
        new = old.model_copy(update={"rules": (*old.rules[:-1], other.rules[0].model_copy(update={"id": "other"}))})
        found = difference(old, new)
        assert all(not isinstance(one, Change) or one.rules for one in found.changes)
        if found.undecided:
            continue
        engines = [load(json.loads(one.model_dump_json(by_alias=True))) for one in (old, new)]
        for _ in range(CASES):
            case = _case(random, charges)
            (before, held), (after, holds) = (engine.outcome(case) for engine in engines)
            if before != after:
                differing += 1
                assert any(_covers(one, before, after, {*held}, {*holds}) for one in found.changes), (old, new, case)
    assert differing > 50


def test_no_kind_is_missing_where_only_what_several_charges_mean_is_another() -> None:
    random = Random(9)
    differing = 0
    for _ in range(PAIRS):
        old = random_policy(random, counts_charges=random.random() < 0.5)
        new = old.model_copy(update={"several_charges": SeveralCharges.ANY})
        found = difference(old, new)
        told = {(one.before, one.after) for one in (*found.changes, *found.undecided)}
        engines = [load(json.loads(one.model_dump_json(by_alias=True))) for one in (old, new)]
        for _ in range(CASES):
            case = _case(random, 3)
            before, after = (engine.outcome(case)[0] for engine in engines)
            if before != after:
                differing += 1
                assert (before, after) in told, (old, case)
    assert differing > 50


def _covers(change: Change, before: str, after: str, held: set[str], holds: set[str]) -> bool:
    rules = {rule.id for rule in change.rules}
    return (change.before, change.after) == (before, after) and rules <= (holds if change.stricter else held)


def _case(random: Random, charges: int) -> Json:
    facts = {name: _answer(random, fact) for name, fact in FACTS.items()}
    for name, collection in COLLECTIONS.items():
        count = random.randint(1, charges) if name == "charges" else random.randint(0, 3)
        facts[name] = [{key: _answer(random, fact) for key, fact in collection["facts"].items()} for _ in range(count)]
    return {"on": "2026-03-31", "pathway": "arrest", "facts": facts}


def _answer(random: Random, fact: Json) -> Any:
    match fact["type"]:
        case "yes_no":
            return random.random() < 0.5
        case "choice":
            return random.choice(list(fact["options"]))
        case "date":
            return (date(2026, 3, 31) - timedelta(days=random.choice((0, 1, 30, 31, 5000)))).isoformat()
    return random.randint(0, 4)
