"""The picture of the flows and the tables below it say what the matrix says, and nothing that is kept close."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import product

from leadkit.documents import Composition
from leadkit.documents.tree.blocks import Figure
from leadkit.documents.tree.inline import Inlines
from leadkit.documents.tree.plain import inline_text
from leadkit.documents.tree.trace import walk
from leadkit.model.load import load
from leadkit.model.root import Program
from leadkit.resources import programs

ANNEX = "sharing-annex"
Print = Callable[..., Composition]
Words = Callable[[Composition], str]


def _straight(name: Inlines) -> str:
    """A name as the program writes it."""
    return inline_text(name).replace("’", "'")


def _arrows(composition: Composition) -> set[tuple[str, str, int]]:
    """Each arrow from one name to another, with one number."""
    assert composition.document is not None
    (figure,) = [node for node in walk(composition.document) if isinstance(node, Figure)]
    return {
        (_straight(sender), _straight(recipient), int(number))
        for arrow in figure.arrows
        for sender in figure.senders[arrow.sender]
        for recipient in figure.recipients[arrow.recipient]
        for number in arrow.label.split(", ")
    }


def _meant(ids: tuple[str, ...], program: Program) -> set[str]:
    """The names of the agencies and roles among some ids: a role without a title is the agencies that hold it."""
    names = {id_: each.name or each.legal_name for id_, each in program.agencies.items()}
    found = {names[each] for each in ids if each in names}
    for role in (program.roles[each] for each in ids if each in program.roles):
        found |= {role.title} if role.title else {names[each] for each in role.agencies}
    return found


def _elsewhere(name: str, program: Program) -> bool:
    """Whether a name is that of neither an agency nor a role."""
    return name not in _meant((*program.agencies, *program.roles), program)


def test_an_arrow_stands_for_every_flow_between_two_agencies_and_for_nothing_else(composed: Print) -> None:
    program = load(programs() / "example-county").resolve().program
    assert program is not None
    shown = [each for each in program.sharing.flows.values() if each.visibility not in ("partners", "internal")]
    wanted = {
        (sender, recipient, number)
        for number, flow in enumerate(shown, start=1)
        for sender, recipient in product(_meant(flow.sender, program), _meant(flow.recipient, program))
        if sender != recipient
    }
    assert len(wanted) > 30
    drawn = _arrows(composed(ANNEX))
    assert wanted == {each for each in drawn if not _elsewhere(each[0], program) and not _elsewhere(each[1], program)}
    assert {number for _, _, number in drawn} == set(range(1, len(shown) + 1))


def test_the_lines_of_the_tables_carry_the_numbers_of_the_arrows(composed: Print, text: Words) -> None:
    printed = text(composed(ANNEX))
    for title, table in re.findall(r"^### 3\.[0-9]+ To (?:the )?(.+)\n\n((?:\|.*\n)+)", printed, re.MULTILINE):
        numbers = {int(each) for each in re.findall(r"^\| ([0-9]+) \|", table, re.MULTILINE)}
        drawn = {number for _, recipient, number in _arrows(composed(ANNEX)) if recipient == title.replace("’", "'")}
        assert numbers <= drawn or not drawn, title
    assert re.search(r"^\| No\. \| From \| To \|", printed, re.MULTILINE)


def test_a_flow_that_is_kept_among_partners_has_neither_arrow_nor_number(altered: Print, composed: Print) -> None:
    program = load(programs() / "example-county").resolve().program
    assert program is not None
    first = next(iter(program.sharing.flows))
    kept = _arrows(altered(ANNEX, f"sharing: {{flows: {{{first}: {{visibility: partners}}}}}}"))
    moved = {(one, two, number - 1) for one, two, number in _arrows(composed(ANNEX)) if number > 1}
    assert kept == moved
