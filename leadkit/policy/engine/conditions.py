"""The conditions of rules, ready to be evaluated over what is known.

Each is a small function made once, when the policy is loaded: nothing is interpreted while a case is decided.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from .names import At, Facts, Name
from .truth import Truth

Test = Callable[[Facts, Facts], Truth]
"""Whether a condition holds, over the facts of the contact and those of the entry that it is about."""

NO_ENTRY: Facts = {}


class Condition(ABC):
    """A part of a rule's condition.

    Attributes:
        test: Whether it holds.
        parts: The conditions that it is made of.
    """

    __slots__ = ("parts", "test")

    def __init__(self, test: Test, parts: tuple[Condition, ...] = ()) -> None:
        self.test = test
        self.parts = parts

    @abstractmethod
    def used(self, facts: Facts, entry: Facts, at: At | None) -> Iterator[Name]:
        """The names of the facts that make the condition hold, or not hold, or stay open; some may come twice.

        Where it stays open, they are the facts whose answers it still needs.
        """

    def every(self) -> Iterator[Condition]:
        """The condition and all that it is made of."""
        yield self
        for part in self.parts:
            yield from part.every()


class _Several(Condition):
    __slots__ = ()

    def used(self, facts: Facts, entry: Facts, at: At | None) -> Iterator[Name]:
        value = self.test(facts, entry)
        for part in self.parts:
            if part.test(facts, entry) is value:
                yield from part.used(facts, entry, at)


class AllOf(_Several):
    """Every one of the parts holds."""

    __slots__ = ()

    def __init__(self, parts: Iterable[Condition]) -> None:
        parts = tuple(parts)
        super().__init__(_all([part.test for part in parts]), parts)


class AnyOf(_Several):
    """At least one of the parts holds."""

    __slots__ = ()

    def __init__(self, parts: Iterable[Condition]) -> None:
        parts = tuple(parts)
        super().__init__(_any([part.test for part in parts]), parts)


class Not(Condition):
    """The part does not hold."""

    __slots__ = ()

    def __init__(self, part: Condition) -> None:
        inner = part.test

        def test(facts: Facts, entry: Facts) -> Truth:
            value = inner(facts, entry)
            return None if value is None else not value

        super().__init__(test, (part,))

    def used(self, facts: Facts, entry: Facts, at: At | None) -> Iterator[Name]:
        """The same that the part uses."""
        return self.parts[0].used(facts, entry, at)


class AboutFact(Condition):
    """What one fact is compared with.

    Attributes:
        fact: Its id.
        of: The collection of whose entries it is a fact; None for a fact of the contact.
        kind: The word of the comparison.
        bound: What it is compared with.
    """

    __slots__ = ("bound", "fact", "kind", "of")

    def __init__(self, fact: str, of: str | None, kind: str, bound: Any, test: Test) -> None:
        self.fact = fact
        self.of = of
        self.kind = kind
        self.bound = bound
        super().__init__(test)

    def used(self, facts: Facts, entry: Facts, at: At | None) -> Iterator[Name]:
        """The fact alone."""
        yield Name(self.fact, at if self.of else None)


def _all(tests: list[Test]) -> Test:
    if len(tests) == 2:
        return _both(*tests)

    def test(facts: Facts, entry: Facts) -> Truth:
        result: Truth = True
        for part in tests:
            value = part(facts, entry)
            if value is False:
                return False
            if value is None:
                result = None
        return result

    return test


def _both(first: Test, second: Test) -> Test:
    """Every one of two, which is what most rules ask."""

    def test(facts: Facts, entry: Facts) -> Truth:
        one = first(facts, entry)
        if one is False:
            return False
        other = second(facts, entry)
        return other if one or other is False else None

    return test


def _any(tests: list[Test]) -> Test:
    def test(facts: Facts, entry: Facts) -> Truth:
        result: Truth = False
        for part in tests:
            value = part(facts, entry)
            if value:
                return True
            if value is None:
                result = None
        return result

    return test
