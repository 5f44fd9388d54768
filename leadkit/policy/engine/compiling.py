"""From the conditions that a policy writes to ones that can be evaluated."""

from __future__ import annotations

from typing import Any

from .atoms import test_of
from .conditions import AboutFact, AllOf, AnyOf, Condition, Not
from .facts import LARGEST, Collection, Fact, whole
from .reducers import NEEDS, AboutReducer, Reducer
from .words import one_of

_TYPES = {"is": "yes_no", "in": "choice", "below": "number", "at_least": "number", "within": "date"}


class Compiler:
    """Compiles the conditions of one policy.

    Attributes:
        facts: The facts of a contact.
        collections: The lists that a case brings.
        reducers: The numbers made from them; what stands in ``where`` cannot name them.
    """

    def __init__(self, facts: dict[str, Fact], collections: dict[str, Collection]) -> None:
        self.facts = facts
        self.collections = collections
        self.reducers: dict[str, Reducer] = {}

    def reducer(self, id_: str, written: dict[str, Any]) -> Reducer:
        """Compile a reducer."""
        collection = self.collections.get(written["of"])
        if collection is None:
            raise ValueError(f"The reducer {id_} is made from {written['of']}, which the policy does not declare.")
        needs = NEEDS[one_of(f"reduce of {id_}", written["reduce"], NEEDS)]
        for key, type_ in (("fact", "number"), ("per", "choice")):
            name = written.get(key)
            fact = collection.facts.get(name)
            if (name is not None or key in needs) and (fact is None or fact.type != type_):
                raise ValueError(f"The reducer {id_} needs as its {key} a {type_} of {collection.id}.")
        reducer = Reducer(id_, written, collection, self.condition(written["where"], collection))
        asked = [self._fact(part, collection) for part in reducer.where.every() if isinstance(part, AboutFact)]
        asked += [collection.facts[fact] for fact in (reducer.amount, reducer.per) if fact is not None]
        reducer.restricted = collection.restricted or any(fact.restricted for fact in asked)
        return reducer

    def condition(self, written: dict[str, Any], of: Collection | None) -> Condition:
        """Compile a condition.

        Args:
            written: As the policy writes it.
            of: The collection whose entry it is about; None where it is about the contact alone.

        Raises:
            ValueError: It names what the policy does not declare, or compares it with what it cannot be.
        """
        if "all" in written:
            return AllOf(self.condition(part, of) for part in written["all"])
        if "any" in written:
            return AnyOf(self.condition(part, of) for part in written["any"])
        if "not" in written:
            return Not(self.condition(written["not"], of))
        kind = next((word for word in _TYPES if word in written), None)
        if kind is None:
            raise ValueError(f"There is no condition that says {', '.join(written)}.")
        return self._about(written["fact"], kind, written[kind], of)

    def _about(self, name: str, kind: str, bound: Any, of: Collection | None) -> Condition:
        if name in self.reducers and _TYPES[kind] == "number":
            return AboutReducer(self.reducers[name], kind, _number(name, bound))
        fact, collection = self._named(name, of)
        if fact is None or fact.type != _TYPES[kind]:
            raise ValueError(f"No {_TYPES[kind].replace('_', '-')} fact is called {name} where a condition asks it.")
        own = name.partition(".")[2] if collection else name
        bound = _number(name, bound) if fact.type == "number" else bound
        test = test_of(fact, own, collection is not None, kind, bound)
        return AboutFact(own, collection, kind, bound, test)

    def _named(self, name: str, of: Collection | None) -> tuple[Fact | None, str | None]:
        if name in self.facts:
            return self.facts[name], None
        beginning, _, field = name.partition(".")
        if of is not None and beginning == of.entry:
            return of.facts.get(field), of.id
        return None, None

    def _fact(self, part: AboutFact, of: Collection) -> Fact:
        return of.facts[part.fact] if part.of else self.facts[part.fact]


def _number(name: str, bound: Any) -> int:
    """What a number is compared with."""
    try:
        number = whole(bound)
    except ValueError:
        number = -1
    if not 0 <= number <= LARGEST:
        raise ValueError(f"{name} is compared with what is no number that it can be.")
    return number
