"""The deciding facts settle the outcome, and no smaller set does: tried with every answer that there is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product
from typing import Any

from hypothesis import assume, given, settings

from leadkit.policy.engine import Engine, load
from tests.policy.strategies import COLLECTIONS, DAYS, FACTS, NUMBERS, Json, cases, policies

DECIDED = {"eligible", "needs_discretion", "not_eligible"}


def _domain(fact: Json, given: Any) -> list[Any]:
    """Every answer to a fact; of a date of which a part is known, the days in it."""
    if fact["type"] == "yes_no":
        return [True, False]
    if fact["type"] == "choice":
        return list(fact["options"])
    if fact["type"] == "date":
        return [day for day in DAYS if day.startswith(given or "")]
    return list(NUMBERS)


def _entries(declared: dict[str, Json]) -> list[Json]:
    columns = [_domain(fact, None) for fact in declared.values()]
    return [dict(zip(declared, row, strict=True)) for row in product(*columns)]


ENTRIES = {name: _entries(collection["facts"]) for name, collection in COLLECTIONS.items()}


def _answers(name: str, case: Json, longest: int) -> list[Any]:
    """Every answer to what a case leaves open under a name."""
    if name in COLLECTIONS:
        least = 1 if name == "charges" and case["pathway"] == "arrest" else 0
        short = [list(some) for size in range(least, longest + 1) for some in product(ENTRIES[name], repeat=size)]
        return short + [[entry] * size for size in range(longest + 1, 5) for entry in ENTRIES[name]]
    collection, _, rest = name.partition(".")
    if not rest:
        return _domain(FACTS[name], case["facts"].get(name))
    number, _, fact = rest.partition(".")
    return _domain(COLLECTIONS[collection]["facts"][fact], case["facts"][collection][int(number) - 1].get(fact))


def _with(case: Json, name: str, answer: Any) -> Json:
    facts = dict(case["facts"])
    collection, _, rest = name.partition(".")
    if not rest:
        return {**case, "facts": {**facts, name: answer}}
    number, _, fact = rest.partition(".")
    entries = list(facts[collection])
    entries[int(number) - 1] = {**entries[int(number) - 1], fact: answer}
    return {**case, "facts": {**facts, collection: entries}}


def _settles(engine: Engine, case: Json, names: tuple[str, ...], longest: int) -> bool:
    """Whether some answers to these facts decide the outcome."""
    return any(engine.outcome(answered)[0] in DECIDED for answered in _answered(case, names, longest))


def _answered(case: Json, names: tuple[str, ...], longest: int) -> Iterator[Json]:
    if not names:
        yield case
        return
    for answer in _answers(names[0], case, longest):
        yield from _answered(_with(case, names[0], answer), names[1:], longest)


@settings(max_examples=150)
@given(policies(), cases())
def test_the_deciding_facts_settle_and_no_fewer_do(policy: Json, case: Json) -> None:
    engine = load(policy)
    decision = engine.decide(case)
    deciding, missing = decision["deciding"], decision["missing"]
    assert bool(deciding) == bool(missing)
    assume(deciding and len(deciding) <= 3 and sum(name in COLLECTIONS for name in missing) < 2)
    longest = 2 if len(deciding) < 3 else 1
    if not set(deciding) & set(COLLECTIONS) or len(deciding) < 2:
        assert _settles(engine, case, tuple(deciding), 2)
    for fewer in combinations(_also_later(missing, case), len(deciding) - 1):
        assert not _settles(engine, case, fewer, longest), fewer


def _also_later(missing: list[str], case: Json) -> list[str]:
    """What is missing, and what may be once a list is answered."""
    lists = any(name in COLLECTIONS for name in missing)
    return [*missing, *(fact for fact in FACTS if lists and fact not in case["facts"] and fact not in missing)]


@given(policies(), cases(known=True))
def test_nothing_decides_what_is_decided(policy: Json, case: Json) -> None:
    assert load(policy).decide(case)["deciding"] == []
