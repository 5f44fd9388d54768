"""The analysis of a program on a day, and over all of its days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from leadkit.policy.analysis.conflicts import conflicts
from leadkit.policy.analysis.never import never_hold
from leadkit.policy.analysis.nobody import nobody, offences_never
from leadkit.policy.analysis.redundant import redundant
from leadkit.policy.analysis.remark import Remark
from leadkit.policy.analysis.stretches import stretches
from leadkit.policy.analysis.subject import Subject
from leadkit.policy.cases.desk import names_of
from leadkit.policy.compile import compile_policy
from leadkit.policy.policy import Policy

if TYPE_CHECKING:
    from leadkit.model.load import Jurisdiction

_CHECKS = (nobody, offences_never, conflicts, never_hold, redundant)


@dataclass(frozen=True)
class Analysis:
    """What is true of every case of a program.

    Attributes:
        policy: The policy that was looked at.
        remarks: What there is to say of it.
        days: How many different days were looked at for what is missing on them; none where one day was asked for.
    """

    policy: Policy
    remarks: tuple[Remark, ...]
    days: int


def analyze(jurisdiction: Jurisdiction, on: date | None = None, *, name: str = "") -> Analysis | None:
    """Analyze a program; None where it cannot be read as one.

    Args:
        jurisdiction: The program.
        on: The day; without one, that which it is described as of, and every day on which something in it begins.
        name: The name of the folder.
    """
    policy = compile_policy(jurisdiction, on, name=name)
    if policy is None:
        return None
    days = jurisdiction.epochs if on is None else ()
    found = [one for day in days if (one := compile_policy(jurisdiction, day, name=name)) is not None]
    program = jurisdiction.resolve(on).program
    names = names_of(program) if program else {}
    return Analysis(policy, (*stretches(found), *remarks(policy, names)), len(found))


def remarks(policy: Policy, names: Mapping[str, str] | None = None) -> Iterator[Remark]:
    """Everything that there is to say of a policy.

    Args:
        policy: The policy.
        names: What roles and agencies are called, by their ids.
    """
    subject = Subject(policy, names)
    for check in _CHECKS:
        yield from check(subject)
