"""LK442: a limit in a unit of something else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity
from leadkit.model.eligibility.amounts import Measured
from leadkit.values.quantities import Unit

if TYPE_CHECKING:
    from leadkit.check.subject import Subject
    from leadkit.model.eligibility.amounts import AmountLimit

CODE = Code(
    code="LK442",
    name="unit-does-not-fit",
    severity=Severity.ERROR,
    summary="A limit has a unit in which what it measures cannot be told.",
    why=(
        "Drugs have a weight or are counted, goods and damage have a value in dollars. A limit in another unit can be "
        "compared with nothing that an officer finds."
    ),
    wrong=("eligibility:\n  amounts:\n    goods: {at_most: 500 g}\n"),
    right=("eligibility:\n  amounts:\n    goods: {at_most: $500}\n"),
)
READS: tuple[str, ...] = ("eligibility",)


_WEIGHTS = frozenset({Unit.MILLIGRAM, Unit.GRAM, Unit.KILOGRAM, Unit.OUNCE, Unit.POUND})
_COUNTS = frozenset({Unit.PILL, Unit.DOSE, Unit.ITEM, Unit.PLANT})
_MONEY = frozenset({Unit.DOLLAR})
_FITTING = {
    Measured.WEIGHT: _WEIGHTS,
    Measured.COUNT: _COUNTS,
    Measured.VALUE_OF_GOODS: _MONEY,
    Measured.DAMAGE: _MONEY,
    Measured.PROCEEDS: _MONEY,
}


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each amount whose unit does not fit what the limit measures."""
    for name, limit in subject.program.eligibility.amounts.items():
        path = ("eligibility", "amounts", name)
        exceptions = [(("exceptions", of), own) for of, own in limit.exceptions.items()]
        for key, each in ((("at_most",), limit.at_most), *exceptions):
            unit = each.amount.unit if each and each.amount else None
            if unit is None or unit in _fitting(limit, of_class=len(key) > 1):
                continue
            what = limit.measured.value.replace("_", " ") if limit.measured else "a class of substance"
            yield CODE.at(
                subject.span(*path, *key),
                message=f'"{name}" limits {what}, which is not counted in {unit.value}.',
                remedy="Correct the unit, or measured: a weight has g or oz, a count has pills, doses, items or "
                "plants, and a value has $.",
                path=".".join((*path, *key)),
            )


def _fitting(limit: AmountLimit, *, of_class: bool) -> frozenset[Unit]:
    """The units that fit; a class of substance may be counted where the rest is weighed."""
    if limit.measured in (Measured.WEIGHT, Measured.COUNT) and of_class:
        return _WEIGHTS | _COUNTS
    if limit.measured is not None:
        return _FITTING[limit.measured]
    return _WEIGHTS | _COUNTS if limit.substance is not None else frozenset(Unit)
