"""Exact search: whether some case meets all of some conditions, and one that does.

It simplifies the conditions by what is known, looks at parts that share no variable apart, and branches on the first
thing undecided. The language has no arithmetic between facts, so finitely many stretches and options cover every case.
The order of the conditions matters: the rare ones belong in front.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from leadkit.policy.analysis.domains import UNBOUNDED, Domain, Stretch, common
from leadkit.policy.analysis.entries import Entry, entries_for
from leadkit.policy.analysis.formulas import And, Formula, Literal, negated, simplified, variables_in
from leadkit.policy.analysis.world import CHARGES, World

STEPS = 20_000
"""After how many steps one question is given up as not decided."""


@dataclass
class Case:
    """What is settled of a case: whatever its variables are within their domains, the conditions hold.

    Attributes:
        domains: What each variable can be.
        entries: The entries of each collection that a made number asked for.
    """

    domains: dict[str, Domain]
    entries: dict[str, tuple[Entry, ...]] = field(default_factory=dict)

    def copy(self) -> Case:
        """The same, to be narrowed further."""
        return Case(self.domains.copy(), self.entries.copy())


@dataclass(frozen=True)
class Answer:
    """Whether there is a case.

    Attributes:
        case: One that meets the conditions; None where there is none, or where that was not decided.
        decided: Whether the question was decided.
    """

    case: Case | None
    decided: bool = True

    @property
    def never(self) -> bool:
        """Whether it is certain that no case meets the conditions."""
        return self.decided and self.case is None


class _OutOfStepsError(Exception):
    """The question takes too long."""


class Search:
    """One question about the cases of a world.

    Attributes:
        world: Its variables.
        missed: Whether a case may have been passed over, because its entries were not found.
    """

    def __init__(self, world: World, steps: int = STEPS) -> None:
        """Begin with a limit of steps."""
        self.world = world
        self.missed = False
        self._left = steps

    def answer(self, conditions: Iterable[Formula]) -> Answer:
        """Find a case that meets all of the conditions."""
        return self._answer(conditions, Case(self.world.domains.copy()))

    def whatever_is_counted(self, conditions: Iterable[Formula]) -> Answer:
        """The same where the numbers of charges may be any, whatever the charges are: it has more cases than can be."""
        return self._answer(conditions, Case(self.world.domains.copy(), {CHARGES: ()}))

    def entry(self, conditions: Iterable[Formula]) -> Answer:
        """Find an entry that meets conditions, whatever numbers its collection makes."""
        return self._answer(conditions, self.without_entries(Case(self.world.domains.copy())))

    def without_entries(self, case: Case) -> Case:
        """The case with every collection taken as settled, so that no entries are looked for."""
        return Case(case.domains.copy(), dict.fromkeys(self.world.collections, ()))

    def _answer(self, conditions: Iterable[Formula], case: Case) -> Answer:
        try:
            found = self.narrowed(conditions, case)
        except _OutOfStepsError:
            return Answer(None, decided=False)
        return Answer(found, decided=found is not None or not self.missed)

    def narrowed(self, conditions: Iterable[Formula], case: Case) -> Case | None:
        """Narrow a case until it meets all of the conditions; None where it cannot."""
        return self._solve(list(conditions), case.copy(), frozenset())

    def _solve(self, pending: list[Formula], case: Case, elsewhere: frozenset[str]) -> Case | None:
        """Meet the conditions pending; the groups named elsewhere have other conditions still to be met."""
        self._left -= 1
        if self._left < 0:
            raise _OutOfStepsError
        left = self._settled(pending, case)
        if left is None:
            return None
        parts = self._apart(left)
        open_groups = [frozenset(groups) for groups, _ in parts]
        if not entries_for(self, case, elsewhere.union(*open_groups)):
            return None
        if not parts:
            return case
        if len(parts) == 1:
            return self._branch(left, case, elsewhere)
        found: Case | None = case
        for number, (_, conditions) in enumerate(parts):
            assert found is not None
            found = self._solve(conditions, found.copy(), elsewhere.union(*open_groups[number + 1 :]))
            if found is None:
                return None
        return found

    def _branch(self, pending: list[Formula], case: Case, elsewhere: frozenset[str]) -> Case | None:
        literal = _first(pending[0])
        return self._solve([literal, *pending], case.copy(), elsewhere) or self._solve(
            [negated(literal), *pending], case, elsewhere
        )

    def _settled(self, pending: list[Formula], case: Case) -> list[Formula] | None:
        """Take over what the conditions leave no choice about; what is left of them, or None where they clash."""
        changed = True
        while changed:
            changed = False
            left: list[Formula] = []
            for condition in _flat(pending):
                found = simplified(condition, case.domains)
                if found is False:
                    return None
                if isinstance(found, Literal):
                    if not self._narrow(found.variable, found.wanted, case):
                        return None
                    changed = True
                elif not isinstance(found, bool):
                    left.append(found)
                    changed = changed or isinstance(found, And)
            pending = left
        return pending

    def _narrow(self, variable: str, wanted: Domain, case: Case) -> bool:
        """Narrow a variable, and raise the made numbers that cannot be smaller; False where nothing is left."""
        domain = common(case.domains[variable], wanted)
        if domain is None:
            return False
        case.domains[variable] = domain
        if variable not in self.world.made:
            return True
        assert isinstance(domain, Stretch)
        for other in self.world.above[variable]:
            raised = common(case.domains[other], Stretch(domain.first, UNBOUNDED))
            if raised is None:
                return False
            case.domains[other] = raised
        return True

    def _apart(self, pending: list[Formula]) -> list[tuple[set[str], list[Formula]]]:
        """The conditions in parts that share no variable, each with the groups of its variables."""
        parts: list[tuple[set[str], list[Formula]]] = []
        for condition in pending:
            groups = {self.world.group(variable) for variable in variables_in(condition)}
            joined = [part for part in parts if not part[0].isdisjoint(groups)]
            if not joined:
                parts.append((groups, [condition]))
                continue
            first = joined[0]
            first[0].update(groups, *(part[0] for part in joined[1:]))
            first[1].extend(one for part in joined[1:] for one in part[1])
            first[1].append(condition)
            parts = [part for part in parts if part is first or part not in joined]
        return parts


def find(world: World, conditions: Iterable[Formula], steps: int = STEPS, *, judged: int = 1) -> Answer:
    """Whether some case meets all of the conditions, and one that does.

    Args:
        world: The variables.
        conditions: The conditions.
        steps: After how many steps it is given up.
        judged: How many charges the conditions are about. Where a rule counts charges, two are looked at. If it may
            take more, there is certainly no case only where there is none whatever the numbers are.
    """
    asked = list(conditions)
    answer = Search(world, steps).answer([world.of_two_charges(one) for one in asked])
    if not answer.never or not world.counts_charges or judged + world.counted <= _LOOKED_AT:
        return answer
    return Answer(None, decided=Search(world, steps).whatever_is_counted(asked).never)


_LOOKED_AT = 2
"""How many charges a case has at most in the search."""


def holds_in(world: World, formula: Formula, domains: Mapping[str, Domain]) -> bool:
    """Whether a formula surely holds."""
    return simplified(world.of_two_charges(formula), domains) is True


def _flat(conditions: Iterable[Formula]) -> Iterator[Formula]:
    for condition in conditions:
        if isinstance(condition, And):
            yield from _flat(condition.parts)
        else:
            yield condition


def _first(formula: Formula) -> Literal:
    while not isinstance(formula, Literal):
        formula = formula.parts[0]
    return formula
