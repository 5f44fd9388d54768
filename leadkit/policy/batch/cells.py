"""From the cells of a column to answers, and what is wrong with a cell.

A cell is read in two steps: what it says, which never fails whatever it holds, and whether that is an answer.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import narwhals.stable.v2 as nw

from leadkit.policy.batch.calendar import MONTH
from leadkit.policy.batch.frames import Frame
from leadkit.policy.batch.problems import BatchError
from leadkit.policy.policy import Fact, FactType, Unit

YES, NO = ("yes", "true", "1"), ("no", "false", "0")
TOO_MANY = 10**15
"""From here on a number is a slip."""
_SHOWN, _FEW = 60, 12
"""As many letters of a cell, and as many answers, as a reason names."""
_INTEGER = r"^[0-9]{1,15}$"
_DATE = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"


@dataclass(frozen=True)
class Wrong:
    """A way in which a row is wrong.

    Attributes:
        name: The column, as a rejected row names it.
        says: The end of a sentence about it.
        where: True where it is so; false or null elsewhere.
        cell: What the cell holds, where the sentence names it.
    """

    name: str
    says: str
    where: nw.Expr
    cell: nw.Expr | None = None

    @property
    def reason(self) -> nw.Expr:
        """The sentence in the rows where it is so; null elsewhere."""
        said = nw.lit(f"{self.name} {self.says}.")
        if self.cell is not None:
            shown = self.cell.str.slice(0, _SHOWN).str.replace_all(r"[\r\n]", " ")
            said = nw.concat_str(nw.lit(f'{self.name} "'), shown, nw.lit(f'" {self.says}.'))
        return nw.when(self.where).then(said)


@dataclass(frozen=True)
class Cells:
    """What the cells of a column say.

    Attributes:
        parts: The answer; of a date its year, month and day; of a time what is written, see ``_time``.
        wrong: The ways in which a cell holds no answer, given those parts in columns.
    """

    parts: tuple[nw.Expr, ...]
    wrong: Callable[[tuple[nw.Expr, ...]], list[Wrong]]


def without_blanks(frame: Frame) -> Frame:
    """The table with texts as texts, however they are kept, and blank ones as null: they say nothing."""
    texts = {name: nw.col(name).cast(nw.String()) if not isinstance(dtype, nw.String) else nw.col(name)
             for name, dtype in frame.collect_schema().items()
             if isinstance(dtype, nw.String | nw.Categorical | nw.Enum)}  # fmt: skip
    filled = {name: nw.when(cell != "").then(cell) for name, cell in texts.items()}
    return frame.with_columns(**filled) if filled else frame


def read_cells(name: str, fact: Fact, dtype: nw.dtypes.DType) -> Cells:
    """How the cells of a column are read, where none is blank.

    Raises:
        BatchError: No cell of such a column could hold an answer.
    """
    reader = _time if is_time(fact, dtype) else _READERS[fact.type]
    return reader(name, fact, nw.col(name), dtype)


def _yes_no(name: str, fact: Fact, cell: nw.Expr, dtype: nw.dtypes.DType) -> Cells:
    if isinstance(dtype, nw.Boolean):
        return Cells((cell,), lambda _: [])
    if isinstance(dtype, nw.String):
        cell = cell.str.to_lowercase()
    elif dtype.is_integer():
        cell = cell.cast(nw.String())
    else:
        raise BatchError(f"The column {name} holds {_kind(dtype)}; it must hold yes and no.")
    said = nw.when(cell.is_in(YES)).then(nw.lit(True)).otherwise(nw.when(cell.is_in(NO)).then(nw.lit(False)))
    return Cells((said,), lambda parts: [Wrong(name, "must be yes or no", ~cell.is_null() & parts[0].is_null())])


def _choice(name: str, fact: Fact, cell: nw.Expr, dtype: nw.dtypes.DType) -> Cells:
    if not isinstance(dtype, nw.String):
        cell = cell.cast(nw.String())
    known = list(fact.options)
    more = f" and {len(known) - _FEW} more" if len(known) > _FEW else ""
    other = f"is none of the answers: {', '.join(known[:_FEW])}{more}"
    return Cells((cell,), lambda parts: [Wrong(name, other, ~parts[0].is_in(known), cell)])


def _integer(name: str, fact: Fact, cell: nw.Expr) -> Cells:
    """A number that can be no other: what is wrong with it is seen, and nothing of it is changed."""
    most = TOO_MANY - 1 if fact.at_most is None else fact.at_most
    too_many = "must be a whole number" if fact.at_most is None else f"must be at most {most}"
    return Cells(
        (cell.cast(nw.Int64()),),
        lambda _: [Wrong(name, "must not be negative", cell < 0), Wrong(name, too_many, cell > most)],
    )


def _number(name: str, fact: Fact, cell: nw.Expr, dtype: nw.dtypes.DType) -> Cells:
    if isinstance(dtype, nw.String):
        digits = nw.when(cell.str.contains(_INTEGER)).then(cell)
        negative, whole = cell.str.contains(r"^-[0-9.]+$"), cell.str.contains(_INTEGER)
        said = digits.cast(nw.Int64())
    elif dtype.is_integer() and not isinstance(dtype, nw.UInt64 | nw.Int128 | nw.UInt128):
        return _integer(name, fact, cell)
    elif dtype.is_numeric():
        negative, whole = cell < 0, cell < TOO_MANY
        said = nw.when((cell >= 0) & whole).then(cell).cast(nw.Int64())
    else:
        raise BatchError(f"The column {name} holds {_kind(dtype)}; it must hold whole numbers.")

    def wrong(parts: tuple[nw.Expr, ...]) -> list[Wrong]:
        is_whole = whole if dtype.is_integer() or isinstance(dtype, nw.String) else whole & (parts[0] == cell)
        not_whole = ~is_whole if dtype.is_integer() else ~negative & ~is_whole
        found = [Wrong(name, "must not be negative", negative), Wrong(name, "must be a whole number", not_whole)]
        if fact.at_most is not None:
            found.append(Wrong(name, f"must be at most {fact.at_most}", parts[0] > fact.at_most))
        return found

    return Cells((said,), wrong)


def _date(name: str, fact: Fact, cell: nw.Expr, dtype: nw.dtypes.DType) -> Cells:
    if isinstance(dtype, nw.Date | nw.Datetime):
        parts = (cell.dt.year(), cell.dt.month(), cell.dt.day())
        return Cells(tuple(part.cast(nw.Int64()) for part in parts), lambda _: [])
    if not isinstance(dtype, nw.String):
        raise BatchError(f"The column {name} holds {_kind(dtype)}; it must hold dates.")
    text = nw.when(cell.str.contains(_DATE)).then(cell)
    length = text.str.len_chars()
    said = (
        text.str.slice(0, 4).cast(nw.Int64()),
        nw.when(length >= 7).then(text.str.slice(5, 2)).cast(nw.Int64()),
        nw.when(length == 10).then(text.str.slice(8, 2)).cast(nw.Int64()),
    )
    form = "must be a date, written YYYY-MM-DD, YYYY-MM or YYYY"
    return Cells(said, lambda parts: [Wrong(name, form, ~cell.is_null() & parts[0].is_null())])


def is_time(fact: Fact, dtype: nw.dtypes.DType) -> bool:
    """Whether cells hold times as people write them; a column of numbers holds minutes of the week."""
    return fact.unit is Unit.MINUTES_OF_THE_WEEK and isinstance(dtype, nw.String)


def _time(name: str, fact: Fact, cell: nw.Expr, dtype: nw.dtypes.DType) -> Cells:
    """Minutes of the week; or else minutes of the day, and the date and the weekday (0 for Monday) that it names."""
    lower = cell.str.to_lowercase()
    text = nw.when(lower.str.contains(_TIME)).then(lower)
    clock, day = text.str.replace_all(r"^.*[ t]", ""), text.str.replace_all(_CLOCK, "")
    minutes = _int(clock.str.replace_all(":.*$", "")) * 60 + _int(clock.str.replace_all("^.*:", ""))
    dated = nw.when(day.str.contains("^[0-9]")).then(day)
    month = _int(dated.str.slice(0, 4)) * 12 + _int(dated.str.slice(5, 2))
    weekday: nw.Expr = nw.when(day.is_in(_WEEKDAYS[0])).then(nw.lit(0))
    for number, names in list(enumerate(_WEEKDAYS))[1:]:
        weekday = nw.when(day.is_in(names)).then(nw.lit(number)).otherwise(weekday)
    of_week = _int(nw.when(cell.str.contains(_INTEGER)).then(cell))

    def wrong(parts: tuple[nw.Expr, ...]) -> list[Wrong]:
        unread = ~cell.is_null() & parts[0].is_null() & parts[1].is_null()
        too_late = f"must be at most {fact.at_most}, as a number of minutes after Monday 00:00"
        late = [] if fact.at_most is None else [Wrong(name, too_late, parts[0] > fact.at_most)]
        return [Wrong(name, "is no time of the contact, such as 14:30", unread, cell), *late]

    return Cells((of_week, minutes, month * MONTH + _int(dated.str.slice(8, 2)), weekday), wrong)


def _int(text: nw.Expr) -> nw.Expr:
    return text.cast(nw.Int64())


_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAYS = [[name[:length] for length in range(3, len(name) + 1)] for name in _NAMES]
_CLOCK = "[ t]?[0-9]{1,2}:[0-9]{2}$"
_TIME = (
    rf"^(({'|'.join(one for names in _WEEKDAYS for one in names)}) |[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}[ t])?"
    "([01]?[0-9]|2[0-3]):[0-5][0-9]$"
)


def _kind(dtype: nw.dtypes.DType) -> str:
    if isinstance(dtype, nw.Boolean):
        return "true and false"
    if isinstance(dtype, nw.String):
        return "texts"
    return "numbers" if dtype.is_numeric() else "dates" if dtype.is_temporal() else "neither numbers nor texts"


_READERS: dict[FactType, Callable[[str, Fact, nw.Expr, nw.dtypes.DType], Cells]] = {
    FactType.YES_NO: _yes_no,
    FactType.CHOICE: _choice,
    FactType.NUMBER: _number,
    FactType.DATE: _date,
}
