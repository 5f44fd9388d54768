"""Reading a table: its columns become answers under names of their own, and what is wrong with a row is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

import narwhals.stable.v2 as nw

from leadkit.model.hours import DAY_MINUTES
from leadkit.policy.batch import calendar
from leadkit.policy.batch.calendar import Day, Stretch
from leadkit.policy.batch.cells import Wrong, is_time, read_cells, without_blanks
from leadkit.policy.batch.columns import CASE, MALFORMED, ON, PATHWAY, ROW, Column, columns_of
from leadkit.policy.batch.frames import Frame
from leadkit.policy.batch.problems import BatchError
from leadkit.policy.batch.truth import any_of, expression
from leadkit.policy.batch.windows import read_in_days
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
        malformed: What is wrong with a line that is no row; None where the table has no such lines.
    """

    frame: Frame
    columns: Mapping[str, Column]
    answers: Mapping[str, nw.Expr]
    stretches: Mapping[str, Stretch]
    on: Day
    grouped: bool
    wrong: list[Wrong] = field(default_factory=list)
    malformed: nw.Expr | None = None

    @property
    def is_wrong(self) -> nw.Expr:
        """Whether a row is wrong in any way."""
        malformed = [] if self.malformed is None else [~self.malformed.is_null()]
        return expression(any_of([*malformed, *(one.where for one in self.wrong)])).fill_null(False)


def read_table(policy: Policy, frame: Frame, *, on: date | None = None, pathway: str | None = None) -> Table:
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
    frame = without_blanks(frame)
    schema = frame.collect_schema()
    declared = columns_of(policy)
    _check(policy, declared, list(schema), on=on, pathway=pathway)
    present = {name: column for name, column in declared.items() if name in schema}
    reading = _Reading(frame, schema)
    for name, column in present.items():
        reading.read(name, column.fact)
    if ON in schema:
        reading.read(ON, _DAY_OF_CONTACT)
    if PATHWAY in schema:
        reading.read(PATHWAY, _by_which(policy))
    reading.put_away()
    reading.settle_day(policy, on)
    reading.settle_pathway(pathway)
    reading.settle_times()
    reading.settle_dates(read_in_days(policy))
    reading.settle_lists(policy)
    reading.put_away()
    if CASE in schema:
        reading.wrong.append(Wrong(CASE, "must not be blank", _names_no_case(schema[CASE])))
    malformed = nw.col(MALFORMED) if MALFORMED in schema else None
    return Table(
        reading.frame, present, reading.answers, reading.stretches, reading.on, CASE in schema, reading.wrong, malformed
    )


def _check(policy: Policy, declared: Mapping[str, Column], names: list[str], *, on: object, pathway: object) -> None:
    from leadkit.diagnostic import nearest

    for name in names:
        if name not in declared and name not in (CASE, ON, PATHWAY, ROW, MALFORMED):
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


def _names_no_case(dtype: nw.dtypes.DType) -> nw.Expr:
    """Where a row does not say which case it belongs to.

    Raises:
        BatchError: Two cases could be taken for one.
    """
    if dtype.is_float():  # two long numbers of cases may be one such number
        raise BatchError(f"The column {CASE} holds numbers with a fraction; it must hold names or whole numbers.")
    nameless = nw.col(CASE).is_null()
    return nameless | (nw.col(CASE).str.strip_chars() == "") if isinstance(dtype, nw.String) else nameless


def _by_which(policy: Policy) -> Fact:
    options = {name: one.name for name, one in policy.pathways.items()}
    return Fact(type=FactType.CHOICE, question="By which pathway?", options=options)


class _Reading:
    """The steps of reading: what cells say, and then what follows from that; each adds columns to the frame."""

    def __init__(self, frame: Frame, schema: Mapping[str, nw.dtypes.DType]) -> None:
        self.frame = frame
        self.schema = schema
        self.answers: dict[str, nw.Expr] = {}
        self.stretches: dict[str, Stretch] = {}
        self.wrong: list[Wrong] = []
        self.on = calendar.day_of(date.max)
        self._dates: dict[str, tuple[nw.Expr, ...]] = {}
        self._times: dict[str, tuple[nw.Expr, ...]] = {}
        self._new: dict[str, nw.Expr] = {}
        self._count = 0

    def read(self, name: str, fact: Fact) -> None:
        """Read what the cells of a column say."""
        cells = read_cells(name, fact, self.schema[name])
        parts = self._put(cells.parts)
        self.wrong += cells.wrong(parts)
        if fact.type is FactType.DATE:
            self._dates[name] = parts
        elif is_time(fact, self.schema[name]):
            self._times[name] = parts
        else:
            self.answers[name] = parts[0]

    def _put(self, parts: tuple[nw.Expr, ...]) -> tuple[nw.Expr, ...]:
        """Columns that hold these expressions, once they are put away."""
        names = [f"_{self._count + number}" for number in range(len(parts))]
        self._count += len(parts)
        self._new.update(zip(names, parts, strict=True))
        return tuple(nw.col(name) for name in names)

    def put_away(self) -> None:
        """Add the new columns: many at once, for each time costs."""
        self.frame = self.frame.with_columns(**self._new) if self._new else self.frame
        self._new = {}

    def settle_day(self, policy: Policy, on: date | None) -> None:
        """The day of the contact: of the row, or else the one given."""
        if ON not in self.schema:
            assert on is not None
            self._check_given_day(policy, on)
            self.on = calendar.day_of(on)
            return
        parts = self._dates.pop(ON)
        if not self.schema[ON].is_temporal():
            partial = ~parts[0].is_null() & parts[2].is_null()
            self.wrong.append(Wrong(ON, "must be a whole date, written YYYY-MM-DD", partial))
            self.wrong.append(Wrong(ON, "is a day that there is not", ~calendar.exists(*parts).fill_null(True)))
        if on is None:
            self.wrong.append(Wrong(ON, "must be the day of the contact", nw.col(ON).is_null()))
        else:
            given = (on.year, on.month, on.day)
            parts = tuple(part.fill_null(number) for part, number in zip(parts, given, strict=True))
        day = calendar.whole_day_of(*parts)
        self.on = Day(*self._put((day.even, day.count)))
        self._check_days(policy)

    def _check_given_day(self, policy: Policy, on: date) -> None:
        if not (policy.holds_from or "") <= on.isoformat() <= (policy.holds_until or "9999-12-31"):
            raise BatchError(f"The rules of this policy do not hold on {on.isoformat()}.")

    def _check_days(self, policy: Policy) -> None:
        outside = "is a day on which the rules of this policy do not hold"
        if policy.holds_from:
            first = calendar.day_of(date.fromisoformat(policy.holds_from))
            self.wrong.append(Wrong(ON, outside, self.on.even < first.even))
        if policy.holds_until:
            last = calendar.day_of(date.fromisoformat(policy.holds_until))
            self.wrong.append(Wrong(ON, outside, self.on.even > last.even))

    def settle_pathway(self, pathway: str | None) -> None:
        """The pathway: of the row, or else the one given."""
        said = self.answers.get(PATHWAY)
        if said is None:
            self.answers[PATHWAY] = nw.lit(pathway)
        elif pathway is None:
            self.wrong.append(Wrong(PATHWAY, "must be one of the program's", said.is_null()))
        else:
            self.answers[PATHWAY] = self._put((said.fill_null(pathway),))[0]

    def settle_times(self) -> None:
        """Put times of the day into the week of the contact; a day beside one must be that of the contact."""
        if self._times:
            self.put_away()
        weekday = (self.on.count + 6) % 7
        for name, (of_week, of_day, day, named) in self._times.items():
            other = (day != self.on.even).fill_null(False) | (named != weekday).fill_null(False)
            self.wrong.append(Wrong(name, "is not on the day of the contact", other, nw.col(name)))
            written = nw.when(of_week.is_null()).then(weekday * DAY_MINUTES + of_day).otherwise(of_week)
            self.answers[name] = self._put((written,))[0]

    def settle_dates(self, in_days: set[str]) -> None:
        """Make stretches of the dates; none of them begins after the contact."""
        for name, parts in self._dates.items():
            if self.schema[name].is_temporal():
                day = self._settled(calendar.whole_day_of(*parts), name in in_days)
                self.stretches[name] = Stretch(day, day)
            else:
                known = ~parts[0].is_null()
                real = (known & calendar.exists(*parts)).fill_null(False)
                self.wrong.append(Wrong(name, "is a day that there is not", known & ~real))
                stretch = calendar.stretch_of(*parts)
                first, last = (self._settled(day, name in in_days) for day in (stretch.first, stretch.last))
                self.stretches[name] = Stretch(first, last)
            first_day = self.stretches[name].first.even
            self.wrong.append(Wrong(name, "must not lie after the day of the contact", first_day > self.on.even))

    def _settled(self, day: Day, in_days: bool) -> Day:
        """A day put into columns; its number among all days only where a rule counts in days."""
        even, *count = self._put((day.even, day.count) if in_days else (day.even,))
        return Day(even, count[0] if count else even)

    def _known(self, name: str) -> list[nw.Expr]:
        return [self.answers[name]] if name in self.answers else list(self._dates.get(name, ())[:1])

    def settle_lists(self, policy: Policy) -> None:
        """Tell of each list whether a row has an entry, has none, or leaves it open."""
        for name, collection in policy.collections.items():
            cells = [part for one in collection.facts for part in self._known(f"{collection.entry}.{one}")]
            said = self.answers.get(name)
            filled = expression(any_of(~cell.is_null() for cell in cells))
            if said is None and cells:
                self.answers[name] = self._put((nw.when(filled).then(nw.lit(1)),))[0]
            elif said is not None and cells:
                self.wrong.append(Wrong(name, "is 0, yet the row has an entry of it", (said == 0) & filled))
                self.answers[name] = self._put((nw.when(filled).then(nw.lit(1)).otherwise(said),))[0]
