"""A cell that is taken out: the gate answers otherwise, or leadkit said that it would not, and why."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from lead.gate import Actor, Decision, gate
from lead.program import DATA, Cell, Program, program
from lead.records.models import Person
from tests.making import Making
from tests.matrix import facts, signed, world
from tests.opened import PAIRS, SIGNED_IN, open_to_all
from tests.test_mutation import _void

ACTORS = [Actor(1, *one) for one in SIGNED_IN]
People = Callable[[Actor, str, str], list[Person]]


def test_a_cell_whose_loss_changes_no_answer_is_known_as_idle(make: Making, monkeypatch: pytest.MonkeyPatch) -> None:
    known = program()
    if not known.cells:
        pytest.skip("The program shares nothing.")
    people, idle = _people(make), _idle()
    same = {cell.id for cell in known.cells if _changes_nothing(cell, people, monkeypatch)}
    never_holds = {cell.id for cell in known.cells if all(_void(cell, *one) for one in _asking(cell))}
    # A flow that covers another may tell more than it, so that to strike the other can change the answer.
    assert {id_ for id_, why in idle.items() if why != "covered"} <= same <= set(idle) | never_holds


def _idle() -> dict[str, str]:
    held = json.loads((DATA / "sharing.json").read_text(encoding="utf-8"))["cells"]
    return {one["id"]: one["idle"] for one in held if one["idle"]}


def _people(make: Making) -> People:
    """Of whom is asked: somebody for whom everything holds, and those for whom one row holds and nothing else."""
    open_ = {actor: facts(open_to_all(make, actor)) for actor in ACTORS}
    one_row: dict[tuple[Actor, str, str], list[Person]] = defaultdict(list)
    for row, actor, holder in PAIRS:
        every = [actor] if row.recipient in program().bodies else [one for one in ACTORS if row.recipient in one.ids]
        for one in every:
            person = world(make, row, one, holder)
            if row.basis == "release":
                signed(make, row, person)
            one_row[one, holder, row.category].append(facts(person))
    return lambda actor, holder, category: [open_[actor], *one_row[actor, holder, category]]


def _asking(cell: Cell) -> Iterator[tuple[Actor, str]]:
    for actor in ACTORS:
        if cell.recipient in actor.ids:
            yield from ((actor, holder) for holder in program().held_by(cell.sender))


def _changes_nothing(cell: Cell, people: People, monkeypatch: pytest.MonkeyPatch) -> bool:
    known = program()
    without = replace(known, cells=tuple(one for one in known.cells if one is not cell))
    asked = [
        (actor, person, cell.category, action, cell.purpose, holder)
        for actor, holder in _asking(cell)
        for person in people(actor, holder, cell.category)
        for action in sorted({cell.action, "view"})
    ]
    return _answers(known, asked, monkeypatch) == _answers(without, asked, monkeypatch)


def _answers(read: Program, asked: list[Any], monkeypatch: pytest.MonkeyPatch) -> list[Decision]:
    """What the gate answers, but for which cell of several it names."""
    with monkeypatch.context() as changed:
        for name in ("basis", "deciding", "scope", "fields"):
            changed.setattr(f"lead.gate.{name}.program", lambda: read)
        found = [gate(*one, holder=holder) for *one, holder in asked]
    return [replace(one, cell=None, clause=None, reason="") for one in found]
