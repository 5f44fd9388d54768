"""What the service can do by a cell, and the cells that add nothing to what it does."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from leadkit.check.ask.recipients import agencies_of
from leadkit.check.rules.lk820_redundant_flow import on_terms
from leadkit.deploy.compile.roles import DESKS, is_vacant
from leadkit.model.sharing.vocabulary import Action, Scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leadkit.deploy.compile.bench import Bench
    from leadkit.model.sharing.flows import Flow

Use = tuple[str, str, str, str, str, str, str]
"""Whose record, the role, agency and body of whoever asks, the category, the action and the purpose."""

_AT_WORK = {Scope.REFERRED_BY_OWN_AGENCY: "officer", Scope.SERVED_BY_OWN_AGENCY: "care"}
"""By a scope, the desk of an agency for which it means its own work, and not the sender's."""


@dataclass(frozen=True)
class Cell:
    """A cell by its names, in the order of its id."""

    flow: str
    sender: str
    recipient: str
    category: str
    action: Action
    purpose: str

    @property
    def id(self) -> str:
        """The id as the service has it."""
        return "|".join((self.flow, self.sender, self.recipient, self.category, self.action.value, self.purpose))


def idle_cells(bench: Bench) -> dict[str, str]:
    """The cells whose loss changes no answer of the service, by id, each with the reason.

    ``figures``: nothing of one person goes by it. ``nobody_signs_in``: the recipient has no account, and is told by
    other ways. ``own_records``: both are one agency. ``view_beside_receive``: the flow lets receive, and whoever
    receives may look. These stand in the agreement for people to read. ``covered``: another cell lets the same happen.
    """
    every = {cell: uses(bench, cell) for cell in cells(bench)}
    found = {cell.id: reason for cell in every if (reason := _on_paper(bench, cell, every[cell]))}
    return found | {cell.id: "covered" for cell in every if cell.id not in found and beside(bench, cell, every)}


def needless(bench: Bench) -> dict[Cell, Cell]:
    """The cells that could all be struck at once, the later first, each with one that lets the same happen."""
    left = {cell: uses(bench, cell) for cell in cells(bench)}
    found: dict[Cell, Cell] = {}
    for cell in reversed([*left]):
        if not _on_paper(bench, cell, left[cell]) and (other := beside(bench, cell, left)):
            found[cell] = other
            del left[cell]
    return found


def cells(bench: Bench) -> Iterator[Cell]:
    """Every cell, in the order of the program."""
    for name, flow in bench.program.sharing.flows.items():
        if flow.basis and flow.scope:
            every = product(flow.sender, flow.recipient, flow.categories, flow.actions, flow.purpose)
            yield from (Cell(name, *one[:4], one[4].value) for one in every)


def uses(bench: Bench, cell: Cell) -> frozenset[Use]:
    """All that the service lets happen by a cell; what an agency does with its own records needs none."""
    flow = bench.program.sharing.flows[cell.flow]
    if _of_figures(flow):
        return frozenset()
    actions = {cell.action, Action.VIEW} if cell.action is Action.RECEIVE else {cell.action}
    every = product(agencies_of(bench.subject, cell.sender) or (cell.sender,), _askers(bench, cell.recipient), actions)
    return frozenset(
        (holder, role, agency, body, cell.category, action.value, cell.purpose)
        for holder, (role, agency, body), action in every
        if holder != agency or not _has_desk(bench, role)
    )


def beside(bench: Bench, cell: Cell, every: dict[Cell, frozenset[Use]]) -> Cell | None:
    """A cell that lets happen some of the same, where others let happen all that this one does."""
    flow, left, first = bench.program.sharing.flows[cell.flow], set(every[cell]), None
    for other, done in every.items():
        wider = bench.program.sharing.flows[other.flow]
        if other != cell and left & done and on_terms(flow, wider):
            covered = {use for use in left & done if _reaches(bench, wider, flow, agency=use[2])}
            first, left = first or (other if covered else None), left - covered
    return first if every[cell] and not left else None


def _reaches(bench: Bench, wider: Flow, flow: Flow, agency: str) -> bool:
    """Whether a flow reaches everybody whom another does: who referred or serves somebody is at work with them."""
    desk = _AT_WORK.get(flow.scope) if flow.scope and wider.scope is Scope.OWN_CASES else None
    desks = {DESKS.get(role.kind) for role in bench.program.roles.values() if agency in role.agencies}
    return wider.scope is flow.scope or (desk is not None and desk in desks)


def _on_paper(bench: Bench, cell: Cell, done: frozenset[Use]) -> str | None:
    flow = bench.program.sharing.flows[cell.flow]
    if _of_figures(flow):
        return "figures"
    if not done:
        return "own_records" if any(_askers(bench, cell.recipient)) else "nobody_signs_in"
    return "view_beside_receive" if cell.action is Action.VIEW and Action.RECEIVE in flow.actions else None


def _of_figures(flow: Flow) -> bool:
    return flow.scope is Scope.AGGREGATE_ONLY or (flow.basis is not None and flow.basis.kind == "de_identified")


def _askers(bench: Bench, who: str) -> Iterator[tuple[str, str, str]]:
    """Who signs in as a recipient: a role at an agency, and the body by which they are told, if it is one."""
    body = who if who in bench.program.governance.bodies else ""
    inside = agencies_of(bench.subject, who)
    for name, role in bench.program.roles.items():
        if not is_vacant(role) and (who == name or who not in bench.program.roles):
            yield from ((name, agency, body) for agency in role.agencies if agency in inside)


def _has_desk(bench: Bench, role: str) -> bool:
    return getattr(bench.program.roles[role], "kind", None) in DESKS
