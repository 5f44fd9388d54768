"""The deciding facts settle the outcome, and no smaller set does: tried with every answer that there is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product
from typing import Any

import pytest
from hypothesis import assume, given, settings

from leadkit.policy.engine import Engine, deciding, load
from tests.policy.engine.policies import case as example
from tests.policy.engine.policies import policy as policy_of
from tests.policy.engine.policies import rule
from tests.policy.engine.trying import ENTRIES, answer_to, domain, with_answer
from tests.policy.strategies import COLLECTIONS, FACTS, Json, cases, policies
from tests.sampling import examples

DECIDED = {"eligible", "needs_discretion", "not_eligible"}


def _answers(name: str, case: Json, longest: int) -> list[Any]:
    """Every answer to what a case leaves open under a name."""
    if name in COLLECTIONS:
        least = 1 if name == "charges" and case["pathway"] == "arrest" else 0
        short = [list(some) for size in range(least, longest + 1) for some in product(ENTRIES[name], repeat=size)]
        return short + [[entry] * size for size in range(longest + 1, 5) for entry in ENTRIES[name]]
    return domain(name, answer_to(case, name))


def _settles(engine: Engine, case: Json, names: tuple[str, ...], longest: int) -> bool:
    """Whether some answers to these facts decide the outcome."""
    return any(engine.outcome(answered)[0] in DECIDED for answered in _answered(case, names, longest))


def _answered(case: Json, names: tuple[str, ...], longest: int) -> Iterator[Json]:
    if not names:
        yield case
        return
    for answer in _answers(names[0], case, longest):
        yield from _answered(with_answer(case, names[0], answer), names[1:], longest)


@settings(max_examples=examples(100))
@given(policies(), cases())
def test_the_deciding_facts_settle_and_no_fewer_do(policy: Json, case: Json) -> None:
    engine = load(policy)
    decision = engine.decide(case)
    found, missing = decision["deciding"], decision["missing"]
    assert bool(found) == bool(missing)
    assume(found and len(found) <= 3 and sum(name in COLLECTIONS for name in missing) < 2)
    longest = 2 if len(found) < 3 else 1
    if not set(found) & set(COLLECTIONS) or len(found) < 2:
        assert _settles(engine, case, tuple(found), 2)
    for fewer in combinations(_also_later(missing, case), len(found) - 1):
        assert not _settles(engine, case, fewer, longest), fewer


def _also_later(missing: list[str], case: Json) -> list[str]:
    """What is missing, and what may be once a list is answered."""
    lists = any(name in COLLECTIONS for name in missing)
    return [*missing, *(fact for fact in FACTS if lists and fact not in case["facts"] and fact not in missing)]


@given(policies(), cases(known=True))
def test_nothing_decides_what_is_decided(policy: Json, case: Json) -> None:
    assert load(policy).decide(case)["deciding"] == []


YOUNG = rule("young", {"fact": "age", "below": 18})
AGREES = rule("agrees", {"fact": "consents", "is": False}, "presumptive")
SALE = rule("sale", {"fact": "charge.offence", "in": ["sale"]}, scope="charge")
RECENT = rule("recent", {"fact": "last-offer", "within": {"months": 12}}, "presumptive")
CONVICTED = {"reduce": "count", "of": "records", "where": {"fact": "record.kind", "in": ["conviction"]}}
OPIATES = {"reduce": "total", "of": "items", "fact": "weight", "where": {"fact": "item.substance", "in": ["opiate"]}}
MADE = {"convictions": CONVICTED, "opiates": OPIATES}
HEAVY = rule("heavy", {"fact": "opiates", "at_least": 6000})
HISTORY = rule("history", {"fact": "convictions", "at_least": 3})


@pytest.mark.parametrize(
    ("rules", "facts", "expected"),
    [
        # One answer may bar; to spare a person takes an answer to everything.
        ([YOUNG, AGREES, RECENT], {}, ["age"]),
        ([YOUNG, AGREES, RECENT], {"age": 30}, ["consents", "last-offer"]),
        ([YOUNG, SALE], {"age": 30, "charges": [{}, {}]}, ["charges.1.offence"]),
        ([SALE, AGREES], {"charges": [{"offence": "theft"}, {}], "consents": True}, ["charges.2.offence"]),
        ([SALE], {}, ["charges"]),
        ([SALE, AGREES], {}, ["charges"]),
        # A list is one answer, whatever it takes to fill it.
        ([HISTORY], {}, ["records"]),
        ([HISTORY], {"records": [{}, {}]}, []),
        ([HISTORY], {"records": [{}, {}, {}]}, ["records.1.kind"]),
        ([HISTORY], {"records": [{"kind": "conviction"}, {}, {}, {}]}, ["records.2.kind", "records.3.kind"]),
        # A weight that lacks little decides by itself, and so does what it is a weight of.
        ([HEAVY], {"items": [{"substance": "opiate"}, {"substance": "opiate", "weight": 5999}]}, ["items.1.weight"]),
        ([HEAVY], {"items": [{"weight": 6000}]}, ["items.1.substance"]),
        ([HEAVY], {"items": [{}]}, ["items.1.substance"]),
        # Of a date of which a part is known, a day within it.
        ([RECENT], {"last-offer": "2025"}, ["last-offer"]),
    ],
)
def test_what_decides(rules: list[Json], facts: Json, expected: list[str]) -> None:
    case = {**example(), "facts": facts if "charges" in facts or SALE in rules else {"charges": [{}], **facts}}
    assert load(policy_of(*rules, reducers=MADE)).decide(case)["deciding"] == expected


def test_an_amount_decides_beside_what_others_certainly_weigh() -> None:
    """Only one weight settles both rules, and it is far from every bound."""
    facts = {"items": [{"substance": "opiate"}, {"substance": "opiate", "weight": 5999}], "charges": [{}]}
    less = rule("less", {"all": [{"fact": "opiates", "below": 6000}, {"fact": "consents", "is": True}]})
    more = rule("more", {"all": [{"fact": "opiates", "at_least": 6001}, {"fact": "age", "below": 18}]})
    decision = load(policy_of(less, more, reducers=MADE)).decide({**example(), "facts": facts})
    assert decision["deciding"] == ["items.1.weight"]


def test_a_day_before_a_look_back_decides_where_a_part_of_the_date_is_known() -> None:
    recent = {"fact": "last-offer", "within": {"months": 12}}
    one = rule("one", {"all": [recent, {"fact": "consents", "is": True}]}, "presumptive")
    two = rule("two", {"all": [recent, {"fact": "age", "below": 18}]}, "presumptive")
    assert load(policy_of(one, two)).decide(example(last_offer="2025"))["deciding"] == ["last-offer"]


def test_a_search_without_end_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deciding, "STEPS", 1)
    assert load(policy_of(YOUNG)).decide(example(charges=[{}]))["deciding"] == "not decided"


def test_a_list_that_must_be_long_to_bar_hides_no_smaller_set() -> None:
    many = {"reduce": "count", "of": "charges", "where": {"all": []}}
    long = rule("long", {"fact": "many", "at_least": 30})
    engine = load(policy_of(YOUNG, SALE, long, reducers={"many": many}))
    assert engine.decide(example())["deciding"] == ["age"]


def test_a_search_over_very_many_charges_is_not_begun() -> None:
    engine = load(policy_of(SALE))
    assert engine.decide(example(charges=[{}] * 20))["deciding"] == ["charges.1.offence"]
    assert engine.decide(example(charges=[{}] * 21))["deciding"] == "not decided"
    assert engine.decide(example(charges=[{"offence": "theft"}] * 21))["deciding"] == []
