"""What is settled of a case, in plain words: the question of each fact that matters, and its answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from leadkit.diagnostic import listed
from leadkit.policy.analysis.days import before
from leadkit.policy.analysis.domains import UNBOUNDED, YES, Domain, Stretch
from leadkit.policy.analysis.entries import Entry, chosen
from leadkit.policy.analysis.formulas import Formula, variables_in
from leadkit.policy.analysis.search import Case
from leadkit.policy.analysis.world import SECOND, World
from leadkit.policy.cases.spoken import number_in_words
from leadkit.policy.policy import Fact, FactType, Unit

_MANY = 4
"""More options than these are told by what is left out, where that is shorter."""


@dataclass(frozen=True)
class Line:
    """One answer of a case.

    Attributes:
        about: What it is an answer about, such as ``charge``; empty for the contact.
        question: The question.
        answer: The answers with which the outcome is the same; for a list, what is on it.
    """

    about: str
    question: str
    answer: str


def lines(world: World, case: Case, conditions: Iterable[Formula], charged: bool) -> list[Line]:
    """The answers on which conditions depend; what may be anything is left out."""
    named = sorted({name for one in conditions for name in variables_in(one)}, key=list(world.domains).index)
    facts = [name for name in named if name not in world.made]
    found = [line for name in facts if (line := _fact_line(world, case, name, charged)) is not None]
    for collection in dict.fromkeys(world.made[name].collection for name in named if name in world.made):
        found += _list_lines(world, case, collection, [name for name in named if name in world.made])
    return found


def _fact_line(world: World, case: Case, name: str, charged: bool) -> Line | None:
    owner = next((one for one in _owners(world) if name.startswith(f"{one}.")), "")
    if case.domains[name] == world.domains[name] or (owner and not charged):
        return None
    return Line(owner, world.facts[name].question, said(world, name, case.domains[name]))


def _owners(world: World) -> Iterator[str]:
    """What entries are called, the second charge too."""
    for side in world.sides:
        for collection in side.policy.collections.values():
            yield collection.entry
            yield f"{SECOND}{collection.entry}"


def _list_lines(world: World, case: Case, collection: str, made: list[str]) -> Iterator[Line]:
    """What a list holds, or that nothing on it counts."""
    here = [world.made[name] for name in made if world.made[name].collection == collection]
    declared = next(
        side.policy.collections[collection] for side in world.sides if collection in side.policy.collections
    )
    entries = case.entries.get(collection, ())
    matter = {name for one in here for name in (*variables_in(one.where), one.adds, one.per) if name}
    if not entries:
        if any(case.domains[one.variable] != world.domains[one.variable] for one in here):
            yield Line("", declared.question, "nothing that counts")
        return
    told = " And ".join(_entry_words(world, entry, matter) for entry in entries)
    yield Line("", declared.question, told)


def _entry_words(world: World, entry: Entry, matter: set[str]) -> str:
    parts = [
        f"{world.facts[name].question} {said(world, name, domain)}"
        for name, domain in entry.domains.items()
        if name in matter and domain != world.domains[name]
    ]
    many = "one entry" if entry.times == 1 else f"{entry.times} entries alike"
    return f"{many}: {'; '.join(parts)}" if parts else many


def said(world: World, name: str, domain: Domain) -> str:
    """A domain in words."""
    fact = world.facts[name]
    if fact.type is FactType.DATE:
        days = chosen(world, name, domain)
        assert isinstance(days, int)
        return before(world.contact, days).isoformat()
    if isinstance(domain, Stretch):
        return _stretch(fact, domain, world.domains[name])
    if fact.type is FactType.YES_NO:
        return "yes" if YES in domain else "no"
    kept = [f'"{fact.options[option]}"' for option in world.order[name] if option in domain]
    left = [f'"{fact.options[option]}"' for option in world.order[name] if option not in domain]
    if len(kept) > _MANY and len(left) < len(kept):
        return f"any other than {listed(left)}"
    return listed(kept)


def _stretch(fact: Fact, domain: Stretch, every: Domain) -> str:
    assert isinstance(every, Stretch)
    first, last = number_in_words(domain.first, fact.unit), number_in_words(domain.last, fact.unit)
    if domain.first == domain.last:
        return first
    more, less = ("later", "earlier") if fact.unit is Unit.MINUTES_OF_THE_WEEK else ("more", "less")
    if domain.last in (UNBOUNDED, every.last):
        return f"{first} or {more}"
    return f"{last} or {less}" if domain.first == 0 else f"{first} to {last}"
