"""What statutes and regulations ask of a program, each with the condition under which it binds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from leadkit.law.files import read_data
from leadkit.law.offence import Evidence, LawSource
from leadkit.law.parse import cited, known_on, parse_source
from leadkit.law.plain import Fields
from leadkit.law.standing import Standing, Status, standing
from leadkit.values.quantities import Duration, Money

if TYPE_CHECKING:
    from leadkit.values.dates import PartialDate

FEDERAL = "US"
"""The jurisdiction of limits that run in every state."""

ALWAYS = "always"
"""The condition of a limit that binds wherever its law runs."""


@dataclass(frozen=True, slots=True)
class Bound:
    """The part of a limit that a rule can compare.

    Attributes:
        subject: What is bounded (``intake_window``, ``lookback`` …).
        at_most: The longest time allowed.
        at_least: The shortest time allowed.
        sum_at_most: The largest sum allowed.
        by: The last day for something.
        clock: What starts the time.
    """

    subject: str
    at_most: Duration | None = None
    at_least: Duration | None = None
    sum_at_most: Money | None = None
    by: PartialDate | None = None
    clock: str | None = None


@dataclass(frozen=True, slots=True)
class Limit:
    """What a law asks.

    Attributes:
        id: Stable id.
        jurisdiction: Two postal letters of a state, or ``US``.
        citation: The law.
        requires: What it asks, in our words.
        bound: The part a rule can compare; None where there is none.
        applies_when: The condition under which it binds; ``always``; None where not researched.
        status: Its fate, as far as known.
        effective_from: First day in force; None where not researched.
        effective_until: Last day in force; None where not researched or still open.
        known_on: A day on which ``status`` was known.
        evidence: What the entry rests on.
        sources: Where it was read.
        verify_at: Where counsel can compare the text.
        note: A remark.
    """

    id: str
    jurisdiction: str
    citation: str
    requires: str
    bound: Bound | None
    applies_when: str | None
    status: Status
    effective_from: PartialDate | None
    effective_until: PartialDate | None
    known_on: date | None
    evidence: Evidence | None
    sources: tuple[LawSource, ...]
    verify_at: str | None
    note: str | None

    def standing(self, on: date) -> Standing:
        """Whether it was in force on a day, with the reason in one sentence."""
        return standing(self.status, self.effective_from, self.effective_until, self.known_on, on)

    def in_force(self, on: date) -> bool | None:
        """Whether it was in force on a day: True, False, or None where that was not researched."""
        return self.standing(on).answer

    def binds(self, conditions: frozenset[str]) -> bool | None:
        """Whether it binds a program that meets exactly these conditions; None where not researched.

        A limit that binds only under a grant is no cap for a program without that grant.
        """
        return bound_by(self.applies_when, conditions)


def bound_by(applies_when: str | None, conditions: frozenset[str]) -> bool | None:
    """Whether what applies under a condition applies where exactly these are met; None where that is not known."""
    return None if applies_when is None else applies_when == ALWAYS or applies_when in conditions


def limits(state: str | None = None, subject: str | None = None) -> tuple[Limit, ...]:
    """Legal limits, in the order of the file.

    Args:
        state: Two postal letters: the state's own limits and the federal ones; None for all.
        subject: Only limits that bound this (``intake_window`` …).
    """
    return tuple(
        limit
        for limit in _all().values()
        if (state is None or limit.jurisdiction in (state, FEDERAL))
        and (subject is None or (limit.bound is not None and limit.bound.subject == subject))
    )


@lru_cache(maxsize=1)
def _all() -> dict[str, Limit]:
    fields = Fields("limits.yaml", read_data("limits.yaml"))
    as_of = fields.date("as_of")
    sources = {key: parse_source(key, source) for key, source in fields.entries("sources").items()}
    found = {
        key: _limit(key, Fields(key, data), as_of.last if as_of else None, sources)
        for key, data in fields.pairs("limits").items()
    }
    fields.closed()
    return found


def _limit(key: str, fields: Fields, as_of: date | None, sources: dict[str, LawSource]) -> Limit:
    limit = Limit(
        id=key,
        jurisdiction=fields.required("jurisdiction"),
        citation=fields.required("citation"),
        requires=fields.required("requires"),
        bound=_bound(fields.group("limit")),
        applies_when=fields.line("applies_when"),
        status=fields.word("status", Status) or Status.UNCERTAIN,
        effective_from=fields.date("effective_from"),
        effective_until=fields.date("effective_until"),
        known_on=known_on(as_of, None),
        evidence=fields.word("evidence", Evidence),
        sources=cited(fields, sources),
        verify_at=fields.line("verify_at"),
        note=fields.line("note"),
    )
    fields.closed()
    return limit


def _bound(fields: Fields | None) -> Bound | None:
    if fields is None:
        return None
    most = fields.line("at_most")
    money = most is not None and most.startswith("$")
    bound = Bound(
        fields.required("subject"),
        None if money else fields.read("at_most", Duration.parse),
        fields.read("at_least", Duration.parse),
        fields.read("at_most", Money.parse) if money else None,
        fields.date("by"),
        fields.line("clock"),
    )
    fields.closed()
    return bound
