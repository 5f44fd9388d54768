"""A case told in as few answers as do, ready to stand among the scenarios once somebody says what is expected."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from leadkit.policy.cases.nothing_else import fill
from leadkit.policy.compile.builder import CHARGES
from leadkit.policy.proving.weekdays import on_its_weekday

if TYPE_CHECKING:
    from leadkit.policy.engine.case import Case
    from leadkit.policy.engine.decision import Verdict
    from leadkit.policy.policy import Policy
    from leadkit.policy.proving.examined import Examined

Facts = dict[str, Any]
Change = Callable[[Facts], Facts | None]
"""What is left of the facts; None where it is gone already."""


@dataclass(frozen=True)
class Suggestion:
    """A case.

    Attributes:
        on: The day of the contact.
        pathway: The pathway.
        facts: What is named of it, as the engine reads it; nothing else is known that would keep the person out.
        case: The case as the engine takes it.
        verdict: What the rules make of it.
    """

    on: str
    pathway: str
    facts: Facts
    case: Case
    verdict: Verdict


def suggestion(examined: Examined, case: Facts, wanted: Callable[[Case], bool]) -> Suggestion | None:
    """The case with every answer left away that makes no difference; None where it is not what is wanted.

    Args:
        examined: The rules that decide it.
        case: A case as the engine reads it.
        wanted: Whether a case does what it is for.
    """
    bench = examined.bench
    pathway = case["pathway"]

    def full(facts: Facts, on: str = examined.day) -> Case:
        return bench.read({**case, "on": on, "facts": fill(examined.policy, pathway, facts)})

    facts: Facts = case["facts"]
    read = full(facts)
    if not wanted(read):
        return None
    verdict = bench.verdict(read)
    facts = _without_what_is_filled(examined.policy, pathway, facts)
    tried = True
    while tried:
        tried = False
        for change in _changes(facts):
            fewer = change(facts)
            if (
                fewer is None
                or fewer == facts
                or (fewer.get(CHARGES) == [] and examined.policy.pathways[pathway].needs_charge)
            ):
                continue
            less = full(fewer)
            if bench.verdict(less) == verdict and wanted(less):
                facts, tried = fewer, True
    for on, fitting in on_its_weekday(examined, facts):
        read = full(fitting, on)
        if bench.verdict(read) == verdict and wanted(read):
            return Suggestion(on, pathway, fitting, read, verdict)
    return None


def _without_what_is_filled(policy: Policy, pathway: str, facts: Facts) -> Facts:
    """The facts without those that say what nothing else says anyway, so that the case stays the same."""
    left = {name: value for name, value in facts.items() if not isinstance(value, list)}
    lists = {name: value for name, value in facts.items() if isinstance(value, list)}
    empty: Facts = {name: [{} for _ in entries] for name, entries in lists.items()}
    filled = fill(policy, pathway, empty)
    bare = fill(policy, pathway, {})
    kept = {name: value for name, value in left.items() if bare.get(name) != value}
    for name, entries in lists.items():
        if entries or bare.get(name) != []:
            pairs = zip(entries, filled[name], strict=True)
            kept[name] = [
                {field: value for field, value in entry.items() if given.get(field) != value} for entry, given in pairs
            ]
    return kept


def _changes(facts: Facts) -> Iterator[Change]:
    """Ways to name less: without one answer, without one entry (the last first), without one answer of an entry."""
    for name, value in list(facts.items()):
        yield partial(_without, name=name)
        if isinstance(value, list):
            for place in reversed(range(len(value))):
                yield partial(_with_entry, name=name, place=place, field=None)
                for field in value[place]:
                    yield partial(_with_entry, name=name, place=place, field=field)


def _without(known: Facts, name: str) -> Facts:
    return {key: one for key, one in known.items() if key != name}


def _with_entry(known: Facts, name: str, place: int, field: str | None) -> Facts | None:
    """The facts without an entry, or without a field of it; None where it is gone already."""
    entries: list[Facts] = list(known.get(name, ()))
    if place >= len(entries) or (field is not None and field not in entries[place]):
        return None
    less = [] if field is None else [{key: one for key, one in entries[place].items() if key != field}]
    return {**known, name: [*entries[:place], *less, *entries[place + 1 :]]}
