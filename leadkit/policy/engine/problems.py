"""What is wrong with a case."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class CaseProblem(NamedTuple):
    """One thing that is wrong with a case.

    Attributes:
        fact: What it is about: ``age``, ``charges.1.level``, ``on``, ``pathway``.
        message: A plain sentence. It does not repeat what was given, which may be anything.
    """

    fact: str
    message: str


class CaseError(ValueError):
    """A case that cannot be read as the policy asks; nothing about it was decided.

    Attributes:
        problems: Everything that is wrong, in the order of the case.
    """

    def __init__(self, problems: Sequence[CaseProblem]) -> None:
        super().__init__("\n".join(problem.message for problem in problems))
        self.problems = tuple(problems)

    @property
    def fact(self) -> str:
        """What the first problem is about."""
        return self.problems[0].fact
