"""What the data files of one program are made on: the program, its composed papers, and what was found."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from leadkit.check.subject import Subject
from leadkit.documents.drafts import Drafts

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic
    from leadkit.model.load import Jurisdiction
    from leadkit.model.root import Program
    from leadkit.model.standing import Standing


@dataclass(frozen=True)
class Bench:
    """A program on one day.

    Attributes:
        jurisdiction: The folder it was read from.
        standing: The program as it stood on the day.
        program: The typed program.
        name: The name of the folder.
        findings: What was found so far; the compilers add to it.
    """

    jurisdiction: Jurisdiction
    standing: Standing
    program: Program
    name: str
    findings: list[Diagnostic] = field(default_factory=list)

    @cached_property
    def subject(self) -> Subject:
        """The program as the rules of the check see it."""
        return Subject(self.jurisdiction, self.standing, self.program)

    @cached_property
    def drafts(self) -> Drafts:
        """The papers of the program, each composed once."""
        return Drafts(self.standing, self.program)

    def find(self, found: Diagnostic) -> None:
        """Add a finding."""
        self.findings.append(found)
