"""``charges.json``: the states of a charge, and who decides about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.deploy.compile.clauses import PROTOCOL, section_of
from leadkit.deploy.compile.plain import Data, as_data, said

if TYPE_CHECKING:
    from leadkit.deploy.compile.bench import Bench
    from leadkit.model.procedure.charge import ChargeHandling


def charges_of(bench: Bench) -> dict[str, Data]:
    """Each way of handling a charge, in the order of the program: the first that fits a charge is its own."""
    handling = bench.program.procedure.charge_handling
    return {"charges": [_charge(bench, name, each) for name, each in handling.items()]}


def _charge(bench: Bench, name: str, handling: ChargeHandling) -> Data:
    printed = section_of(bench.drafts, PROTOCOL, f"procedure.charge_handling.{name}")
    data = as_data(handling)
    assert isinstance(data, dict)
    return {
        **data,
        "id": name,
        "label": said(name),
        "paper_printed": printed.paper if printed else None,
        "clause": printed.clause if printed else None,
    }
