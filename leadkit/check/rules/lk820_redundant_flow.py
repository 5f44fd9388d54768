"""LK820: a flow that lets happen only what others let happen anyway."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity, listed
from leadkit.model.sharing.vocabulary import Detail, Redisclosure

if TYPE_CHECKING:
    from leadkit.check.subject import Subject
    from leadkit.model.sharing.flows import Flow

CODE = Code(
    code="LK820",
    name="redundant-flow",
    severity=Severity.NOTE,
    summary="Some or all of what a flow lets happen another flow lets happen anyway.",
    why=(
        "In the service, taking such a flow away would change nothing for what the other allows, so that whoever "
        "takes it out of the agreement believes that something is no longer shared, and it is."
    ),
    wrong=(
        "sharing:\n"
        "  flows:\n"
        "    engagement-again: {sender: case-management, recipient: police-liaison, categories: engagement, actions: "
        "view, purpose: coordination, basis: {kind: release, release: justice-release}, scope: "
        "referred_by_own_agency, detail: yes_no, use_limits: [no_evidence]}\n"
    ),
    right=(
        "sharing:\n"
        "  flows:\n"
        "    engagement-again: {sender: case-management, recipient: police-liaison, categories: engagement, actions: "
        "discuss, purpose: coordination, basis: {kind: release, release: justice-release}, scope: "
        "referred_by_own_agency, detail: yes_no, use_limits: [no_evidence]}\n"
    ),
)
READS: tuple[str, ...] = ("sharing",)
_Cell = tuple[str, str, str, str, str]
_DETAILS = tuple(Detail)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each flow and another that allows some of the same at least as widely.

    Of two flows that say the same, the later one is the one too many.
    """
    flows = subject.program.sharing.flows
    cells = {name: _cells(flow) for name, flow in flows.items()}
    order = list(flows)
    for name, other in product(flows, flows):
        shared = cells[name] & cells[other]
        same = _within(flows[other], flows[name])
        if name == other or not shared or not _within(flows[name], flows[other]):
            continue
        if same and order.index(name) < order.index(other):
            continue
        categories = listed(sorted({category for _, _, category, _, _ in shared}))
        whole = "All" if shared == cells[name] else "Some"
        yield CODE.at(
            subject.key("sharing", "flows", name),
            subject.key("sharing", "flows", other),
            message=f'{whole} of what "{name}" lets happen with {categories} "{other}" lets happen anyway.',
            remedy="Take it out of one of the two.",
            path=f"sharing.flows.{name}",
        )


def _cells(flow: Flow) -> set[_Cell]:
    """What a flow lets happen; nothing where it says no basis or scope, for then nothing may."""
    if flow.basis is None or flow.scope is None:
        return set()
    every = product(flow.sender, flow.recipient, flow.categories, flow.actions, flow.purpose)
    return {
        (sender, recipient, category, action.value, purpose.value)
        for sender, recipient, category, action, purpose in every
    }


def _within(flow: Flow, other: Flow) -> bool:
    """Whether the other flow reaches the same people: not even one for all participants reaches who is not one yet."""
    return other.scope is flow.scope and on_terms(flow, other)


def on_terms(flow: Flow, other: Flow) -> bool:
    """Whether the other flow lets at least as much happen with those whom both reach.

    On the same basis, in as much detail; and it may be passed on at least where this one may.
    """
    pathways = not other.pathways or (bool(flow.pathways) and set(flow.pathways) <= set(other.pathways))
    passed_on = other.redisclosure is not Redisclosure.PROHIBITED or flow.redisclosure is Redisclosure.PROHIBITED
    return flow.basis == other.basis and pathways and passed_on and _depth(other) >= _depth(flow)


def _depth(flow: Flow) -> int:
    return _DETAILS.index(flow.detail or Detail.FULL)
