"""Which offences of a record belong to a tier: by number where a list tells, else by a question.

A number that is on a list says so, and one that is not on a complete list says that it is not. Everything else is
asked: what is on no list, what is cited elsewhere, what a list names with a condition. Silence never clears anybody.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from leadkit.law import ExclusionSet, Member, Membership
from leadkit.law.citation import is_home, read_citation
from leadkit.policy.compile.law import set_of

if TYPE_CHECKING:
    from datetime import date

    from leadkit.model.eligibility.history import HistoryTier, OffenceGroup
    from leadkit.policy.compile.builder import Builder

HERE, ELSEWHERE = "other", "elsewhere"
_UNLISTED = {
    HERE: "Another offense of this state's code",
    ELSEWHERE: "An offense of another code or another state",
}


@dataclass(frozen=True)
class Crimes:
    """The numbers that some tier names, which are the answers to what a record is for.

    Attributes:
        state: The program's state.
        on: The day.
        lists: The lists of each tier that has any.
    """

    state: str
    on: date
    lists: dict[str, tuple[ExclusionSet, ...]] = field(default_factory=dict)

    @cached_property
    def options(self) -> dict[str, str]:
        """Every number with its title, one for each offence however its citation is written."""
        found: dict[object, tuple[str, str]] = {}
        for one in (member for lists in self.lists.values() for each in lists for member in each.members):
            if one.citation:
                found.setdefault(self._key(one.citation), (one.citation, one.title))
        return {**dict(found.values()), **_UNLISTED}

    def _key(self, citation: str) -> object:
        cited = read_citation(citation)
        home = cited.section is not None and is_home(cited, self.state)
        return (cited.section, cited.parts, cited.inchoate) if home else citation

    def named(self, tier: str) -> tuple[list[str], list[str]]:
        """The answers that surely belong to a tier, and those of which somebody has to say whether they do."""
        sure, doubtful = [], []
        for option in self.options:
            match self._membership(tier, option):
                case Membership.MEMBER:
                    sure.append(option)
                case Membership.UNKNOWN:
                    doubtful.append(option)
        return sure, doubtful

    def _membership(self, tier: str, option: str) -> Membership:
        if option == ELSEWHERE:
            return Membership.UNKNOWN
        if option == HERE:
            cleared = all(one.clears(self.on) for one in self.lists[tier])
            return Membership.NOT_A_MEMBER if cleared else Membership.UNKNOWN
        found = {self._match(one, option) for one in self.lists[tier]}
        order = (Membership.MEMBER, Membership.UNKNOWN, Membership.NOT_A_MEMBER)
        return next(one for one in order if one in found)

    def _match(self, crimes: ExclusionSet, option: str) -> Membership:
        same = (one for one in crimes.members if one.citation and self._key(one.citation) == self._key(option))
        if any(not one.condition for one in same):
            return Membership.MEMBER
        return crimes.match(option, self.on).membership

    def takes_in_attempts(self, tier: str) -> bool:
        """Whether every list of a tier says that it takes in attempts and conspiracies."""
        return all(one.attempts and one.conspiracy for one in self.lists[tier])


def crimes_of(builder: Builder, tiers: dict[str, HistoryTier]) -> Crimes:
    """The numbers that the tiers of a program name."""
    lists = {name: _lists(builder, tier.offences) for name, tier in tiers.items() if tier.offences}
    for one in {one.id: one for found in lists.values() for one in found}.values():
        if one.complete_as_of and one.clears(builder.on):
            until = one.complete_as_of
            builder.last_days.append(until.last if until.is_day else until.first - timedelta(days=1))
    return Crimes(builder.program.program.state, builder.on, {name: found for name, found in lists.items() if found})


def _lists(builder: Builder, group: OffenceGroup) -> tuple[ExclusionSet, ...]:
    """The sets of a tier, and its single laws as one more list, which is complete."""
    sets = [known for name in group.sets if (known := set_of(builder, name)) is not None]
    laws = [one for law in group.laws if (one := builder.law(law)) is not None]
    if laws:
        sets.append(
            ExclusionSet(
                id="", state=builder.program.program.state, citation="", title="", complete=True,
                complete_as_of=None, attempts=None, conspiracy=None,
                members=tuple(Member(one.citation, one.title) for one in laws), evidence=None, sources=(),
            )
        )  # fmt: skip
    return tuple(sets)
