"""Change one leaf of a real program: what comes from it changes, nothing else does, and in all four formats alike."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from leadkit.documents.building import WRITERS
from leadkit.documents.standing import compose_standing
from leadkit.documents.tree.document import Document
from leadkit.documents.tree.trace import covers
from leadkit.model.load import load
from leadkit.resources import programs
from tests.documents.test_provenance import units
from tests.gates.words import of_docx, of_html, of_markdown, of_pdf, of_tree

CHANGES = {
    "agencies.example-county-government.legal_name": ("legal_name: Example County\n", "legal_name: Xanadu County\n"),
    "agreement.governing_law.venue": ("venue: Superior Court of Example County", "venue: Xanadu Superior Court"),
    "agreement.term.renewals.notice": ("notice: 60 days}", "notice: 71 days}"),
    "governance.bodies.community-leadership-team.quorum": ("quorum: half of", "quorum: a third of"),
    "pathways.arrest-diversion.name": ("name: Arrest diversion", "name: Xanadu diversion"),
    "sharing.categories.identity.label": ("label: Name,", "label: Xanadu, name,"),
}
"""Leaves of the example county: what stands there, and what is put in its place."""


def _changed(folder: Path, *paths: str) -> Document:
    shutil.copytree(programs() / "example-county", folder)
    for path in paths:
        file = folder / f"{path.partition('.')[0]}.yaml"
        old, new = CHANGES[path]
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
    document = compose_standing(load(folder).resolve(), "mou").document
    assert document is not None
    return document


def _write(document: Document, formats: tuple[str, ...], out: Path) -> None:
    for form in formats:
        (out / f"mou.{form}").write_bytes(WRITERS[form](document))


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Document:
    return _changed(tmp_path_factory.mktemp("before") / "county")


@pytest.mark.parametrize("path", CHANGES)
def test_exactly_what_names_the_leaf_changes(path: str, before: Document, tmp_path: Path) -> None:
    document = _changed(tmp_path / "county", path)
    was, now = ({(unit.place, unit.text): unit for unit in units(each)} for each in (before, document))
    changed = [*(was[one] for one in was.keys() - now.keys()), *(now[one] for one in now.keys() - was.keys())]
    assert changed
    unnamed = [unit for unit in changed if not any(covers(each, path) for each in unit.paths)]
    # what is told by the fingerprint of another document names that document, on which the leaf may bear as well
    assert not [unit for unit in unnamed if not any(each.startswith("printed.") for each in unit.paths)]
    _write(document, ("docx", "html", "md"), tmp_path)
    assert of_tree(document) != of_tree(before)
    assert of_markdown(tmp_path / "mou.md") == of_tree(document, named=True)
    assert of_html(tmp_path / "mou.html") == of_tree(document)
    assert of_docx(tmp_path / "mou.docx") == of_tree(document, numbers=False)


@pytest.mark.gate("python:pikepdf")
def test_the_pdf_has_every_change(tmp_path: Path) -> None:
    document = _changed(tmp_path / "county", *CHANGES)
    _write(document, ("pdf",), tmp_path)
    assert of_pdf(tmp_path / "mou.pdf") == of_tree(document)
