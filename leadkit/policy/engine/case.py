"""Reading a case: what is known about one contact, as JSON writes it."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from .dates import read_day
from .facts import Collection, Fact, Read
from .names import At, Facts, Name
from .problems import CaseError, CaseProblem

_KEYS = frozenset({"on", "pathway", "facts"})
_PLAIN = frozenset({bool, str})


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
        self._asks = _Asks(facts, "is no fact of this policy")
        for id_, collection in collections.items():
            self._asks.read[id_], self._asks.plain[id_] = _entries(collection), frozenset()
        self._charges = [id_ for id_, collection in collections.items() if collection.entry == "charge"]
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
        facts = self._answers(case.get("facts", {}), on or date.max, problems)
        for charges in self._charges:
            if facts.get(charges) == [] and self._needs_charge.get(pathway):
                problems.append(_problem(charges, "must not be empty on this pathway"))
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

    def _answers(self, written: Any, on: date, problems: list[CaseProblem]) -> Facts:
        if not isinstance(written, dict):
            problems.append(_problem("facts", "must be a mapping from facts to answers"))
            return {}
        return self._asks.answers(written, on, problems, None)


class _Asks:
    """What may be answered of a contact, or of an entry.

    Attributes:
        plain: By fact, the answers that stand for themselves.
        read: By fact, what reads any other.
    """

    def __init__(self, facts: dict[str, Fact], unknown: str) -> None:
        self.plain = {name: fact.plain for name, fact in facts.items()}
        self.read = {name: fact.read for name, fact in facts.items()}
        self._unknown = unknown

    def answers(
        self, written: dict[Any, Any], on: date, problems: list[CaseProblem], at: tuple[str, int] | None
    ) -> Facts:
        """Read the answers as they are given.

        Args:
            written: The answers.
            on: The day of the contact.
            problems: What is wrong is added here.
            at: The collection and the number of the entry; None for the contact.
        """
        plain, readers, read = self.plain, self.read, dict(written)
        for name, value in written.items():
            try:
                # Most answers stand for themselves, and a call for each would be half of the time that a case takes.
                if type(value) in _PLAIN and value in plain[name]:
                    continue
                reads = readers[name]
                if value is None:
                    del read[name]
                else:
                    read[name] = reads(value, on)
            except KeyError:
                problems.append(_problem(_name(name, at), self._unknown))
            except CaseError as error:
                problems += error.problems
            except ValueError as error:
                problems.append(_problem(_name(name, at), str(error)))
        return read


def _entries(collection: Collection) -> Read:
    """Reads a list; what is wrong in it is raised as a whole."""
    asks, id_ = _Asks(collection.facts, f"is no fact of a {collection.entry}"), collection.id

    def read(value: Any, on: date) -> Any:
        if not isinstance(value, list):
            raise ValueError("must be a list")
        problems: list[CaseProblem] = []
        entries = []
        for number, entry in enumerate(value, 1):
            if isinstance(entry, dict):
                entries.append(asks.answers(entry, on, problems, (id_, number)))
            else:
                problems.append(_problem(f"{id_}.{number}", "must be a mapping from facts to answers"))
        if problems:
            raise CaseError(problems)
        return entries

    return read


def _name(fact: Any, at: tuple[str, int] | None) -> Name:
    return Name(fact, at and At(*at))


def _problem(fact: object, end: str) -> CaseProblem:
    return CaseProblem(str(fact), f"{fact} {end}.")
