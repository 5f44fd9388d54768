"""Makes cases for a policy: some that are eligible, and those about them, with answers changed or not known.

The same policy and seed make the same cases. Answers are drawn from both sides of everything that a rule compares with.
"""

from __future__ import annotations

import copy
import random
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from leadkit.policy.engine import Engine, load

Json = dict[str, Any]
_TRIES = 60
"""How often one fact after another is answered anew until nothing bars."""


class Maker:
    """Makes cases for one policy.

    Args:
        policy: What ``policy.json`` holds.
        seed: What the choices come from.
    """

    def __init__(self, policy: Json, seed: str) -> None:
        self._policy = policy
        self._engine: Engine = load(policy)
        self._choose = random.Random(seed)
        self._bounds: dict[str, set[Any]] = defaultdict(set)
        for written in (*policy["rules"], *policy.get("reducers", {}).values()):
            self._note(written.get("when") or written["where"])
        for reducer in policy.get("reducers", {}).values():
            if reducer.get("fact"):
                entry = policy["collections"][reducer["of"]]["entry"]
                self._bounds[f"{entry}.{reducer['fact']}"] |= self._reached

    def _note(self, written: Json) -> None:
        for part in _parts(written):
            for word in ("below", "at_least"):
                if word in part:
                    self._bounds[part["fact"]].add(part[word])
            if "within" in part:
                self._bounds[part["fact"]].add((part["within"].get("months"), part["within"].get("days")))

    @property
    def _reached(self) -> set[int]:
        """Every number that a made number is compared with."""
        return {bound for name in self._policy.get("reducers", {}) for bound in self._bounds.get(name, ())}

    def cases(self, count: int) -> Iterator[Json]:
        """So many cases."""
        pathways = sorted(self._policy["pathways"])
        for number in range(count):
            case = self._begun(pathways[number % len(pathways)])
            if number % 4:
                self._clear(case)
            if number % 4 == 2:
                self._forget(case, self._choose.randint(1, 3))
            if number % 4 == 3:
                self._change(case, self._choose.randint(1, 2))
            if number % 8 == 0:
                self._forget(case, self._choose.randint(2, 8))
            yield case

    def _begun(self, pathway: str) -> Json:
        """A case with an answer to everything."""
        on = self._policy["on"]
        facts = {name: self._answer(name, fact, on) for name, fact in self._policy.get("facts", {}).items()}
        for id_, collection in self._policy.get("collections", {}).items():
            least = 1 if collection["entry"] == "charge" and self._policy["pathways"][pathway]["needs_charge"] else 0
            size = max(least, self._choose.choice((0, 1, 1, 2)))
            facts[id_] = [self._entry(collection, on) for _ in range(size)]
        return {"on": on, "pathway": pathway, "facts": facts}

    def _entry(self, collection: Json, on: str) -> Json:
        return {
            name: self._answer(f"{collection['entry']}.{name}", fact, on) for name, fact in collection["facts"].items()
        }

    def _answer(self, name: str, fact: Json, on: str) -> Any:
        if fact["type"] == "yes_no":
            return self._choose.random() < 0.5
        if fact["type"] == "choice":
            return self._choose.choice(sorted(fact["options"]))
        if fact["type"] == "number":
            near = {0, *(bound + by for bound in self._bounds[name] for by in (-1, 0, 1))}
            most = fact.get("at_most")
            return self._choose.choice(sorted(one for one in near if one >= 0 and (most is None or one <= most)))
        return self._day(name, date.fromisoformat(on))

    def _day(self, name: str, on: date) -> str:
        """A day about the end of a look-back, or a month or year in which it falls."""
        ends = [on, *(_before(on, *window) for window in self._bounds[name])]
        day = self._choose.choice(sorted(set(ends))) + timedelta(self._choose.randint(-1, 1))
        text = min(day, on).isoformat()
        return text[: self._choose.choice((4, 7, 10, 10, 10, 10))]

    def _clear(self, case: Json) -> None:
        """Answer anew what bars, or is open, until nothing does or it is tried often enough."""
        for _ in range(_TRIES):
            decision = self._engine.decide(case)
            if decision["outcome"] == "eligible":
                return
            used = [name for reason in decision["reasons"] for name in _told(reason)]
            self._anew(case, self._choose.choice(sorted(set(used))) if used else None)

    def _change(self, case: Json, count: int) -> None:
        for _ in range(min(count, len(_names(case)))):
            self._anew(case, self._choose.choice(_names(case)))

    def _anew(self, case: Json, name: str | None) -> None:
        """Another answer to a fact; a list loses an entry or has another."""
        if name is None or name in self._policy.get("reducers", {}):
            return
        id_, _, rest = name.partition(".")
        facts = case["facts"]
        if id_ not in self._policy.get("collections", {}):
            facts[name] = self._answer(name, self._policy["facts"][name], case["on"])
            return
        collection = self._policy["collections"][id_]
        if rest:
            number, _, own = rest.partition(".")
            answer = self._answer(f"{collection['entry']}.{own}", collection["facts"][own], case["on"])
            facts[id_][int(number) - 1][own] = answer
        else:
            facts[id_] = [*(facts.get(id_) or []), self._entry(collection, case["on"])]

    def _forget(self, case: Json, count: int) -> None:
        for _ in range(min(count, len(_names(case)))):
            name = self._choose.choice(_names(case))
            id_, _, rest = name.partition(".")
            if rest:
                number, _, own = rest.partition(".")
                case["facts"][id_][int(number) - 1].pop(own, None)
            else:
                case["facts"].pop(id_, None)


def answered(policy: Json, case: Json) -> Json:
    """What every engine says of a case: the outcome, each charge's, the rules that hold or are open, what is missing."""
    decision = load(policy).decide(copy.deepcopy(case))
    return {
        "outcome": decision["outcome"],
        "charges": decision["charges"],
        "rules": {rule: value for rule, value in decision["rules"].items() if value is not False and value != []},
        "missing": decision["missing"],
    }


def _parts(written: Json) -> Iterator[Json]:
    for word in ("all", "any"):
        for part in written.get(word, ()):
            yield from _parts(part)
    if "not" in written:
        yield from _parts(written["not"])
    if "fact" in written:
        yield written


def _names(case: Json) -> list[str]:
    """Everything that is known of a case, by name."""
    found: list[str] = []
    for name, value in case["facts"].items():
        found.append(name)
        for number, entry in enumerate(value if isinstance(value, list) else (), 1):
            found += [f"{name}.{number}.{own}" for own in entry]
    return sorted(found)


def _told(reason: Json) -> list[str]:
    return [*reason["facts"], *reason["restricted_facts"]]


def _before(on: date, months: int | None, days: int | None) -> date:
    if months is None:
        return on - timedelta(days or 0)
    year, month = divmod(on.year * 12 + on.month - 1 - months, 12)
    return date(year, month + 1, min(on.day, 28))
