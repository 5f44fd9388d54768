"""The order in which a program is compiled."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from leadkit.model.pathways.kinds import PathwayKind
from leadkit.policy.compile.amounts import compile_amounts
from leadkit.policy.compile.asking import asked_of
from leadkit.policy.compile.builder import Builder
from leadkit.policy.compile.charges import SERIOUSNESS, compile_charges
from leadkit.policy.compile.conduct import compile_exclusions
from leadkit.policy.compile.consent import compile_consent
from leadkit.policy.compile.history import compile_history
from leadkit.policy.compile.offers import compile_offers
from leadkit.policy.compile.pathways import compile_pathways
from leadkit.policy.compile.person import compile_person
from leadkit.policy.compile.supervision import compile_supervision
from leadkit.policy.compile.warrants import compile_warrants
from leadkit.policy.policy import Pathway, Policy, SeveralCharges

if TYPE_CHECKING:
    from leadkit.model.load import Jurisdiction
    from leadkit.model.root import Program

_SECTIONS = (
    compile_pathways, compile_charges, compile_amounts, compile_exclusions, compile_history, compile_person,
    compile_warrants, compile_supervision, compile_consent, compile_offers,
)  # fmt: skip


_OF_A_CHARGE = (PathwayKind.ARREST_DIVERSION, PathwayKind.PROSECUTOR_REFERRAL)
"""The pathways that are about a charge, made or possible."""


def compile_policy(jurisdiction: Jurisdiction, on: date | None = None, *, name: str = "") -> Policy | None:
    """The policy of a program on a day; None where nothing of the program can be read.

    Args:
        jurisdiction: The program.
        on: The day; without one, the day that it is described as of.
        name: The name of the folder.
    """
    standing = jurisdiction.resolve(on)
    program = standing.program
    if program is None:
        return None
    builder = Builder(standing, program)
    for section in _SECTIONS:
        section(builder)
    asked = asked_of(builder)
    day = standing.on
    later = [epoch for epoch in jurisdiction.epochs if epoch > day]
    earlier = [epoch for epoch in jurisdiction.epochs if epoch <= day]
    return Policy(
        program=name,
        name=program.program.name or name,
        on=day.isoformat(),
        holds_from=max(earlier).isoformat() if earlier else None,
        holds_until=(min(later) - timedelta(days=1)).isoformat() if later else None,
        several_charges=SeveralCharges(program.program.several_charges or "all"),
        seriousness=tuple(one.value for one in SERIOUSNESS),
        pathways={key: _pathway(program, key) for key in program.pathways},
        facts=asked.facts,
        collections=asked.collections,
        reducers=builder.reducers,
        rules=tuple(builder.rules),
    )


def _pathway(program: Program, name: str) -> Pathway:
    pathway = program.pathways[name]
    return Pathway(name=pathway.name or name, needs_charge=pathway.kind in _OF_A_CHARGE)
