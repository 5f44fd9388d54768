"""Entries of a collection that make its numbers what they have to be.

A number that has to be at least something gets entries that count for it and, where they can, for no other number.
Whether that is possible at all is decided exactly where the other numbers have to be nothing; where two limited numbers
share entries in a more entangled way, the search may miss a case, and then says that it did not decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadkit.policy.analysis.domains import COUNTABLE, Domain, Stretch
from leadkit.policy.analysis.formulas import Formula, none_of, simplified, variables_in
from leadkit.policy.analysis.world import CATCH_ALL, CHARGES, Made, World
from leadkit.policy.policy import Unit

if TYPE_CHECKING:
    from leadkit.policy.analysis.search import Case, Search

Value = str | int
"""An option, ``yes`` or ``no``, a number, or a date as days before the contact."""


@dataclass(frozen=True)
class Entry:
    """Some entries of a collection that are alike.

    Attributes:
        values: The value of each variable of the entry.
        domains: What each variable could be, with the same effect.
        times: How many such entries there are.
    """

    values: Mapping[str, Value]
    domains: Mapping[str, Domain]
    times: int = 1


def entries_for(search: Search, case: Case, open_groups: frozenset[str]) -> bool:
    """Settle the entries of every collection about which nothing is undecided; False where there are none that fit."""
    world = search.world
    begun = case.copy()
    for collection, made in world.collections.items():
        if collection in case.entries or world.group(made[0].variable) in open_groups:
            continue
        if all(_bounds(case, number).first == 0 for number in made) and collection != CHARGES:
            case.entries[collection] = ()
        elif not _build(search, case, begun, collection, made):
            return False
    return True


def _bounds(case: Case, number: Made) -> Stretch:
    bounds = case.domains[number.variable]
    assert isinstance(bounds, Stretch)
    return bounds


def chosen(world: World, variable: str, domain: Domain) -> Value:
    """One value of a domain: the first option, the smallest number, a date inside its stretch.

    Where it may be anything it is what is ordinary: an adult, and an option that has a name.
    """
    free = domain == world.domains[variable]
    if isinstance(domain, frozenset):
        options = [option for option in world.order[variable] if option in domain]
        return next((option for option in options if free and option not in CATCH_ALL), options[0])
    fact = world.facts.get(variable)
    if fact is None or fact.type != "date":
        an_age = fact is not None and fact.unit is Unit.YEARS
        return _ADULT if free and an_age and domain.last >= _ADULT else domain.first
    return (domain.first + min(domain.last, domain.first + 2 * _MONTH)) // 2


_ADULT = 30
"""Years."""

_MONTH = 30
"""Days; a date with no limit behind it is chosen so far back."""


def _build(search: Search, case: Case, begun: Case, collection: str, made: tuple[Made, ...]) -> bool:
    """Settle the entries of a collection; begun is the case before an entry held it to an answer of the contact."""
    if collection == CHARGES and any(case.domains[number.variable] != COUNTABLE for number in made):
        search.missed = True  # the charge that is judged is one of them, and more would be judged too
        return False
    entries: list[Entry] = []
    narrowest_first = sorted(made, key=lambda one: -len(search.world.above[one.variable]))
    for number in narrowest_first:
        bounds = _bounds(case, number)
        have = _value(number, entries, case)
        short = bounds.first - (0 if number.per else have)
        if have >= bounds.first:
            continue
        entry = _entry(search, case, number, made, short, entries)
        if entry is None:
            search.missed = search.missed or not _is_ruled_out(search, begun, number, made)
            return False
        entries.append(entry)
    if not all(_fits(number, entries, case) for number in made):
        search.missed = True
        return False
    case.entries[collection] = tuple(entries)
    return True


def _entry(
    search: Search, case: Case, number: Made, made: tuple[Made, ...], short: int, before: list[Entry]
) -> Entry | None:
    """Entries that raise a number by what it is short of, and settle the facts of the contact that they are held to."""
    others = [one for one in made if one is not number and one.variable not in search.world.above[number.variable]]
    full = [one for one in others if _would_burst(one, number, short, before, case)]
    for avoided in (others, full):
        narrowed = _narrowed(search, case, number, avoided, short)
        if narrowed is not None:
            return _settle(search.world, case, narrowed, number, made, short)
    return None


def _narrowed(search: Search, case: Case, number: Made, avoided: Iterable[Made], short: int | None) -> Case | None:
    """A case whose variables of an entry are those of one that counts for a number and for none of the others."""
    start = search.without_entries(case)  # none is to be built while one is
    if number.adds and short is not None:
        start.domains[number.adds] = Stretch(short, short)
    return search.narrowed([number.where, *none_of(one.where for one in avoided)], start)


def _settle(world: World, case: Case, narrowed: Case, number: Made, made: tuple[Made, ...], short: int) -> Entry:
    own = world.entry_variables(number.collection)
    values = {variable: chosen(world, variable, narrowed.domains[variable]) for variable in own}
    for variable in {name for one in made for name in variables_in(one.where)} - set(own):
        case.domains[variable] = only(chosen(world, variable, narrowed.domains[variable]))
    return Entry(values, {name: narrowed.domains[name] for name in own}, 1 if number.adds else short)


def _is_ruled_out(search: Search, begun: Case, number: Made, made: tuple[Made, ...]) -> bool:
    """Whether every entry that counts for a number counts for one that has to be nothing."""
    nothing = [
        one for one in made
        if begun.domains[one.variable] == Stretch(0, 0) and (one.adds is None or one.adds == number.adds)
    ]  # fmt: skip
    missed = search.missed
    found = _narrowed(search, begun, number, nothing, None)
    certain = found is None and search.missed is missed
    search.missed = missed
    return certain


def _would_burst(one: Made, number: Made, short: int, before: list[Entry], case: Case) -> bool:
    """Whether entries for a number would make another one too great, if they counted for that as well."""
    return _value(one, before, case) + _more(one, number, short) > _bounds(case, one).last


def _more(one: Made, number: Made, short: int) -> int:
    """What entries that make a number greater by what it is short of add to another."""
    if one.adds is None:
        return 1 if number.adds else short
    return short if one.adds == number.adds else 0


def _fits(number: Made, entries: list[Entry], case: Case) -> bool:
    bounds = _bounds(case, number)
    return bounds.first <= _value(number, entries, case) <= bounds.last


def _value(number: Made, entries: list[Entry], case: Case) -> int:
    """What the entries make of a number."""
    sums: dict[Value | None, int] = {}
    for entry in entries:
        if not _counts(number.where, entry, case):
            continue
        part = entry.values[number.per] if number.per else None
        amount = entry.values[number.adds] if number.adds else 1
        assert isinstance(amount, int)
        sums[part] = sums.get(part, 0) + amount * entry.times
    return max(sums.values(), default=0)


def _counts(where: Formula, entry: Entry, case: Case) -> bool:
    domains = {**case.domains, **{name: only(value) for name, value in entry.values.items()}}
    return simplified(where, domains) is True


def only(value: Value) -> Domain:
    """The domain of one value."""
    return frozenset((value,)) if isinstance(value, str) else Stretch(value, value)
