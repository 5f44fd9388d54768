"""The offence of a record, cited as the record has it, held against the lists of the program's tiers of history."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadkit.law.citation import Cited, is_home, read_citation
from leadkit.law.sets import ExclusionSet, Membership

if TYPE_CHECKING:
    from datetime import date

    from leadkit.model.eligibility.history import OffenceGroup
    from leadkit.model.law.section import ExclusionSet as LocalSet
    from leadkit.model.root import Program

COUNTS_AS = "counts-as-"
"""How the facts begin that ask whether a record belongs to a tier; the tier's id follows."""
OTHER = "other"
"""The option for an offence that is on no list by its number."""


@dataclass(frozen=True)
class Tier:
    """The lists of one tier of history.

    Attributes:
        name: Its id.
        sets: Its exclusion sets.
        alone: Whether the tier is nothing but those sets, so that what is in none of them is not of the tier.
    """

    name: str
    sets: tuple[ExclusionSet, ...]
    alone: bool


@dataclass(frozen=True)
class Lists:
    """The lists of a program.

    Attributes:
        tiers: Its tiers of history.
        state: Two postal letters of its state.
        on: The day for which they are asked.
    """

    tiers: tuple[Tier, ...] = ()
    state: str = ""
    on: date | None = None

    def place(self, citation: str, options: tuple[str, ...]) -> dict[str, str | bool] | None:
        """What a citation answers: the offence, and of each tier whether it counts, as far as its lists tell.

        Args:
            citation: As the record has it.
            options: The offences that rules tell apart, as citations.

        Returns:
            The answers by the facts of a record; None where the text is no citation.
        """
        wanted = read_citation(citation)
        if wanted.section is None:
            return None
        offence = next((one for one in options if self._is(read_citation(one), wanted)), OTHER)
        found: dict[str, str | bool] = {"offence": offence}
        for tier in self.tiers:
            known = self._belongs(tier, citation)
            if known is not None:
                found[f"{COUNTS_AS}{tier.name}"] = known
        if wanted.inchoate:
            found["attempt"] = True
        if wanted.state is not None:
            found["out-of-state"] = wanted.state != self.state
        return found

    def _is(self, listed: Cited, wanted: Cited) -> bool:
        """Whether a record cites what is listed, or a part of it; an attempt is another offence."""
        return (
            listed.section == wanted.section
            and listed.parts == wanted.parts[: len(listed.parts)]
            and listed.inchoate == wanted.inchoate
            and (is_home(wanted, self.state) or (listed.state, listed.code) == (wanted.state, wanted.code))
        )

    def _belongs(self, tier: Tier, citation: str) -> bool | None:
        assert self.on is not None
        answers = {one.match(citation, self.on).membership for one in tier.sets}
        if Membership.MEMBER in answers:
            return True
        return False if tier.alone and answers == {Membership.NOT_A_MEMBER} else None


def lists_of(program: Program, on: date) -> Lists:
    """The lists of a program on a day."""
    state = program.program.state or ""
    return Lists(tuple(_tiers(program, state)), state, on)


def _tiers(program: Program, state: str) -> Iterator[Tier]:
    for name, tier in program.eligibility.history.items():
        group = tier.offences
        if group is not None and group.sets:
            sets = [_set(program, one, state) for one in group.sets]
            known = tuple(one for one in sets if one is not None)
            yield Tier(name, known, alone=len(known) == len(sets) and _nothing_else(group))


def _nothing_else(group: OffenceGroup) -> bool:
    return not (group.laws or group.classes or group.levels)


def _set(program: Program, name: str, state: str) -> ExclusionSet | None:
    from leadkit.law import exclusion_set

    local = program.law.sets.get(name)
    return exclusion_set(name) if local is None else _in_force(name, local, state)


def _in_force(name: str, local: LocalSet, state: str) -> ExclusionSet:
    """A set that the program wrote, in the form of the catalogues."""
    from leadkit.law.sets import Member

    return ExclusionSet(
        id=name, state=state, citation=local.citation, title=local.title, complete=local.complete is True,
        complete_as_of=local.complete_as_of, attempts=local.attempts, conspiracy=local.conspiracy,
        members=tuple(
            Member(one.citation, one.title, one.condition, one.added is True, one.note) for one in local.members
        ),
        evidence=local.evidence, sources=(),
    )  # fmt: skip
