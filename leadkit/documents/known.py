"""What the clauses of a program's documents may use beside its fields, as it is known on one day."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from leadkit.documents.absence import OpenEntries
from leadkit.documents.cited_law import cited_law
from leadkit.model.law.cited import cited_offence
from leadkit.model.open import OpenEntry, Said
from leadkit.model.public import PublicText
from leadkit.model.resolve import Gone
from leadkit.source.tree import plain
from leadkit.source.writing import to_yaml

if TYPE_CHECKING:
    from leadkit.documents.cited_law import CitedLaw
    from leadkit.law.offence import Offence
    from leadkit.model.eligibility.section import Eligibility
    from leadkit.model.root import Program
    from leadkit.model.standing import Standing


class Known:
    """What is known of a program on its day, each thing looked up once."""

    def __init__(self, standing: Standing, program: Program) -> None:
        self._standing, self._program = standing, program

    @cached_property
    def catalogue(self) -> dict[str, Offence]:
        """What is known of each law that the program's rules of eligibility point at, by its id."""
        state = self._program.program.state
        ids = sorted(_cited_laws(self._program.eligibility)) if self._program.eligibility else []
        known = {law: cited_offence(self._standing.resolution.root, law, state) for law in ids}
        return {law: offence for law, offence in known.items() if offence is not None}

    @cached_property
    def said(self) -> dict[str, OpenEntry]:
        """What the program says under ``open`` on the day, each entry by the fields that it is about."""
        return Said(self._program.open, self._standing.on).concrete(self._program)

    @cached_property
    def absences(self) -> OpenEntries:
        """What the program says, on the day, of fields without a value."""
        gone: dict[Gone, list[str]] = {state: [] for state in Gone}
        for path, (state, _) in self._standing.resolution.gone.items():
            gone[state].append(".".join(str(step) for step in path))
        return OpenEntries(self.said, gone[Gone.NOT_KNOWN], gone[Gone.NOT_IN_FORCE])

    @cached_property
    def law(self) -> tuple[CitedLaw, ...]:
        """Every law that the program cites."""
        return cited_law(self._program, self._standing.resolution.root)

    @cached_property
    def source(self) -> str:
        """What everybody may read of the text that the documents are built from."""
        public = PublicText(self._program).part(plain(self._standing.resolution.root))
        return to_yaml(public) if public else ""


def _cited_laws(eligibility: Eligibility) -> set[str]:
    """The laws that the offences, the limits and the tiers of criminal history name."""
    offences = {each.law for each in eligibility.offences.values() if each.law}
    limits = {each.law for each in eligibility.amounts.values() if each.law}
    tiers = [tier.offences.laws for tier in eligibility.history.values() if tier.offences]
    return offences | limits | {law for laws in tiers for law in laws}
