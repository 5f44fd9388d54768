"""What a policy declares: its facts, its lists, and the numbers made from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from .compiling import Compiler
from .facts import Collection, Fact
from .names import Facts, Name
from .reducers import Reducer


class Declared:
    """The facts, collections and reducers of one policy.

    Attributes:
        facts: The facts of a contact, by id.
        collections: The lists that a case brings, by id.
        charges: The list of charges; None where the policy has none.
        compiler: Compiles conditions over them.
        reducers: The numbers made from the lists, by id.
    """

    def __init__(self, policy: dict[str, Any]) -> None:
        self.facts = {id_: Fact(fact) for id_, fact in (policy.get("facts") or {}).items()}
        self.collections = {id_: Collection(id_, one) for id_, one in (policy.get("collections") or {}).items()}
        self.charges = next((one for one in self.collections.values() if one.entry == "charge"), None)
        self.compiler = Compiler(self.facts, self.collections)
        written = (policy.get("reducers") or {}).items()
        self.reducers: dict[str, Reducer] = {id_: self.compiler.reducer(id_, reducer) for id_, reducer in written}
        self.compiler.reducers = self.reducers
        self._made_from: dict[str, list[str]] = defaultdict(list)
        for id_, one in self.reducers.items():
            for source in {one.collection.id, *one.contact_facts}:
                self._made_from[source].append(id_)
        self._places = {id_: place for place, id_ in enumerate((*self.facts, *self.collections, *self.reducers))}

    def in_order(self, names: Iterable[Name]) -> list[Name]:
        """Each name once, in the order in which the policy declares them, entries in that of the case."""
        return sorted(set(names), key=self._place)

    def restricted(self, name: Name) -> bool:
        """Whether what stands under a name tells criminal history."""
        if name.at is not None:
            collection = self.collections[name.at.collection]
            return collection.restricted or collection.facts[name.fact].restricted
        if name.fact in self.facts:
            return self.facts[name.fact].restricted
        if name.fact in self.collections:
            return self.collections[name.fact].restricted
        return self.reducers[name.fact].restricted

    def answered(self, name: Name, value: Any, facts: Facts) -> Facts:
        """The facts where this one is answered so, and no number is kept that was made from another answer."""
        answered = dict(facts)
        for id_ in self._made_from.get(name.at.collection if name.at else name.fact, ()):
            answered.pop(id_, None)
        if name.at is None:
            answered[name.fact] = value
            return answered
        entries = list(facts[name.at.collection])
        entries[name.at.number - 1] = {**entries[name.at.number - 1], name.fact: value}
        answered[name.at.collection] = entries
        return answered

    def fact(self, name: Name) -> Fact:
        """What is declared of a fact, of the contact or of an entry."""
        return self.facts[name.fact] if name.at is None else self.collections[name.at.collection].facts[name.fact]

    def _place(self, name: Name) -> tuple[int, int, int]:
        if name.at is None:
            return self._places[name.fact], 0, 0
        collection = self.collections[name.at.collection]
        return self._places[collection.id], name.at.number, list(collection.facts).index(name.fact)
