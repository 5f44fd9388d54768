"""``forms.json``: the pathways, with what their forms offer to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.deploy.compile.plain import Data, as_data, said, words
from leadkit.model.law.cited import cited_offence
from leadkit.model.pathways.kinds import PathwayKind, ReferralSource
from leadkit.policy.compile.charges import of_a_charge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leadkit.deploy.compile.bench import Bench
    from leadkit.model.eligibility.offences import Offence
    from leadkit.model.pathways import Pathway

_PUBLIC_DOORS = frozenset({PathwayKind.COMMUNITY_REFERRAL, PathwayKind.SELF_REFERRAL, PathwayKind.FAMILY_REFERRAL})
_PUBLIC = frozenset(
    {ReferralSource.BUSINESS, ReferralSource.RESIDENT, ReferralSource.COMMUNITY_GROUP, ReferralSource.SELF}
    | {ReferralSource.FAMILY}
)


def forms_of(bench: Bench) -> dict[str, Data]:
    """Every pathway, open or not, and who accepts a referral by it."""
    program = bench.program
    return {
        "pathways": {name: _pathway(bench, name, each) for name, each in program.pathways.items()},
        "acceptances": {name: as_data(each) for name, each in program.eligibility.acceptance.items()},
        "consent": as_data(program.eligibility.consent),
        "statuses": words(program.procedure.participant_statuses),
    }


def _pathway(bench: Bench, name: str, pathway: Pathway) -> Data:
    areas = pathway.areas
    return {
        "name": pathway.name or said(name),
        "kind": as_data(pathway.kind),
        "summary": pathway.summary,
        "open": pathway.enabled is True,
        "public": is_public(pathway),
        "needs_charge": of_a_charge(pathway),
        "rank": pathway.capacity_rank,
        "sources": words(pathway.referral_sources),
        "agencies": words(pathway.agencies),
        "areas": words(areas),
        "areas_named": [_area(bench, each) for each in areas if each in bench.program.areas],
        "anonymous": getattr(pathway, "anonymous", None) is True,
        "consent_from": words(pathway.consent_from),
        "offences": [*_offences(bench, name)],
        "approvers": words(pathway.approvers),
        "rooms_needed": pathway.only_with_capacity is True,
        "caller_learns": getattr(pathway, "caller_learns", None),
        "caller_update": as_data(getattr(pathway, "caller_update", None)),
        "response_target": as_data(getattr(pathway, "response_target", None)),
        "nexus": words(getattr(pathway, "nexus", ())),
        "verification": words(getattr(pathway, "verification", ())),
        "hours": as_data(pathway.hours),
        "received_by": _received_by(bench, name),
    }


def _received_by(bench: Bench, pathway: str) -> list[Data]:
    """The agencies that take a person over by the handoffs of a pathway, or by those that name no pathway."""
    every = bench.program.procedure.handoff.values()
    own = [each for each in every if pathway in each.pathways] or [each for each in every if not each.pathways]
    named = {one for each in own for one in each.received_by}
    roles = [role for name, role in bench.program.roles.items() if name in named]
    return words(tuple(sorted({*named & {*bench.program.agencies}, *(one for role in roles for one in role.agencies)})))


def is_public(pathway: Pathway) -> bool:
    """Whether somebody without an account may refer by it: a door of the community, open to people of the public."""
    return pathway.kind in _PUBLIC_DOORS and bool(
        _PUBLIC.intersection(pathway.referral_sources) or pathway.self_referral or pathway.family_referral
    )


def _area(bench: Bench, name: str) -> Data:
    area = bench.program.areas[name]
    return {"id": name, "label": said(name) if area.confidential else area.name}


def _offences(bench: Bench, pathway: str) -> Iterator[Data]:
    """What a person may be diverted for on a pathway, in the order of the list."""
    for name, offence in bench.program.eligibility.offences.items():
        if not offence.excluded and (not offence.pathways or pathway in offence.pathways):
            yield _offence(bench, name, offence)


def _offence(bench: Bench, name: str, offence: Offence) -> Data:
    root, state = bench.standing.resolution.root, bench.program.program.state
    law = cited_offence(root, offence.law, state) if offence.law else None
    conduct = said(offence.conduct.value) if offence.conduct else None
    return {
        "id": name,
        "label": offence.label or (law.title if law else None) or conduct or said(name),
        "citation": law.citation if law else None,
        "level": words(offence.levels),
        "areas": words(offence.areas),
        "victim_type": as_data(offence.victim_type),
    }
