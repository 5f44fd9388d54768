"""Reading a case: what is known about one contact, as JSON writes it."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from .dates import read_day
from .facts import Collection, Fact
from .names import Facts
from .problems import CaseError, CaseProblem

_KEYS = frozenset({"on", "pathway", "facts"})


class Case(NamedTuple):
    """A case that was read.

    Attributes:
        on: The day of the contact.
        pathway: The pathway's id.
        facts: What is known.
    """

    on: date
    pathway: str
    facts: Facts


class CaseReader:
    """Reads cases as one policy asks for them."""

    def __init__(self, policy: dict[str, Any], facts: dict[str, Fact], collections: dict[str, Collection]) -> None:
        self._facts = facts
        self._collections = collections
        self._needs_charge = {id_: pathway["needs_charge"] for id_, pathway in policy["pathways"].items()}
        self._from: str = policy.get("holds_from") or ""
        self._until: str = policy.get("holds_until") or "9999-12-31"

    def read(self, case: Any) -> Case:
        """Read a case.

        Raises:
            CaseError: It has something that the policy does not ask for, or not in the form that it asks for.
        """
        if not isinstance(case, dict):
            raise CaseError([CaseProblem("case", "A case must be a mapping with on, pathway and facts.")])
        problems: list[CaseProblem] = []
        if not case.keys() <= _KEYS:
            problems += [_problem(key, "is no part of a case") for key in case if key not in _KEYS]
        on = self._day(case.get("on"), problems)
        pathway = self._pathway(case.get("pathway"), problems)
        facts = self._read(case.get("facts", {}), on or date.max, problems)
        for collection in self._collections.values():
            if collection.entry == "charge" and facts.get(collection.id) == [] and self._needs_charge.get(pathway):
                problems.append(_problem(collection.id, "must not be empty on this pathway"))
        if problems or on is None:
            raise CaseError(problems)
        return Case(on, pathway, facts)

    def _day(self, written: Any, problems: list[CaseProblem]) -> date | None:
        try:
            if not isinstance(written, str):
                raise ValueError("must be the day of the contact, written YYYY-MM-DD")
            day = read_day(written)
            if not self._from <= written <= self._until:
                raise ValueError("is a day on which the rules of this policy do not hold")
            return day
        except ValueError as error:
            problems.append(_problem("on", str(error)))
            return None

    def _pathway(self, written: Any, problems: list[CaseProblem]) -> str:
        if isinstance(written, str) and written in self._needs_charge:
            return written
        problems.append(_problem("pathway", f"must be one of {', '.join(self._needs_charge)}"))
        return ""

    def _read(self, written: Any, on: date, problems: list[CaseProblem]) -> Facts:
        if not isinstance(written, dict):
            problems.append(_problem("facts", "must be a mapping from facts to answers"))
            return {}
        read: Facts = {}
        for name, value in written.items():
            fact = self._facts.get(name)
            if fact is None:
                collection = self._collections.get(name)
                if collection is None:
                    problems.append(_problem(name, "is no fact of this policy"))
                elif value is not None:
                    read[name] = _entries(collection, value, on, problems)
            elif value is not None:
                try:
                    read[name] = fact.read(value, on)
                except ValueError as error:
                    problems.append(_problem(name, str(error)))
        return read


def _entries(collection: Collection, written: Any, on: date, problems: list[CaseProblem]) -> list[Facts] | None:
    if not isinstance(written, list):
        problems.append(_problem(collection.id, "must be a list"))
        return None
    return [_entry(collection, number, entry, on, problems) for number, entry in enumerate(written, 1)]


def _entry(collection: Collection, number: int, written: Any, on: date, problems: list[CaseProblem]) -> Facts:
    if not isinstance(written, dict):
        problems.append(_problem(f"{collection.id}.{number}", "must be a mapping from facts to answers"))
        return {}
    read: Facts = {}
    for name, value in written.items():
        fact = collection.facts.get(name)
        try:
            if fact is None:
                raise ValueError(f"is no fact of a {collection.entry}")
            if value is not None:
                read[name] = fact.read(value, on)
        except ValueError as error:
            problems.append(_problem(f"{collection.id}.{number}.{name}", str(error)))
    return read


def _problem(fact: object, end: str) -> CaseProblem:
    return CaseProblem(str(fact), f"{fact} {end}.")
