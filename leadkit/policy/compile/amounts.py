"""Limits on what a person holds, took or damaged."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING

from leadkit.law.offence import Basis as WeightBasis
from leadkit.law.offence import Comparison
from leadkit.model.eligibility.amounts import AS_STATUTE, NO_LIMIT, Combine, Measured
from leadkit.policy.compile.asked_whole import AskedWhole
from leadkit.policy.compile.builder import CHARGES
from leadkit.policy.compile.charges import ACTS, act, declare_charges
from leadkit.policy.compile.law import cited
from leadkit.policy.compile.say import ALWAYS, among, at_least, every, some, yes
from leadkit.policy.compile.substances import narrower, options, substance
from leadkit.policy.policy import Count, Scope, Total, Unit
from leadkit.values.quantities import Unit as Written

if TYPE_CHECKING:
    from leadkit.model.eligibility.amounts import AmountLimit, Limit
    from leadkit.policy.compile.builder import Builder
    from leadkit.policy.language import Expression
    from leadkit.values.quantities import Amount

ITEMS = "items"
_PATH = ("eligibility", "amounts")


@dataclass(frozen=True)
class _Measure:
    """What is measured of an item."""

    fact: str
    unit: Unit
    question: str
    what: str


_WEIGHT = _Measure("weight", Unit.MILLIGRAMS, "How much does it weigh?", "The weight")
_PURE = _Measure(
    "pure-weight", Unit.MILLIGRAMS, "How much does the substance itself weigh, as the laboratory found it?",
    "The weight",
)  # fmt: skip
_COUNT = _Measure("count", Unit.PIECES, "How many are there?", "The number")
_VALUE = _Measure("value", Unit.CENTS, "What are the goods worth?", "The value of the goods")
_MONEY = {
    Measured.DAMAGE: _Measure("damage", Unit.CENTS, "What does the damage come to?", "The damage"),
    Measured.PROCEEDS: _Measure("proceeds", Unit.CENTS, "What did the sale bring in?", "The proceeds"),
}


@dataclass(frozen=True)
class _Part:
    """A limit for some substances: the limit itself, or one of its exceptions.

    Attributes:
        name: What tells it from the others.
        most: The limit as written.
        substances: The substances that it is for; None for any, and for what is no substance.
    """

    name: str
    most: Limit
    substances: frozenset[str] | None


def compile_amounts(builder: Builder) -> None:
    """A rule for each limit: over it, the charges that it is for are kept out.

    A limit that says nothing of its strength, and that an exclusion names, is a rule by that exclusion only.
    """
    eligibility = builder.program.eligibility
    named = {
        amount for one in eligibility.exclusions.values() if one.test == "amount_over_limit" for amount in one.amounts
    }
    for name, limit in eligibility.amounts.items():
        if limit.strength is None and name in named:
            continue
        over = over_limit(builder, name, limit)
        if over is None:
            continue
        charge = charges_of(builder, limit)
        builder.bar(
            (*_PATH, name), _text(builder, limit), every(charge, over), limit,
            scope=Scope.CONTACT if charge == ALWAYS else Scope.CHARGE, citations=_laws(builder, limit),
        )  # fmt: skip


def charges_of(builder: Builder, limit: AmountLimit) -> Expression:
    """The charges that a limit is for."""
    return every(
        among(declare_charges(builder), limit.offences) if limit.offences else None,
        among(act(builder), limit.acts) if limit.acts else None,
    )


def over_limit(builder: Builder, name: str, limit: AmountLimit) -> Expression | None:
    """Over a limit, or over that of one of its exceptions; None where there is no limit, or none is known."""
    parts = [over for part in _parts(builder, name, limit) if (over := _over(builder, part, limit)) is not None]
    return some(*parts) if parts else None


def _parts(builder: Builder, name: str, limit: AmountLimit) -> list[_Part]:
    """The limit for what no exception takes out, and each exception for what no narrower one takes out of it."""
    reach = {one: narrower(builder, one) for one in limit.exceptions}
    parts = []
    if limit.at_most is not None:
        kind = narrower(builder, limit.substance) if limit.substance else set()
        left = (kind or set(options(builder))).difference(*reach.values())
        parts.append(_Part(name, limit.at_most, frozenset(left) if reach or kind else None))
    for one, most in limit.exceptions.items():
        inner = (classes for other, classes in reach.items() if other != one and other in reach[one])
        parts.append(_Part(f"{name}.{one}", most, frozenset(reach[one].difference(*inner))))
    return parts


def _over(builder: Builder, part: _Part, limit: AmountLimit) -> Expression | None:
    if part.most.word == NO_LIMIT:
        return None
    most, included = part.most.amount, limit.inclusive is not False
    if part.most.word == AS_STATUTE:
        most, included = _of_statute(builder, limit)
    if most is None:
        return _asked(builder, part, limit)
    builder.collection(ITEMS, "item", "What did the person hold, take or damage?")
    measure = _measure(limit, most)
    fact = builder.number(measure.fact, measure.question, measure.unit, of=ITEMS)
    first = _first_over(most, measure.unit, included=included)
    where = _items_of(builder, part, limit)
    apart = limit.combine is Combine.PER_SUBSTANCE
    if apart and measure.unit is Unit.CENTS:
        each = every(where, at_least(fact, first))
        return at_least(builder.reducer(f"amounts.{part.name}", Count(reduce="count", of=ITEMS, where=each)), 1)
    if apart:
        substance(builder, of=ITEMS)
    total = Total(
        reduce="greatest_total" if apart else "total",
        of=ITEMS, fact=measure.fact, where=where, per="substance" if apart else None,
    )  # fmt: skip
    return at_least(builder.reducer(f"amounts.{part.name}", total), first)


def _of_statute(builder: Builder, limit: AmountLimit) -> tuple[Amount | None, bool]:
    """The amount up to which conduct is the offence of the law, and whether that amount still is."""
    known = builder.law(_law(builder, limit))
    end = known.ceiling if known else None
    return (end.amount, end.comparison is Comparison.AT_MOST) if end else (None, True)


def _law(builder: Builder, limit: AmountLimit) -> str | None:
    """The law that a limit names; else that of its offences, where they have only one."""
    offences = builder.program.eligibility.offences
    laws = {offences[one].law for one in limit.offences if one in offences}
    return limit.law or (laws.pop() if len(laws) == 1 else None)


def _laws(builder: Builder, limit: AmountLimit) -> tuple[str, ...]:
    of_statute = limit.at_most is not None and limit.at_most.word == AS_STATUTE
    return cited(builder, _law(builder, limit) if of_statute else limit.law)


def _asked(builder: Builder, part: _Part, limit: AmountLimit) -> Expression:
    """Whether an amount is over the limit of a law whose number is not known."""
    laws = cited(builder, _law(builder, limit))
    builder.asked_whole.append(
        AskedWhole(
            (*_PATH, *part.name.split(".", 1)[:1], "at_most"),
            f"the limit is that of {laws[0]}, whose amount is not known" if laws else "it is the limit of no law",
            "Write the amount, or name under law the statute that sets it.",
        )
    )
    question = f"Is the amount over the limit of {laws[0] if laws else 'the statute'}?"
    return yes(builder.yes_no(f"over-{part.name.replace('.', '-')}", question))


def _items_of(builder: Builder, part: _Part, limit: AmountLimit) -> Expression:
    """Which items count: those of the substances, offences and acts that the limit is for."""
    conditions: list[Expression] = []
    if part.substances is not None:
        conditions.append(among(substance(builder, of=ITEMS), part.substances))
    if limit.offences:
        declare_charges(builder)
        offences = builder.collections[CHARGES].facts["offence"].options
        offence = builder.choice("offence", "Which charge does it belong to?", offences, of=ITEMS)
        conditions.append(among(offence, limit.offences))
    if limit.acts:
        done = builder.choice("act", "What did the person do with it?", ACTS, of=ITEMS)
        conditions.append(among(done, limit.acts))
    return every(*conditions)


def _measure(limit: AmountLimit, most: Amount) -> _Measure:
    """What is measured: the unit says of which kind, and the program says what exactly."""
    if most.unit is Written.DOLLAR:
        return _MONEY.get(limit.measured or Measured.VALUE_OF_GOODS, _VALUE)
    if most.milligrams is None:
        return _COUNT
    return _PURE if limit.weighed is WeightBasis.PURE else _WEIGHT


def _first_over(most: Amount, unit: Unit, *, included: bool) -> int:
    """The smallest whole number that is over the limit.

    An ounce ends within a milligram, which a case leaves away too: an ounce that is no longer allowed is over.
    """
    exact = {Unit.MILLIGRAMS: most.milligrams, Unit.CENTS: most.value * 100}.get(unit, most.value)
    assert exact is not None
    whole = int(exact.to_integral_value(ROUND_FLOOR))
    reached = not included and (Decimal(whole) == exact or unit is Unit.MILLIGRAMS)
    return whole if reached else whole + 1


def _text(builder: Builder, limit: AmountLimit) -> str:
    written = limit.at_most.amount if limit.at_most else None
    kind = builder.program.eligibility.substances.get(limit.substance or "")
    what = (kind.label if kind else None) or (_measure(limit, written).what if written else "The amount")
    if written is None:
        return f"{what}: more than its limit."
    return f"{what}: {written} or more." if limit.inclusive is False else f"{what}: more than {written}."
