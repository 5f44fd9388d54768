"""The tables that come out: the cases that were decided, and what was rejected."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import narwhals.stable.v2 as nw

from leadkit.policy.batch.charges import OUTCOME
from leadkit.policy.batch.columns import CASE, ON, PATHWAY, ROW
from leadkit.policy.batch.frames import Frame
from leadkit.policy.batch.outcome import NEEDS_INFORMATION, in_words
from leadkit.policy.batch.truth import any_of, expression

if TYPE_CHECKING:
    from leadkit.policy.batch.reading import Table

SEPARATOR = "; "
REASON = "reason"
EMPTY = "must not be empty on this pathway"

Flags = Mapping[str, tuple[str, nw.Expr]]
"""Expressions by the column that they have, each with the name that it tells."""

_GROUP = 10
_BAD, _EMPTY, _ROWS = "_bad", "_empty", "_rows"
_ENDS = ("_count", "_least", "_greatest")


class Told:
    """Tells the outcome, the rules that hold and what is missing, per case.

    Args:
        table: The table.
        holding: In which rows each rule holds, by its id.
        missing: In which rows each column is missing.
    """

    def __init__(self, table: Table, holding: Mapping[str, nw.Expr], missing: Mapping[str, nw.Expr]) -> None:
        self._table = table
        self._holding = _numbered("_holds", holding)
        self._missing = _numbered("_misses", missing)
        self._claims = _claims(table)

    def of_rows(self, frame: Frame) -> Frame:
        """Each row is a case."""
        return frame.select(ROW, *_texts(self._holding, self._missing))

    def by_case(self, frame: Frame, empty: nw.Expr) -> Frame:
        """The rows of each case made one."""
        flags = {key: one for group in (self._holding, self._missing) for key, (_, one) in group.items()}
        claims = {key: one for key, (_, one) in self._claims.items()}
        frame = frame.with_columns(**flags, **claims, **{_BAD: self._table.is_wrong, _EMPTY: empty})
        anywhere = [nw.col(key).any() for key in (*flags, _BAD, _EMPTY)]
        said = [one for key in claims for one in _told_by_rows(key)]
        rows = nw.len().alias(_ROWS)
        return frame.group_by(CASE).agg(nw.col(ROW).min(), nw.col(OUTCOME).min(), rows, *anywhere, *said)

    def of_cases(self, cases: Frame) -> Frame:
        """The cases of which every row is right and none contradicts another."""
        sound = ~nw.col(_BAD) & ~nw.col(_EMPTY) & ~self._contradict()
        return (
            cases.filter(sound)
            .sort(ROW)
            .select(ROW, CASE, *_texts(*(_named(one) for one in (self._holding, self._missing))))
        )

    def rejected_cases(self, cases: Frame) -> Frame:
        """The cases whose rows are right one by one, yet make no case."""
        differ = _listed({key: (name, self._differs(key)) for key, (name, _) in self._claims.items()}, ", ")
        empty = nw.when(nw.col(_EMPTY)).then(nw.lit(f"charges {EMPTY}."))
        contradiction = nw.when(self._contradict()).then(
            nw.concat_str(nw.lit("The rows of the case differ in "), differ, nw.lit("."))
        )
        reason = nw.concat_str(empty, contradiction, separator=" ", ignore_nulls=True)
        frame = cases.filter(~nw.col(_BAD) & (nw.col(_EMPTY) | self._contradict()))
        return frame.select(ROW, CASE, reason.alias(REASON))

    def _differs(self, key: str) -> nw.Expr:
        """Whether rows say different things; a row that says nothing differs from one that does."""
        count, least, greatest = (nw.col(f"{key}{end}") for end in _ENDS)
        return (count > 0) & ((count < nw.col(_ROWS)) | (least != greatest))

    def _contradict(self) -> nw.Expr:
        return expression(any_of(self._differs(key) for key in self._claims))


def _told_by_rows(key: str) -> tuple[nw.Expr, ...]:
    """In how many rows of a case something is said, and the least and the greatest of it."""
    said = nw.col(key)
    return tuple(
        one.alias(f"{key}{end}") for one, end in zip((said.count(), said.min(), said.max()), _ENDS, strict=True)
    )


def _texts(holding: Flags, missing: Flags) -> list[nw.Expr]:
    """What is missing is worked out where the outcome needs it, and nowhere else: that is most of the work."""
    outcome = nw.col(OUTCOME)
    needed = nw.when(outcome == NEEDS_INFORMATION).then(_listed(missing, SEPARATOR)).otherwise(nw.lit(""))
    return [
        in_words(outcome).alias("outcome"),
        _few_listed(holding, SEPARATOR).alias("rules"),
        needed.alias("missing"),
    ]


def _named(flags: Flags) -> Flags:
    return {key: (name, nw.col(key)) for key, (name, _) in flags.items()}


def _numbered(beginning: str, flags: Mapping[str, nw.Expr]) -> Flags:
    return {f"{beginning}_{number}": named for number, named in enumerate(flags.items())}


def _claims(table: Table) -> Flags:
    """What rows say of the whole contact, on which all rows of a case must agree."""
    said: list[tuple[str, nw.Expr]] = [(ON, table.on.even), (PATHWAY, table.answers[PATHWAY])]
    for name, column in table.columns.items():
        if column.of_contact and name in table.answers:
            said.append((name, table.answers[name].cast(nw.String())))
        elif column.of_contact:
            stretch = table.stretches[name]
            said += [(name, stretch.first.even), (name, stretch.last.even)]
    return {f"_says_{number}": one for number, one in enumerate(said)}


def _listed(flags: Flags, separator: str) -> nw.Expr:
    some = [nw.when(flag).then(nw.lit(name)) for name, flag in flags.values()]
    return nw.concat_str(*some, separator=separator, ignore_nulls=True) if some else nw.lit("")


def _few_listed(flags: Flags, separator: str) -> nw.Expr:
    """The same where few of many are so: the names of a group are looked through in rows where one of them is."""
    keys = list(flags)
    groups = [{key: flags[key] for key in keys[at : at + _GROUP]} for at in range(0, len(keys), _GROUP)]
    texts = [nw.when(expression(any_of(flag for _, flag in group.values()))).then(_listed(group, separator))
             for group in groups]  # fmt: skip
    return nw.concat_str(*texts, separator=separator, ignore_nulls=True) if texts else nw.lit("")
