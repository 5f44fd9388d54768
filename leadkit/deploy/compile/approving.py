"""Whether everybody who approves referrals is told of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.deploy.codes import APPROVER_TOLD_NOTHING
from leadkit.model.sharing.vocabulary import Action, InformationKind, Purpose

if TYPE_CHECKING:
    from leadkit.deploy.compile.bench import Bench

_OF_A_REFERRAL = (InformationKind.IDENTITY, InformationKind.REFERRAL_STATUS)
_LEARNS = frozenset({Action.VIEW, Action.RECEIVE})
_BEFORE_THE_ANSWER = frozenset({Purpose.REFERRAL, Purpose.SCREENING})


def find_untold(bench: Bench) -> None:
    """Tell who approves a pathway and learns nothing of its referrals; a program that shares nothing was told so."""
    for name, pathway in bench.program.pathways.items() if bench.program.sharing.flows else ():
        if pathway.enabled is False:
            continue
        for who in pathway.approvers:
            for one in _people(bench, who):
                if not _agencies(bench, one) & {*pathway.agencies} and not _told(bench, name, {who, one}):
                    _find(bench, name, who, one)


def _people(bench: Bench, who: str) -> list[str]:
    """Whom an approver stands for: of a body everybody who sits in it."""
    body = bench.program.governance.bodies.get(who)
    if body is None:
        return [who]
    return sorted({seat.agency for seat in body.members.values() if seat.agency})


def _agencies(bench: Bench, who: str) -> set[str]:
    role = bench.program.roles.get(who)
    return {*role.agencies} if role else {who}


def _told(bench: Bench, pathway: str, ids: set[str]) -> bool:
    sharing = bench.program.sharing
    whole = ids | {agency for one in ids for agency in _agencies(bench, one)}
    return any(
        whole & {*flow.recipient}
        and (not flow.pathways or pathway in flow.pathways)
        and any(sharing.categories[one].kind in _OF_A_REFERRAL for one in flow.categories if one in sharing.categories)
        for flow in sharing.flows.values()
        if flow.basis
        and flow.scope
        and _LEARNS.intersection(flow.actions)
        and _BEFORE_THE_ANSWER.intersection(flow.purpose)
    )


def _find(bench: Bench, pathway: str, who: str, one: str) -> None:
    bench.find(
        APPROVER_TOLD_NOTHING.at(
            bench.subject.span("pathways", pathway, "approvers"),
            message=f'"{one}" approves referrals by "{pathway}"'
            + (f' as a member of "{who}"' if one != who else "")
            + ", but no flow tells who is referred.",
            remedy="Write the flow by which they receive the name and the referral, with its basis and scope.",
            path=f"pathways.{pathway}.approvers",
        )
    )
