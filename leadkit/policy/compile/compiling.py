"""The order in which a program is compiled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from leadkit.policy.compile.amounts import compile_amounts
from leadkit.policy.compile.asking import asked_of
from leadkit.policy.compile.builder import Builder
from leadkit.policy.compile.charges import SERIOUSNESS, compile_charges, level, of_a_charge
from leadkit.policy.compile.consent import compile_consent
from leadkit.policy.compile.exclusions import compile_exclusions
from leadkit.policy.compile.gaps import gaps
from leadkit.policy.compile.history import compile_history
from leadkit.policy.compile.holding import holding
from leadkit.policy.compile.indian_country import compile_indian_country
from leadkit.policy.compile.offers import compile_offers
from leadkit.policy.compile.pathways import compile_pathways
from leadkit.policy.compile.person import compile_person
from leadkit.policy.compile.supervision import compile_supervision
from leadkit.policy.compile.warrants import compile_warrants
from leadkit.policy.policy import Pathway, Policy, SeveralCharges

if TYPE_CHECKING:
    from leadkit.model.load import Jurisdiction
    from leadkit.model.root import Program
    from leadkit.model.standing import Standing
    from leadkit.policy.compile.asked_whole import AskedWhole

READS = ("program", "areas", "roles", "pathways", "eligibility", "procedure", "law", "open")
"""The sections that rules come from. A rule that is lost with a slip in one of them would be missed in every case."""

_STEPS = (
    compile_pathways, compile_indian_country, compile_charges, compile_amounts, compile_exclusions, compile_history,
    compile_person, compile_warrants, compile_supervision, compile_consent, compile_offers,
)  # fmt: skip


@dataclass(frozen=True)
class Compiled:
    """A policy, and what of the program it could only take as a whole."""

    policy: Policy
    asked_whole: tuple[AskedWhole, ...]


def compile_policy(jurisdiction: Jurisdiction, on: date | None = None, *, name: str = "") -> Policy | None:
    """The policy of a program on a day.

    Args:
        jurisdiction: The program.
        on: The day; without one, the day that it is described as of.
        name: The name of the folder.

    Returns:
        The policy; None where something that rules come from cannot be read, or where the folder is a base.
    """
    standing = jurisdiction.resolve(on)
    source = jurisdiction.source
    if source.base or source.incomplete or standing.program is None or standing.broken.intersection(READS):
        return None
    return compile_standing(jurisdiction, standing, standing.program, name=name).policy


def compile_standing(jurisdiction: Jurisdiction, standing: Standing, program: Program, *, name: str = "") -> Compiled:
    """The policy of a program that can be read, as it stood on a day."""
    builder = Builder(standing, program, jurisdiction.source.name)
    for step in _STEPS:
        step(builder)
    several = SeveralCharges(program.program.several_charges or SeveralCharges.ALL)
    if several is SeveralCharges.MOST_SERIOUS:
        level(builder)
    asked = asked_of(builder)
    root = jurisdiction.source.root
    first, last = holding(root, READS, program.open.values(), builder.last_days, standing.on)
    policy = Policy(
        program=name,
        name=program.program.name or name,
        on=standing.on.isoformat(),
        holds_from=first.isoformat() if first else None,
        holds_until=last.isoformat() if last else None,
        several_charges=several,
        seriousness=tuple(one.value for one in SERIOUSNESS),
        pathways={key: _pathway(program, key) for key in program.pathways},
        facts=asked.facts,
        collections=asked.collections,
        reducers=asked.reducers,
        rules=builder.marked(),
        open=gaps(builder, standing, jurisdiction.steps),
    )
    return Compiled(policy, tuple(dict.fromkeys(builder.asked_whole)))


def _pathway(program: Program, name: str) -> Pathway:
    pathway = program.pathways[name]
    return Pathway(name=pathway.name or name, needs_charge=of_a_charge(pathway), rank=pathway.capacity_rank)
