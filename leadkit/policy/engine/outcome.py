"""From the rules that hold to the outcome: for the contact, for each charge, for the case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from itertools import compress
from typing import NamedTuple

from .conditions import NO_ENTRY, Test
from .guards import Guard, most_common
from .names import Facts, Key, Name
from .rules import Rule
from .truth import Truth

NOT_ELIGIBLE, NEEDS_INFORMATION, NEEDS_DISCRETION, ELIGIBLE = ORDER = (
    "not_eligible",
    "needs_information",
    "needs_discretion",
    "eligible",
)
"""The outcomes, the worst first."""

SEVERAL = ("all", "any", "most_serious")
"""What several charges may mean."""

_WORST = {outcome: place for place, outcome in enumerate(ORDER)}
_FIRST_OF_ANY = (ELIGIBLE, NEEDS_INFORMATION, NEEDS_DISCRETION, NOT_ELIGIBLE)


class Rules:
    """Rules of one scope on one pathway, the strongest first, so that what bars is a slice of their values.

    Most rules hold for some answers to one and the same choice, such as the offence, and for no other. Where it is
    known, only the rules that its answer leaves are evaluated.

    Attributes:
        rules: The rules.
        numbers: Their places among the rules of the policy.
        absolute: How many of them bar.
        binding: How many have a part in the outcome.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = tuple(sorted(rules, key=lambda rule: (rule.strength, rule.number)))
        self.numbers = tuple(rule.number for rule in self.rules)
        self.absolute = sum(rule.strength == 0 for rule in self.rules)
        self.binding = sum(rule.binds for rule in self.rules)
        self._tests = [rule.when.test for rule in self.rules]
        self._guard = most_common(rule.when for rule in self.rules)
        self._left: dict[str, list[tuple[int, Test]]] = {}

    def values(self, facts: Facts, entry: Facts) -> list[Truth]:
        """Whether each holds."""
        guard = self._guard
        answer = None if guard is None else (entry if guard.of else facts).get(guard.fact)
        if guard is None or answer is None:
            return [test(facts, entry) for test in self._tests]
        left = self._left.get(answer)
        if left is None:
            left = self._left[answer] = self._left_by(guard, answer)
        values: list[Truth] = [False] * len(self._tests)
        for place, test in left:
            values[place] = test(facts, entry)
        return values

    def again(self, values: Sequence[Truth], key: Key, facts: Facts, entry: Facts) -> list[Truth]:
        """Whether each holds where one fact has another answer, from the values before."""
        again = list(values)
        for place, test in self._asking.get(key, ()):
            again[place] = test(facts, entry)
        return again

    @cached_property
    def _asking(self) -> dict[Key, list[tuple[int, Test]]]:
        """The tests of the rules that ask a fact, with their places."""
        asking: dict[Key, list[tuple[int, Test]]] = defaultdict(list)
        for place, rule in enumerate(self.rules):
            for key in rule.asks:
                asking[key].append((place, rule.when.test))
        return asking

    def _left_by(self, guard: Guard, answer: str) -> list[tuple[int, Test]]:
        """The tests of the rules that may hold where the choice has this answer, with their places."""
        return [(place, rule.when.test) for place, rule in enumerate(self.rules) if guard.allows(rule.when, answer)]


class Weighed(NamedTuple):
    """What the rules say about a case.

    Attributes:
        contact: Whether each rule about the contact holds.
        charges: Whether each rule about a charge holds, for each; None where the charges are not known.
        outcomes: The outcome of each charge; of the contact alone where there is no charge or none is known.
        outcome: The outcome of the case.
    """

    contact: list[Truth]
    charges: list[list[Truth]] | None
    outcomes: list[str]
    outcome: str


class Charges(NamedTuple):
    """What a policy says about charges.

    Attributes:
        collection: The id of the list of charges; None where the policy has none.
        several: What several charges mean: ``all``, ``any`` or ``most_serious``.
        levels: The levels of a charge, the least serious first.
        needed: Whether a case on the pathway has at least one.
    """

    collection: str | None
    several: str
    levels: tuple[str, ...]
    needed: bool


class Screen:
    """The rules of a policy on one pathway.

    Attributes:
        rules: All of them, in the order of the policy.
        contact: Those about the contact.
        charge: Those about each charge.
        charges: The id of the list of charges; None where the policy has none.
        several: What several charges mean.
        needed: Whether a case has at least one charge.
        levels: The levels of a charge, each with its seriousness.
    """

    def __init__(self, rules: Sequence[Rule], charges: Charges) -> None:
        self.rules = tuple(rules)
        self.contact = Rules([rule for rule in rules if not rule.of_charge])
        self.charge = Rules([rule for rule in rules if rule.of_charge])
        self.charges = charges.collection
        self.several = charges.several
        self.needed = charges.needed
        self._ids = {rule.number: rule.id for rule in rules}
        self.levels = {level: place for place, level in enumerate(charges.levels)}

    def weigh(self, facts: Facts) -> Weighed:
        """Evaluate every rule once and draw the outcome from them."""
        entries = facts.get(self.charges) if self.charges else ()
        charges = None if entries is None else [self.charge.values(facts, entry) for entry in entries]
        return self._drawn(self.contact.values(facts, NO_ENTRY), charges, entries)

    def weigh_again(self, weighed: Weighed, name: Name, facts: Facts) -> Weighed:
        """The same where one fact has another answer than when the case was weighed, from the rules that ask it.

        Args:
            weighed: What the rules said.
            name: The fact, or a whole list.
            facts: All facts, with its other answer.
        """
        if name.at is None and isinstance(facts.get(name.fact), list):
            return self.weigh(facts)
        contact = self.contact.again(weighed.contact, name.key, facts, NO_ENTRY)
        if weighed.charges is None:
            return self._drawn(contact, None, None)
        entries = facts[self.charges] if self.charges else ()
        before = zip(weighed.charges, entries, strict=True)
        charges = [self.charge.again(values, name.key, facts, entry) for values, entry in before]
        return self._drawn(contact, charges, entries)

    def _drawn(
        self, contact: list[Truth], charges: list[list[Truth]] | None, entries: Sequence[Facts] | None
    ) -> Weighed:
        """Draw the outcome from what each rule says."""
        if charges is None or entries is None:
            unknown: list[Truth] = [None] if self.charge.binding else []
            outcome = self._outcome(contact, [], unknown)
            return Weighed(contact, None, [outcome], outcome)
        outcomes = [self._of_charge(contact, values) for values in charges] or [self._outcome(contact, [], [])]
        return Weighed(contact, charges, outcomes, self._of_case(outcomes, entries))

    def holding(self, weighed: Weighed) -> tuple[str, ...]:
        """The ids of the rules that hold, about the contact or any charge, in the order of the policy."""
        holding = set(compress(self.contact.numbers, weighed.contact))
        for values in weighed.charges or ():
            holding.update(compress(self.charge.numbers, values))
        return tuple([self._ids[number] for number in sorted(holding)])

    def _of_charge(self, contact: list[Truth], charge: list[Truth]) -> str:
        cut = self.charge.absolute
        return self._outcome(contact, charge[:cut], charge[cut : self.charge.binding])

    def _outcome(self, contact: list[Truth], absolute: list[Truth], presumptive: list[Truth]) -> str:
        cut, end = self.contact.absolute, self.contact.binding
        if True in absolute or True in contact[:cut]:
            return NOT_ELIGIBLE
        if None in absolute or None in presumptive or None in contact[:end]:
            return NEEDS_INFORMATION
        return NEEDS_DISCRETION if True in presumptive or True in contact[cut:end] else ELIGIBLE

    def _of_case(self, outcomes: list[str], entries: Sequence[Facts]) -> str:
        if len(outcomes) == 1:
            return outcomes[0]
        if self.several == "any":
            return next(outcome for outcome in _FIRST_OF_ANY if outcome in outcomes)
        if self.several == "all":
            return _worst(outcomes)
        possibly, certainly = self.most_serious(entries)
        worst = _worst([outcomes[place] for place in possibly])
        if certainly:
            least = _worst([outcomes[place] for place in certainly])
        else:
            least = max((outcomes[place] for place in possibly), key=_WORST.__getitem__)
        return worst if worst == least else NEEDS_INFORMATION

    def most_serious(self, entries: Sequence[Facts]) -> tuple[list[int], list[int]]:
        """The places of the charges that may be among the most serious, and of those that certainly are."""
        lows, highs = zip(*(self._level(entry) for entry in entries), strict=True)
        possibly = [place for place, high in enumerate(highs) if high >= max(lows)]
        certainly = [
            place for place, low in enumerate(lows) if low >= max((*highs[:place], *highs[place + 1 :]), default=0)
        ]
        return possibly, certainly

    def _level(self, entry: Facts) -> tuple[int, int]:
        level = entry.get("level")
        if level is None:
            return 0, len(self.levels) - 1
        return self.levels[level], self.levels[level]


def _worst(outcomes: Sequence[str]) -> str:
    return min(outcomes, key=_WORST.__getitem__)
