"""When the outcome of a case is decided, said as one condition over its rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from .compiling import Compiler
from .conditions import AllOf, AnyOf, Condition, Not
from .facts import Collection
from .names import At, Facts, Name
from .outcome import Rules, Screen
from .truth import Truth


class OfCharge(Condition):
    """A condition over one charge.

    Attributes:
        at: The charge.
    """

    __slots__ = ("at",)

    def __init__(self, condition: Condition, at: At) -> None:
        self.at = at
        inner, collection, place = condition.test, at.collection, at.number - 1

        def test(facts: Facts, entry: Facts) -> Truth:
            return inner(facts, facts[collection][place])

        super().__init__(test, (condition,))

    def used(self, facts: Facts, entry: Facts, at: At | None) -> Iterator[Name]:
        """What the condition uses of this charge."""
        return self.parts[0].used(facts, facts[self.at.collection][self.at.number - 1], self.at)


class _Charge:
    """What each outcome of one charge asks of the rules."""

    def __init__(self, absolute: Sequence[Condition], presumptive: Sequence[Condition]) -> None:
        none = [Not(one) for one in (*absolute, *presumptive)]
        spared = [Not(one) for one in absolute]
        settled = [_decided(one) for one in presumptive]
        self.barred = AnyOf(absolute)
        self.eligible = AllOf(none)
        self.not_barred = AllOf([*spared, *settled])
        self.overridable = AllOf([*spared, *settled, AnyOf(presumptive)])
        self.decided = AnyOf([*absolute, self.not_barred])


class Settled:
    """The conditions that hold exactly where the outcome is decided.

    Args:
        screen: The rules of the pathway.
        compiler: Compiles conditions.
        charges: The list of charges; None where the policy has none.
    """

    def __init__(self, screen: Screen, compiler: Compiler, charges: Collection | None) -> None:
        self._screen = screen
        self._compiler = compiler
        self._charges = charges
        self._made: dict[int | None, Condition] = {}

    def condition(self, count: int | None) -> Condition:
        """The condition for so many charges; for None, where the list is not known and rules ask for it."""
        if count not in self._made:
            self._made[count] = _settled(self._screen, self._compiler, self._charges, count)
        return self._made[count]


def _settled(screen: Screen, compiler: Compiler, charges: Collection | None, count: int | None) -> Condition:
    absolute, presumptive = _binding(screen.contact, None)
    if count is None:
        return AnyOf(absolute)
    if not count or charges is None:
        return _Charge(absolute, presumptive).decided
    places = [At(charges.id, number) for number in range(1, count + 1)]
    own = [_binding(screen.charge, at) for at in places]
    each = [_Charge([*absolute, *bars], [*presumptive, *others]) for bars, others in own]
    if count == 1:
        return each[0].decided
    if screen.several == "all":
        bars = [*absolute, *(one for some, _ in own for one in some)]
        others = [*presumptive, *(one for _, some in own for one in some)]
        return _Charge(bars, others).decided
    if screen.several == "any":
        return AnyOf([*(one.eligible for one in each), AllOf(one.decided for one in each)])
    return _most_serious(each, _Levels(screen, compiler, charges, places))


def _binding(rules: Rules, at: At | None) -> tuple[list[Condition], list[Condition]]:
    conditions = [rule.when if at is None else OfCharge(rule.when, at) for rule in rules.rules]
    return conditions[: rules.absolute], conditions[rules.absolute : rules.binding]


def _decided(condition: Condition) -> Condition:
    return AnyOf([condition, Not(condition)])


class _Levels:
    """Which charges are the most serious."""

    def __init__(self, screen: Screen, compiler: Compiler, charges: Collection, places: Sequence[At]) -> None:
        self._levels = list(screen.levels)
        self._compiler = compiler
        self._charges = charges
        self._places = places

    def surpassed(self, place: int) -> Condition:
        """Another is more serious."""
        return AnyOf(
            AllOf([self._at_most(self._places[place], level - 1), self._at_least(other, level)])
            for other in self._others(place)
            for level in range(1, len(self._levels))
        )

    def unsurpassed(self, place: int) -> Condition:
        """None is more serious."""
        return AllOf(
            AnyOf(
                AllOf([self._at_least(self._places[place], level), self._at_most(other, level)])
                for level in range(len(self._levels))
            )
            for other in self._others(place)
        )

    def _others(self, place: int) -> Iterable[At]:
        return (other for other in self._places if other is not self._places[place])

    def _at_least(self, at: At, level: int) -> Condition:
        return AllOf([]) if level == 0 else self._among(at, self._levels[level:])

    def _at_most(self, at: At, level: int) -> Condition:
        return AllOf([]) if level == len(self._levels) - 1 else self._among(at, self._levels[: level + 1])

    def _among(self, at: At, levels: list[str]) -> Condition:
        written = {"fact": f"{self._charges.entry}.level", "in": levels}
        return OfCharge(self._compiler.condition(written, self._charges), at)


def _most_serious(each: list[_Charge], levels: _Levels) -> Condition:
    surpassed = [levels.surpassed(place) for place in range(len(each))]
    certain = [levels.unsurpassed(place) for place in range(len(each))]

    def every(outcomes: Iterable[Condition]) -> Condition:
        return AllOf(AnyOf([out, outcome]) for out, outcome in zip(surpassed, outcomes, strict=True))

    def some(outcomes: Iterable[Condition]) -> list[Condition]:
        return [AllOf([sure, outcome]) for sure, outcome in zip(certain, outcomes, strict=True)]

    barred = [one.barred for one in each]
    overridable = [one.overridable for one in each]
    return AnyOf(
        [
            *some(barred),
            every(barred),
            every(one.eligible for one in each),
            AllOf([every(one.not_barred for one in each), AnyOf([*some(overridable), every(overridable)])]),
        ]
    )
