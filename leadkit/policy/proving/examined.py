"""The rules that are examined, and the scenarios that are decided by the same rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadkit.policy.proving.bench import Bench

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leadkit.model.scenarios import Expectation
    from leadkit.policy.engine.case import Case
    from leadkit.policy.policy import Policy
    from leadkit.policy.scenarios import Tested

_THE_DAYS = {"on": "", "holds_from": None, "holds_until": None, "open": ()}
"""What differs between two days on which the same rules hold, with what any day has."""


@dataclass(frozen=True)
class Scenario:
    """A scenario that the rules decide.

    Attributes:
        id: Its id.
        case: The case.
        expect: What is expected; None where nothing is.
    """

    id: str
    case: Case
    expect: Expectation | None


@dataclass(frozen=True)
class Examined:
    """The rules of a day with the scenarios that they decide.

    Attributes:
        policy: The rules; every day may be that of a case.
        day: The day that they were looked up for.
        first: The first day on which they hold; None where they always did.
        last: The last; None where they go on.
        bench: They, ready to decide.
        scenarios: The scenarios that are decided by these rules and come out as expected.
        failing: The ids of the scenarios that do not, or are not decided.
        other_days: The scenarios that are decided by the rules of another time, by their ids: the day of each.
    """

    policy: Policy
    day: str
    first: str | None
    last: str | None
    bench: Bench
    scenarios: tuple[Scenario, ...]
    failing: tuple[str, ...]
    other_days: dict[str, str]


def examine(policy: Policy, tested: Iterable[Tested]) -> Examined:
    """Take the scenarios that are decided by the rules of a policy.

    Args:
        policy: The rules.
        tested: The scenarios of the program, decided each on its day.
    """
    every_day = policy.model_copy(update={"holds_from": None, "holds_until": None})
    bench = Bench(every_day)
    others: dict[str, str] = {}
    same, failing = [], []
    for one in tested:
        if one.desk is not None and _timeless(one.desk.policy) != _timeless(policy):
            others[one.id] = one.desk.policy.on
        elif one.case is None or one.failed:
            failing.append(one.id)
        else:
            same.append(Scenario(one.id, bench.read(one.case), one.expect))
    days = policy.on, policy.holds_from, policy.holds_until
    return Examined(every_day, *days, bench, tuple(same), tuple(failing), others)


def _timeless(policy: Policy) -> Policy:
    return policy.model_copy(update=_THE_DAYS)
