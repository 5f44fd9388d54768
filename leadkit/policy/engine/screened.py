"""A case that was weighed, rule by rule and charge by charge."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .conditions import NO_ENTRY
from .names import At, Facts, Name
from .outcome import NEEDS_DISCRETION, NEEDS_INFORMATION, NOT_ELIGIBLE, Screen, Weighed
from .rules import Rule
from .truth import Truth


class Applied(NamedTuple):
    """A rule applied to the contact or to one charge.

    Attributes:
        rule: The rule.
        value: Whether it holds.
        charge: The charge, from 1; None for the contact, and where the charges are not known.
        entry: What is known about the charge.
    """

    rule: Rule
    value: Truth
    charge: int | None
    entry: Facts


class Screened:
    """A case beside what the rules of its pathway say about it.

    Attributes:
        screen: The rules.
        facts: What is known.
        weighed: What they say.
        applied: Each rule, and each rule about a charge for each charge, in the order of the policy.
    """

    def __init__(self, screen: Screen, facts: Facts) -> None:
        self.screen = screen
        self.facts = facts
        self.weighed: Weighed = screen.weigh(facts)
        self.applied = sorted(self._apply(), key=lambda one: (one.rule.number, one.charge or 0))

    def _apply(self) -> Iterator[Applied]:
        for rule, value in zip(self.screen.contact.rules, self.weighed.contact, strict=True):
            yield Applied(rule, value, None, NO_ENTRY)
        if self.weighed.charges is None:
            yield from (Applied(rule, None, None, NO_ENTRY) for rule in self.screen.charge.rules)
        for number, values in enumerate(self.weighed.charges or (), 1):
            entry = self.facts[self.screen.charges or ""][number - 1]
            for rule, value in zip(self.screen.charge.rules, values, strict=True):
                yield Applied(rule, value, number, entry)

    def used(self, applied: Applied) -> Iterator[Name]:
        """The facts that make a rule hold, or not, or stay open."""
        charges = self.screen.charges
        if applied.rule.of_charge and applied.charge is None:
            yield Name(charges or "")
        else:
            at = At(charges or "", applied.charge) if applied.charge else None
            yield from applied.rule.when.used(self.facts, applied.entry, at)

    def grounds(self) -> list[Applied]:
        """The rules from which the outcome follows: those that bar, that are open, or that somebody may override."""
        wanted = _GROUNDS.get(self.weighed.outcome)
        if wanted is None:
            return []
        strengths, value = wanted
        deciding = self.deciding_charges()
        return [
            one
            for one in self.applied
            if one.value is value and one.rule.strength in strengths and (one.charge is None or one.charge in deciding)
        ]

    def deciding_charges(self) -> list[int]:
        """The charges, from 1, whose outcome is that of the case."""
        charges = self._candidates()
        return [place + 1 for place in charges if self.weighed.outcomes[place] == self.weighed.outcome]

    def missing(self) -> Iterator[Name]:
        """The facts whose answers are still needed; none where the outcome is decided."""
        if self.weighed.outcome != NEEDS_INFORMATION:
            return
        for one in self.grounds():
            yield from self.used(one)
        candidates = self._candidates()
        if self.screen.several == "most_serious" and len(candidates) > 1:
            charges = self.screen.charges or ""
            unknown = (place for place in candidates if "level" not in self.facts[charges][place])
            yield from (Name("level", At(charges, place + 1)) for place in unknown)

    def _candidates(self) -> list[int]:
        """The places of the charges on which the outcome may rest."""
        charges = len(self.weighed.charges or ())
        if self.screen.several != "most_serious" or charges < 2:
            return list(range(charges))
        possibly, _ = self.screen.most_serious(self.facts[self.screen.charges or ""])
        return possibly


_GROUNDS: dict[str, tuple[tuple[int, ...], Truth]] = {
    NOT_ELIGIBLE: ((0,), True),
    NEEDS_INFORMATION: ((0, 1), None),
    NEEDS_DISCRETION: ((1,), True),
}
"""By outcome: the strengths of the rules from which it follows, and their value."""
