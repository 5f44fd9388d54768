"""From a table of charges to the outcome of each case."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import narwhals.stable.v2 as nw

from leadkit.policy.batch.cells import Wrong
from leadkit.policy.batch.charges import CANDIDATE, LEVEL, OF_ROW, join_charges
from leadkit.policy.batch.columns import CASE, CHARGE, PATHWAY, ROW, columns_of
from leadkit.policy.batch.conditions import Conditions
from leadkit.policy.batch.frames import Frame
from leadkit.policy.batch.missing import Missing
from leadkit.policy.batch.numbers import Numbers
from leadkit.policy.batch.outcome import NEEDS_INFORMATION, Value, code
from leadkit.policy.batch.parameters import NO_OFFENCE, OF_OFFENCE, OF_PATHWAY, OFFENCE, Flags, parameters_of
from leadkit.policy.batch.problems import BatchError
from leadkit.policy.batch.reading import Table, read_table
from leadkit.policy.batch.telling import EMPTY, REASON, Told
from leadkit.policy.batch.truth import Truth, all_of, any_of, expression, holds, unknown
from leadkit.policy.policy import Scope, SeveralCharges, Strength

if TYPE_CHECKING:
    from leadkit.policy.policy import Policy, Rule

_DECIDING, _DECIDING_CHARGE, _HAS_CHARGE = "_deciding", "_deciding_charge", "_has_charge"
"""Whether what is missing in a row, or about its charge, keeps the case open, and whether there is a charge: columns,
for many expressions ask it."""

Lift = Callable[[Flags], Frame]
"""Makes a small table of the engine whose tables are screened."""


class Screened:
    """A table that was screened; nothing is computed before it is asked for.

    Attributes:
        rejected: ``row``, ``case`` where there is one, and the ``reason``, for every row that is wrong; and for cases
            whose rows cannot be one case. No case with such a row is among the cases.
    """

    def __init__(self, rejected: Frame, cases: Callable[[bool], Frame]) -> None:
        self.rejected = rejected
        self._cases = cases

    def cases(self, *, all_right: bool = False) -> Frame:
        """The cases: ``row``, the first of each; ``case`` where there is one; ``outcome``, ``rules``, ``missing``.

        The rules that hold, and the columns that are missing, have ``; `` between them.

        Args:
            all_right: It is known that no row is rejected, so that no cell needs to be looked at again.
        """
        return self._cases(all_right)


def screen_table(
    policy: Policy, frame: Frame, lift: Lift, *, on: date | None = None, pathway: str | None = None
) -> Screened:
    """Screen a table of charges, in whatever engine it lives.

    Args:
        policy: The policy.
        frame: The table, as `read_table` takes it.
        lift: Makes the policy's parameters a table of the same engine.
        on: The day of the contact, for rows that do not say.
        pathway: The pathway, for rows that do not say.

    Raises:
        BatchError: The policy cannot be said over tables, or the table does not hold what it should.
    """
    return _Screening(policy, read_table(policy, frame, on=on, pathway=pathway), lift).screened()


class _Screening:
    def __init__(self, policy: Policy, table: Table, lift: Lift) -> None:
        self._policy = policy
        self._table = table
        self._parameters = parameters_of(policy)
        self._lift = lift
        self._charges = next((name for name, one in policy.collections.items() if one.entry == CHARGE), None)
        self._most = {name: one.at_most for name, one in policy.facts.items() if one.at_most is not None}
        self._most |= {
            f"{one.entry}.{name}": fact.at_most
            for one in policy.collections.values()
            for name, fact in one.facts.items()
            if fact.at_most is not None
        }

    def screened(self) -> Screened:
        """What is rejected, and how to get the cases."""
        table = self._table
        table.wrong.extend(self._without_charge())
        rejected = _rejected_rows(table)
        if not table.grouped:
            return Screened(rejected, self._of_rows)
        frame, told = self._decided(table.frame)
        cases = told.by_case(frame, self._needs_charge & self._has_no_charge())
        rejected = nw.concat([rejected, told.rejected_cases(cases)]).sort(ROW)
        return Screened(rejected, lambda _: told.of_cases(cases))

    def _of_rows(self, all_right: bool) -> Frame:
        table = self._table
        frame, told = self._decided(table.frame if all_right else table.frame.filter(~table.is_wrong))
        return told.of_rows(frame)

    def _decided(self, frame: Frame) -> tuple[Frame, Told]:
        """The rows with the outcome of each and of its case; and what to tell of them."""
        table = self._table
        within_entries = Conditions(table, {}, {}, self._most)
        numbers = Numbers(self._policy, frame, table, within_entries)
        conditions = Conditions(table, self._parameters.offences, numbers.ranges, self._most)
        frame, values = self._values(self._joined(numbers.frame), conditions)
        frame = frame.with_columns(**{OF_ROW: self._of_row(values)})
        frame = join_charges(self._policy, table, frame, self._present)
        deciding = nw.col(CANDIDATE) & (nw.col(OF_ROW) == NEEDS_INFORMATION)
        has_charge = expression(self._has_charge())
        of_charge = expression(all_of([holds(has_charge), deciding]))
        frame = frame.with_columns(**{_DECIDING: deciding, _DECIDING_CHARGE: of_charge, _HAS_CHARGE: has_charge})
        missing = self._missing(values, Missing(self._policy, table, conditions, within_entries))
        return frame, Told(table, {one.rule.id: self._holds(one) for one in values}, missing)

    @property
    def _present(self) -> nw.Expr | None:
        """Whether a row has a charge; None where no row can say."""
        return self._table.answers.get(self._charges or "")

    @property
    def _needs_charge(self) -> nw.Expr:
        needing = [name for name, one in self._policy.pathways.items() if one.needs_charge]
        return self._table.answers[PATHWAY].is_in(needing).fill_null(False)

    def _has_no_charge(self) -> nw.Expr:
        return nw.lit(False) if self._present is None else (nw.col("_charges") == 0) & ~nw.col("_any_open")

    def _without_charge(self) -> list[Wrong]:
        if self._table.grouped or self._present is None:
            return []
        none = (self._present == 0).fill_null(False)
        return [Wrong(self._charges or "", EMPTY, none & self._needs_charge)]

    def _joined(self, frame: Frame) -> Frame:
        """The rows with what the table of parameters says of their pathway and their offence."""
        offence = self._table.answers.get(OFFENCE, nw.lit(NO_OFFENCE)).fill_null(NO_OFFENCE)
        frame = frame.with_columns(**{OF_PATHWAY: self._table.answers[PATHWAY], OF_OFFENCE: offence})
        return frame.join(self._lift(self._parameters.flags), on=[OF_PATHWAY, OF_OFFENCE], how="left")

    def _values(self, frame: Frame, conditions: Conditions) -> tuple[Frame, list[Value]]:
        """What each rule says in each row, put into columns."""
        columns: dict[str, nw.Expr] = {}
        values = []
        for number, rule in enumerate(self._policy.rules):
            try:
                truth = all_of([self._on_pathway(rule), conditions.truth(rule.when)])
            except BatchError as trouble:
                raise BatchError(f"The rule {rule.id} cannot be said over tables: {trouble}") from trouble
            if isinstance(truth, nw.Expr):
                columns[f"_rule_{number}"] = truth
                truth = nw.col(f"_rule_{number}")
            values.append(Value(rule, truth))
        return frame.with_columns(**columns) if columns else frame, values

    def _on_pathway(self, rule: Rule) -> Truth:
        if set(rule.pathways) == set(self._policy.pathways):
            return True
        return nw.col(self._parameters.pathways[frozenset(rule.pathways)])

    def _of_row(self, values: list[Value]) -> nw.Expr:
        contact = [one for one in values if one.rule.scope is Scope.CONTACT]
        if self._charges is None:
            return code(contact)
        left_open = code(contact, more_unknown=self._asks_charges())
        if self._present is None:
            return left_open
        without = nw.when(self._present == 0).then(code(contact)).otherwise(left_open)
        return nw.when(self._present == 1).then(code(values)).otherwise(without)

    def _asks_charges(self) -> Truth:
        """Whether any rule of the pathway needs to know the charges."""
        return any_of(self._on_pathway(rule) for rule in self._policy.rules if _binds_charge(rule))

    def _has_charge(self) -> Truth:
        return None if self._present is None else (self._present == 1).fill_null(False)

    def _holds(self, value: Value) -> nw.Expr:
        if value.rule.scope is Scope.CHARGE:
            return expression(all_of([nw.col(_HAS_CHARGE), value.truth]))
        return expression(value.truth)

    def _missing(self, values: list[Value], missing: Missing) -> dict[str, nw.Expr]:
        """In which rows each column is missing, where the case needs information; in the order of the policy."""
        deciding_charge = nw.col(_DECIDING_CHARGE)
        for one in values:
            if one.rule.strength is not Strength.ADVISORY:
                where = True if one.rule.scope is Scope.CONTACT else deciding_charge
                missing.add(one.rule.when, (where, unknown(one.truth)))
        if self._charges is not None:
            missing.note(self._charges, (unknown(self._present), nw.col(_DECIDING), self._asks_charges()))
        if self._table.grouped and self._policy.several_charges is SeveralCharges.MOST_SERIOUS:
            several = nw.col(CANDIDATE) & (nw.col("_charges") > 1) & ~nw.col("_any_open")
            missing.note(LEVEL, (several, nw.col("_several_candidates"), nw.col("_level").is_null()))
        found = missing.columns()
        order = [name for name in columns_of(self._policy) if name in found]
        return {name: expression(found[name]) for name in order}


def _binds_charge(rule: Rule) -> bool:
    return rule.scope is Scope.CHARGE and rule.strength is not Strength.ADVISORY


def _rejected_rows(table: Table) -> Frame:
    wrong = [one.reason for one in table.wrong]
    reason = nw.concat_str(*wrong, separator=" ", ignore_nulls=True) if wrong else nw.lit("")
    if table.malformed is not None:
        reason = nw.when(table.malformed.is_null()).then(reason).otherwise(table.malformed)
    frame = table.frame.filter(table.is_wrong)
    return frame.select(*([ROW, CASE] if table.grouped else [ROW]), reason.alias(REASON))
