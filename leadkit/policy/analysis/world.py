"""The variables of one policy, or of two that are compared, and their rules as formulas over them.

A contact's facts and those of one charge are variables of their own. A date is the number of days before the contact.
A number that a reducer makes is a variable too; entries that make it are looked for when its bounds are known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from leadkit.policy.analysis.days import days_back
from leadkit.policy.analysis.domains import COUNTABLE, NO, UNBOUNDED, YES, Domain, Stretch
from leadkit.policy.analysis.formulas import And, Formula, Literal, Or, literals_in, negated, renamed, variables_in
from leadkit.policy.compile.crimes import HERE
from leadkit.policy.compile.places import OUTSIDE
from leadkit.policy.compile.substances import OTHER
from leadkit.policy.compile.unlisted import UNLISTED
from leadkit.policy.language import All, Any, AtLeast, Below, Expression, In, Is, Not, Within
from leadkit.policy.policy import Count, Fact, FactType, Policy, Reducer, Rule, Scope, SeveralCharges

CHARGES = "charges"
"""The list whose entries rules of scope charge are about."""

OFFENCE = "charge.offence"
"""The offence of a charge."""

SECOND = "second "
"""What stands before the variables of a second charge."""

NUMBER_OF_CHARGES = "number of charges"
"""A variable of worlds in which rules count charges: none, one or two."""

NONE, ONE, TWO = "none", "one", "two"

CATCH_ALL = (UNLISTED, OUTSIDE, OTHER, HERE, "another")
"""Options that stand for whatever a program does not name: an offence, an area, a substance, a record, a grade."""


@dataclass(frozen=True)
class Made:
    """A number that is made from the entries of a collection.

    Attributes:
        variable: Its name.
        collection: The collection.
        where: Which entries count.
        adds: The variable of an entry that is added; None where entries are counted.
        per: The variable of an entry by which they are added up apart.
    """

    variable: str
    collection: str
    where: Formula
    adds: str | None = None
    per: str | None = None


@dataclass(frozen=True, eq=False)
class ReadRule:
    """A rule with its condition as a formula."""

    rule: Rule
    when: Formula


@dataclass
class Side:
    """One policy of a world.

    Attributes:
        policy: The policy.
        facts: Its facts, by the names that conditions have for them.
        variables: The variable of each name, as the policy names it.
        rules: Its rules.
    """

    policy: Policy
    facts: dict[str, Fact]
    variables: dict[str, str] = field(default_factory=dict)
    rules: list[ReadRule] = field(default_factory=list)

    def says(self, name: str, option: str) -> str | None:
        """What the policy calls an option that may be the other's; None where it has no word for it."""
        options = self.facts[name].options
        return option if option in options else _rest(options)

    @property
    def contact(self) -> date:
        """The day of the contact in its cases."""
        return date.fromisoformat(self.policy.on)


class World:
    """Everything that can vary.

    Attributes:
        sides: The policies.
        domains: What each variable can be.
        facts: The fact of each variable that is one.
        order: The options of each choice, as the policies list them.
        made: The numbers that are made from collections.
        above: The made numbers that are never smaller than one; filled in by ``bounds``.
        kept_apart: The options of a choice that one policy names and the other does not.
    """

    def __init__(self, *policies: Policy) -> None:
        """Read one policy, or two."""
        self.sides = tuple(Side(policy, dict(facts_of(policy))) for policy in policies)
        self.contact = self.sides[-1].contact
        self.domains: dict[str, Domain] = {}
        self.facts: dict[str, Fact] = {}
        self.order: dict[str, tuple[str, ...]] = {}
        self.made: dict[str, Made] = {}
        self.above: dict[str, tuple[str, ...]] = defaultdict(tuple)
        self.kept_apart: dict[str, tuple[str, ...]] = {}
        for number, side in enumerate(self.sides):
            for name, fact in side.facts.items():
                self._declare(number, name, fact)
        if any(reducer.of == CHARGES for policy in policies for reducer in policy.reducers.values()):
            self.domains[NUMBER_OF_CHARGES], self.order[NUMBER_OF_CHARGES] = _NUMBERS, (NONE, ONE, TWO)
        for number, side in enumerate(self.sides):
            for name, reducer in side.policy.reducers.items():
                self._make(number, name, reducer)
            side.rules = [self.read_rule(number, rule) for rule in side.policy.rules]
        self._groups = self._grouped()

    def formula(self, number: int, condition: Expression) -> Formula:
        """A condition of one of the policies."""
        if isinstance(condition, All):
            return And(tuple(self.formula(number, part) for part in condition.all))
        if isinstance(condition, Any):
            return Or(tuple(self.formula(number, part) for part in condition.any))
        if isinstance(condition, Not):
            return negated(self.formula(number, condition.not_))
        variable = self.sides[number].variables[condition.fact]
        if isinstance(condition, Is):
            return self._among(variable, {YES if condition.is_ else NO})
        if isinstance(condition, In):
            return self._among(variable, self._widened(number, condition))
        if isinstance(condition, Within):
            return _below(variable, days_back(condition.within, self.contact) + 1)
        if isinstance(condition, Below):
            return _below(variable, condition.below)
        assert isinstance(condition, AtLeast)
        return negated(_below(variable, condition.at_least))

    def group(self, variable: str) -> str:
        """The name of the variables with which one is bound up through the entries of a collection."""
        return self._groups.get(variable, variable)

    @cached_property
    def collections(self) -> dict[str, tuple[Made, ...]]:
        """The collections from which numbers are made, each with its numbers."""
        found: dict[str, tuple[Made, ...]] = {}
        for one in self.made.values():
            found[one.collection] = (*found.get(one.collection, ()), one)
        return found

    def entry_variables(self, collection: str) -> list[str]:
        """The variables of one entry of a collection."""
        return [
            side.variables[f"{side.policy.collections[collection].entry}.{name}"]
            for side in self.sides
            if collection in side.policy.collections
            for name in side.policy.collections[collection].facts
        ]

    @property
    def counts_charges(self) -> bool:
        """Whether a rule counts charges, so that a second charge may matter to the first."""
        return NUMBER_OF_CHARGES in self.domains

    def charges(self, *numbers: str) -> Literal:
        """There are so many charges."""
        return Literal(NUMBER_OF_CHARGES, frozenset(numbers), _NUMBERS - frozenset(numbers))

    def of_two_charges(self, formula: Formula) -> Formula:
        """A formula in which it is the two charges that are looked at that make the numbers of charges."""
        if not self.counts_charges:
            return formula
        if isinstance(formula, Literal):
            return self._of_charges(formula) if self._counts(formula) else formula
        parts = tuple(self.of_two_charges(part) for part in formula.parts)
        return And(parts) if isinstance(formula, And) else Or(parts)

    @cached_property
    def counted(self) -> int:
        """How many charges it takes, beside those that are judged, to make every number that rules compare."""
        most: dict[str, int] = {}
        for rule in (rule for side in self.sides for rule in side.rules):
            for one in literals_in(rule.when):
                if self._counts(one):
                    besides = _least(one) - (self.made[one.variable].where == And(()))
                    most[one.variable] = max(most.get(one.variable, 0), besides)
        return sum(most.values())

    @cached_property
    def second_charge(self) -> dict[str, str]:
        """The variables of another charge, by those of the first; they are declared when they are first asked for."""
        names = {name: f"{SECOND}{name}" for name in self.entry_variables(CHARGES)}
        for name, second in names.items():
            self.domains[second], self.facts[second] = self.domains[name], self.facts[name]
            if name in self.order:
                self.order[second] = self.order[name]
        return names

    def read_rule(self, number: int, rule: Rule) -> ReadRule:
        """A rule; where all charges must be free of bars and some rule counts them, it holds of either charge."""
        when = self.formula(number, rule.when)
        every = all(side.policy.several_charges is SeveralCharges.ALL for side in self.sides)
        if every and self.counts_charges and rule.scope is Scope.CHARGE:
            when = Or((when, And((self.charges(TWO), renamed(when, self.second_charge)))))
        return ReadRule(rule, when)

    def _counts(self, literal: Literal) -> bool:
        """Whether it is a number of charges that a literal is about."""
        made = self.made.get(literal.variable)
        return made is not None and made.collection == CHARGES and made.adds is None

    def _of_charges(self, literal: Literal) -> Formula:
        """How many charges there are of a kind, of the two that are looked at; as it is where it takes more."""
        least = _least(literal)
        where = self.made[literal.variable].where
        first, second = where, And((self.charges(TWO), renamed(where, self.second_charge)))
        if least > 2:
            return literal
        if least == 2:
            found: Formula = And((first, second))
        else:
            found = Or((And((self.charges(ONE, TWO), first)), second)) if least else And(())
        assert isinstance(literal.wanted, Stretch)
        return found if literal.wanted.first == least else negated(found)

    def _declare(self, number: int, name: str, fact: Fact) -> None:
        """Declare a fact; what two policies ask alike is one variable."""
        variable = name
        if name in self.facts and (self.facts[name].type, self.facts[name].unit) != (fact.type, fact.unit):
            variable = f"{name} ({number + 1})"
        self.sides[number].variables[name] = variable
        known = self.facts.get(variable)
        self.facts[variable] = fact
        if fact.type is FactType.YES_NO:
            self.domains[variable], self.order[variable] = frozenset((YES, NO)), (NO, YES)
        elif fact.type is FactType.CHOICE:
            self._declare_choice(variable, known, fact)
        else:
            most = [one.at_most for one in (known, fact) if one is not None and one.at_most is not None]
            self.domains[variable] = Stretch(0, min(most, default=UNBOUNDED))

    def _declare_choice(self, variable: str, known: Fact | None, fact: Fact) -> None:
        labels = dict(fact.options)
        if known is not None:
            labels = {**known.options, **fact.options}
            self.facts[variable] = fact.model_copy(update={"options": labels})
            apart = tuple(one for one in labels if (one in known.options) is not (one in fact.options))
            if apart:
                self.kept_apart[variable] = apart
        shared = [known, fact] if known is not None else [fact]
        sayable = [option for option in labels if all(option in one.options or _rest(one.options) for one in shared)]
        self.domains[variable], self.order[variable] = frozenset(sayable), tuple(sayable)

    def _widened(self, number: int, condition: In) -> set[str]:
        """The options of a condition; what a policy does not name is covered where the rest is."""
        side = self.sides[number]
        variable = side.variables[condition.fact]
        return {one for one in self.order[variable] if side.says(condition.fact, one) in condition.in_}

    def _among(self, variable: str, wanted: Iterable[str]) -> Literal:
        every = self.domains[variable]
        assert isinstance(every, frozenset)
        chosen = every & frozenset(wanted)
        return Literal(variable, chosen, every - chosen)

    def _make(self, number: int, name: str, reducer: Reducer) -> None:
        """Declare a made number; two that are made alike are one, whatever they are called."""
        side = self.sides[number]
        entry = side.policy.collections[reducer.of].entry
        where = self.formula(number, reducer.where)
        adds = per = None
        if not isinstance(reducer, Count):
            adds = side.variables[f"{entry}.{reducer.fact}"]
            per = side.variables[f"{entry}.{reducer.per}"] if reducer.per else None
        variable = name if name not in self.made else f"{name} ({number + 1})"
        alike = [one.variable for one in self.made.values() if one == Made(one.variable, reducer.of, where, adds, per)]
        if not alike:
            self.made[variable] = Made(variable, reducer.of, where, adds, per)
            self.domains[variable] = COUNTABLE
        side.variables[name] = alike[0] if alike else variable

    def _grouped(self) -> dict[str, str]:
        """Made numbers of one collection go together, with the facts of the contact that their entries are held to."""
        groups: dict[str, str] = {}
        for collection, made in self.collections.items():
            within = {variable for one in made for variable in variables_in(one.where)}
            bound = {one.variable for one in made} | within - set(self.entry_variables(collection))
            merged = {collection, *(groups[variable] for variable in bound if variable in groups)}
            groups = {variable: collection if group in merged else group for variable, group in groups.items()}
            groups.update(dict.fromkeys(bound, collection))
        return groups


def facts_of(policy: Policy) -> Iterator[tuple[str, Fact]]:
    """Every fact of a policy by the name that conditions have for it."""
    yield from policy.facts.items()
    for collection in policy.collections.values():
        for name, fact in collection.facts.items():
            yield f"{collection.entry}.{name}", fact


_NUMBERS = frozenset((NONE, ONE, TWO))


def _rest(options: Iterable[str]) -> str | None:
    """The option that stands for everything else."""
    return next((one for one in options if one in CATCH_ALL), None)


def _least(literal: Literal) -> int:
    """The number at which what a literal says of a number begins or ends to be true."""
    assert isinstance(literal.wanted, Stretch) and isinstance(literal.otherwise, Stretch)
    return max(literal.wanted.first, literal.otherwise.first)


def _below(variable: str, number: int) -> Literal:
    return Literal(variable, Stretch(0, number - 1), Stretch(max(number, 0), UNBOUNDED))
