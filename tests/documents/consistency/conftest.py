"""The papers of the example county as files, built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from leadkit.documents.building import BuildResult
from leadkit.documents.paper import papers_of
from leadkit.documents.standing import build_standing
from leadkit.model.load import load
from leadkit.model.standing import Standing
from leadkit.resources import programs
from tests.documents.consistency.judging import ANNEX, Paper
from tests.documents.consistency.reading import read
from tests.documents.consistency.said import Said
from tests.documents.consistency.spanish import Translated, reviewed_on
from tests.sampling import ALL

FORMATS = ("docx", "html", "md") if ALL else ("md",)
PRINT_MOST = () if ALL else (ANNEX, "pocket-card", "screening-form", "protocol", "partner-list", "party-roster",
                             "law-verification-sheet", "participant-rights", "part2-notice",
                             "referral-form")  # fmt: skip
"""The papers that are built without the gates: those that print most of the facts."""


@pytest.fixture(scope="package")
def county() -> Standing:
    return load(programs() / "example-county").resolve()


@pytest.fixture(scope="package")
def built(county: Standing, tmp_path_factory: pytest.TempPathFactory) -> dict[str, BuildResult]:
    """What was built of each paper, by its id; every one could be."""
    out = tmp_path_factory.mktemp("county")
    results = build_standing(county, PRINT_MOST, FORMATS, out)
    return {each.document: each for each in results if each.files}


@pytest.fixture(scope="package")
def papers(county: Standing, built: dict[str, BuildResult]) -> list[tuple[Path, Paper]]:
    """Each file with what is known of its paper."""
    said = Said(county)
    kinds = {each.id: each.printer for each in papers_of(said.program.documents)}
    annexes = {each.format: read(each.path) for each in built[ANNEX].files}
    return [
        (file.path, Paper(kinds[name], result.document_tree.audience, said, annexes[file.format]))
        for name, result in built.items()
        if result.document_tree is not None and result.document_tree.language == "en"  # words are compared as English
        for file in result.files
    ]


@pytest.fixture(scope="package")
def translated(county: Standing, built: dict[str, BuildResult], papers: list[tuple[Path, Paper]]) -> list[Translated]:
    """Each file in Spanish with the English one."""
    english = {path.name: (path, paper) for path, paper in papers}
    found = []
    for name, result in built.items():
        if result.document_tree is not None and result.document_tree.language == "es":
            first = name.removesuffix(".es")
            reviewed = reviewed_on(papers[0][1].said.program, first)
            for file in result.files:
                path, paper = english[f"{first}.{file.format}"]
                found.append(Translated(file.path, path, paper, reviewed))
    return found
