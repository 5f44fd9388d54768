"""From the charges of a case to its outcome, where several rows are one case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import narwhals.stable.v2 as nw

from leadkit.policy.batch.columns import CASE, CHARGE
from leadkit.policy.batch.frames import Frame
from leadkit.policy.batch.outcome import NEEDS_INFORMATION, best_of_any, worst
from leadkit.policy.policy import SeveralCharges

if TYPE_CHECKING:
    from leadkit.policy.batch.reading import Table
    from leadkit.policy.policy import Policy

LEVEL = f"{CHARGE}.level"
OUTCOME, OF_ROW, CANDIDATE = "_outcome", "_of_row", "_candidate"
"""The outcome of the case, the one of the row, and whether the case may rest on the row's charge."""


def join_charges(policy: Policy, table: Table, frame: Frame, present: nw.Expr | None) -> Frame:
    """Add the outcome of the case to its rows.

    Args:
        policy: The policy.
        table: The table.
        frame: Its rows with the outcome of each.
        present: Whether a row has a charge; None where the policy has no charges.
    """
    if not table.grouped:
        return frame.with_columns(**{OUTCOME: nw.col(OF_ROW), CANDIDATE: nw.lit(True)})
    charge = nw.lit(False) if present is None else (present == 1).fill_null(False)
    is_open = nw.lit(False) if present is None else present.is_null()
    frame = frame.with_columns(_charge=charge, _open=is_open)
    frame = frame.with_columns(
        _any_open=nw.col("_open").any().over(CASE), _charges=nw.col("_charge").cast(nw.Int64()).sum().over(CASE)
    )
    frame = _candidates(policy, table, frame)
    # Where the list of charges is open, or empty, the rules about the contact alone decide, on whichever row.
    one = worst(nw.col(OF_ROW), nw.col(CANDIDATE))
    outcome = nw.when(nw.col("_any_open") | (nw.col("_charges") < 2)).then(one).otherwise(_several(policy))
    return frame.with_columns(**{OUTCOME: outcome})


def _several(policy: Policy) -> nw.Expr:
    of_row, candidate = nw.col(OF_ROW), nw.col(CANDIDATE)
    if policy.several_charges is SeveralCharges.ALL:
        return worst(of_row, candidate)
    if policy.several_charges is SeveralCharges.ANY:
        return best_of_any(of_row, candidate)
    bad = worst(of_row, candidate)
    certain = worst(of_row, nw.col("_certain"))
    best = nw.when(candidate).then(of_row).max().over(CASE)
    least = nw.when(certain.is_null()).then(best).otherwise(certain)
    return nw.when(bad == least).then(bad).otherwise(nw.lit(NEEDS_INFORMATION, nw.Int8()))


def _candidates(policy: Policy, table: Table, frame: Frame) -> Frame:
    """Which rows the case may rest on; where the most serious charge decides, also on which it certainly does."""
    alone = nw.when(nw.col("_any_open")).then(nw.col("_open")).otherwise(nw.col("_charge") | (nw.col("_charges") == 0))
    if policy.several_charges is not SeveralCharges.MOST_SERIOUS:
        return frame.with_columns(**{CANDIDATE: alone})
    top = len(policy.seriousness) - 1
    said = table.answers.get(LEVEL, nw.lit(None, nw.String()))
    level = nw.lit(None, nw.Int64())
    for number, name in enumerate(policy.seriousness):
        level = nw.when(said == name).then(nw.lit(number)).otherwise(level)
    frame = frame.with_columns(_level=nw.when(nw.col("_charge")).then(level).cast(nw.Int64()))
    known = nw.col("_level")
    frame = frame.with_columns(
        _unknown=(nw.col("_charge") & known.is_null()).cast(nw.Int64()).sum().over(CASE),
        _greatest=known.max().over(CASE).fill_null(0),
    )
    # A charge of unknown level may be of the lowest or of the highest.
    possibly = (known.fill_null(top) >= nw.col("_greatest")) & nw.col("_charge")
    only_unknown = (nw.col("_unknown") == 1) & (nw.col("_greatest") == 0)
    highest = nw.when(nw.col("_unknown") > 0).then(nw.lit(top)).otherwise(nw.col("_greatest"))
    certainly = nw.when(known.is_null()).then(only_unknown | nw.lit(top == 0)).otherwise(known >= highest)
    several = ~nw.col("_any_open") & (nw.col("_charges") > 1)
    candidate = nw.when(several).then(possibly).otherwise(alone)
    frame = frame.with_columns(**{CANDIDATE: candidate, "_certain": nw.col("_charge") & certainly})
    return frame.with_columns(_several_candidates=nw.col(CANDIDATE).cast(nw.Int64()).sum().over(CASE) > 1)
