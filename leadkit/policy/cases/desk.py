"""Where cases are decided: a program on a day."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from leadkit.policy.cases.case import Read, at
from leadkit.policy.cases.codes import UNUSABLE_FACT
from leadkit.policy.cases.reading import CaseReader
from leadkit.policy.compile import compile_policy
from leadkit.policy.engine import CaseError, load

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from leadkit.diagnostic import Diagnostic
    from leadkit.model.load import Jurisdiction
    from leadkit.model.root import Program
    from leadkit.policy.cases.case import Told
    from leadkit.policy.engine import Engine
    from leadkit.policy.policy import Policy


@dataclass(frozen=True)
class Decided:
    """What comes of a case.

    Attributes:
        case: The case as the engine took it; None where something in it cannot be taken.
        decision: The decision; None likewise.
        found: Everything found.
    """

    case: dict[str, Any] | None
    decision: dict[str, Any] | None
    found: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True)
class Desk:
    """Decides the cases of one day.

    Attributes:
        policy: The policy of that day.
        state: Two postal letters of the program's state.
        names: What roles and agencies are called, by their ids.
    """

    policy: Policy
    state: str
    names: dict[str, str]

    @cached_property
    def engine(self) -> Engine:
        """The engine of the policy."""
        return load(self.policy.model_dump(mode="json", by_alias=True))

    def read(self, told: Told) -> Read:
        """Read a case of the day without deciding it."""
        return CaseReader(self.policy, self.state).read(told)

    def decide(self, told: Told) -> Decided:
        """Read a case of the day and decide it."""
        reader = CaseReader(self.policy, self.state)
        read = reader.read(told)
        if read.case is None:
            return Decided(None, None, read.found)
        try:
            return Decided(read.case, self.engine.decide(read.case), read.found)
        except CaseError as wrong:
            found = [
                UNUSABLE_FACT.at(*at(reader.places.get(one.fact, told.span)), message=one.message, path=one.fact)
                for one in wrong.problems
            ]
            return Decided(None, None, (*read.found, *found))


def desk_of(jurisdiction: Jurisdiction, on: date | None = None, *, name: str = "") -> Desk | None:
    """The desk of a program on a day; None where a part of what makes its rules cannot be read.

    Args:
        jurisdiction: The program.
        on: The day; without one, the day that it is described as of.
        name: The name of its folder.
    """
    program = jurisdiction.resolve(on).program
    policy = compile_policy(jurisdiction, on, name=name)
    if program is None or policy is None:
        return None
    return Desk(policy, program.program.state, names_of(program))


def names_of(program: Program) -> dict[str, str]:
    """What roles, agencies and bodies are called, by their ids."""
    return dict(_names(program))


def _names(program: Program) -> Iterator[tuple[str, str]]:
    for key, agency in program.agencies.items():
        yield key, agency.legal_name
    for key, body in program.governance.bodies.items():
        yield key, body.local_name
    for key, role in program.roles.items():
        held = ", ".join(program.agencies[one].legal_name for one in role.agencies if one in program.agencies)
        kind = role.kind.value.replace("_", " ")
        yield key, role.title or (f"{held} ({kind})" if held else kind)
