"""Exclusion sets: lists of crimes that stand for themselves, and that never clear anybody by silence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from leadkit.law.citation import Cited, is_home, read_citation
from leadkit.law.offence import Evidence, LawSource
from leadkit.law.parse import cited
from leadkit.law.plain import Fields

if TYPE_CHECKING:
    from leadkit.source.tree import Plain
    from leadkit.values.dates import PartialDate


class Membership(StrEnum):
    """Whether a record is on a list; ``UNKNOWN`` needs somebody to look, and never clears."""

    MEMBER = "member"
    NOT_A_MEMBER = "not_a_member"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Match:
    """An answer and why, in one sentence without a full stop."""

    membership: Membership
    reason: str


@dataclass(frozen=True, slots=True)
class Member:
    """A crime on a list.

    Attributes:
        citation: Its number; None where the list names a class or a circumstance.
        title: What it is called.
        condition: What must also hold; a match is then unknown until somebody has looked.
        added: Whether leadkit added it because the statute's own list leaves out what is graver.
        note: A remark.
    """

    citation: str | None
    title: str
    condition: str | None = None
    added: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ExclusionSet:
    """A list of crimes.

    Attributes:
        id: Stable id.
        state: Two postal letters.
        citation: The statute that makes the list.
        title: What the statute calls it.
        complete: Whether every member is here. An incomplete list never says that a record is not on it.
        complete_as_of: The period whose code was read, for a complete list; later changes are unknown.
        attempts: Whether attempts of members are on the list; None where not researched.
        conspiracy: The same for conspiracy and solicitation.
        members: Its members, as far as known.
        evidence: What the list rests on.
        sources: Where it was read.
        note: A remark.
    """

    id: str
    state: str
    citation: str
    title: str
    complete: bool
    complete_as_of: PartialDate | None
    attempts: bool | None
    conspiracy: bool | None
    members: tuple[Member, ...]
    evidence: Evidence | None
    sources: tuple[LawSource, ...]
    note: str | None = None

    def match(self, record: str, on: date) -> Match:
        """Hold a record against the list.

        Args:
            record: The citation of a conviction, charge or arrest, as it stands in the record.
            on: The day the list is asked for; a list complete in 2020 is not known to be so later.
        """
        wanted = read_citation(record)
        if wanted.section is None:
            return _unknown(f'"{record}" cannot be read as a citation')
        if not is_home(wanted, self.state):
            return _unknown("the record cites another code or another state")
        found = self._found(wanted)
        if wanted.inchoate:
            return self._inchoate(found, record)
        return found or self._absent(on)

    def clears(self, on: date) -> bool:
        """Whether a record of the state's own code that matches no member is surely not on the list on a day."""
        return self._absent(on).membership is Membership.NOT_A_MEMBER

    def _found(self, wanted: Cited) -> Match | None:
        matches = [match for member in self.members if (match := _against(member, wanted, self.state))]
        return min(matches, key=lambda match: match.membership is not Membership.MEMBER, default=None)

    def _inchoate(self, found: Match | None, record: str) -> Match:
        if found and found.membership is Membership.MEMBER and self.attempts and self.conspiracy:
            return found
        listed = self._named(record)
        if listed:
            return Match(Membership.MEMBER, f"the list names it: {listed.title}")
        return _unknown("whether the list takes in attempts and conspiracy was not researched")

    def _named(self, record: str) -> Member | None:
        """A member that is itself an attempt, such as California's 664/187(a)."""
        wanted = read_citation(record)
        for one in self.members:
            listed = read_citation(one.citation or "")
            if listed.inchoate and (listed.section, listed.parts) == (wanted.section, wanted.parts):
                return one
        return None

    def _absent(self, on: date) -> Match:
        if not self.complete:
            return _unknown("the list is not complete, so a record that is not on it may belong to it")
        if self.complete_as_of is not None and self.complete_as_of.passed(on) is not False:
            return _unknown(f"the list was complete as of {self.complete_as_of}; later changes were not checked")
        if any(member.citation is None for member in self.members):
            return _unknown("the list also names crimes by what happened, not by number")
        return Match(Membership.NOT_A_MEMBER, "the list is complete and does not name it")


def _unknown(reason: str) -> Match:
    return Match(Membership.UNKNOWN, reason)


def _against(member: Member, wanted: Cited, state: str) -> Match | None:
    """Hold one member against a citation; a member without a number matches nothing."""
    if member.citation is None:
        return None
    listed = read_citation(member.citation)
    if listed.section != wanted.section or listed.inchoate or not is_home(listed, state):
        return None
    shared = min(len(listed.parts), len(wanted.parts))
    if listed.parts[:shared] != wanted.parts[:shared]:
        return None
    if len(wanted.parts) < len(listed.parts):
        return _unknown(f"the list names only {member.citation}, and the record does not say which part it was")
    if member.condition:
        return _unknown(f"{member.title} is listed with a condition: {member.condition}")
    return Match(Membership.MEMBER, f"the list names it: {member.title}")


def parse_set(
    key: str, data: Plain, state: str, sources: Mapping[str, LawSource], *, strict: bool = True
) -> ExclusionSet:
    """Read an exclusion set.

    Raises:
        LawError: Something cannot be read.
    """
    fields = Fields(key, data)
    found = ExclusionSet(
        id=key,
        state=state,
        citation=fields.required("citation"),
        title=fields.required("title"),
        complete=fields.flag("complete") or False,
        complete_as_of=fields.date("complete_as_of"),
        attempts=fields.flag("attempts"),
        conspiracy=fields.flag("conspiracy"),
        members=tuple(_member(member, strict) for member in fields.items("members")),
        evidence=fields.word("evidence", Evidence),
        sources=cited(fields, sources),
        note=fields.line("note"),
    )
    if strict:
        fields.closed()
    return found


def _member(fields: Fields, strict: bool) -> Member:
    member = Member(
        fields.line("citation"),
        fields.required("title"),
        fields.line("condition"),
        fields.flag("added") or False,
        fields.line("note"),
    )
    if strict:
        fields.closed()
    return member
