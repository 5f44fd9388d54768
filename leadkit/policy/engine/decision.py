"""A decision: the outcome of a case with everything that it rests on, as JSON has it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any, NamedTuple

from .case import Case
from .changes import changes
from .conditions import NO_ENTRY
from .deciding import MANY, Search, TooManySteps
from .names import Facts, Name
from .outcome import NEEDS_INFORMATION
from .pathway import Pathway
from .rules import Owner
from .screened import Applied, Screened

NOT_DECIDED = "not decided"
"""Told in place of the deciding facts where the search for them ended at its limit."""


class Verdict(NamedTuple):
    """An outcome and its grounds, each named once.

    Attributes:
        outcome: The outcome.
        whose: Who may override.
        missing: The facts that are missing.
        reasons: The rules that are the reason.
    """

    outcome: str
    whose: tuple[str, ...]
    missing: tuple[str, ...]
    reasons: tuple[str, ...]


def verdict_of(decision: dict[str, Any]) -> Verdict:
    """The verdict that a decision holds, of which no more is looked at."""
    return Verdict(
        decision["outcome"],
        tuple(dict.fromkeys(one["by"] for one in decision["whose"])),
        tuple(decision["missing"]),
        tuple(dict.fromkeys(one["rule"] for one in decision["reasons"])),
    )


class Decider:
    """Writes the decision about one case.

    Args:
        pathway: The pathway on which it comes.
        case: The case as it was read.
        given: Its facts as they were given, which is how a decision tells them.
    """

    def __init__(self, pathway: Pathway, case: Case, given: dict[str, Any]) -> None:
        self._pathway = pathway
        self._declared = pathway.declared
        self._case = case
        self._given = given
        self._screened = Screened(pathway.screen, case.facts)

    def decision(self, *, searched: bool) -> dict[str, Any]:
        """The decision, with what takes a search where that is asked for."""
        screened = self._screened
        weighed = screened.weighed
        return {
            "outcome": weighed.outcome,
            "charges": weighed.outcomes if weighed.charges else weighed.charges,
            "reasons": [self._reason(one) for one in screened.grounds()],
            "weighed": [self._reason(one) for one in screened.applied if one.value and not one.rule.binds],
            "whose": self._whose(),
            "missing": self._missing(),
            **({"deciding": self._deciding(), "changes": self._changes()} if searched else {}),
            "rules": self._rules(),
        }

    def verdict(self) -> Verdict:
        """What is expected of a decision: much less than the whole, and sooner known."""
        return verdict_of(
            {
                "outcome": self._screened.weighed.outcome,
                "whose": self._whose(),
                "missing": self._missing(),
                "reasons": [{"rule": one.rule.id} for one in self._screened.grounds()],
            }
        )

    def _whose(self) -> list[dict[str, Any]]:
        return [owner for one in self._screened.applied if one.value for owner in self._owners(one)]

    def _missing(self) -> list[str]:
        return [str(name) for name in self._declared.in_order(self._screened.missing())]

    def _reason(self, applied: Applied) -> dict[str, Any]:
        used = self._declared.in_order(self._screened.used(applied))
        written = applied.rule.written
        return {
            "rule": applied.rule.id,
            "charge": applied.charge,
            "facts": self._told(name for name in used if not self._declared.restricted(name)),
            "restricted_facts": self._told(name for name in used if self._declared.restricted(name)),
            "reason_code": written.get("reason_code"),
            "public_reason": written.get("public_reason"),
            "restricted_reason": written.get("restricted_reason"),
            "restricted": written.get("restricted", False),
            "citations": list(written.get("citations") or ()),
            "place": written.get("place"),
        }

    def _told(self, names: Iterable[Name]) -> dict[str, Any]:
        return {str(name): self._value(name) for name in names}

    def _value(self, name: Name) -> Any:
        if name.at is not None:
            return self._given[name.at.collection][name.at.number - 1].get(name.fact)
        if name.fact not in self._declared.reducers:
            return self._given.get(name.fact)
        low, high = self._declared.reducers[name.fact].interval(self._case.facts)
        return low if low == high else [low, None if high == math.inf else high]

    def _owners(self, applied: Applied) -> list[dict[str, Any]]:
        told = []
        for owner in applied.rule.owners:
            certain = self._is_owner(owner, applied)
            if certain is not False:
                told.append(
                    {"rule": applied.rule.id, "charge": applied.charge, "by": owner.by, "certain": certain is True}
                )
        return told

    def _is_owner(self, owner: Owner, applied: Applied) -> bool | None:
        """Whether somebody may override a rule here; of a rule about the contact, for any of its charges."""
        if owner.when is None:
            return True
        entries: list[Facts] | None = [applied.entry]
        if owner.of_charge and applied.charge is None:
            entries = self._case.facts.get(self._screened.screen.charges or "")
        if entries is None:
            return None
        values = [owner.when.test(self._case.facts, entry) for entry in entries or [NO_ENTRY]]
        return True if True in values else None if None in values else False

    def _deciding(self) -> list[str] | str:
        """The smallest set of facts that may decide the outcome, or that the search for it found no end."""
        if self._screened.weighed.outcome != NEEDS_INFORMATION:
            return []
        search = Search(self._pathway, self._case.on)
        try:
            return [str(name) for name in search.deciding(self._case.facts)]
        except TooManySteps:
            return NOT_DECIDED

    def _changes(self) -> list[dict[str, Any]] | str:
        """What would change the outcome, or that too many answers would have to be tried."""
        lists = (self._case.facts.get(name) for name in self._declared.collections)
        if any(len(entries or ()) > MANY for entries in lists):
            return NOT_DECIDED
        found = changes(self._pathway, self._case.facts, self._case.on)
        return [{"fact": str(one.fact), "answer": one.answer, "outcome": one.outcome} for one in found]

    def _rules(self) -> dict[str, Any]:
        """Whether each rule holds; of a rule about a charge, for each charge where the charges are known."""
        unknown = self._screened.weighed.charges is None
        rules = self._screened.screen.rules
        told: dict[str, Any] = {rule.id: None if unknown or not rule.of_charge else [] for rule in rules}
        for one in self._screened.applied:
            if one.charge is None:
                told[one.rule.id] = one.value
            else:
                told[one.rule.id].append(one.value)
        return told
