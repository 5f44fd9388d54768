"""The scenarios of a program: each decided on its day, and held against what is expected of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from leadkit.policy.cases.case import told
from leadkit.policy.cases.desk import desk_of
from leadkit.policy.engine.decision import verdict_of
from leadkit.source.tree import Mapping, find

if TYPE_CHECKING:
    from datetime import date
    from typing import Any

    from leadkit.diagnostic import Diagnostic, Span
    from leadkit.model.load import Jurisdiction
    from leadkit.model.scenarios import Expectation, Scenario
    from leadkit.policy.cases.desk import Desk
    from leadkit.policy.engine.decision import Verdict


@dataclass(frozen=True)
class Difference:
    """Something that is not as expected.

    Attributes:
        what: ``outcome``, ``whose``, ``missing`` or ``reasons``.
        expected: What is expected.
        got: What the rules make of the case.
    """

    what: str
    expected: tuple[str, ...]
    got: tuple[str, ...]


@dataclass(frozen=True)
class Tested:
    """A scenario that was decided.

    Attributes:
        id: Its id.
        title: What it is about.
        place: Where it is written.
        desk: Where it was decided; None where there are no rules on its day.
        case: The case as the engine took it; None where it could not be taken.
        decision: The decision; None likewise.
        found: What stands in the way of deciding it.
        differences: What is not as expected.
        expect: What is expected of it; None where nothing is.
    """

    id: str
    title: str
    place: Span
    desk: Desk | None
    case: dict[str, Any] | None = None
    decision: dict[str, Any] | None = None
    found: tuple[Diagnostic, ...] = ()
    differences: tuple[Difference, ...] = ()
    expect: Expectation | None = None

    @property
    def expects(self) -> bool:
        """Whether anything is expected of it."""
        return self.expect is not None

    @property
    def failed(self) -> bool:
        """Whether it was not decided, or otherwise than expected."""
        return self.decision is None or bool(self.differences)

    @property
    def passed(self) -> bool:
        """Whether it was decided as expected; one of which nothing is expected neither passes nor fails."""
        return self.expects and not self.failed


def run_scenarios(jurisdiction: Jurisdiction, *, name: str = "", found: Iterable[Diagnostic] = ()) -> Iterator[Tested]:
    """Decide each scenario of a program, in the order written.

    Args:
        jurisdiction: The program.
        name: The name of its folder.
        found: What is wrong with how the scenarios are written: it is told of the one in which it stands.
    """
    wrong: dict[str, tuple[Diagnostic, ...]] = {}
    for one in found:
        id_ = one.path.split(".")[1]
        wrong[id_] = (*wrong.get(id_, ()), one)

    @cache
    def desk(on: date) -> Desk | None:
        return desk_of(jurisdiction, on, name=name)

    written = find(jurisdiction.source.root, ("scenarios",))
    standing = jurisdiction.resolve()
    broken = {path[1:2] for path in standing.faulty if path[0] == "scenarios"}
    scenarios = standing.program.scenarios if standing.program and () not in broken else {}
    for id_, entry in written.entries.items() if isinstance(written, Mapping) else ():
        scenario = scenarios.get(id_)
        if scenario is None or (id_,) in broken or not isinstance(entry.value, Mapping):
            yield Tested(id_, id_, entry.key.span, None, found=wrong.get(id_, ()))
            continue
        day = scenario.on.first if scenario.on else jurisdiction.as_of
        yield _tested(id_, scenario, entry.key.span, entry.value, desk(day))


def _tested(id_: str, scenario: Scenario, place: Span, written: Mapping, desk: Desk | None) -> Tested:
    if desk is None:
        return Tested(id_, scenario.title, place, None)
    case, odd = told(written, scenario=True)
    decided = desk.decide(case)
    found = (*odd, *decided.found)
    expect = scenario.expect
    verdict = verdict_of(decided.decision) if decided.decision else None
    differences = tuple(differences_from(expect, verdict)) if expect and verdict else ()
    return Tested(
        id_, scenario.title, place, desk, decided.case, None if odd else decided.decision, found, differences,
        expect=expect,
    )  # fmt: skip


def differences_from(expect: Expectation, verdict: Verdict) -> Iterator[Difference]:
    """What of a verdict is not as expected."""
    if verdict.outcome != expect.outcome:
        yield Difference("outcome", (expect.outcome.value,), (verdict.outcome,))
    for what, expected, got in (
        ("whose", expect.whose, verdict.whose),
        ("missing", expect.missing, verdict.missing),
        ("reasons", expect.reasons, verdict.reasons),
    ):
        if expected and not _agree(expected, got):
            yield Difference(what, expected, got)


def _agree(expected: Iterable[str], got: Iterable[str]) -> bool:
    """Whether each that is expected stands for one of these at least, and each of these for one that is expected."""
    pairs = {(one, other) for one in expected for other in got if other == one or other.startswith(f"{one}.")}
    return {one for one, _ in pairs} == set(expected) and {other for _, other in pairs} == set(got)
