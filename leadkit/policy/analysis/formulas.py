"""Conditions as the search reads them: and, or, and literals about one variable; a negation is a literal too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from leadkit.policy.analysis.domains import Domain, lies_in


@dataclass(frozen=True, slots=True)
class Literal:
    """A variable is among some values.

    Attributes:
        variable: Its name.
        wanted: Those values.
        otherwise: All others that it can have; empty options, or a stretch that ends before it begins, where none are.
    """

    variable: str
    wanted: Domain
    otherwise: Domain


@dataclass(frozen=True, slots=True)
class And:
    """All of these hold; of none, true."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of these holds; of none, false."""

    parts: tuple[Formula, ...]


Formula = Literal | And | Or


def negated(formula: Formula) -> Formula:
    """This does not hold."""
    if isinstance(formula, Literal):
        return Literal(formula.variable, formula.otherwise, formula.wanted)
    parts = tuple(negated(part) for part in formula.parts)
    return Or(parts) if isinstance(formula, And) else And(parts)


def none_of(formulas: Iterable[Formula]) -> list[Formula]:
    """None of these holds, as conditions of their own."""
    return [negated(one) for one in formulas]


def renamed(formula: Formula, names: Mapping[str, str]) -> Formula:
    """The same of other variables."""
    if isinstance(formula, Literal):
        return Literal(names.get(formula.variable, formula.variable), formula.wanted, formula.otherwise)
    parts = tuple(renamed(part, names) for part in formula.parts)
    return And(parts) if isinstance(formula, And) else Or(parts)


def literals_in(formula: Formula) -> Iterator[Literal]:
    """Every literal of a formula, in its order."""
    if isinstance(formula, Literal):
        yield formula
    else:
        for part in formula.parts:
            yield from literals_in(part)


def variables_in(formula: Formula) -> set[str]:
    """The variables that a formula names."""
    if isinstance(formula, Literal):
        return {formula.variable}
    return {name for part in formula.parts for name in variables_in(part)}


def simplified(formula: Formula, domains: Mapping[str, Domain]) -> Formula | bool:
    """What is left of a formula, given what its variables can still be."""
    if isinstance(formula, Literal):
        sure = lies_in(domains[formula.variable], formula.wanted)
        return formula if sure is None else sure
    settles = isinstance(formula, Or)
    left: list[Formula] = []
    for part in formula.parts:
        found = simplified(part, domains)
        if found is settles:
            return settles
        if not isinstance(found, bool):
            left.append(found)
    if not left:
        return not settles
    if len(left) == 1:
        return left[0]
    return Or(tuple(left)) if settles else And(tuple(left))
