"""The cells of the sharing matrix: one sender, recipient, category, action and purpose of a flow."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from leadkit.deploy.codes import NO_CELL
from leadkit.deploy.compile.clauses import Printed, flow_rows
from leadkit.deploy.compile.needless import find_needless
from leadkit.deploy.compile.plain import Data, as_data, words
from leadkit.deploy.compile.using import idle_cells

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from leadkit.deploy.compile.bench import Bench
    from leadkit.diagnostic import Diagnostic
    from leadkit.model.sharing.flows import Flow


def cells_of(bench: Bench) -> list[Data]:
    """Every cell, in the order of their ids. A flow that does not say its basis, scope or purpose has none."""
    rows = flow_rows(bench.drafts)
    found: dict[str, Data] = {}
    idle = idle_cells(bench)
    find_needless(bench)
    for name, flow in bench.program.sharing.flows.items():
        lacking = [each for each in ("basis", "scope", "purpose") if not getattr(flow, each)]
        if lacking:
            bench.find(_no_cell(bench, name, lacking))
            continue
        found |= _cells(bench, name, flow, rows.get(name, {}), idle)
    return [found[id_] for id_ in sorted(found)]


def _cells(
    bench: Bench, name: str, flow: Flow, rows: dict[str, Printed], idle: dict[str, str]
) -> Iterator[tuple[str, Data]]:
    shared = _shared(bench, name, flow)
    every = product(flow.sender, flow.recipient, flow.categories, flow.actions, flow.purpose)
    for sender, recipient, category, action, purpose in every:
        if category not in bench.program.sharing.categories:
            continue  # a misspelt id is an error of its own
        parts = (name, sender, recipient, category, action.value, purpose.value)
        printed = rows.get(recipient) or next(iter(rows.values()), None)
        id_ = "|".join(parts)
        yield (
            id_,
            {
                "id": id_,
                **dict(zip(("flow", "sender", "recipient", "category", "action", "purpose"), parts, strict=True)),
                **shared,
                "logged": flow.logged is True or category in _accounted(bench),
                "clause": printed.clause if printed else None,
                "paper": printed.paper if printed else None,
                "line": printed.line if printed else None,
                "words": printed.words if printed else _plain_words(bench, flow),
                "idle": idle.get(id_),
            },
        )


def _accounted(bench: Bench) -> Collection[str]:
    """The categories whose every sharing the program writes down; all, where it keeps an account and names none."""
    sharing = bench.program.sharing
    return (sharing.accounting.covers or sharing.categories) if sharing.accounting else ()


def _shared(bench: Bench, name: str, flow: Flow) -> dict[str, Data]:
    """What all cells of a flow have in common."""
    span = bench.subject.key("sharing", "flows", name)
    return {
        "basis": as_data(flow.basis),
        "scope": as_data(flow.scope),
        "detail": as_data(flow.detail) or "full",
        "pathways": words(flow.pathways),
        "trigger": words(flow.trigger),
        "use_limits": words(flow.use_limits),
        "redisclosure": as_data(flow.redisclosure),
        "notice": flow.notice_accompanies is True,
        "at": f"{span.file.rpartition('/')[2]}:{span.line}",
    }


def _plain_words(bench: Bench, flow: Flow) -> str:
    """A sentence for a flow that the program keeps to its partners, and that no public paper prints."""
    labels = [each.label for key, each in bench.program.sharing.categories.items() if key in flow.categories]
    return f"{'; '.join(labels)}: kept to the partners, and printed in the text that the parties hold."


def _no_cell(bench: Bench, name: str, lacking: list[str]) -> Diagnostic:
    return NO_CELL.at(
        bench.subject.key("sharing", "flows", name),
        message=f'"{name}" says no {" and no ".join(lacking)}, so nobody sees anything by it in the service.',
        remedy="Say it, once it is decided.",
        path=f"sharing.flows.{name}",
    )
