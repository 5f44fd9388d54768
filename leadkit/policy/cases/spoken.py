"""Facts in words: what one is called, what is asked, what was answered."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from leadkit.model.hours import DAY_MINUTES, DAYS
from leadkit.policy.comparisons import rests_on
from leadkit.policy.policy import Unit

if TYPE_CHECKING:
    from leadkit.policy.policy import Collection, Fact, Policy, Reducer


def fact_at(policy: Policy, name: str) -> tuple[Fact | Collection | None, bool]:
    """The fact or list of a name such as ``age``, ``charges`` or ``charges.1.level``; and whether it is restricted.

    A made number has no fact. It is restricted where its list is, or what says which entries count and how.
    """
    if name in policy.facts:
        return policy.facts[name], policy.facts[name].restricted
    if name in policy.collections:
        return policy.collections[name], policy.collections[name].restricted
    if name in policy.reducers:
        return None, _is_restricted(policy, policy.reducers[name])
    list_, _, field = name.split(".", 2)
    collection = policy.collections[list_]
    fact = collection.facts[field]
    return fact, collection.restricted or fact.restricted


def _is_restricted(policy: Policy, made: Reducer) -> bool:
    collection = policy.collections[made.of]
    facts = policy.facts | {f"{collection.entry}.{name}": fact for name, fact in collection.facts.items()}
    return collection.restricted or any(facts[name].restricted for name in rests_on(made, collection))


def answer_in_words(policy: Policy, name: str, value: Any) -> str:
    """An answer as a person says it."""
    if value is None:
        return "not known"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list) and name not in policy.reducers:
        return f"{len(value)} in the list"
    unit = _unit(policy, name)
    if isinstance(value, list):
        low, high = value
        return (
            f"{number_in_words(low, unit)} or more"
            if high is None
            else f"{number_in_words(low, unit)} to {number_in_words(high, unit)}"
        )
    if isinstance(value, int):
        return number_in_words(value, unit)
    fact, _ = fact_at(policy, name)
    options = getattr(fact, "options", {})
    return str(options.get(value, value))


def _unit(policy: Policy, name: str) -> Unit | None:
    reducer = policy.reducers.get(name)
    if reducer is not None:
        return None if reducer.reduce == "count" else policy.collections[reducer.of].facts[reducer.fact].unit
    fact, _ = fact_at(policy, name)
    return getattr(fact, "unit", None)


def number_in_words(value: int, unit: Unit | None) -> str:
    """A number with its unit, as a person writes it."""
    match unit:
        case Unit.MILLIGRAMS:
            return f"{Decimal(value) / 1000:,f} g" if value >= 1000 else f"{value} mg"
        case Unit.CENTS:
            return f"${Decimal(value) / 100:,.2f}".removesuffix(".00")
        case Unit.MINUTES_OF_THE_WEEK:
            day, minutes = divmod(value, DAY_MINUTES)
            return f"{DAYS[day]} {minutes // 60:02d}:{minutes % 60:02d}"
        case Unit.MONTHS | Unit.DAYS | Unit.YEARS:
            return f"{value:,} {unit.value.removesuffix('s') if value == 1 else unit.value}"
        case _:
            return f"{value:,}"
