"""Reading a table: its columns become answers under names of their own, and what is wrong with a row is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

import narwhals.stable.v2 as nw

from leadkit.policy.batch import calendar
from leadkit.policy.batch.calendar import Day, Stretch
from leadkit.policy.batch.cells import Wrong, read_cells
from leadkit.policy.batch.columns import CASE, ON, PATHWAY, ROW, Column, columns_of
from leadkit.policy.batch.problems import BatchError
from leadkit.policy.policy import Fact, FactType

if TYPE_CHECKING:
    from leadkit.policy.policy import Policy

_DAY_OF_CONTACT = Fact(type=FactType.DATE, question="On which day was the contact?")


@dataclass(frozen=True)
class Table:
    """A table that was read.

    Attributes:
        frame: Its rows, with columns for what is known.
        columns: The columns of the policy that it has, by name.
        answers: What is known, by the name of the column; not of dates.
        stretches: What is known of dates.
        on: The day of the contact.
        grouped: Whether several rows may be one case.
        wrong: The ways in which a row may be wrong.
    """

    frame: nw.LazyFrame
    columns: Mapping[str, Column]
    answers: Mapping[str, nw.Expr]
    stretches: Mapping[str, Stretch]
    on: Day
    grouped: bool
    wrong: list[Wrong] = field(default_factory=list)

    @property
    def is_wrong(self) -> nw.Expr:
        """Whether a row is wrong in any way."""
        found = nw.lit(False)
        for wrong in self.wrong:
            found = found | wrong.where
        return found


def read_table(policy: Policy, frame: nw.LazyFrame, *, on: date | None = None, pathway: str | None = None) -> Table:
    """Read a table whose columns have the names of the policy.

    Args:
        policy: The policy.
        frame: The table. A column ``row`` counts its rows; ``case`` says which rows are one case, and without it each
            row is one.
        on: The day of the contact, for rows that do not say.
        pathway: The pathway, for rows that do not say.

    Raises:
        BatchError: A column is none that the policy reads, or cannot hold what it should.
    """
    schema = frame.collect_schema()
    declared = columns_of(policy)
    _check(policy, declared, schema.names(), on=on, pathway=pathway)
    present = {name: column for name, column in declared.items() if name in schema}
    reading = _Reading(frame, schema)
    for name, column in present.items():
        reading.read(name, column.fact)
    reading.read_day(policy, on)
    reading.read_pathway(policy, pathway)
    reading.check_dates()
    reading.check_lists(policy)
    return Table(
        reading.frame, present, reading.answers, reading.stretches, reading.on, CASE in schema.names(), reading.wrong
    )


def _check(policy: Policy, declared: Mapping[str, Column], names: list[str], *, on: object, pathway: object) -> None:
    from leadkit.diagnostic import nearest

    for name in names:
        if name not in declared and name not in (CASE, ON, PATHWAY, ROW):
            meant = nearest(name, [*declared, CASE, ON, PATHWAY])
            raise BatchError(
                f"The column {name} holds nothing that the program asks."
                + (f" Did you mean {meant}?" if meant else " Leave it out, or name it under ignore.")
            )
    for name, given, said in ((ON, on, "the day of the contact"), (PATHWAY, pathway, "the pathway")):
        if name not in names and given is None:
            raise BatchError(f"Nothing says {said}: the table has no column {name}, and no {name} was given.")
    if pathway is not None and pathway not in policy.pathways:
        raise BatchError(f"The program has no pathway {pathway}.")


class _Reading:
    """The steps of reading; each adds columns to the frame."""

    def __init__(self, frame: nw.LazyFrame, schema: nw.Schema) -> None:
        self.frame = frame
        self.schema = schema
        self.answers: dict[str, nw.Expr] = {}
        self.stretches: dict[str, Stretch] = {}
        self.wrong: list[Wrong] = []
        self.on = calendar.day_of(date.max)
        self._dates: dict[str, tuple[nw.Expr, ...]] = {}
        self._count = 0

    def read(self, name: str, fact: Fact) -> tuple[nw.Expr, ...]:
        """Read a column; the columns that now hold its answers."""
        cells = read_cells(name, fact, self.schema[name])
        parts = self._put(cells.parts)
        self.wrong += cells.wrong(parts)
        if fact.type is FactType.DATE:
            self._dates[name] = parts
        else:
            self.answers[name] = parts[0]
        return parts

    def _put(self, parts: tuple[nw.Expr, ...]) -> tuple[nw.Expr, ...]:
        names = [f"_{self._count + number}" for number in range(len(parts))]
        self._count += len(parts)
        self.frame = self.frame.with_columns(**dict(zip(names, parts, strict=True)))
        return tuple(nw.col(name) for name in names)

    def read_day(self, policy: Policy, on: date | None) -> None:
        """The day of the contact: of the row, or else the one given."""
        if ON not in self.schema:
            assert on is not None
            self._check_given_day(policy, on)
            self.on = calendar.day_of(on)
            return
        parts = self.read(ON, _DAY_OF_CONTACT)
        del self._dates[ON]
        self.wrong.append(
            Wrong(ON, "must be a whole date, written YYYY-MM-DD", ~parts[0].is_null() & parts[2].is_null())
        )
        self.wrong.append(Wrong(ON, "is a day that there is not", ~calendar.exists(*parts).fill_null(True)))
        if on is None:
            self.wrong.append(Wrong(ON, "must be the day of the contact", nw.col(ON).is_null()))
        else:
            given = (on.year, on.month, on.day)
            parts = tuple(part.fill_null(number) for part, number in zip(parts, given, strict=True))
        stretch = calendar.stretch_of(*parts)
        self.on = Day(*self._put((stretch.first.even, stretch.first.count)))
        self._check_days(policy)

    def _check_given_day(self, policy: Policy, on: date) -> None:
        if not (policy.holds_from or "") <= on.isoformat() <= (policy.holds_until or "9999-12-31"):
            raise BatchError(f"The rules of this policy do not hold on {on.isoformat()}.")

    def _check_days(self, policy: Policy) -> None:
        outside = "is a day on which the rules of this policy do not hold"
        if policy.holds_from:
            first = calendar.day_of(date.fromisoformat(policy.holds_from))
            self.wrong.append(Wrong(ON, outside, (self.on.even < first.even).fill_null(False)))
        if policy.holds_until:
            last = calendar.day_of(date.fromisoformat(policy.holds_until))
            self.wrong.append(Wrong(ON, outside, (self.on.even > last.even).fill_null(False)))

    def read_pathway(self, policy: Policy, pathway: str | None) -> None:
        """The pathway: of the row, or else the one given."""
        if PATHWAY not in self.schema:
            self.answers[PATHWAY] = nw.lit(pathway)
            return
        options = {name: one.name for name, one in policy.pathways.items()}
        (said,) = self.read(PATHWAY, Fact(type=FactType.CHOICE, question="By which pathway?", options=options))
        if pathway is None:
            self.wrong.append(Wrong(PATHWAY, "must be one of the program's", said.is_null()))
        else:
            self.answers[PATHWAY] = self._put((said.fill_null(pathway),))[0]

    def check_dates(self) -> None:
        """Make stretches of the dates; none of them begins after the contact."""
        for name, parts in self._dates.items():
            real = ~parts[0].is_null() & calendar.exists(*parts)
            self.wrong.append(Wrong(name, "is a day that there is not", ~parts[0].is_null() & ~real.fill_null(False)))
            stretch = calendar.stretch_of(*parts)
            put = self._put((stretch.first.even, stretch.first.count, stretch.last.even, stretch.last.count))
            self.stretches[name] = Stretch(Day(*put[:2]), Day(*put[2:]))
            later = (put[0] > self.on.even).fill_null(False)
            self.wrong.append(Wrong(name, "must not lie after the day of the contact", later))

    def _known(self, name: str) -> list[nw.Expr]:
        return [self.answers[name]] if name in self.answers else list(self._dates.get(name, ())[:1])

    def check_lists(self, policy: Policy) -> None:
        """Tell of each list whether a row has an entry, has none, or leaves it open."""
        for name, collection in policy.collections.items():
            cells = [part for one in collection.facts for part in self._known(f"{collection.entry}.{one}")]
            said = self.answers.get(name)
            filled = nw.lit(False)
            for cell in cells:
                filled = filled | ~cell.is_null()
            if said is None and cells:
                self.answers[name] = self._put((nw.when(filled).then(nw.lit(1)),))[0]
            elif said is not None and cells:
                self.wrong.append(
                    Wrong(name, "is 0, yet the row has an entry of it", (said == 0).fill_null(False) & filled)
                )
                self.answers[name] = self._put((nw.when(filled).then(nw.lit(1)).otherwise(said),))[0]
