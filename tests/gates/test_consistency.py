"""The same facts in every paper of every program, read back from the files of every format."""

from __future__ import annotations

from pathlib import Path

import pytest

from leadkit.documents.paper import papers_of
from leadkit.documents.tree.document import Document
from leadkit.model.load import load
from leadkit.resources import programs
from tests.documents.consistency.judging import ANNEX, Paper, faults
from tests.documents.consistency.reading import read
from tests.documents.consistency.said import Said
from tests.documents.consistency.tracing import altered, untraced


@pytest.mark.gate("python:pikepdf")
@pytest.mark.parametrize("form", ["docx", "html", "md", "pdf"])
def test_every_paper_has_the_facts_of_the_program(
    written: Path, program: str, form: str, trees: dict[str, Document]
) -> None:
    said = Said(load(programs() / program).resolve())
    kinds = {each.id: each.printer for each in papers_of(said.program.documents)}
    annexes = {kind: name for name, kind in kinds.items() if name in trees}
    annex = read(written / program / f"{annexes[ANNEX]}.{form}")
    assert annex.headed("Offense", "Law") or not said.offences
    wrong = {
        name: faults(read(written / program / f"{name}.{form}"), Paper(kinds[name], tree.audience, said, annex))
        for name, tree in trees.items()
    }
    assert {name: found for name, found in wrong.items() if found} == {}


def test_every_value_is_that_of_its_field(program: str, suite: dict[str, dict[str, Document]]) -> None:
    model = load(programs() / program).resolve().program
    assert model is not None
    wrong = {name: [*untraced(tree, name), *altered(tree, model)] for name, tree in suite[program].items()}
    assert {name: found for name, found in wrong.items() if found} == {}
