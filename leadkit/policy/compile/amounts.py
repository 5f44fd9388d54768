"""Limits on what a person holds, took or damaged."""

from __future__ import annotations

from decimal import ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING

from leadkit.law.offence import Basis as WeightBasis
from leadkit.model.eligibility.amounts import Combine, Measured
from leadkit.policy.compile.charges import UNLISTED, act, declare_charges
from leadkit.policy.compile.law import cited, title_of
from leadkit.policy.compile.say import ALWAYS, among, at_least, every, some, yes
from leadkit.policy.compile.substances import narrower, options
from leadkit.policy.policy import Scope, Total, Unit
from leadkit.values.quantities import Unit as Written

if TYPE_CHECKING:
    from leadkit.model.eligibility.amounts import AmountLimit, Limit
    from leadkit.policy.compile.builder import Builder
    from leadkit.policy.language import Expression

ITEMS = "items"
_MEASURES = {
    Measured.WEIGHT: ("weight", Unit.MILLIGRAMS, "How much does it weigh?"),
    Measured.COUNT: ("count", Unit.PIECES, "How many are there?"),
    Measured.VALUE_OF_GOODS: ("value", Unit.CENTS, "What are the goods worth?"),
    Measured.DAMAGE: ("damage", Unit.CENTS, "What does the damage come to?"),
    Measured.PROCEEDS: ("proceeds", Unit.CENTS, "What did the sale bring in?"),
}
_WHAT = {
    None: "The amount",
    Measured.WEIGHT: "The weight",
    Measured.COUNT: "The number",
    Measured.VALUE_OF_GOODS: "The value of the goods",
    Measured.DAMAGE: "The damage",
    Measured.PROCEEDS: "The proceeds",
}
_PURE = ("pure-weight", Unit.MILLIGRAMS, "How much does the substance itself weigh, as the laboratory found it?")


def compile_amounts(builder: Builder) -> None:
    """A rule for each limit: over it, the charges that it is for are kept out."""
    for name, limit in builder.program.eligibility.amounts.items():
        over = over_limit(builder, name, limit)
        if over is None:
            continue
        charge = _its_charges(builder, limit)
        builder.bar(
            ("eligibility", "amounts", name), _text(builder, limit), every(charge, over), limit,
            scope=Scope.CONTACT if charge == ALWAYS else Scope.CHARGE, citations=cited(builder, limit.law),
        )  # fmt: skip


def over_limit(builder: Builder, name: str, limit: AmountLimit) -> Expression | None:
    """Over a limit, or over that of one of its exceptions; None where the limit itself is open."""
    if limit.at_most is None:
        return None
    special = {part for one in limit.exceptions for part in narrower(builder, one)}
    whole = set(narrower(builder, limit.substance)) if limit.substance else set(options(builder))
    parts = [_over(builder, name, limit, limit.at_most, whole - special if special or limit.substance else None)]
    for one, other in limit.exceptions.items():
        parts.append(_over(builder, f"{name}.{one}", limit, other, set(narrower(builder, one))))
    asked = [part for part in parts if part is not None]
    return some(*asked) if asked else None


def _over(
    builder: Builder, name: str, limit: AmountLimit, most: Limit, substances: set[str] | None
) -> Expression | None:
    if most.word == "no_limit":
        return None
    if most.amount is None:
        return yes(builder.yes_no(f"over-{name}", f"Is the amount over the limit of {limit.law or 'the statute'}?"))
    builder.collection(ITEMS, "item", "What did the person hold, take or damage?")
    fact, unit, question = _measure(limit, most)
    builder.number(fact, question, unit, of=ITEMS)
    conditions: list[Expression] = []
    if substances is not None:
        kind = builder.choice("substance", "Which substance is it?", options(builder), of=ITEMS)
        conditions.append(among(kind, substances))
    conditions += _of_items(builder, limit)
    each = limit.combine is Combine.PER_SUBSTANCE
    total = builder.reducer(
        f"amounts.{name}",
        Total(
            reduce="greatest_total" if each else "total",
            of=ITEMS, fact=fact, where=every(*conditions), per="substance" if each else None,
        ),
    )  # fmt: skip
    return at_least(total, _first_over(most, unit, inclusive=limit.inclusive is not False))


def _of_items(builder: Builder, limit: AmountLimit) -> list[Expression]:
    """Which items count: those of the offences and acts that the limit is for."""
    found = []
    if limit.offences:
        listed = builder.program.eligibility.offences
        labels = {name: title_of(builder, one) for name, one in listed.items()}
        offence = builder.choice(
            "offence", "Which charge does it belong to?", {**labels, UNLISTED: "Another offense"}, of=ITEMS
        )
        found.append(among(offence, limit.offences))
    if limit.acts:
        from leadkit.model.eligibility.offences import Act

        acts = {one.value: one.value.replace("_", " ") for one in Act}
        found.append(among(builder.choice("act", "What did the person do with it?", acts, of=ITEMS), limit.acts))
    return found


def _its_charges(builder: Builder, limit: AmountLimit) -> Expression:
    """The charges that a limit is for."""
    conditions = []
    if limit.offences:
        conditions.append(among(declare_charges(builder), limit.offences))
    if limit.acts:
        declare_charges(builder)
        conditions.append(among(act(builder), limit.acts))
    return every(*conditions)


def _measure(limit: AmountLimit, most: Limit) -> tuple[str, Unit, str]:
    if limit.measured is None and most.amount is not None:
        money = most.amount.unit is Written.DOLLAR
        weight = most.amount.milligrams is not None
        return _MEASURES[Measured.VALUE_OF_GOODS if money else Measured.WEIGHT if weight else Measured.COUNT]
    if limit.measured is Measured.WEIGHT and limit.weighed is WeightBasis.PURE:
        return _PURE
    return _MEASURES[limit.measured or Measured.COUNT]


def _first_over(most: Limit, unit: Unit, *, inclusive: bool) -> int:
    """The smallest whole number that is over the limit."""
    assert most.amount is not None
    exact = {
        Unit.MILLIGRAMS: most.amount.milligrams,
        Unit.CENTS: most.amount.value * 100,
    }.get(unit, most.amount.value)
    assert exact is not None
    whole = int(exact.to_integral_value(ROUND_FLOOR))
    return whole if not inclusive and Decimal(whole) == exact else whole + 1


def _text(builder: Builder, limit: AmountLimit) -> str:
    substance = builder.program.eligibility.substances.get(limit.substance or "")
    what = (substance.label if substance else None) or _WHAT[limit.measured]
    edge = "more than" if limit.inclusive is not False else "as much as"
    return f"{what}: {edge} {limit.at_most}."
