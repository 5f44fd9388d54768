"""Two versions of a program, each on a day, compared; and on the days to come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from leadkit.policy.analysis.difference import Difference, difference
from leadkit.policy.analysis.law import law_notes
from leadkit.policy.cases.desk import names_of
from leadkit.policy.compile import compile_policy
from leadkit.policy.policy import Policy

if TYPE_CHECKING:
    from leadkit.model.load import Jurisdiction


@dataclass(frozen=True)
class Version:
    """A program on a day.

    Attributes:
        jurisdiction: The program.
        on: The day; None for that which it is described as of.
        name: The name of its folder.
        place: The folder or revision as it was named.
    """

    jurisdiction: Jurisdiction
    on: date | None = None
    name: str = ""
    place: str = ""


@dataclass(frozen=True)
class Later:
    """A day from which on something else is decided differently than before that day.

    Attributes:
        on: The day.
        found: What is; None where the rules of that day cannot be read.
    """

    on: date
    found: Difference | None


@dataclass(frozen=True)
class Comparison:
    """Two versions, compared.

    Attributes:
        found: What they decide differently on the days that were asked for, or that they are described as of.
        later: The same on days to come, each on which it changes; where a day was asked for, none.
        places: The folder or revision of each version as it was named.
    """

    found: Difference
    later: tuple[Later, ...] = ()
    places: tuple[str, str] = ("", "")

    @property
    def is_none(self) -> bool:
        """Whether nothing is different on any day that was looked at, which is certain."""
        return self.found.is_none and not self.later


def compare(old: Version, new: Version) -> Comparison | None:
    """What two versions decide differently; None where one of them cannot be read.

    Where no day is asked for, every day to come is looked at on which something in one of them begins or is over.
    """
    policies = _policies(old, new)
    if policies is None:
        return None
    found = _difference(old, new, policies)
    later = () if old.on or new.on else tuple(_later(old, new, policies, found))
    return Comparison(found, later, (old.place, new.place))


_Policies = tuple[Policy, Policy]


def _later(old: Version, new: Version, policies: _Policies, found: Difference) -> Iterator[Later]:
    """The days to come on which the difference changes."""
    both = old.jurisdiction, new.jurisdiction
    told = _told(found)
    for day in sorted({day for one in both for day in one.epochs if day > max(one.as_of for one in both)}):
        then = replace(old, on=day), replace(new, on=day)
        there = _policies(*then)
        if there is None:
            yield Later(day, None)
            continue
        if tuple(map(_timeless, there)) == tuple(map(_timeless, policies)):
            continue
        policies, here = there, _difference(*then, there)
        if _told(here) != told:
            told = _told(here)
            yield Later(day, here)


def _policies(old: Version, new: Version) -> _Policies | None:
    before, after = (compile_policy(one.jurisdiction, one.on, name=one.name) for one in (old, new))
    return None if before is None or after is None else (before, after)


def _difference(old: Version, new: Version, policies: _Policies) -> Difference:
    standing = [one.jurisdiction.resolve(one.on) for one in (old, new)]
    names = [names_of(one.program) if one.program else {} for one in standing]
    found = difference(*policies, names)
    return replace(found, notes=(*found.notes, *law_notes(*standing)))


def _timeless(policy: Policy) -> Policy:
    """A policy without what only tells its days."""
    return policy.model_copy(update={"on": "", "holds_from": None, "holds_until": None})


def _told(found: Difference) -> tuple[object, ...]:
    """What of a difference is told, whatever the day is."""
    days = found.old.on, found.new.on
    notes = [one.sentence.replace(days[0], "").replace(days[1], "") for one in found.notes]
    kinds = [(one.before, one.after, one.rules, one.counterparts, one.pathways) for one in found.changes]
    return kinds, notes, found.undecided
