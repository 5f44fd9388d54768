"""Every answer to the facts of the random policies, to be tried one by one."""

from __future__ import annotations

from itertools import product
from typing import Any

from tests.policy.strategies import COLLECTIONS, DAYS, FACTS, NUMBERS, Json


def domain(name: str, given: str | None = None) -> list[Any]:
    """Every answer to a fact, as a case names it; of a date of which a part is given, the days in it."""
    collection, _, rest = name.partition(".")
    fact = COLLECTIONS[collection]["facts"][rest.partition(".")[2]] if rest else FACTS[name]
    return _domain(fact, given)


def _domain(fact: Json, given: str | None) -> list[Any]:
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
"""Every entry of which everything is known."""


def known(case: Json) -> list[str]:
    """The names of what a case tells."""
    names = []
    for fact, value in case["facts"].items():
        names.append(fact)
        if isinstance(value, list):
            names += [f"{fact}.{number}.{own}" for number, entry in enumerate(value, 1) for own in entry]
    return names


def answer_to(case: Json, name: str) -> Any:
    """What a case tells under a name; None where it tells nothing."""
    collection, _, rest = name.partition(".")
    if not rest:
        return case["facts"].get(name)
    number, _, fact = rest.partition(".")
    return case["facts"][collection][int(number) - 1].get(fact)


def with_answer(case: Json, name: str, answer: Any) -> Json:
    """The case with another answer under a name."""
    facts = dict(case["facts"])
    collection, _, rest = name.partition(".")
    if not rest:
        return {**case, "facts": {**facts, name: answer}}
    number, _, fact = rest.partition(".")
    entries = list(facts[collection])
    entries[int(number) - 1] = {**entries[int(number) - 1], fact: answer}
    return {**case, "facts": {**facts, collection: entries}}
