"""Small policies at random, many and fast: facts of every type, and numbers made from lists in every way."""

from __future__ import annotations

import json
from random import Random
from typing import Any

from leadkit.policy.policy import Policy

Json = dict[str, Any]


def _choice(*options: str) -> Json:
    return {"type": "choice", "question": "?", "options": {option: option for option in options}}


_YES_NO = {"type": "yes_no", "question": "?"}
_NUMBER = {"type": "number", "question": "?", "unit": "years", "at_most": 5}
_WEIGHT = {"type": "number", "question": "?", "unit": "milligrams"}
_DATE = {"type": "date", "question": "?"}
FACTS: dict[str, Json] = {
    "consents": _YES_NO, "resident": _YES_NO, "age": _NUMBER, "area": _choice("north", "south", "west"), "born": _DATE,
}  # fmt: skip
COLLECTIONS: dict[str, Json] = {
    "charges": {
        "entry": "charge", "question": "?",
        "facts": {"offence": _choice("theft", "sale", "other"), "armed": _YES_NO},
    },
    "records": {
        "entry": "record", "question": "?",
        "facts": {"kind": _choice("conviction", "open", "arrest"), "date": _DATE, "violent": _YES_NO},
    },
    "items": {"entry": "item", "question": "?", "facts": {"substance": _choice("a", "b"), "weight": _WEIGHT}},
}  # fmt: skip
WINDOWS = ({"months": 120}, {"months": 1}, {"days": 30}, {"days": 0})
MADE = ("first", "second", "third", "weight", "greatest")


def random_policy(random: Random) -> Policy:
    """A policy of up to four rules; of ten, one has rules about numbers that lists make, which are slow to judge."""
    made_numbers = dict.fromkeys(MADE, _NUMBER) if random.random() < 0.1 else {}
    where = {"items": _condition(random, _of("items"), 2)}
    made: dict[str, Json] = {
        name: {"reduce": "count", "of": "records", "where": _condition(random, _of("records"), 3)} for name in MADE[:3]
    }
    weight = {"of": "items", "fact": "weight"}
    made["weight"] = {"reduce": "total", **weight, "where": where["items"]}
    made["greatest"] = {
        "reduce": "greatest_total",
        **weight,
        "where": _condition(random, _of("items"), 2),
        "per": "substance",
    }
    return read({
        "program": "p", "name": "P", "on": "2026-03-31", "several_charges": "all",
        "pathways": {"arrest": {"name": "Arrest", "needs_charge": True}},
        "facts": FACTS, "collections": COLLECTIONS, "reducers": made,
        "rules": [_rule(random, number, made_numbers) for number in range(random.randint(1, 4))],
    })  # fmt: skip


def read(policy: Json) -> Policy:
    """A policy from what its JSON holds."""
    return Policy.model_validate_json(json.dumps(policy))


def _rule(random: Random, number: int, made_numbers: dict[str, Json]) -> Json:
    scope = random.choice(("charge", "contact"))
    names = {**FACTS, **(_of("charges", only=True) if scope == "charge" else {}), **made_numbers}
    return {
        "id": f"rule-{number}", "text": "?", "when": _condition(random, names, 3), "scope": scope,
        "strength": random.choice(("absolute", "presumptive")), "pathways": ["arrest"],
    }  # fmt: skip


def _of(collection: str, *, only: bool = False) -> dict[str, Json]:
    """The facts that a condition about the entries of a collection may name."""
    one = COLLECTIONS[collection]
    own = {f"{one['entry']}.{name}": fact for name, fact in one["facts"].items()}
    return own if only else {**own, "resident": FACTS["resident"], "area": FACTS["area"]}


def _condition(random: Random, names: dict[str, Json], size: int) -> Json:
    if size > 1 and random.random() < 0.8:
        word = random.choice(("all", "any", "any", "not"))
        if word == "not":
            return {"not": _condition(random, names, size - 1)}
        return {word: [_condition(random, names, size - 1) for _ in range(random.randint(1, 3))]}
    name = random.choice(list(names))
    fact = names[name]
    if fact["type"] == "yes_no":
        return {"fact": name, "is": random.random() < 0.5}
    if fact["type"] == "choice":
        options = list(fact["options"])
        return {"fact": name, "in": random.sample(options, random.randint(1, len(options) - 1))}
    if fact["type"] == "date":
        return {"fact": name, "within": random.choice(WINDOWS)}
    return {"fact": name, random.choice(("below", "at_least")): random.randint(1, 2)}
