"""The same facts in every paper of every program, read back from the files of every format."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from leadkit.documents.paper import papers_of
from leadkit.documents.standing import build_standing
from leadkit.documents.tree.document import Document
from leadkit.documents.words import FIRST
from leadkit.model.load import load
from leadkit.resources import programs
from tests.documents.consistency.judging import ANNEX, Paper, faults
from tests.documents.consistency.reading import read
from tests.documents.consistency.said import Said
from tests.documents.consistency.spanish import reviewed_on, spanish_faults
from tests.documents.consistency.tracing import altered, untraced
from tests.gates.conftest import PROGRAMS
from tests.programs import PROGRAMS as ALL
from tests.sampling import takes_long

pytestmark = takes_long
FURTHER = sorted(set(ALL) - set(PROGRAMS))
"""The programs of which the other gates judge nothing."""


@pytest.mark.gate("python:pikepdf")
@pytest.mark.parametrize("form", ["docx", "html", "md", "pdf"])
def test_every_paper_has_the_facts_of_the_program(
    written: Path, program: str, form: str, trees: dict[str, Document]
) -> None:
    assert _faults(program, written / program, form, trees) == {}


@pytest.mark.gate("python:pikepdf")
@pytest.mark.parametrize("form", ["docx", "html", "md", "pdf"])
def test_every_spanish_paper_has_the_figures_of_the_english_one(
    written: Path, program: str, form: str, trees: dict[str, Document]
) -> None:
    said = Said(load(programs() / program).resolve())
    kinds = {each.id: each.printer for each in papers_of(said.program.documents)}
    wrong: dict[str, list[str]] = {}
    for name, tree in trees.items():
        if tree.language == "es":
            first = name.removesuffix(".es")
            page, english = (read(written / program / f"{each}.{form}") for each in (name, first))
            paper = Paper(kinds[first], tree.audience, said, english)
            wrong[name] = list(spanish_faults(page, english, paper, reviewed_on(said.program, first)))
    assert {name: found for name, found in wrong.items() if found} == {}


def test_every_value_is_that_of_its_field(program: str, suite: dict[str, dict[str, Document]]) -> None:
    assert _untrue(program, suite[program]) == {}


@pytest.mark.parametrize("name", FURTHER)
def test_the_papers_of_a_further_program_have_its_facts(name: str, tmp_path: Path) -> None:
    results = build_standing(load(programs() / name).resolve(), (), ("md",), tmp_path)
    trees = {each.document: each.document_tree for each in results if each.document_tree}
    assert ANNEX in trees
    assert _untrue(name, trees) == {}
    assert _faults(name, tmp_path, "md", trees) == {}


def _faults(program: str, folder: Path, form: str, trees: Mapping[str, Document]) -> dict[str, list[str]]:
    """What is wrong in the files of one format, by paper."""
    said = Said(load(programs() / program).resolve())
    trees = _english(trees)
    kinds = {each.id: each.printer for each in papers_of(said.program.documents)}
    annexes = {kind: name for name, kind in kinds.items() if name in trees}
    annex = read(folder / f"{annexes[ANNEX]}.{form}")
    assert annex.headed("Offense", "Law") or not said.offences
    wrong = {
        name: faults(read(folder / f"{name}.{form}"), Paper(kinds[name], tree.audience, said, annex))
        for name, tree in trees.items()
    }
    return {name: found for name, found in wrong.items() if found}


def _untrue(program: str, trees: Mapping[str, Document]) -> dict[str, list[str]]:
    """The values of clause trees that are not those of the program, by paper."""
    model = load(programs() / program).resolve().program
    assert model is not None
    wrong = {name: [*untraced(tree, name), *altered(tree, model)] for name, tree in _english(trees).items()}
    return {name: found for name, found in wrong.items() if found}


def _english(trees: Mapping[str, Document]) -> dict[str, Document]:
    """The papers whose words can be compared with the model's: those of another language have a test of their own."""
    return {name: tree for name, tree in trees.items() if tree.language == FIRST}
